"""The main navigation, on every page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from fingerpost.web.accounts.permissions import ADMINISTER, PUBLISH, may
from fingerpost.web.desk.home import home_place
from fingerpost.web.sample.loading import MARK

ENTRIES = (
    ("Home", "home"),
    ("Inbox", "inbox"),
    ("Review", "to_review"),
    ("Ties", "ties"),
    ("Cases", "cases"),
    ("Register", "register"),
    ("Search", "search"),
)

ADMINISTRATORS = (("Accounts", "people"), ("Public site", "arrange_site"))
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
        "is_sample": is_sample,
    }


def is_sample() -> bool:
    """Tell whether the register is the sample that the project wrote; every page says so then."""
    home = home_place()
    return home is not None and home.imported_from == MARK
