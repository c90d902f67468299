"""Distance and bearing between two points of the earth, on the WGS 84 ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass

KM_PER_MILE = 1.609344
"""The international mile."""

POINTS = (
    "north",
    "north-north-east",
    "north-east",
    "east-north-east",
    "east",
    "east-south-east",
    "south-east",
    "south-south-east",
    "south",
    "south-south-west",
    "south-west",
    "west-south-west",
    "west",
    "west-north-west",
    "north-west",
    "north-north-west",
)


@dataclass(frozen=True, slots=True)
class Way:
    """The shortest way from one point to another.

    Attributes:
        km: length in kilometres.
        bearing: direction at the start, degrees clockwise from true north, 0 to below 360.
    """

    km: float
    bearing: float

    @property
    def miles(self) -> float:
        """The length in international miles."""
        return self.km / KM_PER_MILE

    @property
    def point(self) -> str:
        """The nearest of the sixteen points of the compass, in words."""
        return POINTS[round(self.bearing / 22.5) % 16]


def inverse(latitude: float, longitude: float, latitude2: float, longitude2: float) -> Way:
    """Give the way between two points in degrees; exact to nanometres, also between antipodes.

    Source: C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87, 2013, doi 10.1007/s00190-012-0578-z.
    """
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(
        latitude, longitude, latitude2, longitude2, Geodesic.DISTANCE | Geodesic.AZIMUTH
    )
    return Way(line["s12"] / 1000, line["azi1"] % 360)
