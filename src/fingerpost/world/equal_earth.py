"""The whole world with areas in proportion: Equal Earth.

Source: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical
Information Science 33, 2019, doi 10.1080/13658816.2018.1504949.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from fingerpost.world.land import Ring
from fingerpost.world.projection import Point, closed

A = (1.340264, -0.081106, 0.000893, 0.003796)
M = sqrt(3) / 2
WIDTH = 5.41264
"""Of the world, in radii of the globe."""

STEP = 4.0


@dataclass(frozen=True)
class EqualEarth:
    """The world around the meridian of Greenwich; ``width``: of the world, on paper."""

    width: float = 1000.0
    least: float = 0.0

    @property
    def size(self) -> Point:
        """Width and height of the world."""
        return self.width, -2 * self.point(0, 90)[1]

    def point(self, longitude: float, latitude: float) -> Point:
        """Give where a place lies on paper."""
        turn, scale = asin(M * sin(radians(latitude))), self.width / WIDTH
        square = turn * turn
        six = square**3
        slope = A[0] + 3 * A[1] * square + six * (7 * A[2] + 9 * A[3] * square)
        x = radians(longitude) * cos(turn) / (M * slope)
        return scale * x, -scale * turn * (A[0] + A[1] * square + six * (A[2] + A[3] * square))

    def way(self, points: Sequence[Point]) -> list[list[Point]]:
        """Give a line through points in degrees, cut at the antimeridian."""
        return [[self.point(*one) for one in piece] for piece in cut(points) if len(piece) > 1]

    def land(self, rings: Iterable[Ring]) -> str:
        """Give the land as the data of a path."""
        return "".join(closed((self.point(*one) for one in _dense(ring)), least=self.least) for ring in rings)

    def edge(self) -> str:
        """Give the outline of the world."""
        latitudes = range(-90, 91, 5)
        right = [self.point(180, latitude) for latitude in latitudes]
        left = [self.point(-180, latitude) for latitude in reversed(latitudes)]
        return closed([*right, *left])


def cut(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield the pieces of a line in degrees between its crossings of the antimeridian, each ending on it."""
    piece = [points[0]]
    for (a, b), (c, d) in pairwise(points):
        if abs(c - a) > 180:
            side = 180.0 if a > 0 else -180.0
            across = c + 360 if side > 0 else c - 360
            share = (side - a) / (across - a) if across != a else 0.0
            middle = b + (d - b) * share
            yield [*piece, (side, middle)]
            piece = [(-side, middle)]
        piece.append((c, d))
    yield piece


def _dense(ring: Ring) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(ring):
        steps = max(1, int(abs(by - ay) / STEP))
        for i in range(steps):
            yield ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
    yield ring[-1]
