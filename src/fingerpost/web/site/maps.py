"""The public ties as lines on a map: each by itself, or, where there are very many, counted between countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, pi

from django.db.models import Avg, Count
from django.utils.translation import gettext as _

from fingerpost.places.distance import KM_PER_MILE
from fingerpost.signpost import MILES_FIRST
from fingerpost.web.register.models import Place
from fingerpost.web.site import gate
from fingerpost.web.site.arms import Arm
from fingerpost.web.site.countries import country_name
from fingerpost.web.site.signposts import words_now
from fingerpost.world import Azimuthal, EqualEarth, outlines
from fingerpost.world.drawing import EARTH_KM, Line, Rings, map_svg
from fingerpost.world.projection import Point

MOST_LINES = 400
"""With more ties, lines join countries."""

MOST_PAIRS = 100
COARSE, FINE = 1.2, 0.2
"""How near points of outlines may stand: on the page as it is sent, and when somebody looks closer."""

STEPS = (50, 100, 250, 500, 1000, 2000, 2500, 5000)
NEAREST = 0.12
"""The least that a map around a place reaches, in radians of the sphere: some 750 km."""

MIDDLING = ("ended", "historical", "lapsed", "unknown", "proposed", "active", "suspended")
"""Standings in the order they are drawn: what is asked about most lies on top."""


@dataclass(frozen=True)
class Pair:
    """The ties between two countries."""

    key: str
    here: str
    there: str
    count: int
    line: Line


def lines_of(seen: Iterable[Arm]) -> list[Line]:
    """Give the lines of ties, those without a position left out."""
    found = [_line(arm) for arm in seen if arm.way]
    return sorted(found, key=lambda line: MIDDLING.index(line.standing))


def _line(arm: Arm) -> Line:
    here, there, words = arm.here.place, arm.there.place, words_now()
    assert arm.way
    far = words.distances(arm.way.km, miles_first=here.country in MILES_FIRST)
    return Line(
        key=str(arm.tie.pk),
        here=_degrees(here),
        there=_degrees(there),
        name=there.name,
        told=f"{here.name} – {there.name}: {' / '.join(far)}",
        standing=arm.status,
    )


def _degrees(place: Place) -> Point:
    return place.longitude, place.latitude


def pairs() -> list[Pair]:
    """Give the pairs of countries with most ties between them, in one query. Which side is whose does not matter."""
    rows = (
        gate.sides()
        # In one call, so that all is asked of the same other side.
        .filter(
            order=0,
            tie__sides__order=1,
            place__latitude__isnull=False,
            tie__sides__place__latitude__isnull=False,
        )
        .values_list("place__country", "tie__sides__place__country")
        .annotate(
            Count("pk"),
            Avg("place__longitude"),
            Avg("place__latitude"),
            Avg("tie__sides__place__longitude"),
            Avg("tie__sides__place__latitude"),
        )
        .order_by()
    )
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[str, tuple[int, Point]] = {}
    for here, there, count, *degrees in rows:
        counts[min(here, there), max(here, there)] += count
        for country, at in ((here, degrees[:2]), (there, degrees[2:])):
            if count > places.get(country, (0,))[0]:
                places[country] = count, (at[0], at[1])
    most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_PAIRS]
    return [_pair(here, there, count, places) for (here, there), count in most]


def _pair(here: str, there: str, count: int, places: dict[str, tuple[int, Point]]) -> Pair:
    names = [country_name(code) or _("unknown country") for code in (here, there)]
    told = f"{names[0]} – {names[1]}: {words_now().number(count)}"
    key = f"{here or 'XX'}-{there or 'XX'}"
    line = Line(key, places[here][1], places[there][1], "", told, "many", count)
    return Pair(key, names[0], names[1], count, line)


def projection_of(lines: Sequence[Line], home: Place | None) -> Azimuthal | EqualEarth:
    """Give the map's projection: the world as seen from the home, as far as its ties reach, or the whole world."""
    if home is None:
        return EqualEarth()
    middle = Azimuthal(*_degrees(home))
    farthest = max((middle.polar(*end)[0] for line in lines for end in (line.here, line.there)), default=0.0)
    # In steps, so that one tie more seldom makes another map of it.
    reach = ceil(20 * max(NEAREST, farthest * 1.08)) / 20
    return replace(middle, reach=min(pi * 0.985, reach))


def drawn(lines: Sequence[Line], projection: Azimuthal | EqualEarth, home: Place | None) -> str:
    """Give the map of lines."""
    land = land_on(projection, COARSE)
    post = (home.name, _degrees(home)) if home else None
    rings = _rings(home, projection.reach) if home and isinstance(projection, Azimuthal) else None
    return map_svg(lines, projection, land, home=post, rings=rings)


@lru_cache(maxsize=8)
def land_on(projection: Azimuthal | EqualEarth, least: float) -> str:
    """Give the land on a map; points nearer than ``least`` are left out."""
    return replace(projection, least=least).land(outlines())


def _rings(home: Place, reach: float) -> Rings:
    """Give circles at round distances, in the unit of the home's road signs, three to six of them."""
    miles = home.country in MILES_FIRST
    unit, name = (KM_PER_MILE, words_now().miles) if miles else (1.0, words_now().km)
    step = next(step for step in STEPS if step * unit * 6 >= reach * EARTH_KM)
    labels = tuple(f"{words_now().number(step * number)} {name}" for number in range(1, 7))
    return Rings(step * unit, labels)
