"""Which edition of the register a page shows: what holds until the next change, or the next day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from fingerpost.web.audit.models import Entry
from fingerpost.web.site.models import Site


class Edition(NamedTuple):
    """The open site with the end of the history. Two pages with the same address of the same edition are the same."""

    site: Site
    mark: str
    """Digest of the last entry in the history."""
    changed: datetime
    """When that entry was made, or the day began, whichever is later: pages say how things stand today."""
    today: date

    @property
    def until_changed(self) -> tuple[str, date]:
        """Give what ends with the edition."""
        return self.mark, self.today


def current_edition() -> Edition | None:
    """Give what visitors see now, with one query; None: the site is not open."""
    sql, columns = _query(connection.vendor)
    if (row := _row(sql)) is None:
        return None
    mark, at, *values = row
    site = Site.from_db(connection.alias, columns, values)
    today = timezone.localdate()
    began = timezone.make_aware(datetime.combine(today, time.min))
    return Edition(site, mark or "", max(_instant(at) or began, began), today)


def _row(sql: str) -> tuple[Any, ...] | None:
    """Give what a query finds. It also tells whether the connection is still good, which would be a question more."""
    if connection.in_atomic_block:
        return _asked(sql)
    connection.health_check_done = True
    try:
        return _asked(sql)
    except (OperationalError, InterfaceError):
        connection.close()
        return _asked(sql)


def _asked(sql: str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


@cache
def _query(vendor: str) -> tuple[str, list[str]]:
    """Give the query, and the names of the site's columns.

    In SQL, because every visit asks it: to put it together takes the query builder longer than it takes a database
    to answer it.
    """
    name = connection.ops.quote_name
    fields = Site._meta.concrete_fields
    site, entry = name(Site._meta.db_table), name(Entry._meta.db_table)
    last = f"SELECT {{}} FROM {entry} ORDER BY {name('number')} DESC LIMIT 1"
    columns = [f"({last.format(name('digest'))})", f"({last.format(name('at'))})"]
    columns += [f"{site}.{name(field.column)}" for field in fields]
    sql = f"SELECT {', '.join(columns)} FROM {site} WHERE {site}.{name('id')} = 1 AND {site}.{name('open')}"
    return sql, [field.attname for field in fields]


def _instant(at: datetime | None) -> datetime | None:
    """Give an instant of the database. SQLite's are in UTC and do not say so."""
    return at.replace(tzinfo=UTC) if at and timezone.is_naive(at) else at


def is_open() -> bool:
    """Tell whether an administrator has opened the public site."""
    return Site.objects.filter(pk=1, open=True).exists()
