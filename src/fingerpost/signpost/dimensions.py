"""One arm at its real size, with crop marks and dimensions. Units are millimetres."""

from __future__ import annotations

from fingerpost.lettering import face
from fingerpost.marks import element, line, short
from fingerpost.signpost.palette import PALETTES
from fingerpost.signpost.plates import POST, Plate
from fingerpost.signpost.svg import BORDER, Brush, plate_svg
from fingerpost.signpost.wording import Words

COLOUR = "#56615b"
MARK, OFF = 14.0, 6.0
"""Length of a crop mark, and how far it keeps from the arm."""

SMALL = 11.0


def arm_drawing(made: Plate, words: Words, *, around: float) -> str:
    """Give an arm with crop marks and dimensions; ``around``: the paper on all four sides of it."""
    brush = Brush(PALETTES["light"], "outlines", words)
    width, height = made.length + 2 * around, made.height + 2 * around
    moved = f"translate({short(around - made.left)} {short(around)})"
    return element(
        "svg",
        element(
            "g",
            plate_svg(made, brush, flat=True),
            stroke_width=BORDER,
            stroke_linejoin="round",
            transform=moved,
        ),
        _crop(around, around, around + made.length, around + made.height),
        _dimensions(made, around),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width:g}mm",
        height=f"{height:g}mm",
        viewBox=f"0 0 {width:g} {height:g}",
    )


def _crop(left: float, top: float, right: float, bottom: float) -> str:
    marks = "".join(
        line((x + away * OFF, y), (x + away * (OFF + MARK), y))
        + line((x, y + up * OFF), (x, y + up * (OFF + MARK)))
        for x, away in ((left, -1), (right, 1))
        for y, up in ((top, -1), (bottom, 1))
    )
    return element("path", class_="crop", d=marks, stroke="#000000", stroke_width=0.3, fill="none")


def _dimensions(made: Plate, around: float) -> str:
    """Give the height and the lengths: of the whole, of the pointed end, of what lies at the post."""
    left, right = around, around + made.length
    top, bottom = around, around + made.height
    tip = (right - made.tip, right) if made.sign > 0 else (left, left + made.tip)
    post = abs(POST / 2 - made.butt) if made.bare else 0.0
    lines = [
        _across(left, right, top - 34, f"{made.length:.0f}"),
        _across(*tip, bottom + 26, f"{made.tip:.0f}"),
        _down(top, bottom, right + 34, f"{made.height:.0f}"),
    ]
    if post:
        ends = (left, left + post) if made.sign > 0 else (right - post, right)
        lines.append(_across(*ends, bottom + 26, f"{post:.0f}"))
    return "".join(lines)


def _across(left: float, right: float, y: float, words: str) -> str:
    wide = face(400).width(words, SMALL)
    drawn = (
        line((left, y), (right, y))
        + line((left, y - 4), (left, y + 4))
        + line((right, y - 4), (right, y + 4))
    )
    return _ruled(drawn) + _words(words, (left + right - wide) / 2, y - 4)


def _down(top: float, bottom: float, x: float, words: str) -> str:
    drawn = (
        line((x, top), (x, bottom))
        + line((x - 4, top), (x + 4, top))
        + line((x - 4, bottom), (x + 4, bottom))
    )
    return _ruled(drawn) + _words(words, x + 6, (top + bottom) / 2 + 4)


def _ruled(drawn: str) -> str:
    return element("path", d=drawn, stroke=COLOUR, stroke_width=0.5, fill="none")


def _words(words: str, x: float, y: float) -> str:
    return element("path", d=face(400).outline(words, x, y, SMALL), fill=COLOUR)
