"""The outlines of the land. Source: Natural Earth, in the public domain.

``land.txt`` at 1:110m comes with Fingerpost; a finer one at 1:50m is built from the npm package world-atlas, and is
used where it is there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
COARSE, FINE = HERE / "land.txt", HERE / "built" / "land-50m.txt"

Ring = list[tuple[float, float]]
"""Longitude and latitude in degrees; the last point is the first. No ring crosses the antimeridian."""


@cache
def rings() -> tuple[Ring, ...]:
    """Give the outlines at 1:110m."""
    return _read(COARSE, 10)


@cache
def outlines() -> tuple[Ring, ...]:
    """Give the outlines as finely as this machine has them."""
    return _read(FINE, 100) if FINE.exists() else rings()


def _read(path: Path, parts: int) -> tuple[Ring, ...]:
    """Read rings: a line of steps each, in parts of a degree."""
    found = []
    for line in path.read_text("ascii").splitlines():
        steps = [int(step) for step in line.split()]
        x = y = 0
        ring: Ring = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / parts, y / parts))
        found.append(ring)
    return tuple(found)
