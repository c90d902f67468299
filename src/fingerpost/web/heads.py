"""HEAD: what GET would answer, without its body."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]
API = "/api/v1/"
"""Its views are made by a library that knows no HEAD."""


def without_body(get_response: Answer) -> Answer:
    """Middleware: take the body from answers to HEAD.

    Neither Django nor waitress does. A proxy that keeps its connections would take the body for the beginning of its
    answer to somebody else.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.method != "HEAD":
            return get_response(request)
        if request.path.startswith(API):
            request.method = "GET"
        given = get_response(request)
        if isinstance(given, StreamingHttpResponse):
            given.streaming_content = iter(())
        elif isinstance(given, HttpResponse):
            given.headers.setdefault("Content-Length", str(len(given.content)))
            given.content = b""
        return given

    return answer
