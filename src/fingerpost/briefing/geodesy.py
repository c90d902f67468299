"""How far, and in which direction: the arm of the signpost."""

from __future__ import annotations

from fingerpost.briefing.model import Arm
from fingerpost.briefing.words import COMPASS
from fingerpost.casefile.model import CasePlace

METRES_PER_MILE = 1609.344


def arm_between(home: CasePlace, partner: CasePlace) -> Arm | None:
    """Give the arm from one place to another, or None where either has no coordinates.

    Source: Karney, "Algorithms for geodesics", 2013, on WGS 84.
    """
    if home.latitude is None or home.longitude is None:
        return None
    if partner.latitude is None or partner.longitude is None:
        return None
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(home.latitude, home.longitude, partner.latitude, partner.longitude)
    bearing = line["azi1"] % 360
    return Arm(
        start=home.name,
        to=partner.name,
        latitude=home.latitude,
        longitude=home.longitude,
        to_latitude=partner.latitude,
        to_longitude=partner.longitude,
        miles=round(line["s12"] / METRES_PER_MILE),
        kilometres=round(line["s12"] / 1000),
        bearing=round(bearing) % 360,
        compass=COMPASS[round(bearing / 22.5) % 16],
    )
