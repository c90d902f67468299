"""How every public view answers: only of an open site, the same to everybody, once for each edition of the register.

A view is given the edition it shows as ``request.edition``, and of the query only the parameters that it asks for: a
page is known by its address, and what a visitor adds to the address makes no new page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fingerpost import __version__
from fingerpost.web.site import kept
from fingerpost.web.site.edition import Edition, current_edition
from fingerpost.web.site.views.failing import closed

View = Callable[Concatenate[HttpRequest, ...], HttpResponse]
MOST_CHARACTERS = 200
"""Of the value of a parameter; longer ones are cut."""


def public(*, asks: tuple[str, ...] = (), when_closed: View = closed) -> Callable[[View], View]:
    """Show a view to everybody while the site is open.

    Args:
        asks: the parameters that the view reads out of the query.
        when_closed: what answers while the site is not open.
    """

    def decorate(view: View) -> View:
        @require_safe
        @csrf_exempt
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            edition = current_edition()
            if edition is None:
                return when_closed(request)
            request.edition, request.site = edition, edition.site
            request.GET = _asked(request, asks)
            tag = f'"{_tag(request, edition)}"'
            answer = get_conditional_response(request, etag=tag, last_modified=_seconds(edition))
            answer = answer or kept.pages.answer(
                edition.until_changed, tag, lambda: view(request, *args, **kwargs)
            )
            return _headed(answer, tag, edition)

        shown.is_public = True
        return shown

    return decorate


def _asked(request: HttpRequest, asks: tuple[str, ...]) -> QueryDict:
    given = QueryDict(mutable=True)
    for name in asks:
        if value := request.GET.get(name, "").replace("\0", "").strip()[:MOST_CHARACTERS]:
            given[name] = value
    given._mutable = False
    return given


def _tag(request: HttpRequest, edition: Edition) -> str:
    """Give the name of the page in this edition. A new version of Fingerpost may make other pages of it."""
    parts = (
        __version__,
        edition.mark,
        str(edition.today),
        get_language(),
        request.build_absolute_uri(request.path),
        request.GET.urlencode(),
    )
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _seconds(edition: Edition) -> int:
    return int(edition.changed.timestamp())


def _headed(answer: HttpResponse, tag: str, edition: Edition) -> HttpResponse:
    if answer.status_code in {200, 304}:
        answer.headers["ETag"] = tag
        answer.headers["Last-Modified"] = http_date(_seconds(edition))
        # Kept by whoever likes, and asked about each time: what is taken back is gone at once.
        answer.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(answer, ("Accept-Language",))
    return answer
