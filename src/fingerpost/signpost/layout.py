"""Where everything stands on the drawing of a signpost, in millimetres.

The viewer faces north. Arms that point east of the meridian hang on the right, the others on the left; on both sides
those nearest north hang highest, so that reading down the right and up the left is clockwise. An arm that leads away
from the viewer is fixed behind the post, one that leads towards the viewer before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Literal

from fingerpost.signpost.lettered import Lettering, fit, letter, width
from fingerpost.signpost.model import Arm, Signpost
from fingerpost.signpost.plates import POST, Plate, plate
from fingerpost.signpost.wording import Words, tidy

Shape = Literal["wide", "tall"]
"""Wide: arms on both sides of the post. Tall: one below the other across the post, for a narrow screen."""

PITCH, CLOSE = 34.0, 22.0
"""Between one arm and the next below; where there are many."""

MANY = 14
TOGETHER = 30.0
"""Arms on the two sides whose angles from north differ less hang at one height."""

BAND = 45.0
BETWEEN = 40.0
"""Between one group of arms and the next."""

LOOSE = 3.0
"""How far an arm whose term ran out hangs down, in degrees."""

MARGIN = 40.0
LEAST = 420.0
"""The drawing reaches at least so far to each side of the post."""

BOARD = 160.0
"""Height of the board with the home's name."""

FINIAL = 150.0
LEG = 330.0
"""The post below its lowest arm."""

PLANK = 0.78
"""Size of an arm at the foot, against one on the post."""

PLANK_PITCH, APART = 44.0, 40.0
"""Between arms at the foot: below and beside."""

