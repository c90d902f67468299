"""The main navigation, on every page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from fingerpost.web.accounts.permissions import ADMINISTER, PUBLISH, may

ENTRIES = (
    ("Home", "home"),
    ("Inbox", "inbox"),
    ("Review", "to_review"),
    ("Ties", "ties"),
    ("Cases", "cases"),
    ("Register", "register"),
    ("Search", "search"),
)

ADMINISTRATORS = (("People", "people"), ("Public site", "arrange_site"))
"""Entries that only administrators see."""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give the entries of the main navigation, with the one the visitor is in marked."""
    here = request.path
    entries = (*ENTRIES, *ADMINISTRATORS) if may(request.user, ADMINISTER) else ENTRIES
    return {
        "navigation": [
            (label, url, here == url or (name != "home" and here.startswith(url)))
            for label, name in entries
            for url in (reverse(name),)
        ],
        "may_publish": may(request.user, PUBLISH),
        "sends_mail": bool(settings.MAIL_URL),
    }
