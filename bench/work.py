"""How much a database does for a page: counted, not timed, so that a busy machine changes nothing."""

from __future__ import annotations

from typing import Any

STEP = 50
"""SQLite's instructions between two calls that count them."""


def work_of(client: Any, address: str) -> int:
    """Give the work for a page that was seen before: SQLite's instructions, or the blocks that PostgreSQL reads."""
    from django.db import connection

    client.get(address)
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
    return sum(_blocks_of(query["sql"]) for query in queries if query["sql"].startswith("SELECT"))


def _blocks_of(statement: str) -> int:
    """Give how many blocks a query reads when it is run again."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        (plans,) = cursor.fetchone()
    top = plans[0]["Plan"]
    return int(top["Shared Hit Blocks"] + top["Shared Read Blocks"])
