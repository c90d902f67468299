"""Names beside their places, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from fingerpost.lettering import face

Box = tuple[float, float, float, float]
OFF = 9.0
"""How far a name keeps from the middle of its place."""

MOST = 60
"""Names on one map."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point; once placed, the point is where its baseline starts, ends or has its middle."""

    text: str
    x: float
    y: float
    size: float
    kind: str
    anchor: Literal["start", "middle", "end"] = "start"

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        width = face(700).width(self.text, self.size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - 0.75 * self.size, left + width, self.y + 0.25 * self.size


def placed(labels: Iterable[Label], paper: Box) -> list[Label]:
    """Give the labels that find room on the paper, each beside its place; the first ones choose first."""
    labels = list(labels)
    taken: list[Box] = [(one.x - 5, one.y - 5, one.x + 5, one.y + 5) for one in labels]
    found: list[Label] = []
    for label in labels:
        if len(found) == MOST:
            break
        room = next((one for one in _beside(label) if _is_free(one.box, taken, paper)), None)
        if room:
            taken.append(room.box)
            found.append(room)
    return found


def _beside(label: Label) -> Iterable[Label]:
    middle = label.y + 0.3 * label.size
    yield replace(label, x=label.x + OFF, y=middle)
    yield replace(label, x=label.x - OFF, y=middle, anchor="end")
    yield replace(label, y=label.y - OFF, anchor="middle")
    yield replace(label, y=label.y + OFF + 0.7 * label.size, anchor="middle")
    for up in (-1.0, 1.0):
        y = middle + up * label.size * 0.75
        yield replace(label, x=label.x + OFF * 0.8, y=y)
        yield replace(label, x=label.x - OFF * 0.8, y=y, anchor="end")


def _is_free(box: Box, taken: Iterable[Box], paper: Box) -> bool:
    left, top, right, bottom = box
    if left < paper[0] or top < paper[1] or right > paper[2] or bottom > paper[3]:
        return False
    return not any(left < c and a < right and top < d and b < bottom for a, b, c, d in taken)
