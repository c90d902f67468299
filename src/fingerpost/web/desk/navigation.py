"""The main navigation, on every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

ENTRIES = (
    ("Home", "/"),
    ("Inbox", "/inbox/"),
    ("Review", "/review/"),
    ("Ties", "/ties/"),
    ("Cases", "/cases/"),
    ("Register", "/register/"),
    ("Search", "/search/"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give the entries of the main navigation, with the one the visitor is in marked."""
    here = request.path
    return {
        "navigation": [
            (label, url, here == url or (url != "/" and here.startswith(url))) for label, url in ENTRIES
        ]
    }
