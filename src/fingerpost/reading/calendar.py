"""The dates of a page: words to dates with a precision, against the day of publication."""

from __future__ import annotations

from spacy.tokens import Span

from fingerpost.reading.model import Date
from fingerpost.reading.page import Page


class Calendar:
    """Reads the date words of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def date_in(self, span: Span) -> Date | None:
        """Give the first date named in a span."""
        return None
