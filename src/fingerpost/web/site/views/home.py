"""The home page: the signpost, and what is being decided."""

from __future__ import annotations

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fingerpost.web.register.models import Place, Tie
from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.arms import arms
from fingerpost.web.site.views.failing import to_the_desk

MOST_ARMS = 60
"""More than a post can carry; the list of ties has the others."""
MOST_CASES = 6


@public(when_closed=to_the_desk)
def home(request: HttpRequest) -> HttpResponse:
    """The signpost of the home place; of a register without one, the first ties."""
    place = gate.places().filter(is_home=True).order_by("pk").first()
    found = ties_of(place)[: MOST_ARMS + 1]
    every = arms(found[:MOST_ARMS], request.edition.today, seen_from=place)
    context = {
        "place": place,
        "standing": [arm for arm in every if not arm.is_fallen],
        "fallen": [arm for arm in every if arm.is_fallen],
        "more": len(found) > MOST_ARMS,
        "cases": gate.cases().filter(state="open").select_related("tie").order_by("-opened")[:MOST_CASES],
    }
    return render(request, "site/home.html", context, using="site")


def ties_of(place: Place | None) -> list[Tie]:
    """Give the public ties of a place by the name of the other one; all ties where no place is given."""
    if place is None:
        return list(gate.ties().order_by("pk")[: MOST_ARMS + 1])
    here = gate.sides().filter(place=place).values("tie")
    others = gate.sides().filter(tie__in=here).exclude(place=place).select_related("tie")
    return [side.tie for side in others.order_by(Lower("place__name"), "tie")[: MOST_ARMS + 1]]
