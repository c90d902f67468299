"""A finding in one line for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.web.evidence.models import Finding


def headline(finding: Finding, names: Mapping[str, str]) -> str:
    """Give one line that says what a finding says; ``names`` gives the names behind the reading's ids."""
    data = finding.data
    if "note" in data:
        return str(data["note"] or "Marked by hand")
    say = WORDS.get(finding.kind)
    return say(data, names) if say else finding.get_kind_display()


def _name(names: Mapping[str, str], key: str | None, otherwise: str = "somebody") -> str:
    return names.get(key or "", otherwise)


def _date(date: dict[str, Any] | None) -> str:
    return f", {date['value'] or date.get('text', '')}" if date else ""


def _actor(data: dict[str, Any], names: Mapping[str, str]) -> str:
    return f"{data['name']}{', ' + data['role'] if data.get('role') else ''} ({data['kind']})"


def _place(data: dict[str, Any], names: Mapping[str, str]) -> str:
    where = ", ".join(part for part in (data.get("admin1"), data.get("country")) if part)
    return f"{data['name']}: {where or data['status']}"


def _tie(data: dict[str, Any], names: Mapping[str, str]) -> str:
    pair = " – ".join(_name(names, place, "a place") for place in data["places"])
    began = (data.get("since") or {}).get("value")
    return f"{pair}, {data['kind'].replace('_', ' ')}{', since ' + began if began else ''}"


def _quote(data: dict[str, Any], names: Mapping[str, str]) -> str:
    return f"{_name(names, data['speaker'], 'Speaker not settled')} ({data['kind']})"


def _position(data: dict[str, Any], names: Mapping[str, str]) -> str:
    return (
        f"{_name(names, data['actor'])}: {data['stance']} the tie ({data['force']}){_date(data.get('date'))}"
    )


def _authority(data: dict[str, Any], names: Mapping[str, str]) -> str:
    return f"{_name(names, data['actor'])}: {data['power'].replace('_', ' ')}"


def _event(data: dict[str, Any], names: Mapping[str, str]) -> str:
    who = f" ({_name(names, data['actor'])})" if data.get("actor") else ""
    return f"{data['kind'].replace('_', ' ').capitalize()}{_date(data.get('date'))}{who}"


def _action(data: dict[str, Any], names: Mapping[str, str]) -> str:
    return f"{_name(names, data.get('actor'))}: {data['what']} ({data['status']})"


def _claim(data: dict[str, Any], names: Mapping[str, str]) -> str:
    stated = data["stated"]
    figure = (
        f"{stated['comparator'].replace('_', ' ')} {stated['value']:g} {stated.get('unit') or ''}".strip()
    )
    return f"{data['kind'].capitalize()}: {figure} – {data['verdict']}"


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
