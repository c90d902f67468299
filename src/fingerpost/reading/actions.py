"""The actions of a page."""

from __future__ import annotations

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.model import Action
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_actions(page: Page, cast: Cast, ties: Ties, calendar: Calendar) -> tuple[Action, ...]:
    """Find the actions of a page, in text order."""
    return ()
