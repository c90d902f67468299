"""The events of a page."""

from __future__ import annotations

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.decisions import Decision
from fingerpost.reading.model import Event
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_events(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...], calendar: Calendar
) -> tuple[Event, ...]:
    """Find the events of a page, in text order."""
    return ()
