"""Strings in their place: measured, and made to fit. Lengths are millimetres."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from fingerpost.lettering import face

Anchor = Literal["start", "end", "middle"]
Role = Literal["name", "about", "first", "second", "home", "where", "card", "note"]


@dataclass(frozen=True, slots=True)
class Lettering:
    """A string on the drawing.

    Attributes:
        x: where it starts, ends or has its middle, as ``anchor`` says.
        baseline: y of its baseline.
        width: how long it runs.
        role: what it is there for; it chooses the colour.
    """

    text: str
    x: float
    baseline: float
    size: float
    weight: int
    width: float
    role: Role
    anchor: Anchor = "start"

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom: from the height of a capital to the depth of a g."""
        return (
            self.left,
            self.baseline - 0.75 * self.size,
            self.left + self.width,
            self.baseline + 0.25 * self.size,
        )

    @property
    def covered(self) -> bool:
        """Whether Overpass has every letter of it."""
        return face(self.weight).covers(self.text)


def letter(
    text: str,
    x: float,
    baseline: float,
    size: float,
    *,
    weight: int = 400,
    role: Role,
    anchor: Anchor = "start",
) -> Lettering:
    """Give a string in its place, measured."""
    return Lettering(text, x, baseline, size, weight, width(text, size, weight), role, anchor)


def width(text: str, size: float, weight: int) -> float:
    """Give how long a string runs; where Overpass lacks letters, a generous estimate for any other typeface."""
    lettered = face(weight)
    if lettered.covers(text):
        return lettered.width(text, size)
    return sum(map(_share, text)) * size


def fit(text: str, size: float, weight: int, room: float, *, least: float) -> tuple[str, float]:
    """Give a string and the size at which it fits into a room.

    It gets smaller first, down to ``least``, and is then cut short with an ellipsis.
    """
    needed = width(text, size, weight)
    if needed <= room:
        return text, size
    smaller = max(least, size * room / needed)
    while len(text) > 1 and width(text, smaller, weight) > room + 0.01:
        text = text.rstrip("…")[:-1].rstrip() + "…"
    return text, smaller


def _share(char: str) -> float:
    """Give how wide a letter of an unknown typeface may be, as a share of its size."""
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    if char.isspace():
        return 0.35
    return 0.95 if char.isupper() else 0.72
