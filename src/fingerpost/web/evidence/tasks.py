"""Work done in the background."""

from __future__ import annotations

from functools import cache

from django.db import InterfaceError, OperationalError, models
from django_tasks import task

from fingerpost.reading.apart import ReaderApart
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import AGAIN, read_now
from fingerpost.web.evidence.receiving import queue_reading


@task()
def read_source(source_id: int) -> None:
    """Read a source and keep what was found; where the database cuts that short, later again."""
    try:
        read_now(source_id, read=reader().read)
    except (InterfaceError, OperationalError):
        # Where the database is still away this fails too: the worker ends, and its keeper starts another,
        # which queues every source that waits.
        counted = Source.objects.filter(pk=source_id, state=Source.State.READING, attempts__gt=0)
        counted.update(attempts=models.F("attempts") - 1)
        queue_reading(Source(pk=source_id), after=AGAIN)
        raise


@cache
def reader() -> ReaderApart:
    """Give the one reader of this worker."""
    return ReaderApart()
