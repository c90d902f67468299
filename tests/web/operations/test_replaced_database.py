"""A connection to SQLite is used again, unless another file has taken the place of the database."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from fingerpost.web.replaced import close_replaced
from fingerpost.web.setup import database_of


@pytest.fixture
def register(tmp_path: Path, django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    """A register in a file of its own, connected to as the desk is."""
    with closing(sqlite3.connect(tmp_path / "register.sqlite3")) as database:
        database.execute("CREATE TABLE told (word text)")
    connections.databases["replaced"] = connections.databases["default"] | database_of(None, tmp_path)
    with django_db_blocker.unblock():
        yield connections["replaced"]
    connections["replaced"].close()
    del connections["replaced"], connections.databases["replaced"]


def tell(register: BaseDatabaseWrapper, word: str) -> None:
    with register.cursor() as cursor:
        cursor.execute("INSERT INTO told VALUES (%s)", [word])


@pytest.mark.django_db(databases=["default"])
def test_a_connection_is_used_again(register: BaseDatabaseWrapper) -> None:
    tell(register, "first")
    before = register.connection
    close_replaced()
    assert before is not None and register.connection is before


def test_a_file_that_took_the_databases_place_is_written_to(
    register: BaseDatabaseWrapper, tmp_path: Path
) -> None:
    tell(register, "old")
    other = tmp_path / "other.sqlite3"
    shutil.copy(tmp_path / "register.sqlite3", other)
    for name in ("register.sqlite3-wal", "register.sqlite3-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    other.rename(tmp_path / "register.sqlite3")
    close_replaced()
    tell(register, "new")
    register.close()
    with closing(sqlite3.connect(tmp_path / "register.sqlite3")) as database:
        assert ("new",) in database.execute("SELECT word FROM told").fetchall()
