"""How much a database does for a page: counted, not timed, so that a busy machine changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.asking import counted
from bench.timing import Ratio

STEP = 50
"""SQLite's instructions between two calls that count them."""


def work(_runs: int) -> Iterator[Ratio]:
    """Queries, and what the database does for them, of the pages of 50,000 ties against those of 100."""
    yield from counted("desk")
    yield from counted("site")


def work_of(client: Any, address: str) -> int:
    """Give the work for a page that is made anew: SQLite's instructions, or the blocks that PostgreSQL reads."""
    from django.db import connection

    return (_steps if connection.vendor == "sqlite" else _blocks)(client, address)


def _steps(client: Any, address: str) -> int:
    from django.db import connection

    calls = 0

    def count() -> int:
        nonlocal calls
        calls += 1
        return 0

    connection.ensure_connection()
    connection.connection.set_progress_handler(count, STEP)
    try:
        client.get(address)
    finally:
        connection.connection.set_progress_handler(None, 0)
    return calls * STEP


def _blocks(client: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return sum(blocks_of(query["sql"]) for query in queries if query["sql"].startswith("SELECT"))


def blocks_of(statement: str) -> int:
    """Give how many blocks a query reads when it is run again."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        (plans,) = cursor.fetchone()
    top = plans[0]["Plan"]
    return int(top["Shared Hit Blocks"] + top["Shared Read Blocks"])
