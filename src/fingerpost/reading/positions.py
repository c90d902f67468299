"""The positions of a page."""

from __future__ import annotations

from fingerpost.reading.cast import Cast
from fingerpost.reading.decisions import Decision
from fingerpost.reading.model import Position, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_positions(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...], quotes: tuple[Quote, ...]
) -> tuple[Position, ...]:
    """Find the positions of a page, in text order."""
    return ()
