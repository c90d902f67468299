"""Sessions are the desk's alone: on a public page there is nothing to read one from, and no cookie is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.sessions.middleware import SessionMiddleware

from fingerpost.web.site.languages import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class DeskSessions(SessionMiddleware):
    """Django's sessions, at the desk only. Elsewhere whoever looks finds an empty one that is not kept."""

    def process_request(self, request: HttpRequest) -> None:
        """Begin the session of somebody at the desk."""
        if is_public(request.path_info):
            request.session = {}
        else:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Keep it."""
        return response if is_public(request.path_info) else super().process_response(request, response)
