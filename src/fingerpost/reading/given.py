"""One source handed to a reader as bytes, and what the reader hands back."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.documents import DocumentError, open_document
from fingerpost.documents.enclosing import Enclosure, enclosures
from fingerpost.reading.model import Reading
from fingerpost.reading.reader import read


class Given(Struct, frozen=True, kw_only=True):
    """The bytes of a source, and what the giver knows of it."""

    data: bytes
    name: str
    published: str | None = None
    url: str | None = None
    publisher: str | None = None


class Found(Struct, frozen=True, kw_only=True):
    """What reading a source gave."""

    reading: Reading | None
    problem: str = ""
    """Where there is no reading: a sentence that says why, for a mail whose attachments are all it has."""
    enclosures: tuple[Enclosure, ...] = ()
    """What came attached to it, as bytes."""


def read_given(given: Given) -> Found:
    """Open and read a source in this process.

    Raises:
        DocumentError: it cannot be opened, and nothing came with it; the message says why and what to do.
    """
    inside = tuple(enclosures(given.data))
    try:
        document = open_document(
            given.data,
            name=given.name,
            published=given.published,
            url=given.url,
            publisher=given.publisher,
        )
    except DocumentError as error:
        if not inside:
            raise
        return Found(reading=None, problem=str(error), enclosures=inside)
    return Found(reading=read(document), enclosures=inside)
