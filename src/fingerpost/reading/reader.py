"""Read documents: parse once, then let each finder look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from fingerpost import __version__
from fingerpost.documents.model import Document
from fingerpost.reading.actions import find_actions
from fingerpost.reading.activity import with_activity
from fingerpost.reading.atlas import Atlas, find_places
from fingerpost.reading.authority import find_authority
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import find_cast
from fingerpost.reading.claims import find_claims
from fingerpost.reading.decisions import find_decisions, with_status
from fingerpost.reading.events import find_events
from fingerpost.reading.model import Account, Quote, Reading
from fingerpost.reading.page import UNREAD, Page
from fingerpost.reading.parse import load_model, parse_all
from fingerpost.reading.positions import find_positions
from fingerpost.reading.quotes import find_quotes
from fingerpost.reading.scoring import Scorer, Weights
from fingerpost.reading.ties import find_ties


def read(document: Document) -> Reading:
    """Give the Reading of one document."""
    return next(read_all([document]))


def read_all(documents: Iterable[Document]) -> Iterator[Reading]:
    """Yield the Reading of each document, in order; parsing is batched."""
    kept: list[Document] = []

    def remembered() -> Iterator[Document]:
        for document in documents:
            kept.append(document)
            yield document

    for doc in parse_all(remembered()):
        yield read_page(Page(kept.pop(0), doc))


def read_page(page: Page, *, weights: dict[str, Weights] | None = None) -> Reading:
    """Give the Reading of a parsed page.

    Args:
        page: the parsed document.
        weights: what to score findings by, in place of what the language pack ships; ``{}`` leaves all unscored,
            and the positions to the rules alone.
    """
    calendar = Calendar(page)
    atlas = find_places(page)
    cast = find_cast(page, atlas)
    quotes = find_quotes(page, cast, calendar)
    ties = find_ties(page, atlas, calendar)
    decisions = find_decisions(page, cast, ties, calendar)
    ties = with_activity(page, with_status(ties, decisions, page), calendar)
    scorer = Scorer(page, cast.actors, weights)
    return Reading(
        document=_dated(page.document, calendar),
        actors=cast.actors,
        places=atlas.with_implied(place for tie in ties.ties for place in tie.places),
        ties=scorer.kept(ties.ties),
        quotes=scorer.kept(quotes),
        positions=scorer.kept(
            find_positions(page, cast, ties, decisions, quotes, atlas, learned=weights is None)
        ),
        authority=scorer.kept(find_authority(page, cast, ties, decisions, quotes)),
        events=scorer.kept(find_events(page, cast, ties, decisions, calendar)),
        actions=scorer.kept(find_actions(page, cast, ties, calendar, quotes)),
        claims=scorer.kept(find_claims(page, atlas, ties, calendar)),
        account=_account(page, atlas, quotes, calendar),
    )


def _dated(document: Document, calendar: Calendar) -> Document:
    """Give the document with the year of publication where the text let it be inferred."""
    if document.published or not calendar.published:
        return document
    return msgspec.structs.replace(
        document, published=calendar.published, published_from=calendar.published_from
    )


def _account(page: Page, atlas: Atlas, quotes: tuple[Quote, ...], calendar: Calendar) -> Account:
    return Account(
        characters=len(page.document.text),
        characters_read=sum(b.end - b.start for b in page.document.blocks if b.kind not in UNREAD),
        quotes_found=len(quotes),
        quotes_unattributed=sum(quote.speaker is None for quote in quotes),
        places_found=len(atlas.places),
        places_unresolved=sum(place.status != "resolved" for place in atlas.places),
        dates_unresolved=calendar.unresolved,
        reader=_reader(),
        warnings=(*page.document.warnings, *_language_warning(page.document)),
    )


def _language_warning(document: Document) -> Iterator[str]:
    if document.language.partition("-")[0] not in {"en", "und"}:
        yield f"The text looks like {document.language}, and this reader reads English: expect little and check all."


def _reader() -> str:
    meta = load_model().meta
    return f"fingerpost {__version__}, {meta['lang']}_{meta['name']} {meta['version']}"
