"""The home page: the signpost, and what is being decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fingerpost.signpost import MOST
from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.arms import arms
from fingerpost.web.site.signposts import home_place, ties_of
from fingerpost.web.site.views.failing import to_the_desk

MOST_CASES = 6


@public(when_closed=to_the_desk)
def home(request: HttpRequest) -> HttpResponse:
    """The signpost of the home place; of a register without one, the first ties."""
    place = home_place()
    found = ties_of(place)
    every = arms(found[:MOST], request.edition.today, seen_from=place)
    context = {
        "place": place,
        "arms": every,
        "standing": [arm for arm in every if not arm.is_fallen],
        "fallen": [arm for arm in every if arm.is_fallen],
        "more": len(found) > MOST,
        "cases": gate.cases().filter(state="open").select_related("tie").order_by("-opened")[:MOST_CASES],
    }
    return render(request, "site/home.html", context, using="site")
