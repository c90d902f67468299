"""A fresh, empty database for processes that run with the real settings: SQLite, or PostgreSQL where it is chosen."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).parents[3]


@contextmanager
def fresh_environment(data: Path) -> Iterator[dict[str, str]]:
    """Give the environment for a process on a database of its own, of the kind FINGERPOST_DATABASE names."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {"FINGERPOST_DATA": str(data), "PYTHONPATH": str(ROOT)}
    address = environment.pop("FINGERPOST_DATABASE", None)
    if address is None:
        yield environment
        return
    name = f"storm_{uuid.uuid4().hex[:12]}"
    _on_server(address, f'CREATE DATABASE "{name}"')
    try:
        yield environment | {"FINGERPOST_DATABASE": urlunsplit(urlsplit(address)._replace(path=f"/{name}"))}
    finally:
        _on_server(address, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _on_server(address: str, command: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command.encode())
