"""The authority of a page."""

from __future__ import annotations

from fingerpost.reading.cast import Cast
from fingerpost.reading.decisions import Decision
from fingerpost.reading.model import Authority
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


def find_authority(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...]
) -> tuple[Authority, ...]:
    """Find the authority of a page, in text order."""
    return ()
