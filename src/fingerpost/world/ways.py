"""The shortest way between two places, as a line."""

from __future__ import annotations

from math import ceil

from fingerpost.world.projection import Point

STEP_KM = 500.0
FEWEST, MOST = 2, 30


def way(start: Point, end: Point) -> list[Point]:
    """Give points in degrees along the geodesic on the WGS 84 ellipsoid, ends included; longitude first."""
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.InverseLine(start[1], start[0], end[1], end[0])
    steps = max(FEWEST, min(MOST, ceil(line.s13 / 1000 / STEP_KM)))
    between = (line.Position(line.s13 * at / steps) for at in range(1, steps))
    return [start, *((one["lon2"], one["lat2"]) for one in between), end]
