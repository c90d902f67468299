"""A finding in one line for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.places.codes import code_name
from fingerpost.web.dates import day_words
from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.where import where

Names = Mapping[str, str]
"""The names behind a reading's ids."""

ENDED = {
    "keep": "kept",
    "suspend": "suspended",
    "end": "ended",
    "establish": "established",
    "renew": "renewed",
    "restore": "restored",
    "defer": "put off",
}
ENDING = {
    "keep": "keeping",
    "suspend": "suspending",
    "end": "ending",
    "establish": "establishing",
    "renew": "renewing",
    "restore": "restoring",
    "defer": "putting off",
}
FORCES = {
    "decides": ("decides that", "be", ENDED),
    "demands": ("demands that", "be", ENDED),
    "wants": ("wants", "", ENDED),
    "supports": ("supports", "", ENDING),
    "plans": ("plans on", "", ENDING),
    "considers": ("considers", "", ENDING),
}
"""Verb, what stands before the participle, and which participle."""
POWERS = {
    "decides": "decides about it",
    "advises": "advises on it",
    "carries_out": "carries out what is decided",
    "cannot_decide": "cannot decide about it",
}
KINDS_OF_PLACE = {
    "populated": "a town or city",
    "admin2": "a county or district",
    "admin1": "a state, province or region",
    "country": "a country",
}
VERDICTS = {
    "consistent": "agrees with what was computed",
    "inconsistent": "does not agree with what was computed",
    "unverifiable": "cannot be checked",
}


def headline(finding: Finding, names: Names) -> str:
    """Give one line that says what a finding says."""
    return says(finding.kind, finding.judged, names)


def says(kind: str, data: dict[str, Any], names: Names) -> str:
    """Give one line for what was found, or made a fact of."""
    if "note" in data:
        return str(data["note"] or "Marked by hand")
    say = WORDS.get(kind)
    return say(data, names) if say else kind.capitalize()


def _name(names: Names, key: str | None, otherwise: str = "Somebody") -> str:
    return names.get(key or "", otherwise)


def _date(date: dict[str, Any] | None) -> str:
    if not date:
        return ""
    return f", {day_words(date['value'])}" if date["value"] else f", “{date.get('text', '')}”"


def _actor(data: dict[str, Any], names: Names) -> str:
    role = data.get("role")
    return f"{data['name']}, {role or data['kind']}"


def _place(data: dict[str, Any], names: Names) -> str:
    if data["status"] != "resolved":
        return f"{data['name']}: which place is not settled"
    kind = data.get("kind", "")
    named = where(data["name"], kind=kind, country=data.get("country"), admin1=data.get("admin1"))
    return f"{named}; {KINDS_OF_PLACE.get(kind, 'a place')}"


def _tie(data: dict[str, Any], names: Names) -> str:
    pair = " – ".join(_name(names, place, "a place") for place in data["places"])
    began = (data.get("since") or {}).get("value")
    since = f", since {day_words(began)}" if began else ""
    return f"{pair}, {data['kind'].replace('_', ' ')}{since}"


def _quote(data: dict[str, Any], names: Names) -> str:
    speaker = data["speaker"]
    how = {"indirect": " (reported)", "mixed": " (in part)"}.get(data["kind"], "")
    return f"Said by {_name(names, speaker, 'somebody')}{how}" if speaker else "Who said it is not settled"


def _position(data: dict[str, Any], names: Names) -> str:
    verb, before, participles = FORCES[data["force"]]
    participle = participles.get(data["stance"])
    who, when, what = _name(names, data["actor"]), _date(data.get("date")), _target(data.get("target") or {})
    if participle is None:
        return f"{who} {data['force']} something else about {what}{when}"
    parts = (what, before, participle) if participles is ENDED else (participle, what)
    return f"{who} {verb} {' '.join(part for part in parts if part)}{when}"


def _target(target: dict[str, Any]) -> str:
    """Give what a position is about: the tie, or "the ties of Virginia with Russia"."""
    sides = target.get("class")
    if not sides:
        return "the tie"
    here, there = _region(sides.get("from")), _region(sides.get("to"))
    return " ".join(part for part in ("the ties", here and f"of {here}", there and f"with {there}") if part)


def _region(side: dict[str, Any] | None) -> str:
    code = (side or {}).get("admin1") or (side or {}).get("country") or ""
    return code_name(code) if code else ""


def _authority(data: dict[str, Any], names: Names) -> str:
    return f"{_name(names, data['actor'])} {POWERS[data['power']]}"


def _event(data: dict[str, Any], names: Names) -> str:
    who = f" ({_name(names, data['actor'])})" if data.get("actor") else ""
    return f"{data['kind'].replace('_', ' ').capitalize()}{_date(data.get('date'))}{who}"


def _action(data: dict[str, Any], names: Names) -> str:
    who = f"{_name(names, data['actor'])}: " if data.get("actor") else ""
    return f"{who}{data['what']} ({data['status']})"


def _claim(data: dict[str, Any], names: Names) -> str:
    stated = data["stated"]
    comparator = "" if stated["comparator"] == "exactly" else stated["comparator"].replace("_", " ")
    value = f"{stated['value']:g}" if data["kind"] == "since" else f"{stated['value']:,g}"
    unit = "" if data["kind"] == "since" else _unit(stated.get("unit") or "", stated["value"])
    figure = " ".join(part for part in (comparator, value, unit) if part)
    return f"{data['kind'].capitalize()}: {figure}; {VERDICTS[data['verdict']]}"


def _unit(unit: str, value: float) -> str:
    """Give a unit in words: "years", "miles", "km"."""
    if unit == "mi":
        return "mile" if value == 1 else "miles"
    return unit if value == 1 or len(unit) < 3 or unit.endswith("s") else f"{unit}s"


WORDS = {
    Finding.Kind.ACTOR: _actor,
    Finding.Kind.PLACE: _place,
    Finding.Kind.TIE: _tie,
    Finding.Kind.QUOTE: _quote,
    Finding.Kind.POSITION: _position,
    Finding.Kind.AUTHORITY: _authority,
    Finding.Kind.EVENT: _event,
    Finding.Kind.ACTION: _action,
    Finding.Kind.CLAIM: _claim,
}
