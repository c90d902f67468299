"""The hood over the arm of a suspended tie: canvas, tied with two ropes, with a card pinned to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from fingerpost.marks import element, short
from fingerpost.signpost.palette import Palette
from fingerpost.signpost.plates import Plate

OVER = 14.0
"""How far it hangs over the point."""

ROPE = 11.0
TIES = (0.13, 0.87)
"""Where the ropes are, along the canvas."""

UPPER = (
    (0.0, -4.0),
    (0.06, -7.0),
    (0.13, 3.0),
    (0.21, -6.0),
    (0.5, -2.0),
    (0.79, -6.0),
    (0.87, 3.0),
    (0.93, -5.0),
)
LOWER = (
    (0.0, 3.0),
    (0.06, 9.0),
    (0.13, -2.0),
    (0.22, 8.0),
    (0.36, 4.0),
    (0.5, 9.0),
    (0.64, 4.0),
    (0.78, 8.0),
    (0.87, -2.0),
    (0.93, 6.0),
)
"""The canvas's edges: along it, and how far below (or above, if negative) the plate's edge. It never reaches a
neighbour: arms hang farther apart."""

FOLDS = (
    (0.035, 6, 0.72),
    (0.175, -13, 1.0),
    (0.235, 10, 0.62),
    (0.765, -8, 0.7),
    (0.825, 14, 1.0),
    (0.945, -5, 0.8),
)
"""Where the folds run, how far their lower end is from the upper one, and how far down they reach."""

GATHERS = (-26.0, -13.0, 13.0, 26.0)
"""Where short creases run into a rope, beside it."""

At = Callable[[float], float]


def hood(plate: Plate, colours: Palette) -> str:
    """Give the hood of a plate, in the plate's own frame, from the post, or its blunt end, to its point."""
    start = plate.bare + 10 if plate.bare else -10.0
    length = plate.reach + OVER - start

    def at(share: float) -> float:
        return plate.sign * (start + share * length)

    shadow = "".join(
        _fold(at(share), plate.sign * lean, plate.height * reach) for share, lean, reach in FOLDS
    )
    creases = "".join(_gathers(at(share), plate.height) for share in TIES)
    return (
        element("path", class_="sp-cloth", fill=colours.cloth, d=_outline(plate, at, length))
        + element("path", class_="sp-gleam", fill=colours.gleam, fill_opacity=0.55, d=_light(plate, at))
        + element("path", class_="sp-fold", fill=colours.fold, fill_opacity=0.8, d=shadow)
        + element(
            "path",
            class_="sp-crease",
            fill="none",
            stroke=colours.fold,
            stroke_width=4,
            stroke_linecap="round",
            d=creases,
        )
        + "".join(_rope(at(share), plate.sign, plate.height, colours) for share in TIES)
    )


def _outline(plate: Plate, at: At, length: float) -> str:
    """Give the silhouette: out between the ropes, in at them, round over the point."""
    shoulder = max(1 - (plate.tip * 0.8 + OVER) / length, 0.935)
    upper = [*UPPER, (shoulder, -1.0)]
    lower = [(share, plate.height + y) for share, y in (*LOWER, (shoulder, 2.0))]
    x, nose, tip = at(shoulder), plate.height / 2, at(1)
    path = f"M{short(at(0))} {short(upper[0][1])}" + _through(upper, at)
    path += f"C{short((x + tip) / 2)} 8 {short(tip)} {short(nose - 30)} {short(tip)} {short(nose)}"
    path += f"S{short((x + tip) / 2)} {short(plate.height - 4)} {short(x)} {short(lower[-1][1])}"
    return path + _through(lower[::-1], at) + "Z"


def _light(plate: Plate, at: At) -> str:
    """Give the lit upper part of the canvas."""
    lower = [(0.9, 30.0), (0.8, 38.0), (0.5, 31.0), (0.2, 40.0), (0.08, 32.0)]
    path = f"M{short(at(0.02))} 4" + _through([(0.02, 4.0), *UPPER[1:-1], (0.92, 6.0)], at)
    return path + _through([(0.92, 6.0), *lower, (0.02, 4.0)], at) + "Z"


def _through(points: list[tuple[float, float]], at: At) -> str:
    return "".join(_curve(at(a), y, at(b), z) for (a, y), (b, z) in pairwise(points))


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = short((x + to_x) / 2)
    return f"C{middle} {short(y)} {middle} {short(to_y)} {short(to_x)} {short(to_y)}"


def _fold(x: float, lean: float, height: float) -> str:
    middle = height / 2
    return (
        f"M{short(x)} 8Q{short(x + lean * 0.2)} {short(middle)} {short(x + lean)} {short(height - 2)}"
        f"L{short(x + lean + 7)} {short(height - 2)}Q{short(x + lean * 0.2 + 9)} {short(middle)} {short(x)} 8Z"
    )


def _gathers(x: float, height: float) -> str:
    edges = ((16.0, 34.0), (height - 14.0, height - 36.0))
    return "".join(_gather(x, aside, *edge) for edge in edges for aside in GATHERS)


def _gather(x: float, aside: float, edge: float, inner: float) -> str:
    middle = f"{short(x + aside * 0.5)} {short((edge + inner) / 2)}"
    return f"M{short(x + aside)} {short(edge)}Q{middle} {short(x + aside * 0.3)} {short(inner)}"


def _rope(x: float, sign: int, height: float, colours: Palette) -> str:
    half, bend, knot = ROPE / 2, sign * 9, x + sign * 5
    band = (
        f"M{short(x - half)} 2Q{short(x + bend - half)} {short(height / 2)} {short(x - half)} {short(height - 1)}"
        f"H{short(x + half)}Q{short(x + bend + half)} {short(height / 2)} {short(x + half)} 2Z"
    )
    ends = (
        f"M{short(knot)} {short(height * 0.68)}q-10 14-15 31M{short(knot)} {short(height * 0.68)}q10 12 13 27"
    )
    loose = element(
        "path",
        class_="sp-rope-end",
        fill="none",
        stroke=colours.rope,
        stroke_width=6,
        stroke_linecap="round",
        d=ends,
    )
    return (
        element("path", class_="sp-rope", fill=colours.rope, d=band)
        + loose
        + element("circle", class_="sp-rope", fill=colours.rope, cx=knot, cy=height * 0.68, r=10)
    )
