"""Bring the database up to date, one process at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from django.core.management import call_command
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from fingerpost.web.words.indexing import rebuild_if_outdated

LOCK = 0x66_69_6E_67
"""Number of the advisory lock that PostgreSQL holds while one process migrates ("fing")."""


def migrate() -> None:
    """Apply every migration not applied yet, all or none: a killed process leaves nothing half done."""
    with one_transaction():
        bring_up()


def bring_up() -> None:
    """Apply every migration not applied yet, within ``one_transaction``.

    The index of words comes with them where it was made by other rules, or not yet.
    """
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    rebuild_if_outdated()


@contextmanager
def one_transaction() -> Iterator[None]:
    """Be the one process that changes tables, and change all of them or none."""
    with _alone(), _whole():
        yield


def is_migrated() -> bool:
    """Tell whether no migration is waiting; once that is so it stays so in this process."""
    if not _seen:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _seen.append(True)
    return True


_seen: list[bool] = []


@contextmanager
def _whole() -> Iterator[None]:
    """Make all migrations one transaction.

    Django writes down that a migration was applied after the transaction that applied it, so a process killed in
    between leaves tables that the next one tries to make again.
    """
    # SQLite changes no tables while it checks foreign keys, and cannot stop checking within a transaction.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            check_at_once()
            yield
    finally:
        connection.enable_constraint_checking()


def check_at_once() -> None:
    """Let PostgreSQL check rows as they are written: while a check is put off, it lets no table be changed."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def _alone() -> Iterator[None]:
    """Let other processes that start at the same moment wait. A process that is killed holds no lock."""
    if connection.vendor != "postgresql":
        with _alone_on_file(connection):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _alone_on_file(database: BaseDatabaseWrapper) -> Iterator[None]:
    """Hold the write lock of an empty SQLite file beside the database: the one lock that every system has.

    SQLite's lock on the database itself is not enough: each migration is a transaction, and the second process
    decided what to apply before it began to wait for the first.
    """
    if database.is_in_memory_db():
        yield
        return
    with closing(sqlite3.connect(f"{database.settings_dict['NAME']}-migrating", timeout=120)) as lock:
        lock.isolation_level = None
        lock.execute("BEGIN EXCLUSIVE")
        yield
