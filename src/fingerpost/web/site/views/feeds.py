"""Feeds and calendars, for programs that look in now and then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from fingerpost.web.site import gate
from fingerpost.web.site.answering import public
from fingerpost.web.site.calendars import Due, calendar_of, due_of_case, due_of_everything, due_of_tie
from fingerpost.web.site.feeds import CaseFeed, SiteFeed, TieFeed
from fingerpost.web.site.languages import plain_address

YEAR = timedelta(days=365)


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
    name = request.site.name or _("Register of ties")
    return _calendar(request, due_of_everything(request.edition.today - YEAR), name, "ties.ics")


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


def _calendar(request: HttpRequest, items: Iterable[Due], name: str, file: str) -> HttpResponse:
    items = list(items)
    pages = {
        one.key: request.build_absolute_uri(plain_address(request, one.page, one.number)) for one in items
    }
    made = calendar_of(
        items, name=name, host=request.get_host(), changed=request.edition.changed, addresses=pages
    )
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{file}"'
    return answer
