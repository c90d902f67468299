"""The page that leads to everything that can be taken along: files, feeds, calendars, mail, the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fingerpost.web.api.downloads import DOWNLOADS
from fingerpost.web.site.answering import public
from fingerpost.web.site.calendars import years_due
from fingerpost.web.site.languages import plain_address
from fingerpost.web.site.signposts import home_place
from fingerpost.web.site.words import FORM, LIST

MOST_YEARS = 12
"""Whose calendars are offered; some agreement ends in 2099."""


@public()
def data(request: HttpRequest) -> HttpResponse:
    """Whole lists as files, what is new and what is due, and the addresses for programs."""
    place = home_place()
    context = {
        "today": request.edition.today,
        "files": [(*LIST[name], _links(request, name)) for name in DOWNLOADS],
        "has_post": place is not None and None not in (place.latitude, place.longitude),
        "api": _whole(request, "api-1:about"),
        "described": _whole(request, "api-1:openapi-json"),
        "reconcile": _whole(request, "reconcile"),
        "all_due": reverse("site:calendar"),
        "years": [
            (year, reverse("site:year-calendar", args=(year,)))
            for year in years_due(request.edition.today)[:MOST_YEARS]
        ],
    }
    return render(request, "site/data.html", context, using="site")


def _links(request: HttpRequest, name: str) -> list[tuple[str, str]]:
    """Give the forms of a list with their addresses, which have no language: the file is the same in all."""
    return [(FORM[form], plain_address(request, "download", name, form)) for form in DOWNLOADS[name].forms]


def _whole(request: HttpRequest, name: str) -> str:
    return request.build_absolute_uri(plain_address(request, name))
