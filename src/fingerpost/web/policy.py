"""What a browser may do with our answers: show them, with this server's files, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fingerpost.web.site.languages import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PUBLIC = (
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
DESK = (*PUBLIC, "script-src 'self'", "connect-src 'self'")
"""The desk runs scripts of its own, which ask this server and no other."""
DOWNLOAD = "default-src 'none'; sandbox"
"""For what others wrote, handed out as it came: should a browser ever show it, it shows nothing of ours."""
FEATURES = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class Policy:
    """Middleware that says so on each answer, refusals too. A view that needs more or less, as the map, says so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the policy."""
        answer = self.get_response(request)
        public = is_public(request.path_info)
        answer.headers.setdefault("Content-Security-Policy", "; ".join(PUBLIC if public else DESK))
        answer.headers.setdefault("Permissions-Policy", FEATURES)
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        if not public:
            # What somebody may see because of who they are: no cache on the way keeps it for others.
            answer.headers.setdefault("Cache-Control", "private")
            answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return answer
