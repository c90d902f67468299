"""How the API answers: to pages of any site, once for each edition, and in plain sentences where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response

from fingerpost import __version__
from fingerpost.web.site import kept
from fingerpost.web.site.edition import Edition, current_edition
from fingerpost.web.site.limiting import place_of, too_fast
from fingerpost.web.trouble import Trouble, trouble_of

View = Callable[..., HttpResponse]
DATA = ("/api/", "/downloads/", "/feeds/")
"""What pages of other sites may read: it knows no visitor and sets no cookie."""
PROGRAMS = "/api/"
"""Below this, every answer is JSON."""
TOO_OFTEN = "More comes from you than is answered. Wait a minute, then go on more slowly."
CLOSED = "The public site of this register is not open."
MOST_MADE_A_MINUTE = 600
"""Answers made anew for one place: 300,000 records. What was made before costs nothing and is not counted."""


def for_everybody(*, counts: int = 1) -> Callable[[View], View]:
    """Answer while the site is open; unchanged answers are not made twice, and not too many for one place.

    Args:
        counts: how many answers one of these counts for.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            edition = current_edition()
            if edition is None:
                return JsonResponse({"problem": CLOSED}, status=404)
            request.edition = edition

            def made() -> HttpResponse:
                if too_fast(place_of(request), "read", most=MOST_MADE_A_MINUTE, times=counts):
                    return too_often()
                return view(request, *args, **kwargs)

            tag = f'"{_tag(request, edition)}"'
            given = get_conditional_response(request, etag=tag)
            given = given or kept.answers.answer(edition.until_changed, tag, made)
            if given.status_code in {200, 304}:
                given.headers["ETag"] = tag
                given.headers["Cache-Control"] = "public, no-cache"
            return given

        return answer

    return decorate


def _tag(request: HttpRequest, edition: Edition) -> str:
    parts = (__version__, edition.mark, str(edition.today), request.build_absolute_uri())
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def readable_from_anywhere(get_response: View) -> View:
    """Middleware: let pages of other sites read the data; nothing that needs a token is told to them."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(DATA):
            return get_response(request)
        asked = request.headers.get("Access-Control-Request-Method")
        if request.method == "OPTIONS" and asked:
            given = HttpResponse(status=204)
            given.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            given.headers["Access-Control-Allow-Headers"] = "If-None-Match"
            given.headers["Access-Control-Max-Age"] = "86400"
        else:
            given = get_response(request)
            if given.status_code == 405 and request.path.startswith(PROGRAMS):
                given = _other_methods(given.headers["Allow"])
        if "Authorization" not in request.headers:
            given.headers["Access-Control-Allow-Origin"] = "*"
            given.headers["Access-Control-Expose-Headers"] = "ETag, Link"
        return given

    return answer


def _other_methods(allowed: str) -> HttpResponse:
    problem = f"Here {allowed} may be asked, and nothing else."
    return JsonResponse({"problem": problem}, status=405, headers={"Allow": allowed})


def too_often() -> HttpResponse:
    """Say that more comes from there than is answered."""
    return JsonResponse({"problem": TOO_OFTEN}, status=429, headers={"Retry-After": "60"})


def missing(request: HttpRequest, problem: Http404) -> HttpResponse:
    """Say that there is no such thing."""
    return JsonResponse({"problem": str(problem) or "There is nothing at this address."}, status=404)


def broken(request: HttpRequest, problem: BaseException | None) -> HttpResponse:
    """Say that this is a fault (500), or that the database is away or its disk full (503)."""
    trouble = trouble_of(problem)
    if trouble.passes:
        said = {
            Trouble.AWAY: "The database does not answer. Ask again.",
            Trouble.FULL: "The server's disk is full, so nothing was saved. Ask again when there is room.",
        }
        return JsonResponse({"problem": said[trouble]}, status=503, headers={"Retry-After": "10"})
    return JsonResponse({"problem": "This is a fault in Fingerpost. The log says more."}, status=500)
