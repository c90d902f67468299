"""What pages call the kinds of record and their fields."""

from __future__ import annotations

from typing import Any

from django.db import models

from fingerpost.web.register.models import Involvement, Letter, ReceivedReport, Succession, Tenure

A_RECORD: dict[type[models.Model], str] = {
    Involvement: "a body's part in ties",
    Letter: "a letter",
    Succession: "what a place became",
    ReceivedReport: "a report received",
    Tenure: "a time in a post",
}
FIELDS = {
    "predecessor": "the place",
    "successor": "what it became, or became part of",
    "admin1": "state, province or region",
    "basis": "where this is laid down",
    "email": "mail address",
    "ends": "its term runs out",
    "instrument": "instrument",
    "must_tell_partner": "who must tell the partner",
    "press_verb": "the press wrote",
    "review": "to be reviewed on",
    "words": "its words",
}


def a_record(model: type[models.Model]) -> str:
    """Give a kind of record with its article: "a body", "an exchange"."""
    if model in A_RECORD:
        return A_RECORD[model]
    name = str(model._meta.verbose_name)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def label_of(field: Any) -> str:
    """Give what pages call a field of a record, beginning with a capital."""
    plain = field.name.replace("_", " ")
    words = FIELDS.get(field.name, plain) if str(field.verbose_name) == plain else str(field.verbose_name)
    return words[:1].upper() + words[1:]
