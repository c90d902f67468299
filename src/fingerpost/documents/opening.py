"""Open a source: receive its bytes, find its type from its content, give it as a Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dates import iso_date
from fingerpost.documents.describing import describe
from fingerpost.documents.errors import Broken, DocumentError, UnknownDate
from fingerpost.documents.formats import draft_of
from fingerpost.documents.model import Document
from fingerpost.documents.receiving import check_size, receive_file

BROKEN = (
    "could not be read: it is damaged, or made in a way Fingerpost does not know. Save it again, or as PDF."
)
UNNAMED = "The document"


def open_document(
    source: str | Path | bytes,
    *,
    published: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    name: str | None = None,
) -> Document:
    """Give the Document of a path or of bytes, whatever its format: text, Markdown, HTML, PDF, DOCX or mail.

    Args:
        source: a path, or the bytes themselves; no network address.
        published: ISO 8601 date, perhaps reduced (``2022``, ``2022-03``); goes before any date found.
        url: where the source stands; kept, never fetched.
        publisher: goes before any publisher found.
        name: what to call the source; by default the path as given.

    Raises:
        DocumentError: one plain sentence that names the source; other sources can still be opened.
            The limits are those of ``documents.limits``.
    """
    if name is None and not isinstance(source, bytes):
        name = str(source)
    name = clean_line(name)
    shown = name or UNNAMED
    given = _given_date(published, shown)
    data = source if isinstance(source, bytes) else receive_file(source, shown)
    check_size(len(data), shown)
    return _open(data, name, given=given, url=url, publisher=publisher)


def _open(
    data: bytes,
    name: str | None,
    *,
    given: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    depth: int = 0,
) -> Document:
    shown = name or UNNAMED
    try:
        draft = draft_of(data, shown, lambda part, part_name: _open(part, part_name, depth=depth + 1), depth)
        return describe(
            draft,
            digest="sha256:" + hashlib.sha256(data).hexdigest(),
            name=name,
            published=given,
            url=url,
            publisher=publisher,
        )
    except DocumentError:
        raise
    except (Exception, RecursionError) as error:
        # The libraries fail on damaged input in ways of their own; for the reader of the message it is one.
        raise Broken(shown, BROKEN) from error


def _given_date(published: str | None, name: str) -> str | None:
    if not published:
        return None
    if date := iso_date(published):
        return date
    raise UnknownDate(
        name,
        f'the date "{clean_line(published)}" is not understood. Write it as 2022-03-15, 2022-03 or 2022.',
    )
