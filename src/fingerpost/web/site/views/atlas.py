"""The map of all ties, with the same as a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.gzip import gzip_page

from fingerpost.web.policy import PUBLIC
from fingerpost.web.register.models import Place
from fingerpost.web.register.status import UNKNOWN
from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.arms import Arm, arms
from fingerpost.web.site.every_standing import every_standing
from fingerpost.web.site.every_tie import every_tie
from fingerpost.web.site.maps import FINE, MOST_LINES, Pair, drawn, land_on, lines_of, pairs, projection_of
from fingerpost.web.site.signposts import home_place
from fingerpost.web.site.views.ties import day_asked
from fingerpost.web.site.words import STATUS
from fingerpost.world.drawing import Line

WITH_SCRIPT = "; ".join([*PUBLIC, "script-src 'self'", "connect-src 'self'"])
LEAFLET = ("site/built/leaflet.js", "site/built/leaflet.css")


@public(asks=("view", "as_of"))
def the_map(request: HttpRequest) -> HttpResponse:
    """The ties on a map around the home, or with ``?view=world`` on one of the world; ``?as_of=`` a day."""
    on, problem = day_asked(request)
    home, found = _home(), _found(on)
    middle = None if request.GET.get("view") == "world" else home
    projection = projection_of(found.lines, middle)
    as_of = on != request.edition.today
    if as_of:
        # Of another day, a tie of which nothing is known may not have been there.
        found = found.without_unknown()
    context: dict[str, Any] = {
        # Every name in it was escaped when it was drawn.
        "drawing": mark_safe(drawn(found.lines, projection, home)),
        "arms": sorted(found.seen, key=lambda arm: (arm.there.place.name.casefold(), arm.tie.pk)),
        "unplaced": sum(arm.way is None for arm in found.seen),
        "pairs": found.pairs,
        "statuses": [one for one in STATUS if any(line.standing == one for line in found.lines)],
        "home": home,
        "middle": middle,
        "projection": projection,
        "on": on,
        "as_of": as_of,
        "problem": problem,
        "moves": all(finders.find(path) for path in LEAFLET),
    }
    answer = render(request, "site/map.html", context, status=400 if problem else 200, using="site")
    answer.headers["Content-Security-Policy"] = WITH_SCRIPT
    return answer


@gzip_page
@public(asks=("view",))
def land(request: HttpRequest) -> HttpResponse:
    """The land of the map in detail, as path data, for whoever looks closer."""
    middle = None if request.GET.get("view") == "world" else _home()
    projection = projection_of(_found(request.edition.today).lines if middle else [], middle)
    return HttpResponse(land_on(projection, FINE), content_type="text/plain; charset=us-ascii")


@gzip_page
@public()
def ties(request: HttpRequest) -> HttpResponse:
    """Every tie with a position, compactly, for a map of very many."""
    every = every_tie(every_standing.of(request.edition))
    return JsonResponse(every, json_dumps_params={"separators": (",", ":")})


@dataclass(frozen=True)
class Found:
    """What is on the map: ties, or pairs of countries where there are very many."""

    seen: list[Arm]
    pairs: list[Pair]
    lines: list[Line]

    def without_unknown(self) -> Found:
        """Give the same without ties of which nothing is known."""
        seen = [arm for arm in self.seen if arm.status != UNKNOWN]
        return replace(self, seen=seen, lines=[line for line in self.lines if line.standing != UNKNOWN])


def _found(on: date) -> Found:
    ties = list(gate.ties().order_by("pk")[: MOST_LINES + 1])
    if len(ties) > MOST_LINES:
        counted = pairs()
        return Found([], counted, [pair.line for pair in reversed(counted)])
    seen = arms(ties, on, seen_from=_home())
    return Found(seen, [], lines_of(seen))


def _home() -> Place | None:
    home = home_place()
    return home if home and home.latitude is not None and home.longitude is not None else None
