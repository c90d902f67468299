"""Keep many records at once, with or without their entries in the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def made(records: Iterable[Any]) -> list[Any]:
    """Keep records, many at once."""
    kept: list[Any] = []
    for batch in _batches(records):
        if batch[0].pk is None:
            type(batch[0]).objects.bulk_create(batch)
        kept += batch
    return kept


def recorded(action: str, records: Iterable[Any]) -> list[Any]:
    """Keep records with an entry in the history for each, by which they are also indexed."""
    from fingerpost.web.audit.chain import Change, record_all

    kept = made(records)
    for batch in _batches(kept):
        record_all(by=None, action=action, changes=[Change(one, {"after": str(one.pk)}) for one in batch])
    return kept


def _batches(records: Iterable[Any], size: int = 5_000) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for record in records:
        batch.append(record)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
