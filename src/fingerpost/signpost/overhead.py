"""The post from above: each arm as a line at its true bearing, numbered as in the sign maker's table."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from fingerpost.lettering import face
from fingerpost.marks import element, line
from fingerpost.signpost.palette import Palette
from fingerpost.signpost.plates import Plate

RADIUS = 300.0
RINGS = (208.0, 250.0, 292.0, 166.0)
"""How far from the middle a number may stand; neighbours take turns."""

CLOSE = 12.0
"""Numbers of arms whose bearings differ less than this, in degrees, do not stand at one distance."""


def overhead(plates: Sequence[Plate], colours: Palette) -> str:
    """Give the view from above, true north up."""
    ticks = "".join(_tick(degrees) for degrees in range(0, 360, 15))
    arms, last = "", [-360.0] * len(RINGS)
    for number, made in enumerate(plates, 1):
        bearing = made.arm.bearing
        ring = next(
            (at for at, before in enumerate(last) if bearing - before >= CLOSE), last.index(min(last))
        )
        last[ring] = bearing
        arms += _arm(number, bearing, RINGS[ring], colours)
    return element(
        "svg",
        element("circle", r=RADIUS + 22, fill="none", stroke=colours.post, stroke_width=3),
        element("path", d=ticks, stroke=colours.post, stroke_width=3, fill="none"),
        element("path", d=f"M0-{RADIUS + 74:g}l-16 34h32z", fill=colours.ink),
        _centred("N", 0, -RADIUS - 84, 40, colours.ink),
        arms,
        element("circle", r=24, fill=colours.post, stroke=colours.shade, stroke_width=6),
        xmlns="http://www.w3.org/2000/svg",
        viewBox="-340 -430 680 770",
    )


def _point(degrees: float, radius: float) -> tuple[float, float]:
    return radius * sin(radians(degrees)), -radius * cos(radians(degrees))


def _tick(degrees: float) -> str:
    return line(_point(degrees, RADIUS + 22), _point(degrees, RADIUS + (38 if degrees % 90 == 0 else 30)))


def _arm(number: int, bearing: float, radius: float, colours: Palette) -> str:
    x, y = _point(bearing, radius)
    return (
        element(
            "path", d=line((0, 0), _point(bearing, RADIUS)), stroke=colours.edge, stroke_width=6, fill="none"
        )
        + element("circle", cx=x, cy=y, r=20, fill=colours.plate, stroke=colours.edge, stroke_width=4)
        + _centred(str(number), x, y + 9, 26, colours.ink)
    )


def _centred(words: str, x: float, y: float, size: float, colour: str) -> str:
    lettered = face(700)
    return element(
        "path", d=lettered.outline(words, x - lettered.width(words, size) / 2, y, size), fill=colour
    )
