"""Feeds and calendars, for programs that look in now and then."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.calendars import (
    MOST_A_YEAR,
    MOST_DUE,
    Due,
    calendar_of,
    due_in,
    due_of_case,
    due_of_everything,
    due_of_tie,
)
from fingerpost.web.site.feeds import CaseFeed, SiteFeed, TieFeed
from fingerpost.web.site.languages import plain_address

YEARS = range(1900, 2200)


@public()
def everything(request: HttpRequest) -> HttpResponse:
    """What is new on the whole site."""
    return SiteFeed()(request)


@public()
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new about one tie."""
    return TieFeed()(request, pk=pk)


@public()
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new in one case."""
    return CaseFeed()(request, pk=pk)


@public()
def whole_calendar(request: HttpRequest) -> HttpResponse:
    """What is due about anything, and was within the last year."""
    found = due_of_everything(request.edition.today)
    example = request.build_absolute_uri(
        plain_address(request, "site:year-calendar", request.edition.today.year)
    )
    about = _(
        "These are the %(count)s dates that come first; there are more. "
        "Each year has a calendar of its own, as %(example)s"
    ) % {"count": MOST_DUE, "example": example}
    return _calendar(request, found.items, _name(request), "ties.ics", about=about if found.cut else "")


@public()
def year_calendar(request: HttpRequest, year: int) -> HttpResponse:
    """What is due about anything in a year."""
    if year not in YEARS:
        raise Http404("There is no calendar of this year.")
    found = due_in(year)
    about = _("These are the first %(count)s dates of the year; there are more.") % {"count": MOST_A_YEAR}
    name = f"{_name(request)}, {year}"
    return _calendar(request, found.items, name, f"ties-{year}.ics", about=about if found.cut else "")


@public()
def tie_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """What is due about one tie."""
    found = get_object_or_404(gate.ties().prefetch_related("sides__place"), pk=pk)
    return _calendar(request, due_of_tie(found), str(found), f"tie-{pk}.ics")


@public()
def case_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """What is due in one case."""
    found = get_object_or_404(gate.cases(), pk=pk)
    return _calendar(request, due_of_case(found), str(found), f"case-{pk}.ics")


def _name(request: HttpRequest) -> str:
    return request.site.name or _("Register of ties")


def _calendar(
    request: HttpRequest, items: Iterable[Due], name: str, file: str, *, about: str = ""
) -> HttpResponse:
    items = list(items)
    pages = {
        one.key: request.build_absolute_uri(plain_address(request, one.page, one.number)) for one in items
    }
    host, changed = request.get_host(), request.edition.changed
    made = calendar_of(items, name=name, host=host, changed=changed, addresses=pages, about=about)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{file}"'
    return answer
