"""Whose site it is, and what was put right on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from fingerpost import __version__
from fingerpost.web.evidence.models import Source
from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.corrected import corrections as put_right

A_PAGE = 40


@public()
def about(request: HttpRequest) -> HttpResponse:
    """Whose site it is, under which terms, and how it is made."""
    return render(request, "site/about.html", {"version": __version__}, using="site")


@public(asks=("before",))
def corrections(request: HttpRequest) -> HttpResponse:
    """What was shown and was wrong, the latest first; ``?before=`` goes on from a moment."""
    found = put_right(_moment(request.GET.get("before", "")), A_PAGE + 1)
    context = {
        "corrections": found[:A_PAGE],
        "readable": readable(one.source for one in found if one.source),
        "further": found[A_PAGE - 1].at if len(found) > A_PAGE else None,
    }
    return render(request, "site/corrections.html", context, using="site")


def readable(sources: Iterable[Source]) -> set[int]:
    """Give which of these sources have a page, with one query."""
    ids = {source.pk for source in sources}
    return set(gate.sources().filter(pk__in=ids).values_list("pk", flat=True))


def _moment(words: str) -> datetime | None:
    if not words:
        return None
    try:
        found = datetime.fromisoformat(words.replace(" ", "+"))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Http404("There is no such moment.")
    return found
