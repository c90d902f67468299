"""The quotes of a page."""

from __future__ import annotations

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.model import Quote
from fingerpost.reading.page import Page


def find_quotes(page: Page, cast: Cast, calendar: Calendar) -> tuple[Quote, ...]:
    """Find the quotes of a page, in text order."""
    return ()
