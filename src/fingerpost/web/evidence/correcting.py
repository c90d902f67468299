"""Correct a finding: which of its fields may be changed, and how what is posted becomes data."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from django.core.exceptions import ValidationError

from fingerpost.reading import model
from fingerpost.web.dates import precision, read_date
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Finding

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("actor", "kind"): get_args(model.ActorKind),
    ("tie", "kind"): get_args(model.TieKind),
    ("tie", "status_after"): get_args(model.FormalStatus),
    ("tie", "activity"): get_args(model.Activity),
    ("quote", "kind"): get_args(model.QuoteKind),
    ("position", "stance"): get_args(model.Stance),
    ("position", "force"): get_args(model.Force),
    ("authority", "power"): get_args(model.Power),
    ("event", "kind"): get_args(model.EventKind),
    ("action", "status"): get_args(model.ActionStatus),
    ("claim", "verdict"): get_args(model.Verdict),
}
WHO = {"quote": "speaker", "position": "actor", "authority": "actor", "event": "actor", "action": "actor"}
WORDS = {
    "actor": ("name", "role"),
    "place": ("name", "country", "admin1"),
    "position": ("condition",),
    "action": ("what",),
}
DATES = {"tie": "since", "position": "date", "event": "date"}


BLANKS: dict[str, dict[str, Any]] = {
    "position": {
        "actor": None,
        "stance": "other",
        "force": "wants",
        "target": {},
        "date": None,
        "condition": None,
    }
}
"""What a finding marked by hand says before somebody corrects it, for kinds that pages set out field by field."""


def blank(kind: str) -> dict[str, Any]:
    """Give the fields of a finding marked by hand, to be filled in by correcting it."""
    return copy.deepcopy(BLANKS.get(kind, {}))


class Field(NamedTuple):
    """A field that may be corrected: its name, its value, and its choices (value, label), if it has any."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()


def _labelled(choices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((choice, choice.replace("_", " ")) for choice in choices)


class BadCorrection(WebError):
    """What was entered is not a value of the field."""


def fields_of(finding: Finding, names: Mapping[str, str]) -> list[Field]:
    """Give the fields of a finding that may be corrected."""
    data, kind = finding.data, finding.kind
    fields = [
        Field(
            name,
            name.replace("_", " "),
            str(data.get(name) or ""),
            tuple((c, c.replace("_", " ")) for c in choices),
        )
        for (of, name), choices in CHOICES.items()
        if of == kind and name in data
    ]
    if (who := WHO.get(kind)) and who in data:
        actors = tuple((key, name) for key, name in names.items() if key.startswith("a"))
        fields.append(Field(who, who, str(data[who] or ""), (("", "not settled"), *actors)))
    fields += [Field(name, name, str(data.get(name) or "")) for name in WORDS.get(kind, ()) if name in data]
    if (date := DATES.get(kind)) and date in data:
        fields.append(Field(date, date, str((data[date] or {}).get("value") or "")))
    return fields


def corrected(finding: Finding, posted: Mapping[str, str]) -> dict[str, Any]:
    """Give the data of a finding with the posted fields in it; fields that may not be corrected are left as they are.

    Raises:
        BadCorrection: a value is not one of its field's.
    """
    data: dict[str, Any] = copy.deepcopy(finding.data)
    for (of, name), choices in CHOICES.items():
        if of == finding.kind and name in data and name in posted:
            if posted[name] not in choices:
                raise BadCorrection(
                    f'"{posted[name]}" is not one of the values of {name}. Choose one from the list.'
                )
            data[name] = posted[name]
    for name in WORDS.get(finding.kind, ()):
        if name in data and name in posted:
            data[name] = posted[name].strip()[:500] or None
    if (who := WHO.get(finding.kind)) and who in posted and who in data:
        data[who] = posted[who][:40] or None
    if (date := DATES.get(finding.kind)) and date in posted and date in data:
        data[date] = _date(posted[date].strip(), data[date])
    return data


def _date(value: str, before: dict[str, Any] | None) -> dict[str, Any] | None:
    if not value:
        return None
    try:
        value = read_date(value)
    except ValidationError as error:
        raise BadCorrection(error.messages[0]) from error
    return {**(before or {}), "value": value, "precision": precision(value)}
