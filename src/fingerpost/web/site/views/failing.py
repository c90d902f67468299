"""What the public sees where there is no page. None of these needs the database, which may be what failed."""

from __future__ import annotations

from contextlib import suppress

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.site.edition import current_edition
from fingerpost.web.site.languages import plain_address
from fingerpost.web.trouble import trouble_of

AGAIN_SECONDS = 10
"""When a browser or a proxy may ask again."""
LATER_SECONDS = 60
"""When whoever asked too much may ask again."""


def closed(request: HttpRequest) -> HttpResponse:
    """Say that nobody has opened the site."""
    return _page(request, "site/closed.html", 404)


def to_the_desk(request: HttpRequest) -> HttpResponse:
    """Lead to the desk, which asks to sign in."""
    answer = redirect(plain_address(request, "home"))
    answer["Cache-Control"] = "no-store"
    return answer


def not_found(request: HttpRequest) -> HttpResponse:
    """Say that there is no such page, or that it is not public; with the way to those that are."""
    if not hasattr(request, "site"):
        with suppress(Error):
            if edition := current_edition():
                request.edition, request.site = edition, edition.site
    return _page(request, "site/not_found.html", 404)


def too_often(request: HttpRequest) -> HttpResponse:
    """Say that more comes from there than is answered."""
    answer = _page(request, "site/too_often.html", 429)
    answer["Retry-After"] = str(LATER_SECONDS)
    return answer


def failed(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """Say that the database is away or its disk full (503), or that this is a fault (500)."""
    trouble = trouble_of(error)
    answer = _page(request, "site/failed.html", 503 if trouble.passes else 500, trouble=trouble.value)
    if trouble.passes:
        answer["Retry-After"] = str(AGAIN_SECONDS)
    return answer


def _page(request: HttpRequest, template: str, status: int, **more: object) -> HttpResponse:
    answer = render(request, template, more, status=status, using="site")
    answer["Cache-Control"] = "no-store"
    return answer
