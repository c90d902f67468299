"""Fill an empty database from an exported register: all of it, or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, OperationalError, connection, models

from fingerpost.web.migrating import check_at_once, one_transaction
from fingerpost.web.transfer.errors import BadFile, NotEmpty
from fingerpost.web.transfer.exporting import FORMAT
from fingerpost.web.transfer.state import is_empty
from fingerpost.web.transfer.tables import at_once, column_value
from fingerpost.web.transfer.versions import tables_of
from fingerpost.web.words.indexing import rebuild


def import_lines(lines: Iterable[bytes]) -> int:
    """Fill the database with an exported register, and give the number of its rows.

    A file of an earlier version fills tables as that version had them, which are then brought up to date.

    Raises:
        NotEmpty: something is in the database.
        OtherVersion: a later version wrote the file.
        BadFile: it is no export, was cut short or was changed. Nothing was written.
    """
    proved = _proved(lines)
    head = next(proved)
    try:
        with one_transaction():
            _alone()
            if not is_empty():
                raise NotEmpty("This database holds a register already. Name an empty one with --database.")
            with tables_of(head.get("migrations")) as models_of_file:
                rows = _fill_all(models_of_file, proved)
            rebuild()
    except DatabaseError as error:
        if isinstance(error, OperationalError):
            raise  # the database is away, or its disk is full: nothing is wrong with the file
        raise BadFile(f"The rows of this file do not fit together, so nothing was kept: {error}") from error
    return rows


def _fill_all(models_of_file: list[type[models.Model]], proved: Iterable[dict[str, Any]]) -> int:
    known = {model._meta.label_lower: model for model in models_of_file}
    rows = 0
    with constraints_deferred():
        for table, group in groupby(proved, key=itemgetter("table")):
            if table not in known:
                raise BadFile(f'The file has rows of a table called "{table[:60]}", which there is not.')
            rows += _fill(known[table], (item["row"] for item in group))
        _reset_numbering(models_of_file)
    return rows


def _proved(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the head, then each row; fail at the end unless the whole was what was written."""
    digest, rows = hashlib.sha256(), 0
    last: dict[str, Any] | None = None
    for number, raw in enumerate(lines, 1):
        if last is not None:
            raise BadFile(f"Line {number} comes after the end of the export.")
        item = _parsed(raw, number)
        if number == 1:
            _check_head(item)
            yield item
        elif "sha256" in item:
            last = item
            continue
        elif isinstance(item.get("table"), str) and isinstance(item.get("row"), dict):
            rows += 1
            yield item
        else:
            raise BadFile(f"Line {number} is no row of a register.")
        digest.update(raw)
    if last is None:
        raise BadFile("The file ends before the register does: it was cut short. Use another copy.")
    if (last.get("rows"), last.get("sha256")) != (rows, digest.hexdigest()):
        raise BadFile("The file was changed after it was written: its digest differs. Use another copy.")


def _parsed(raw: bytes, number: int) -> dict[str, Any]:
    try:
        item = json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise BadFile(
            f"Line {number} is not JSON: this is no exported register, or it was cut short."
        ) from error
    if not isinstance(item, dict):
        raise BadFile(f"Line {number} is no row of a register.")
    return item


def _check_head(head: dict[str, Any]) -> None:
    if head.get("format") != FORMAT:
        raise BadFile('This is no exported register: its first line does not name "fingerpost/register/1".')


@contextmanager
def constraints_deferred() -> Iterator[None]:
    """Let rows come in any order; on leaving, they must fit together."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    yield
    connection.check_constraints()
    check_at_once()


def _alone() -> None:
    """Let nobody found or fill the register meanwhile; SQLite's transaction has its one lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE accounts_user, audit_head IN EXCLUSIVE MODE")


def _fill(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> int:
    """Write rows as they are: no default, no time of today, nothing computed."""
    fields = list(model._meta.concrete_fields)
    names = {field.attname for field in fields}
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"
    count, batch = 0, []
    with connection.cursor() as cursor:
        for row in rows:
            if row.keys() != names:
                raise BadFile(f"A row of {model._meta.label_lower} does not have the columns of its version.")
            batch.append([_stored(field, row[field.attname]) for field in fields])
            count += 1
            if len(batch) == at_once(model):
                cursor.executemany(statement, batch)
                batch.clear()
        if batch:
            cursor.executemany(statement, batch)
    return count


def _stored(field: models.Field[Any, Any], value: Any) -> Any:
    try:
        return field.get_db_prep_save(column_value(field, value), connection)
    except (ValueError, TypeError, ValidationError) as error:
        raise BadFile(
            f"A value of {field.model._meta.label_lower}.{field.attname} has another form."
        ) from error


def _reset_numbering(filled: list[type[models.Model]]) -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), filled):
            cursor.execute(statement)
