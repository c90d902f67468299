"""What state the database is in: whether there is a register, of this version, and whether it is empty."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from fingerpost.web.transfer.errors import NoRegister, OtherVersion
from fingerpost.web.transfer.tables import APPS, tables


def applied() -> dict[str, str]:
    """Give the last migration applied of each app of the register."""
    recorded = MigrationRecorder(connection).applied_migrations()
    return {app: max(name for label, name in recorded if label == app) for app in sorted(APPS)}


def require_current() -> None:
    """Make sure that there is a register of this version, without changing anything.

    Raises:
        NoRegister: nothing was ever kept in this database.
        OtherVersion: the tables are of another version.
    """
    if not MigrationRecorder(connection).has_table():
        raise NoRegister('There is no register in this database yet. "fingerpost serve" makes one.')
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise OtherVersion(
            'This register was made by an earlier version. "fingerpost serve" brings it up to date; back it up first.'
        )


def is_empty() -> bool:
    """Tell whether no table of the register has a row."""
    return not any(model._base_manager.exists() for model in tables())
