"""One source handed to a reader as bytes, and what the reader hands back."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.documents import open_document
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

    reading: Reading


def read_given(given: Given) -> Found:
    """Open and read a source in this process.

    Raises:
        DocumentError: it cannot be opened; the message says why and what to do.
    """
    document = open_document(
        given.data,
        name=given.name,
        published=given.published,
        url=given.url,
        publisher=given.publisher,
    )
    return Found(reading=read(document))
