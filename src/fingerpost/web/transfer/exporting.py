"""Write the whole register as lines of JSON, as of one moment, while others go on working."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from fingerpost.web.transfer.state import applied
from fingerpost.web.transfer.tables import at_once, plain_row, tables

FORMAT = "fingerpost/register/1"


def export_lines() -> Iterator[bytes]:
    """Yield the register line by line, ends included.

    The first line names the format and the migrations, the last the number of rows and the SHA-256 of all lines
    before it. The same register gives the same bytes, on either database: rows stand in order of their key, names
    in a row in order of the alphabet.
    """
    digest, rows = hashlib.sha256(), 0
    with snapshot():
        head = line({"format": FORMAT, "migrations": applied()})
        digest.update(head)
        yield head
        for model in tables():
            for row in model._base_manager.order_by("pk").iterator(chunk_size=at_once(model)):
                written = line({"row": plain_row(row), "table": model._meta.label_lower})
                digest.update(written)
                rows += 1
                yield written
    yield line({"rows": rows, "sha256": digest.hexdigest()})


def line(data: dict[str, Any]) -> bytes:
    """Give a line in canonical JSON."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


@contextmanager
def snapshot() -> Iterator[None]:
    """See the register as of one moment, without holding up those who write.

    In a transaction already begun, it is that one's view that counts.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Not atomic(): that takes SQLite's one lock for writing. A plain BEGIN reads one state of the log.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
