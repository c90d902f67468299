"""The home place, read at most once for each request to the desk; dates are written as its country writes them."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache

from django.http import HttpRequest, HttpResponse

from fingerpost.web import dates
from fingerpost.web.register import placing
from fingerpost.web.register.models import Place

Answer = Callable[[HttpRequest], HttpResponse]
_place: ContextVar[Callable[[], Place | None] | None] = ContextVar("home_place", default=None)


def home_place() -> Place | None:
    """Give the place whose register this is; None: nobody has said so yet."""
    known = _place.get()
    return known() if known else placing.home_place()


def at_home(get_response: Answer) -> Answer:
    """Make the middleware in whose requests the home place is known, and dates are written as at home."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/desk/"):
            return get_response(request)
        place = _place.set(cache(placing.home_place))
        try:
            with dates.written(american=lambda: placing.is_american(home_place())):
                return get_response(request)
        finally:
            _place.reset(place)

    return respond
