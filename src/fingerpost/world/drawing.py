"""Ties on a map, as SVG: land, the shortest ways, the places at their ends.

Colours and line styles are the page's, by class. The drawing is hidden from screen readers, because the page has the
same as a list; its lines lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot, log2, radians

from fingerpost.marks import element, short, text
from fingerpost.world.azimuthal import Azimuthal
from fingerpost.world.equal_earth import EqualEarth
from fingerpost.world.labels import Label, placed
from fingerpost.world.projection import Point, written
from fingerpost.world.ways import way

MARGIN = 42.0
EARTH_KM = 6371.0088
"""Mean radius."""

DOT = 4.5


@dataclass(frozen=True, slots=True)
class Line:
    """A tie on the map, or several between two countries.

    Attributes:
        key: names it on the page: its list entry is ``#tie-KEY``, its line ``#line-KEY``.
        here, there: longitude and latitude in degrees.
        name: of the place there.
        told: what it says when pointed at.
        standing: its formal status, which chooses its style; or "many".
        count: how many ties it stands for.
    """

    key: str
    here: Point
    there: Point
    name: str
    told: str
    standing: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Rings:
    """Circles of equal distance: how far apart in kilometres, and what is written on each."""

    km: float
    labels: tuple[str, ...]


def map_svg(
    lines: Sequence[Line],
    projection: Azimuthal | EqualEarth,
    land: str,
    *,
    home: tuple[str, Point] | None = None,
    rings: Rings | None = None,
) -> str:
    """Give the map.

    Args:
        lines: what is drawn, the most important last.
        projection: how.
        land: the data of its path, in the same projection.
        home: name and place of the post, if the map is somebody's own.
        rings: circles around the middle of an azimuthal map.
    """
    width, height = (side + 2 * MARGIN for side in projection.size)
    box = (-width / 2, -height / 2, width, height)
    ends = [(line, projection.point(*line.there)) for line in lines]
    labels = placed(_labels(ends, home, projection), (box[0], box[1], box[0] + width, box[1] + height))
    return element(
        "svg",
        *_ground(projection, land, rings, [end for _, end in ends]),
        element("g", *(_way(line, projection) for line in lines), class_="ways"),
        element("g", *(_end(line, end) for line, end in ends), class_="ends"),
        _home(home, projection),
        element("g", *map(_written, labels), class_="names"),
        class_=f"map {'disc' if isinstance(projection, Azimuthal) else 'world'}",
        viewBox=" ".join(map(short, box)),
        aria_hidden="true",
        focusable="false",
    )


def _ground(
    projection: Azimuthal | EqualEarth, land: str, rings: Rings | None, ends: Sequence[Point]
) -> tuple[str, ...]:
    drawn = element("path", class_="land", fill_rule="evenodd", d=land)
    if isinstance(projection, EqualEarth):
        return element("path", class_="sea", d=projection.edge()), drawn
    radius = projection.radius
    return (
        element("clipPath", element("circle", r=radius), id="disc"),
        element("circle", class_="sea", r=radius),
        element("g", drawn, _rings(projection, rings, ends), clip_path="url(#disc)"),
        element("circle", class_="rim", r=radius),
        element("path", class_="north", d=f"M0-{radius + 24:g}l-8 16h16z"),
        element("text", "N", class_="compass", x=0, y=-radius - 28, text_anchor="middle"),
    )


def _rings(projection: Azimuthal, rings: Rings | None, ends: Sequence[Point]) -> str:
    if rings is None:
        return ""
    drawn, at = "", _emptiest(ends)
    for number, label in enumerate(rings.labels, 1):
        radius = number * rings.km / EARTH_KM * projection.scale
        if radius > projection.radius - 8:
            break
        x, y = projection.paper(radius / projection.scale, at)
        drawn += element("circle", class_="ring", r=radius)
        drawn += element("text", text(label), class_="ring-label", x=x, y=y - 3, text_anchor="middle")
    return drawn


def _emptiest(ends: Sequence[Point]) -> float:
    """Give the direction, in radians, that is farthest from every end."""
    taken = [degrees(atan2(x, -y)) % 360 for x, y in ends if hypot(x, y) > 1]

    def room(direction: int) -> float:
        return min((abs((direction - one + 180) % 360 - 180) for one in taken), default=180.0)

    return radians(max(range(20, 360, 20), key=room))


def _way(line: Line, projection: Azimuthal | EqualEarth) -> str:
    pieces = projection.way(_points(line, projection))
    return element(
        "a",
        element(
            "path",
            element("title", text(line.told)),
            class_=f"way {line.standing}",
            id=f"line-{line.key}",
            d="".join(written(piece) for piece in pieces),
            stroke_width=1 + log2(line.count) * 0.7 if line.count > 1 else None,
        ),
        href=f"#tie-{line.key}",
        tabindex="-1",
    )


def _points(line: Line, projection: Azimuthal | EqualEarth) -> list[Point]:
    """Give the line in degrees; from the middle of an azimuthal map, two points are exact."""
    if isinstance(projection, Azimuthal) and line.here == (projection.longitude, projection.latitude):
        return [line.here, line.there]
    return way(line.here, line.there)


def _end(line: Line, end: Point) -> str:
    dot = element(
        "circle",
        element("title", text(line.told)),
        class_=f"end {line.standing}",
        cx=end[0],
        cy=end[1],
        r=DOT,
    )
    return element("a", dot, href=f"#tie-{line.key}", tabindex="-1", data_name=line.name or None)


def _home(home: tuple[str, Point] | None, projection: Azimuthal | EqualEarth) -> str:
    if home is None:
        return ""
    x, y = projection.point(*home[1])
    return element("circle", class_="home", cx=x, cy=y, r=DOT * 1.5)


def _labels(
    ends: Sequence[tuple[Line, Point]],
    home: tuple[str, Point] | None,
    projection: Azimuthal | EqualEarth,
) -> Iterable[Label]:
    if home:
        yield Label(home[0], *projection.point(*home[1]), 18.0, "home")
    for line, (x, y) in sorted(ends, key=lambda one: (-one[0].count, one[0].name)):
        yield Label(line.name, x, y, 15.0, line.standing)


def _written(label: Label) -> str:
    return element(
        "text",
        text(label.text),
        class_=f"name {label.kind}",
        x=label.x,
        y=label.y,
        font_size=label.size,
        text_anchor=None if label.anchor == "start" else label.anchor,
    )
