"""One arm as a plate: its outline and its lettering, in millimetres.

A plate's own frame: x = 0 is the middle of the post and grows to the right, y = 0 is its upper edge. The pointed end
of a plate that hangs on the left has a negative x.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, radians, sin

from fingerpost.signpost.lettered import Anchor, Lettering, fit, letter, width
from fingerpost.signpost.model import Arm
from fingerpost.signpost.wording import Words, tidy

HEIGHT = 150.0
POST = 96.0
"""Width of the post."""

NAME, ABOUT, FIRST, SECOND = 72.0, 33.0, 50.0, 33.0
"""Sizes of the lettering; a capital is seven tenths as high."""

NAME_LEAST, NAME_ROOM, NAME_MOST = 46.0, 760.0, 1200.0
"""A name is lettered smaller to stay within the room; a longer one makes its plate longer, up to the most."""

TINY = 36.0
UPPER, LOWER = 80.0, 122.0
"""Baselines."""

DIAL = 21.0
"""Radius of the small compass that each plate carries beside the post."""

EDGE = 40.0
GAP = 56.0
STEP = 25.0
"""Plates are cut to a multiple of this length."""

TIP = 84.0
"""Length of the pointed end, seen from the side."""


CARD = 66.0
"""Height of the card on a hood."""


@dataclass(frozen=True, slots=True)
class Card:
    """The card on the hood of an arm: left and right edge, top and bottom."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Plate:
    """An arm as it is drawn.

    Attributes:
        butt: distance of its blunt end from the middle of the post, towards the pointed end.
        reach: distance of its point from the middle of the post.
        tip: length of its pointed end: foreshortened, the more it points towards or away from the viewer.
        bare: how far from the middle of the post nothing is lettered: half a post, or nothing.
        letters: what is lettered on it; of a hooded one, what is on the card.
    """

    arm: Arm
    butt: float
    reach: float
    tip: float
    bare: float
    letters: tuple[Lettering, ...]
    card: Card | None = None
    height: float = HEIGHT

    @property
    def sign(self) -> int:
        """1 where it points right, -1 where it points left."""
        return 1 if self.arm.side == "right" else -1

    @property
    def dial(self) -> float:
        """Distance of its small compass from the middle of the post."""
        return self.bare + DIAL + 18

    @property
    def left(self) -> float:
        """The smallest x."""
        return min(self.butt * self.sign, self.reach * self.sign)

    @property
    def right(self) -> float:
        """The largest x."""
        return max(self.butt * self.sign, self.reach * self.sign)

    @property
    def length(self) -> float:
        """From the blunt end to the point."""
        return self.reach - self.butt

    @property
    def room(self) -> tuple[float, float]:
        """The part between blunt end and pointed end, where lettering may stand: smallest and largest x."""
        ends = self.butt * self.sign, (self.reach - self.tip * 0.6) * self.sign
        return min(ends), max(ends)


def plate(arm: Arm, words: Words, *, miles_first: bool, butt: float, bare: float) -> Plate:
    """Give the plate of an arm.

    Args:
        arm: what it points at.
        words: in which language.
        miles_first: whether miles are lettered larger.
        butt: where its blunt end lies, from the middle of the post.
        bare: how far from the middle of the post nothing is lettered.
    """
    start = bare + 2 * DIAL + 18 + EDGE
    name, size = _name(tidy(arm.partner.name) or "?")
    about, about_size = _about(arm, words)
    first, second = words.distances(arm.km, miles_first=miles_first)
    block = max(width(name, size, 700), width(about, about_size, 400))
    figures = max(width(first, FIRST, 700), width(second, SECOND, 400))
    tip = TIP * (0.4 + 0.6 * abs(sin(radians(arm.bearing))))
    reach = butt + STEP * ceil((start + block + GAP + figures + 8 + tip - butt) / STEP)
    made = Plate(arm, butt, reach, tip, bare, ())
    if arm.partner.standing == "suspended":
        return _hooded(made, words)
    near: Anchor = "start" if made.sign > 0 else "end"
    far: Anchor = "end" if made.sign > 0 else "start"
    begin, end = made.sign * start, made.sign * (reach - tip - 8)
    letters = (
        letter(name, begin, UPPER + 0.35 * (size - NAME), size, weight=700, role="name", anchor=near),
        letter(about, begin, LOWER, about_size, role="about", anchor=near),
        letter(first, end, UPPER - 4, FIRST, weight=700, role="first", anchor=far),
        letter(second, end, LOWER, SECOND, role="second", anchor=far),
    )
    return replace(made, letters=tuple(one for one in letters if one.text))


def _hooded(made: Plate, words: Words) -> Plate:
    """Give the plate with a card in place of its lettering."""
    stands = words.stands(made.arm.partner)
    room = made.reach - made.tip - made.dial - 150
    name, size = fit(tidy(made.arm.partner.name) or "?", 40, 700, room - width(stands, 32, 400), least=30)
    across = width(name, size, 700) + 22 + width(stands, 32, 400)
    middle = made.sign * (made.dial - DIAL + made.reach) / 2
    left, top = middle - across / 2, (made.height - CARD) / 2
    base = top + CARD / 2 + 13
    letters = (
        letter(name, left, base, size, weight=700, role="card"),
        letter(stands, middle + across / 2, base, 32, role="card", anchor="end"),
    )
    card = Card(left - 24, middle + across / 2 + 24, top, top + CARD)
    return replace(made, letters=letters, card=card)


def _name(name: str) -> tuple[str, float]:
    text, size = fit(name, NAME, 700, NAME_ROOM, least=NAME_LEAST)
    return (text, size) if text == name else fit(name, NAME_LEAST, 700, NAME_MOST, least=TINY)


def _about(arm: Arm, words: Words) -> tuple[str, float]:
    """Give the second line: country, years, and how the tie stands where its arm alone does not say so."""
    country = tidy(arm.partner.country)
    stands = words.stands(arm.partner) if arm.partner.standing in {"proposed", "lapsed", "unknown"} else ""
    whole = ", ".join(part for part in (country, words.years(arm.partner), stands) if part)
    return fit(whole, ABOUT, 400, NAME_ROOM, least=ABOUT)
