"""Views that need a right: signed out goes to the sign-in page, signed in without the right is told so."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from fingerpost.errors import PlainError
from fingerpost.web.accounts.permissions import NotAllowed, Right, may

View = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def without_nul(posted: QueryDict) -> QueryDict:
    """Give what was posted without the character that PostgreSQL cannot keep, whichever field it is in."""
    if not any("\0" in value for _, values in posted.lists() for value in values):
        return posted
    kept = QueryDict(mutable=True)
    for name, values in posted.lists():
        kept.setlist(name, [value.replace("\0", "") for value in values])
    kept._mutable = False
    return kept


def where_from(request: HttpRequest) -> str:
    """Give the page of this site from which something was sent; the start page where that is not known."""
    page = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if ours and page != request.build_absolute_uri() else reverse("home")


def needs(right: Right) -> Callable[[View], View]:
    """Let only users with a right see a view. The view carries it as ``right``, for the test that walks all pages."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user, right):
                return render(request, "desk/not_allowed.html", {"problem": NotAllowed(right)}, status=403)
            request.POST = without_nul(request.POST)
            try:
                return view(request, *args, **kwargs)
            except NotAllowed as problem:
                return render(request, "desk/not_allowed.html", {"problem": problem}, status=403)
            except PlainError as problem:
                context = {"problem": problem, "back": where_from(request)}
                return render(request, "desk/problem.html", context, status=409)

        guarded = login_required(guarded)
        guarded.right = right
        return guarded

    return decorate
