"""The decisions a page reports: which body did what about which tie, by what vote, in which sentence."""

from __future__ import annotations

from msgspec import Struct
from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.model import Date, EventKind, FormalStatus, Vote
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


class Decision(Struct, frozen=True, kw_only=True):
    """What a body decided, or voted on and did not carry.

    The operative verb settles ``result``, not the headline.
    """

    sent: Span
    actor: str | None
    """Actor id of the body (or official) that decided."""
    tie: str | None
    result: EventKind | None
    """established, renewed, suspended, ended, kept, restored, lapsed; None: the vote settled nothing."""
    status_after: FormalStatus
    vote: Vote | None = None
    date: Date | None = None
    condition: str | None = None
    why: str = ""


def find_decisions(page: Page, cast: Cast, ties: Ties, calendar: Calendar) -> tuple[Decision, ...]:
    """Find the decisions reported on a page, in text order."""
    return ()


def with_status(ties: Ties, decisions: tuple[Decision, ...]) -> Ties:
    """Give the ties with the formal status after the newest decision that the text reports about each."""
    return ties
