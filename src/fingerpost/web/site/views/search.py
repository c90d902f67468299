"""The search, over everything that is public; not over all of it all the time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fingerpost.web.site.answering import public
from fingerpost.web.site.limiting import place_of, too_fast
from fingerpost.web.site.searching import search as find
from fingerpost.web.site.views.failing import too_often

MOST_A_MINUTE = 120
"""Searches from one place, which may be a whole office; one that was made before costs nothing and is not counted."""


@public(asks=("q",))
def search(request: HttpRequest) -> HttpResponse:
    """What is found by ``?q=``, the beginnings of words."""
    words = request.GET.get("q", "")
    if words and too_fast(place_of(request), "search", most=MOST_A_MINUTE):
        return too_often(request)
    groups = find(words, request.edition.today) if words else []
    return render(request, "site/search.html", {"q": words, "groups": groups}, using="site")
