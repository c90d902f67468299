"""Work done in the background."""

from __future__ import annotations

from django_tasks import task

from fingerpost.web.evidence.reading import read_now


@task()
def read_source(source_id: int) -> None:
    """Read a source and keep what was found."""
    read_now(source_id)
