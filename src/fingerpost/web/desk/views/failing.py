"""The page for what failed here: it asks nothing of the database, which may be what failed."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

AGAIN_SECONDS = 10
"""When a browser or a proxy may ask again."""


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the database is away (503), or that this is a fault (500); the log holds the traceback."""
    away = isinstance(sys.exc_info()[1], InterfaceError | OperationalError)
    page = render_to_string("desk/failed.html", {"away": away})
    response = HttpResponse(page, status=503 if away else 500)
    if away:
        response["Retry-After"] = str(AGAIN_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
