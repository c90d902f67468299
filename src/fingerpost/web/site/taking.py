"""How public pages that take something answer: only of an open site, kept by nobody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from fingerpost.web.site.edition import current_edition
from fingerpost.web.site.views.failing import closed

View = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def taking(view: View) -> View:
    """Let everybody send something to an open site.

    Without a check for forged posts: visitors have no session that another site could borrow, and no cookie.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @csrf_exempt
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        edition = current_edition()
        if edition is None:
            return closed(request)
        request.edition, request.site = edition, edition.site
        return view(request, *args, **kwargs)

    answer.is_public = True
    return answer
