"""The quotes of a page: words in marks that belong to a speaker, and reported speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec
from spacy.tokens import Token

from fingerpost.reading.attribution import Attribution
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import Columns
from fingerpost.reading.drafts import Draft, drafted
from fingerpost.reading.indirect import indirect_quotes
from fingerpost.reading.model import Quote, Said
from fingerpost.reading.page import Page
from fingerpost.reading.said import said_in

CONTINUES = "continues"


def find_quotes(page: Page, cast: Cast, calendar: Calendar) -> tuple[Quote, ...]:
    """Find the quotes of a page, in text order: in marks ("direct", "mixed"), and reported ("indirect")."""
    columns = cast.columns
    attribution = Attribution(columns, cast)
    marked = [_quote(page, columns, calendar, draft) for draft in drafted(columns, attribution)]
    reported = indirect_quotes(page, columns, attribution)
    return tuple(_numbered(sorted([*marked, *reported], key=lambda quote: quote.start)))


class SpokenWords:
    """Tells whether words are in somebody's mouth, and in whose."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._quotes = sorted((q for q in quotes if q.kind != "indirect"), key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self._quotes]

    def quote_at(self, token: Token | int) -> Quote | None:
        """Give the quote in marks that holds a token (or a character offset), or None."""
        offset = token if isinstance(token, int) else token.idx
        at = bisect_right(self._starts, offset) - 1
        return self._quotes[at] if at >= 0 and offset < self._quotes[at].end else None


def _quote(page: Page, columns: Columns, calendar: Calendar, draft: Draft) -> Quote:
    piece, source = draft.piece, draft.source
    start = piece.marked.start
    cue = words = None
    said = Said()
    if source:
        cue = page.passage_of(columns.token(source.cue))
        words = page.passage_of(columns.token(source.words)) if source.words != source.cue else None
        if source.why != "headline":
            said = said_in(page, columns, calendar, draft.frame, source.cue)
    return Quote(
        id=CONTINUES if draft.continues else "",
        speaker=source.actor if source else None,
        kind=draft.kind,
        text=piece.text,
        start=start,
        end=start + len(piece.text),
        cue=cue,
        source_span=words,
        said=said,
        why=source.why if source else "no-source",
    )


def _numbered(quotes: list[Quote]) -> Iterator[Quote]:
    """Yield the quotes with their ids; a quote that goes on names the one before it."""
    before: str | None = None
    for number, quote in enumerate(quotes, 1):
        name = f"q{number}"
        yield msgspec.structs.replace(quote, id=name, continues=before if quote.id else None)
        if quote.kind != "indirect":
            before = name
