"""How a tie lives, as far as the page tells: a warning for people, never a status.

Nobody decides that a tie is dormant. It is here where the text says so, or tells of years without contact;
waning where it says that, or tells of a vacancy.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace
from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.history import happenings_on
from fingerpost.reading.model import Activity, Tie
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

SILENT_YEARS = 5
"""Years without contact from which a tie counts as dormant rather than waning."""

SILENCES = frozenset({"none-since", "last-in", "no-longer"})
"""Rules of ``history`` that tell of no contact."""


def with_activity(page: Page, ties: Ties, calendar: Calendar) -> Ties:
    """Give the ties with their activity and with the passages that tell of it."""
    signs: dict[str, set[Activity]] = defaultdict(set)
    for told in happenings_on(page, ties, calendar):
        if told.kind not in {"waned", "vacancy"}:
            continue
        tie = ties.about(told.sent) or ties.in_focus(told.at.i)
        if tie is not None:
            silent = (
                told.why in {"none-since", "last-in", "no-longer"}
                and _years(calendar, told.sent) >= SILENT_YEARS
            )
            signs[tie.id].add("dormant" if silent else "waning")
    return ties.with_ties(tuple(_told(tie, signs[tie.id]) for tie in ties.ties))


def _told(tie: Tie, signs: set[Activity]) -> Tie:
    return replace(tie, activity=min(signs)) if signs else tie  # "dormant" before "waning"


def _years(calendar: Calendar, sent: Span) -> int:
    """Give the years from the first year named in a sentence to the publication; 0 where one is missing."""
    published = calendar.published
    for when, _ in calendar.dates_in(sent):
        if when.year and published:
            return int(published[:4]) - when.year
    return 0
