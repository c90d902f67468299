"""The page for what failed here: it asks nothing of the database, which may be what failed."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from fingerpost.web.trouble import trouble_of

AGAIN_SECONDS = 10
"""When a browser or a proxy may ask again."""


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the database is away or its disk full (503), or that this is a fault (500); the log says more."""
    trouble = trouble_of(sys.exc_info()[1])
    page = render_to_string("desk/failed.html", {"trouble": trouble.value})
    response = HttpResponse(page, status=503 if trouble.passes else 500)
    if trouble.passes:
        response["Retry-After"] = str(AGAIN_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
