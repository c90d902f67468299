"""The forms of the register's records: which fields of each kind may be changed, in which order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from fingerpost.web.dates import PartialDateField
from fingerpost.web.desk.fields import CountryField, DateField, RecordField, RegionField
from fingerpost.web.desk.naming import label_of
from fingerpost.web.register.models import (
    Agreement,
    Body,
    Decision,
    Exchange,
    Involvement,
    Law,
    Letter,
    Person,
    Place,
    Post,
    ReceivedReport,
    Succession,
    Tenure,
    Tie,
)

FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Place: ("name", "other_names", "kind", "country", "admin1", "latitude", "longitude"),
    Succession: ("predecessor", "successor", "date", "note", "source"),
    Body: ("name", "kind", "place", "part_of", "email", "address"),
    Person: ("name", "place", "email", "note"),
    Post: ("body", "title", "tie"),
    Tenure: ("post", "person", "since", "until"),
    Tie: ("kind", "label", "note"),
    Involvement: ("body", "role", "tie", "place", "since", "until", "basis", "source"),
    Agreement: (
        "tie",
        "title",
        "parties",
        "signers",
        "signed",
        "begins",
        "ends",
        "term",
        "exit_clause",
        "source",
    ),
    Law: (
        "title",
        "body",
        "effect",
        "home",
        "home_country",
        "home_admin1",
        "partner_country",
        "partner_admin1",
        "kind",
        "since",
        "until",
        "deadline",
        "words",
        "source",
    ),
    Exchange: (
        "tie",
        "direction",
        "date",
        "until",
        "title",
        "people",
        "youth",
        "volunteers",
        "money",
        "currency",
        "note",
        "source",
    ),
    ReceivedReport: ("tie", "body", "about", "date", "note", "source"),
    Letter: ("tie", "direction", "date", "writer", "recipient", "subject", "source"),
    Decision: (
        "side",
        "body",
        "result",
        "instrument",
        "operative_words",
        "date",
        "effective",
        "condition",
        "review",
        "press_verb",
        "must_tell_partner",
        "source",
    ),
}
"""Kinds of record that a form can add and change. What is not named here is not changed by any form."""

REGIONS = {
    "home_country": CountryField,
    "partner_country": CountryField,
    "home_admin1": RegionField,
    "partner_admin1": RegionField,
}


class WhyForm(forms.Form):
    """The reason for a change, on every form of the register."""

    why = forms.CharField(required=False, max_length=2000, label="Why (for the history)")


def form_for(model: type[models.Model], fixed: tuple[str, ...] = ()) -> type[forms.Form]:
    """Give the form of a kind of record, without the fields the page has fixed already."""
    fields: dict[str, forms.Field] = {}
    for name in FIELDS[model]:
        if name not in fixed:
            fields[name] = _field(model._meta.get_field(name))
    fields["why"] = WhyForm.base_fields["why"]
    return type(f"{model.__name__}Form", (forms.Form,), fields)


def _field(field: Any) -> forms.Field:
    if isinstance(field, models.ForeignKey):
        made = RecordField(field.related_model, required=not field.blank, label=label_of(field))
        made.help_text = "Its number, as #12." if made.where == "pk" else "Its name, or its number as #12."
        return made
    if (made := REGIONS.get(field.name)) and not field.choices:
        return made(required=False, label=label_of(field))
    if field.name == "kind" and not field.choices:
        return forms.ChoiceField(
            choices=[("", "Any kind"), *Tie.Kind.choices],
            required=False,
            label=label_of(field),
        )
    if isinstance(field, PartialDateField):
        return DateField(label=label_of(field))
    made = field.formfield()
    made.label = label_of(field)
    return made
