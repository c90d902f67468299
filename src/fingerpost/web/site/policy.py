"""What a browser may do on the public pages: nothing but show them, with this server's files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fingerpost.web.site.languages import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)


class PublicPolicy:
    """Middleware that says so on each public answer. A view that needs more, as the map, says its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the policy."""
        answer = self.get_response(request)
        if is_public(request.path_info):
            answer.headers.setdefault("Content-Security-Policy", "; ".join(RULES))
        return answer
