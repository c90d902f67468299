"""From a draft to a Document: blocks, and what the source says of itself, each from the best place."""

from __future__ import annotations

from fingerpost.documents.blocks import signed_by, tell_apart
from fingerpost.documents.bylines import rights_holder
from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dateline import agency_of
from fingerpost.documents.dates import iso_date
from fingerpost.documents.draft import Draft
from fingerpost.documents.en import PUBLISHED_WORDS
from fingerpost.documents.language import guess_language
from fingerpost.documents.masthead import Masthead, dates_in, read_masthead
from fingerpost.documents.model import Block, Document, PublishedFrom, SourceDate

NOTES_LOOKED_AT = 10
"""How many pieces at the end are looked at for rights and a date of publication."""
LONGEST_NOTE = 400


def describe(
    draft: Draft,
    *,
    digest: str,
    name: str | None,
    published: str | None,
    url: str | None,
    publisher: str | None,
) -> Document:
    """Give the Document of a draft. What is given goes before metadata, and metadata before the text."""
    text = draft.text
    lines = [text[piece.start : piece.end] for piece in draft.pieces]
    head = read_masthead(lines)
    blocks = tell_apart(text, draft.pieces, lines, head)
    notes = _notes(text, blocks)
    dates = tuple(dict.fromkeys((*draft.dates, *_text_dates(text, blocks, lines, head, notes))))
    value, found_in = _published(published, dates)
    return Document(
        id=digest,
        name=name,
        media_type=draft.media_type,
        title=clean_line(draft.title) or head.title,
        publisher=clean_line(publisher)
        or clean_line(draft.publisher)
        or _publisher(text, blocks, head, notes),
        author=clean_line(draft.author) or head.author or signed_by(text, blocks),
        url=clean_line(url) or clean_line(draft.url),
        published=value,
        published_from=found_in,
        language=_language(text, draft.language),
        text=text,
        blocks=blocks,
        dates=dates,
        attachments=tuple(draft.attachments),
        warnings=tuple(draft.warnings),
    )


def _notes(text: str, blocks: tuple[Block, ...]) -> list[str]:
    """Give the notes about the article itself at its end."""
    return [
        text[block.start : block.end]
        for block in blocks[-NOTES_LOOKED_AT:]
        if block.kind == "other" and block.end - block.start <= LONGEST_NOTE
    ]


def _text_dates(
    text: str, blocks: tuple[Block, ...], lines: list[str], head: Masthead, notes: list[str]
) -> list[SourceDate]:
    """Give the dates the text states about itself: labelled ones first, then others above the article."""
    above = [lines[at] for at in range(head.body) if head.kinds.get(at) == "other" or len(lines[at]) < 100]
    above += [text[block.start : block.end] for block in blocks[: head.body + 2] if block.kind == "dateline"]
    below = [note for note in notes if any(word in note.casefold() for word in PUBLISHED_WORDS)]
    found = dates_in(above + below)
    return sorted(
        found, key=lambda date: not any(word in date.found_in.casefold() for word in PUBLISHED_WORDS)
    )


def _published(given: str | None, dates: tuple[SourceDate, ...]) -> tuple[str | None, PublishedFrom]:
    """Choose the date of publication, and say where it came from."""
    if given:
        return given, "given"
    for kinds in (("published", "sent"), ("modified",)):
        for date in dates:
            in_text = date.found_in.startswith("text")
            # a file's own "modified" is the program's; a page's or text's "updated" is the publisher's
            if date.kind in kinds and (
                date.kind != "modified" or in_text or date.found_in.startswith("page")
            ):
                return iso_date(date.value), "text" if in_text else "metadata"
    return None, "unknown"


def _publisher(text: str, blocks: tuple[Block, ...], head: Masthead, notes: list[str]) -> str | None:
    if head.publisher:
        return head.publisher
    for note in notes:
        if holder := rights_holder(note):
            return holder
    for block in blocks[: head.body + 1]:
        if block.kind == "dateline":
            return clean_line(agency_of(text[block.start : block.end]))
    return None


def _language(text: str, stated: str | None) -> str:
    """Give the guessed language; the stated one where it agrees, or where nothing can be guessed."""
    guess = guess_language(text)
    stated = (stated or "").strip().replace("_", "-")
    if stated and (guess == "und" or stated.split("-")[0].lower() == guess):
        return stated
    return guess
