"""Work done in the background."""

from __future__ import annotations

from datetime import timedelta

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django_tasks import task

from fingerpost.web.evidence.reading import read_now

AGAIN = timedelta(seconds=15)
"""Wait before a reading that the database cut short is tried again."""


@task()
def read_source(source_id: int) -> None:
    """Read a source and keep what was found; where the database cuts that short, later again."""
    try:
        read_now(source_id)
    except (InterfaceError, OperationalError):
        # Where the database is still away this fails too: the worker ends, and its keeper starts another,
        # which queues every source that waits.
        read_source.using(run_after=timezone.now() + AGAIN).enqueue(source_id)
        raise
