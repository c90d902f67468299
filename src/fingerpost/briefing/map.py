"""The small map: the world as seen from the signpost, with one arm.

An azimuthal equidistant map centred on the place that asks: there the geodesic to any other place is a
straight line, at its true bearing and of true length.
"""

from __future__ import annotations

from math import cos, pi, radians, sin

from fingerpost.briefing.model import Arm
from fingerpost.world import Azimuthal, rings

SIZE = 320
RADIUS = 146

NEAREST = radians(14)
"""The least that the map shows around its centre: below it, outlines at 1:110m mean nothing."""

PAPER = (
    ".sea{fill:#eef3f0}.land{fill:#c8d5cd}.ring{fill:none;stroke:#fff}.rim,.ticks{fill:none;stroke:#56615b}"
    ".arm{fill:none;stroke:#00633d;stroke-width:6}.post,.goal{fill:#fff;stroke:#00633d;stroke-width:3}"
)
"""Colours for paper, where the page's own do not reach into the drawing."""


def map_svg(arm: Arm, *, paper: bool = False) -> str:
    """Give the map as an SVG element; on screen its colours are the page's. Holds no text of a source."""
    angle, _ = Azimuthal(arm.longitude, arm.latitude).polar(arm.to_longitude, arm.to_latitude)
    reach = min(pi * 0.98, max(NEAREST, angle * 1.22))
    world = Azimuthal(arm.longitude, arm.latitude, reach=reach, radius=RADIUS, least=1.0)
    theta = radians(arm.bearing)
    length = min(angle * world.scale, RADIUS)
    x, y = length * sin(theta), -length * cos(theta)
    return (
        f'<svg class="map" viewBox="{-SIZE / 2:g} {-SIZE / 2:g} {SIZE} {SIZE}" aria-hidden="true" '
        'focusable="false">'
        f"{f'<style>{PAPER}</style>' if paper else ''}"
        f'<clipPath id="disc"><circle r="{RADIUS}"/></clipPath>'
        f'<circle class="sea" r="{RADIUS}"/>'
        f'<g clip-path="url(#disc)"><path class="land" fill-rule="evenodd" d="{world.land(rings())}"/>'
        f"{_circles(reach, world.scale)}</g>"
        f'<circle class="rim" r="{RADIUS}"/>{_ticks()}'
        f'<path class="arm" d="M0 0L{x:.1f} {y:.1f}"/>'
        f'<circle class="post" r="4.5"/><circle class="goal" cx="{x:.1f}" cy="{y:.1f}" r="5.5"/></svg>'
    )


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
