"""The tables of the version that wrote a file, made anew and brought up to date once they are full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from fingerpost.web.migrating import bring_up
from fingerpost.web.transfer.errors import BadFile, OtherVersion
from fingerpost.web.transfer.state import applied
from fingerpost.web.transfer.tables import tables


@contextmanager
def tables_of(migrations: Any) -> Iterator[list[type[models.Model]]]:
    """Give the tables as they were after some migrations, empty; on leaving, they are as they are today.

    The same migrations bring a restored register up to date as would have done so where it was written. To be used
    in ``migrating.one_transaction``, on a database that holds nothing.

    Args:
        migrations: the last migration of each app, as the head of an export names them.

    Raises:
        OtherVersion: a later version wrote the file.
        BadFile: these are no migrations.
    """
    _check(migrations)
    if migrations == applied():
        yield tables()
        return
    targets = sorted(migrations.items())
    _drop_tables()
    MigrationExecutor(connection).migrate(targets)
    state = MigrationExecutor(connection).loader.project_state(targets)
    yield tables(state.apps)
    bring_up()


def _check(migrations: Any) -> None:
    if not isinstance(migrations, dict) or not migrations:
        raise BadFile("The first line of this file does not say which version wrote it.")
    known = MigrationExecutor(connection).loader.graph.nodes
    for app, name in migrations.items():
        if (app, name) not in known:
            raise OtherVersion(
                f'This file was written by a later version of Fingerpost: this one knows no "{app} {name}". '
                "Install that version, or a newer one, and try again."
            )


def _drop_tables() -> None:
    """Drop every table of ours. They are empty; going back step by step would ask every migration for a way back."""
    recorder = MigrationRecorder(connection)
    names = [
        *connection.introspection.django_table_names(only_existing=True),
        recorder.Migration._meta.db_table,
    ]
    after = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)}{after}")
