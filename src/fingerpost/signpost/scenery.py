"""What holds the arms: the post with its finial, the board with the home's name, and the ground."""

from __future__ import annotations

from fingerpost.marks import element, short
from fingerpost.signpost.layout import BOARD, FINIAL, Layout
from fingerpost.signpost.palette import Palette
from fingerpost.signpost.plates import POST

BLADES = ((-118, 34, -9), (-92, 52, -4), (-74, 38, 6), (66, 44, -5), (84, 58, 5), (108, 32, 10), (132, 22, 8))
"""Blades of grass at the foot: where, how high, how far they bend."""


def column(plan: Layout, colours: Palette) -> str:
    """Give the post with its finial, and with a ring between groups of arms."""
    top, foot, half = FINIAL - 30, plan.bottom + 26, POST / 2
    long = foot - top
    return (
        element("circle", class_="sp-post", cx=0, cy=62, r=44, fill=colours.post)
        + element(
            "path",
            class_="sp-gleam",
            d="M-26 46a32 32 0 0 1 24-20",
            fill="none",
            stroke=colours.gleam,
            stroke_width=9,
            stroke_linecap="round",
        )
        + element("rect", class_="sp-shade", x=-34, y=100, width=68, height=24, rx=6, fill=colours.shade)
        + element("rect", class_="sp-post", x=-half, y=top, width=POST, height=long, rx=4, fill=colours.post)
        + element("rect", class_="sp-gleam", x=-half + 12, y=top, width=12, height=long, fill=colours.gleam)
        + element("rect", class_="sp-shade", x=half - 20, y=top, width=20, height=long, fill=colours.shade)
        + "".join(_ring(y, colours) for y in plan.rings)
    )


def _ring(y: float, colours: Palette) -> str:
    half = POST / 2 + 7
    return element(
        "rect", class_="sp-ring", x=-half, y=y - 8, width=2 * half, height=16, rx=5, fill=colours.shade
    )


def board(plan: Layout, colours: Palette) -> str:
    """Give the board with the home's name, without its lettering."""
    left, right = plan.board
    return element(
        "rect",
        class_="sp-board",
        x=left,
        y=FINIAL,
        width=right - left,
        height=BOARD,
        rx=16,
        fill=colours.board,
    ) + element(
        "rect",
        class_="sp-board-line",
        x=left + 10,
        y=FINIAL + 10,
        width=right - left - 20,
        height=BOARD - 20,
        rx=9,
        fill="none",
        stroke=colours.on_board,
        stroke_width=4,
    )


def ground(plan: Layout, colours: Palette) -> str:
    """Give the ground that the post stands on, with room for what lies at its foot."""
    left, _, right, bottom = plan.box
    left, right, top = left + 6, right - 6, plan.bottom
    round_ = min(50.0, (bottom - top) / 4)
    edge = bottom - max(round_, (bottom - top) - 96)
    hill = (
        f"M{short(left)} {short(edge)}C{short(left * 0.9)} {short(top + 26)} "
        f"{short(left / 2)} {short(top)} 0 {short(top)}"
        f"S{short(right * 0.9)} {short(top + 26)} {short(right)} {short(edge)}V{short(bottom - round_)}"
        f"Q{short(right)} {short(bottom)} {short(right - round_)} {short(bottom)}H{short(left + round_)}"
        f"Q{short(left)} {short(bottom)} {short(left)} {short(bottom - round_)}Z"
    )
    blades = "".join(_blade(x, top + 22, high, bend) for x, high, bend in BLADES)
    return element("path", class_="sp-grass", d=hill, fill=colours.grass) + element(
        "path",
        class_="sp-blade",
        d=blades,
        fill="none",
        stroke=colours.blade,
        stroke_width=7,
        stroke_linecap="round",
    )


def _blade(x: float, y: float, high: float, bend: float) -> str:
    return f"M{short(x)} {short(y)}q{short(bend / 3)} {short(-0.6 * high)} {short(bend)} {short(-high)}"
