"""Connections to SQLite are kept for a while, but never to a file that is not the database any more.

To open one takes longer than to answer a visitor out of it. Where somebody puts another file in the database's place
while it is served, a connection to the old one would go on writing into what nobody can find again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

File = tuple[int, int]
_opened: WeakKeyDictionary[BaseDatabaseWrapper, File | None] = WeakKeyDictionary()


def watch() -> None:
    """Look before each request."""
    connection_created.connect(_note)
    request_started.connect(close_replaced)


def close_replaced(**_: Any) -> None:
    """Close connections to a file that has gone, or that another has taken the place of."""
    for connection in connections.all(initialized_only=True):
        if (
            connection in _opened
            and not connection.in_atomic_block
            and _file(connection) != _opened[connection]
        ):
            connection.close()


def _note(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():  # type: ignore[attr-defined]
        _opened[connection] = _file(connection)


def _file(connection: BaseDatabaseWrapper) -> File | None:
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
