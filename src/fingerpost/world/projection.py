"""What both projections can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from fingerpost.world.land import Ring

Point = tuple[float, float]
"""On paper: x to the right, y down. In degrees: longitude, latitude."""


class Projection(Protocol):
    """From degrees to paper. The middle of the paper is 0, 0."""

    @property
    def size(self) -> Point:
        """Width and height of the paper that the world needs."""

    def point(self, longitude: float, latitude: float) -> Point:
        """Give where a place lies on paper; a place beyond the edge is put on it."""

    def way(self, points: Sequence[Point]) -> list[list[Point]]:
        """Give a line through points in degrees, in as many pieces as the paper's edges cut it."""

    def land(self, rings: Iterable[Ring]) -> str:
        """Give the land as the data of a path, to be filled by the rule ``evenodd``."""


def written(points: Iterable[Point], *, least: float = 0.0) -> str:
    """Give points as path data: steps to one decimal that do not add up to a drift.

    Args:
        points: on paper.
        least: points nearer than this to the one before are left out; an outline smaller than twice this is empty.
    """
    kept: list[tuple[int, int]] = []
    near = 10 * least
    for x, y in points:
        at = round(10 * x), round(10 * y)
        if not kept or max(abs(at[0] - kept[-1][0]), abs(at[1] - kept[-1][1])) >= max(near, 1):
            kept.append(at)
    if len(kept) < (4 if least else 2):
        return ""
    steps = (f"{_tenths(c - a)}{_tenths(d - b)}" for (a, b), (c, d) in pairwise(kept))
    x, y = kept[0]
    return f"M{x / 10:g} {y / 10:g}l" + "".join(steps).lstrip()


def closed(points: Iterable[Point], *, least: float = 0.0) -> str:
    """Give an outline as path data; empty where it is too small to be seen."""
    data = written(points, least=least)
    return f"{data}Z" if data else ""


def _tenths(number: int) -> str:
    """Give a step with what parts it from the number before: its own sign, or a space."""
    whole, rest = divmod(abs(number), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if number < 0 else f" {digits}"
