"""The ties of a page: which pairs of places the text says are, were or may become tied."""

from __future__ import annotations

from spacy.tokens import Span, Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.model import Tie
from fingerpost.reading.page import Page


class Ties:
    """The ties found on a page. ``ties`` has the tie in question first."""

    def __init__(self, ties: tuple[Tie, ...]) -> None:
        self.ties = ties
        self.by_id = {tie.id: tie for tie in ties}

    @property
    def main(self) -> Tie | None:
        """The tie the text is mostly about."""
        return self.ties[0] if self.ties else None

    def about(self, words: Token | Span) -> Tie | None:
        """Give the tie that a noun phrase ("the agreement", "its sister city") or a sentence is about.

        None where the words are about no tie, or the text does not settle which.
        """
        return self.main


def find_ties(page: Page, atlas: Atlas, calendar: Calendar) -> Ties:
    """Find the ties of a page."""
    return Ties(())
