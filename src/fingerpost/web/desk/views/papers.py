"""What goes out of the desk: search, the calendar of everything, letters, the annual report."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fingerpost.web.accounts.permissions import READ
from fingerpost.web.casework.calendar import calendar_of
from fingerpost.web.casework.feeding import keyholder
from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.desk.finding import find
from fingerpost.web.desk.guard import needs

MOST_CHARACTERS = 200
"""Longer searches are cut."""


@needs(READ)
def search(request: HttpRequest) -> HttpResponse:
    """What bears a name."""
    words = request.GET.get("q", "")[:MOST_CHARACTERS].strip()
    return render(request, "papers/search.html", {"q": words, "groups": find(words)})


def calendar(request: HttpRequest) -> HttpResponse:
    """Everything that is due, and every vote; a calendar program that cannot sign in gives the ``key`` instead."""
    if key := request.GET.get("key"):
        request.user = keyholder(key)
    return _calendar(request)


calendar.right = READ


@needs(READ)
def _calendar(request: HttpRequest) -> HttpResponse:
    items = FollowUp.objects.filter(state=FollowUp.State.OPEN).exclude(due=None).select_related("case")
    votes = Case.objects.filter(state=Case.State.OPEN).exclude(vote_due="")
    data = calendar_of(items, votes, timezone.now(), request.get_host())
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="fingerpost.ics"'
    return response
