"""Read many sources on all cores, in order, with each failure beside its source."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from fingerpost.documents import Document, DocumentError, open_document
from fingerpost.reading.errors import ReadingError
from fingerpost.reading.model import Reading
from fingerpost.reading.parse import load_model
from fingerpost.reading.reader import read_all
from fingerpost.settings import WORKERS

BATCH = 16
"""Sources per batch: enough for the parser to work in one go, few enough to show progress."""

FEWEST_FOR_TWO = 2 * BATCH
"""Below this many sources a second process costs more than it saves."""


class Source(Struct, frozen=True, kw_only=True):
    """A source to read: a path, or bytes with a name, and what the caller knows of it."""

    given: Path | bytes
    name: str
    published: str | None = None
    url: str | None = None
    publisher: str | None = None


class Unread(Struct, frozen=True):
    """A source that could not be read, and the plain sentence that says why."""

    name: str
    reason: str


def open_source(source: Source) -> Document:
    """Give the Document of a source.

    Raises:
        DocumentError: it cannot be read; the message says why and what to do.
    """
    return open_document(
        source.given,
        name=source.name,
        published=source.published,
        url=source.url,
        publisher=source.publisher,
    )


def read_sources(sources: Sequence[Source], *, workers: int | None = None) -> Iterator[Reading | Unread]:
    """Yield a Reading, or an Unread with its reason, for each source in order.

    Args:
        sources: what to read.
        workers: processes to use; by default one per core, and one alone for a few sources.
    """
    workers = workers or (_cores() if len(sources) >= FEWEST_FOR_TWO else 1)
    batches = [sources[at : at + BATCH] for at in range(0, len(sources), BATCH)]
    if workers == 1:
        for batch in batches:
            yield from _read_batch(batch)
        return
    import multiprocessing  # a few sources do without
    from concurrent.futures import ProcessPoolExecutor

    load_model()  # loaded before the fork, so that the processes share its memory
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for results in pool.map(_read_batch, batches):
            yield from results


def _cores() -> int:
    if chosen := WORKERS.value:
        if not chosen.isdecimal() or not int(chosen):
            raise ReadingError(f'FINGERPOST_WORKERS is "{chosen}". Set it to a whole number from 1 up.')
        return int(chosen)
    return os.cpu_count() or 1


def _read_batch(batch: Sequence[Source]) -> list[Reading | Unread]:
    opened = [item for source in batch for item in _opened(source)]
    readings = read_all([item for item in opened if isinstance(item, Document)])
    return [item if isinstance(item, Unread) else next(readings) for item in opened]


def _opened(source: Source) -> list[Document | Unread]:
    """Give the document of a source, and those that came inside it; a mail without words gives only the latter."""
    try:
        return list(_with_attachments(open_source(source)))
    except DocumentError as error:
        return [Unread(source.name, str(error))]


def _with_attachments(document: Document) -> Iterator[Document]:
    if document.text.strip() or not document.attachments:
        yield document
    for inner in document.attachments:
        yield from _with_attachments(inner)
