"""Bring the database up to date, one process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

LOCK = 0x66_69_6E_67
"""Number of the advisory lock that PostgreSQL holds while one process migrates ("fing")."""


def migrate() -> None:
    """Apply every migration not applied yet. Each is a transaction: a killed process leaves none half done."""
    with _alone():
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


@contextmanager
def _alone() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield  # SQLite's own lock makes the second process wait, and find nothing left to do
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
