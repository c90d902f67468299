"""The world as seen from one place: azimuthal equidistant, on a sphere.

From the middle, every shortest way is a straight line at its true bearing and of its true length. The far side of the
world becomes a rim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, radians, sin

from fingerpost.world.land import Ring
from fingerpost.world.projection import Point, closed

STEP = 4.0
"""Longest step along an outline before a point is put between, in degrees."""

WIDEST = radians(12)
"""Widest turn between two points on the far side before more are put between."""


@dataclass(frozen=True)
class Azimuthal:
    """A disc around a place.

    Attributes:
        longitude, latitude: the middle, in degrees.
        reach: how far from the middle the disc reaches, in radians of the sphere; pi is the whole world.
        radius: of the disc, on paper.
        least: points of outlines nearer to each other than this, on paper, are left out.
    """

    longitude: float
    latitude: float
    reach: float = pi * 0.98
    radius: float = 480.0
    least: float = 0.0

    @property
    def scale(self) -> float:
        """Length on paper of a radian."""
        return self.radius / self.reach

    @property
    def size(self) -> Point:
        """Width and height of the disc."""
        return 2 * self.radius, 2 * self.radius

    def polar(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give distance and bearing of a place from the middle, in radians."""
        lat, lat0 = radians(latitude), radians(self.latitude)
        d = radians(longitude - self.longitude)
        y = sin(d) * cos(lat)
        x = cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(d)
        c = sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(d)
        return acos(max(-1.0, min(1.0, c))), atan2(y, x)

    def point(self, longitude: float, latitude: float) -> Point:
        """Give where a place lies on paper; a place beyond the edge is put on it."""
        distance, bearing = self.polar(longitude, latitude)
        return self.paper(min(distance, self.reach), bearing)

    def way(self, points: Sequence[Point]) -> list[list[Point]]:
        """Give a line through points in degrees; it is cut where it passes behind the rim."""
        pieces: list[list[Point]] = [[]]
        for longitude, latitude in points:
            found = self.point(longitude, latitude)
            if pieces[-1] and hypot(found[0] - pieces[-1][-1][0], found[1] - pieces[-1][-1][1]) > self.radius:
                pieces.append([])
            pieces[-1].append(found)
        return [piece for piece in pieces if len(piece) > 1]

    def land(self, rings: Iterable[Ring]) -> str:
        """Give the land as the data of a path."""
        return "".join(map(self._path, rings))

    def paper(self, distance: float, bearing: float) -> Point:
        """Give where a distance and a bearing from the middle, in radians, lead to on paper."""
        return distance * self.scale * sin(bearing), -distance * self.scale * cos(bearing)

    def _path(self, ring: Ring) -> str:
        """Give one outline; one that runs round the far side of the world is turned inside out by a rim."""
        polar = list(_bent([self.polar(lon, lat) for lon, lat in _dense(ring)]))
        winding = _winding(polar)
        if min(distance for distance, _ in polar) > self.reach and not winding:
            return ""
        far = 2 * self.reach
        path = closed((self.paper(min(d, far), b) for d, b in polar), least=self.least)
        if winding and not self._holds(ring):
            edge = far * self.scale * 2
            path += f"M{-edge:.0f} {-edge:.0f}H{edge:.0f}V{edge:.0f}H{-edge:.0f}Z"
        return path

    def _holds(self, ring: Ring) -> bool:
        """Tell whether the middle is on this land, and not merely encircled from the far side.

        On a plate with straight meridians: count crossings of the middle's meridian to the north of it.
        """
        inside = False
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ax > self.longitude) != (bx > self.longitude) and abs(bx - ax) < 180:
                at = ay + (self.longitude - ax) / (bx - ax) * (by - ay)
                inside ^= at > self.latitude
        return inside


def _bent(polar: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points, with more between those on the far side, where a small step is a wide arc."""
    previous = polar[0]
    for distance, bearing in polar:
        gap = (bearing - previous[1] + pi) % (2 * pi) - pi
        steps = max(1, int(abs(gap) / WIDEST)) if min(distance, previous[0]) > pi / 3 else 1
        for i in range(1, steps + 1):
            yield previous[0] + (distance - previous[0]) * i / steps, previous[1] + gap * i / steps
        previous = distance, bearing


def _winding(polar: list[tuple[float, float]]) -> bool:
    """Tell whether an outline goes all the way round the middle."""
    turned = 0.0
    for (_, a), (_, b) in pairwise(polar):
        turned += (b - a + pi) % (2 * pi) - pi
    return abs(turned) > pi


def _dense(ring: Ring) -> Iterator[tuple[float, float]]:
    for (ax, ay), (bx, by) in pairwise(ring):
        steps = max(1, int(max(abs(bx - ax), abs(by - ay)) / STEP)) if abs(bx - ax) < 180 else 1
        for i in range(steps):
            yield ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
    yield ring[-1]
