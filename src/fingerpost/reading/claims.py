"""The claims of a page."""

from __future__ import annotations

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.model import Claim
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_claims(page: Page, atlas: Atlas, ties: Ties, calendar: Calendar) -> tuple[Claim, ...]:
    """Find the claims of a page, in text order."""
    return ()
