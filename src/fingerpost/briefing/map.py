"""The small map: the world as seen from the signpost, with one arm.

An azimuthal equidistant map centred on the place that asks: there the geodesic to any other place is a
straight line, at its true bearing and of true length.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import acos, atan2, cos, pi, radians, sin
from pathlib import Path

from fingerpost.briefing.model import Arm

ASSETS = Path(__file__).parent / "assets"
SIZE = 320
RADIUS = 146
STEP = 4.0
"""Longest step along an outline before a point is put between, in degrees."""

WIDEST = radians(12)
"""Widest turn between two points on the far side before more are put between."""

NEAREST = radians(14)
"""The least that the map shows around its centre: below it, outlines at 1:110m mean nothing."""

Ring = list[tuple[float, float]]


PAPER = (
    ".sea{fill:#eef3f0}.land{fill:#c8d5cd}.ring{fill:none;stroke:#fff}.rim,.ticks{fill:none;stroke:#56615b}"
    ".arm{fill:none;stroke:#00633d;stroke-width:6}.post,.goal{fill:#fff;stroke:#00633d;stroke-width:3}"
)
"""Colours for paper, where the page's own do not reach into the drawing."""


def map_svg(arm: Arm, *, paper: bool = False) -> str:
    """Give the map as an SVG element; on screen its colours are the page's. Holds no text of a source."""
    reach = min(pi * 0.98, max(NEAREST, _angle(arm) * 1.22))
    scale = RADIUS / reach
    land = "".join(_path(ring, arm, scale, reach) for ring in rings())
    theta = radians(arm.bearing)
    length = min(_angle(arm) * scale, RADIUS)
    x, y = length * sin(theta), -length * cos(theta)
    return (
        f'<svg class="map" viewBox="{-SIZE / 2:g} {-SIZE / 2:g} {SIZE} {SIZE}" aria-hidden="true" '
        'focusable="false">'
        f"{f'<style>{PAPER}</style>' if paper else ''}"
        f'<clipPath id="disc"><circle r="{RADIUS}"/></clipPath>'
        f'<circle class="sea" r="{RADIUS}"/>'
        f'<g clip-path="url(#disc)"><path class="land" fill-rule="evenodd" d="{land}"/>'
        f"{_circles(reach, scale)}</g>"
        f'<circle class="rim" r="{RADIUS}"/>{_ticks()}'
        f'<path class="arm" d="M0 0L{x:.1f} {y:.1f}"/>'
        f'<circle class="post" r="4.5"/><circle class="goal" cx="{x:.1f}" cy="{y:.1f}" r="5.5"/></svg>'
    )


def _angle(arm: Arm) -> float:
    """Give the angle between the two places at the centre of a sphere, in radians."""
    return _polar(arm.to_longitude, arm.to_latitude, arm)[0]


def _polar(longitude: float, latitude: float, arm: Arm) -> tuple[float, float]:
    """Give distance and bearing of a point from the arm's start, in radians, on a sphere."""
    lat, lat0 = radians(latitude), radians(arm.latitude)
    d = radians(longitude - arm.longitude)
    y = sin(d) * cos(lat)
    x = cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(d)
    c = sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(d)
    return acos(max(-1.0, min(1.0, c))), atan2(y, x)


def _path(ring: Ring, arm: Arm, scale: float, reach: float) -> str:
    """Give one outline; one that runs round the far side of the world is turned inside out by a rim."""
    polar = list(_bent([_polar(lon, lat, arm) for lon, lat in _dense(ring)]))
    if min(distance for distance, _ in polar) > reach and not _winding(polar):
        return ""
    far = 2 * reach
    points = [(min(distance, far) * scale, bearing) for distance, bearing in polar]
    path = "M" + "L".join(f"{r * sin(t):.0f} {-r * cos(t):.0f}" for r, t in points) + "Z"
    if _winding(polar) and not _holds(ring, arm):
        edge = far * scale * 2
        path += f"M{-edge:.0f} {-edge:.0f}H{edge:.0f}V{edge:.0f}H{-edge:.0f}Z"
    return path


def _bent(polar: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points, with more between those on the far side, where a small step is a wide arc."""
    previous = polar[0]
    for distance, bearing in polar:
        gap = (bearing - previous[1] + pi) % (2 * pi) - pi
        steps = max(1, int(abs(gap) / WIDEST)) if min(distance, previous[0]) > pi / 3 else 1
        for i in range(1, steps + 1):
            yield previous[0] + (distance - previous[0]) * i / steps, previous[1] + gap * i / steps
        previous = distance, bearing


def _winding(polar: list[tuple[float, float]]) -> bool:
    """Tell whether an outline goes all the way round the centre."""
    turned = 0.0
    for (_, a), (_, b) in pairwise(polar):
        turned += (b - a + pi) % (2 * pi) - pi
    return abs(turned) > pi


def _holds(ring: Ring, arm: Arm) -> bool:
    """Tell whether the centre is on this land, and not merely encircled from the far side.

    On a plate with straight meridians: count crossings of the centre's meridian to the north of it.
    """
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ax > arm.longitude) != (bx > arm.longitude) and abs(bx - ax) < 180:
            at = ay + (arm.longitude - ax) / (bx - ax) * (by - ay)
            inside ^= at > arm.latitude
    return inside


def _dense(ring: Ring) -> Iterator[tuple[float, float]]:
    for (ax, ay), (bx, by) in pairwise(ring):
        steps = max(1, int(max(abs(bx - ax), abs(by - ay)) / STEP)) if abs(bx - ax) < 180 else 1
        for i in range(steps):
            yield ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
    yield ring[-1]


def _circles(reach: float, scale: float) -> str:
    """Give circles of equal distance, every 2,000 miles of the mean Earth (radius 3,959 miles)."""
    step = 2000 / 3959
    count = int(reach / step)
    return "".join(f'<circle class="ring" r="{i * step * scale:.1f}"/>' for i in range(1, count + 1))


def _ticks() -> str:
    ticks = []
    for at in range(0, 360, 15):
        t = radians(at)
        inner = RADIUS - (0 if at % 90 else 7)
        outer = RADIUS + (4 if at % 45 else 7)
        ticks.append(
            f"M{inner * sin(t):.1f} {-inner * cos(t):.1f}L{outer * sin(t):.1f} {-outer * cos(t):.1f}"
        )
    north = f'<path class="north" d="M0 {-RADIUS - 12}l-5 9h10z"/>'
    return f'<path class="ticks" d="{"".join(ticks)}"/>{north}'


@cache
def rings() -> tuple[Ring, ...]:
    """Give the outlines of the land, in degrees of longitude and latitude. Source: Natural Earth, 1:110m."""
    found = []
    for line in (ASSETS / "land.txt").read_text("ascii").splitlines():
        steps = [int(step) for step in line.split()]
        x = y = 0
        ring: Ring = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / 10, y / 10))
        found.append(ring)
    return tuple(found)
