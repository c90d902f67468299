"""Which tables make up the register, and how a row becomes plain JSON and back."""

from __future__ import annotations

import base64
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.db import models

APPS = ("accounts", "register", "evidence", "casework", "site", "api", "audit", "account", "mfa")
"""The apps whose tables are the register; ``account`` and ``mfa`` hold mail addresses and second factors."""

LEFT_OUT = {
    "auth.group": "roles are memberships here",
    "auth.permission": "made by the migrations",
    "contenttypes.contenttype": "made by the migrations",
    "sessions.session": "who is signed in on this machine",
    "account.emailconfirmation": "links in mails, which run out within days",
    "accounts.user_groups": "roles are memberships here",
    "accounts.user_user_permissions": "roles are memberships here",
    "auth.group_permissions": "roles are memberships here",
    "django_tasks_database.dbtaskresult": "the queue: whatever still waits is queued again at the next start",
    "words.word": "made again out of the names, titles and passages",
    "words.made": "made again with the words",
}
"""Every other table, with the reason it is not part of the register."""

AT_ONCE = {"evidence.original": 1, "casework.rendition": 1, "evidence.source": 10, "evidence.reading": 10}
"""How many rows are held in memory at once, where they can be large; of all others MANY."""

MANY = 500


def at_once(model: type[models.Model]) -> int:
    """Give how many rows of a table to hold in memory at once."""
    return AT_ONCE.get(model._meta.label_lower, MANY)


def tables(of: Apps = apps) -> list[type[models.Model]]:
    """Give the models of the register, in a fixed order; ``of`` may be those of an earlier version."""
    found = [
        model
        for app in APPS
        if app in of.app_configs
        for model in sorted(of.get_app_config(app).get_models(True), key=lambda m: m._meta.label_lower)
    ]
    return [m for m in found if m._meta.label_lower not in LEFT_OUT]


def plain_row(row: models.Model) -> dict[str, Any]:
    """Give the columns of a row as JSON values, under their names."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value if isinstance(value, bool | int | float | str | list | dict | None) else str(value)


def column_value(field: models.Field[Any, Any], value: Any) -> Any:
    """Give the Python value of a column from its JSON value.

    Raises:
        ValueError: it is of another type.
        ValidationError: it does not have the column's form.
    """
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value, validate=True)
    return field.to_python(value)