LEANS = (-1.2, 0.9, 0.5, -0.8)
"""How arms at the foot lie, in degrees."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A plate in its place.

    Attributes:
        top: y of its upper edge, were it level.
        x: x of the middle of its frame.
        lean: degrees clockwise around ``pivot``.
        pivot: the point where it is fixed.
        behind: whether the post hides its end.
        scale: against a plate on the post.
    """

    plate: Plate
    top: float
    x: float = 0.0
    lean: float = 0.0
    behind: bool = False
    scale: float = 1.0

    @property
    def pivot(self) -> tuple[float, float]:
        """Where it is fixed: at the post, or in its own middle where it lies on the ground."""
        middle = self.x + (self.plate.left + self.plate.right) / 2 * self.scale
        return (0.0 if self.scale == 1 else middle), self.top + self.plate.height * self.scale / 2

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Its four corners, with its lean, clockwise from the upper left."""
        left, right = (self.x + edge * self.scale for edge in (self.plate.left, self.plate.right))
        bottom = self.top + self.plate.height * self.scale
        return tuple(
            self.leaning(x, y)
            for x, y in ((left, self.top), (right, self.top), (right, bottom), (left, bottom))
        )

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, with its lean."""
        xs, ys = zip(*self.corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def leaning(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point of the level plate comes to lie."""
        (px, py), turn = self.pivot, radians(self.lean)
        return (
            px + (x - px) * cos(turn) - (y - py) * sin(turn),
            py + (x - px) * sin(turn) + (y - py) * cos(turn),
        )

    def below(self, top: float) -> Hung:
        """Give the same plate, moved so that no part of it is above ``top``."""
        return replace(self, top=self.top + top - self.box[1])


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole drawing; the middle of the post is x = 0, its top y = 0.

    Attributes:
        bottom: where the ground begins.
        box: left, top, right, bottom of everything.
        board: left and right edge of the board with the home's name.
    """

    post: Signpost
    hung: tuple[Hung, ...]
    fallen: tuple[Hung, ...]
    bottom: float
    box: tuple[float, float, float, float]
    board: tuple[float, float]
    letters: tuple[Lettering, ...]
    rings: tuple[float, ...] = ()
    """Where the post has a ring between two groups of arms."""


def layout(post: Signpost, words: Words, *, shape: Shape = "wide") -> Layout:
    """Give the place of every part."""
    board, letters = _board(post)
    first = FINIAL + BOARD + 60
    hung, rings = _wide(post, words, first) if shape == "wide" else (list(_tall(post, words, first)), [])
    lowest = max((one.box[3] for one in hung), default=first)
    bottom = lowest + LEG
    left = min([board[0], -LEAST, *(one.box[0] for one in hung)])
    right = max([board[1], LEAST, *(one.box[2] for one in hung)])
    fallen = tuple(_pile(post, words, bottom + 50, left, right))
    left = min([left, *(one.box[0] for one in fallen)])
    right = max([right, *(one.box[2] for one in fallen)])
    foot = max((one.box[3] for one in fallen), default=bottom + 30) + 40
    box = (left - MARGIN, -MARGIN, right + MARGIN, foot + MARGIN)
    return Layout(post, tuple(hung), fallen, bottom, box, board, letters, tuple(rings))


def _board(post: Signpost) -> tuple[tuple[float, float], tuple[Lettering, ...]]:
    name, size = fit(tidy(post.home.name) or "?", 84.0, 700, 900.0, least=48.0)
    where = _degrees(post.home.latitude, "N", "S") + ", " + _degrees(post.home.longitude, "E", "W")
    half = max(width(name, size, 700), width(where, 30, 400)) / 2 + 56
    top = FINIAL
    return (-half, half), (
        letter(name, 0, top + 84, size, weight=700, role="home", anchor="middle"),
        letter(where, 0, top + 137, 30, role="where", anchor="middle"),
    )


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.2f}° {positive if value >= 0 else negative}"


def _wide(post: Signpost, words: Words, top: float) -> tuple[list[Hung], list[float]]:
    """Give the arms on both sides of the post, and where rings part their groups."""
    gap = PITCH if len(post.hung) <= MANY else CLOSE
    hung: list[Hung] = []
    rings: list[float] = []
    for group in groups(post.hung):
        if hung:
            rings.append(top + BETWEEN / 2 - gap / 2)
            top += BETWEEN
        for row in group:
            placed = [_beside(arm, post, words, top, alone=len(row) == 1) for arm in row]
            hung += placed
            top = max(one.box[3] for one in placed) + gap
    return hung, rings


def _tall(post: Signpost, words: Words, top: float) -> Iterable[Hung]:
    gap = PITCH if len(post.hung) <= MANY else CLOSE
    for arm in sorted(post.hung, key=lambda arm: (arm.from_north, arm.side)):
        made = _flat(arm, post, words)
        # About the middle of the plate is fixed to the post, a little nearer its blunt end.
        x = -made.sign * round(made.length * 0.46)
        one = Hung(made, top, x=x, lean=_lean(made)).below(top)
        yield one
        top = one.box[3] + gap


def _beside(arm: Arm, post: Signpost, words: Words, top: float, *, alone: bool) -> Hung:
    behind = arm.from_north < 90
    butt = 0.0 if behind else (-POST / 2 - 16 if alone else 4.0)
    made = plate(arm, words, miles_first=post.miles_first, butt=butt, bare=POST / 2)
    return Hung(made, top, lean=_lean(made), behind=behind).below(top)


def _lean(made: Plate) -> float:
    return LOOSE * made.sign if made.arm.partner.standing == "lapsed" else 0.0


Row = tuple[Arm, ...]
"""One arm, or one on each side."""


def groups(arms: Sequence[Arm]) -> list[list[Row]]:
    """Give the arms from the top of the post down, in groups of rows.

    A few arms are one group, where those on the two sides share a row if they stand about equally far from
    north. Many are grouped by the eighth of the compass they point to, the same on both sides.
    """
    ordered = sorted(arms, key=lambda arm: arm.from_north)
    if len(arms) <= MANY:
        return [_rows(ordered, near=TOGETHER)] if arms else []
    bands = [[arm for arm in ordered if min(arm.from_north // BAND, 3) == band] for band in range(4)]
    return [_rows(band, near=360) for band in bands if band]


def _rows(ordered: Sequence[Arm], *, near: float) -> list[Row]:
    right = [arm for arm in ordered if arm.side == "right"]
    left = [arm for arm in ordered if arm.side == "left"]
    found: list[Row] = []
    while right and left:
        apart = right[0].from_north - left[0].from_north
        if abs(apart) < near:
            found.append((right.pop(0), left.pop(0)))
        else:
            found.append(((left if apart > 0 else right).pop(0),))
    return found + [(arm,) for arm in right + left]


def _pile(post: Signpost, words: Words, top: float, left: float, right: float) -> Iterable[Hung]:
    """Yield the arms at the foot, in rows as wide as the drawing."""
    count = 0
    for row in _filled([_flat(arm, post, words) for arm in post.fallen], right - left):
        x, bottom = (left + right - _length(row)) / 2, top
        for made in row:
            lean = LEANS[count % len(LEANS)]
            one = Hung(made, top, x=x - made.left * PLANK, lean=lean, scale=PLANK).below(top)
            yield one
            count, bottom, x = count + 1, max(bottom, one.box[3]), x + made.length * PLANK + APART
        top = bottom + PLANK_PITCH


def _flat(arm: Arm, post: Signpost, words: Words) -> Plate:
    return plate(arm, words, miles_first=post.miles_first, butt=0, bare=0)


def _filled(planks: Iterable[Plate], room: float) -> Iterable[list[Plate]]:
    row: list[Plate] = []
    for made in planks:
        if row and _length([*row, made]) > room:
            yield row
            row = []
        row.append(made)
    if row:
        yield row


def _length(row: Sequence[Plate]) -> float:
    return sum(made.length * PLANK for made in row) + APART * (len(row) - 1)
