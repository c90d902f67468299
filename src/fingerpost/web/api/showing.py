"""Records of the gate in their public form: a list in, a list out, with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from ninja import Schema

from fingerpost.web.api import schemas
from fingerpost.web.casework.models import Ballot
from fingerpost.web.evidence.models import Passage, Source
from fingerpost.web.register.standings import Stand
from fingerpost.web.site import gate
from fingerpost.web.site.arms import arms

PAGES = {
    "place": "site:place",
    "tie": "site:tie",
    "body": "site:body",
    "person": "site:person",
    "case": "site:case",
    "source": "site:source",
}
"""Kinds of record that have a page for people."""

Show = Callable[[HttpRequest, list[Any]], list[dict[str, Any]]]


def url_of(request: HttpRequest, record: models.Model) -> str:
    """Give the address of a record: its page for people, or its answer of the API."""
    name = PAGES.get(record._meta.model_name or "")
    path = (
        reverse(name, args=(record.pk,))
        if name
        else reverse(f"api-1:{record._meta.model_name}", args=(record.pk,))
    )
    return request.build_absolute_uri(path)


def plainly(schema: type[Schema]) -> Show:
    """Give what shows records whose public form is columns of theirs: a relation by its id."""
    fields = [name for name in schema.model_fields if name not in {"id", "url"}]

    def show(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
        return _records(request, records, fields)

    return show


def _records(request: HttpRequest, records: list[Any], fields: Iterable[str]) -> list[dict[str, Any]]:
    """Give columns of records; a source that the public does not see is not named."""
    shown = [_record(request, record, fields) for record in records]
    cited = {one["source"] for one in shown if one.get("source")}
    public = set(gate.sources().filter(pk__in=cited).values_list("pk", flat=True)) if cited else set()
    for one in shown:
        if one.get("source") not in public and "source" in one:
            one["source"] = None
    return shown


def _record(request: HttpRequest, record: Any, fields: Iterable[str]) -> dict[str, Any]:
    known = {"id": record.pk, "url": url_of(request, record)}
    return known | {name: getattr(record, _column(record, name)) for name in fields}


def _column(record: Any, name: str) -> str:
    return f"{name}_id" if hasattr(type(record), f"{name}_id") else name


place = plainly(schemas.Place)


def ties(request: HttpRequest, records: list[Any], on: date) -> list[dict[str, Any]]:
    """Show ties as of a day. One without two sides is left out: it cannot stand in any way."""
    return [
        {
            "id": arm.tie.pk,
            "url": url_of(request, arm.tie),
            "kind": arm.tie.kind,
            "label": arm.tie.label,
            "since": arm.since,
            "as_of": on.isoformat(),
            "sides": [_side(request, stand) for stand in (arm.here, arm.there)],
            "kilometres": round(arm.way.km, 1) if arm.way else None,
            "bearing": round(arm.way.bearing, 2) if arm.way else None,
        }
        for arm in arms(records, on)
    ]


def _side(request: HttpRequest, stand: Stand) -> dict[str, Any]:
    return {
        "id": stand.side.pk,
        "place": place(request, [stand.place])[0],
        "status": stand.standing.status,
        "since": stand.standing.since,
        "notes": list(stand.standing.notes),
        "decision": stand.standing.decision,
    }


def decisions(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
    """Show decisions, with the tie that each one's side is of."""
    prefetch_related_objects(records, "side")
    fields = [name for name in schemas.Decision.model_fields if name not in {"id", "url", "tie"}]
    shown = _records(request, records, fields)
    return [one | {"tie": record.side.tie_id} for one, record in zip(shown, records, strict=True)]


def motions(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
    """Show motions with their roll calls."""
    prefetch_related_objects(records, Prefetch("ballots", Ballot.objects.select_related("person")))
    fields = [name for name in schemas.Motion.model_fields if name not in {"id", "url", "ballots"}]
    return [
        one
        | {
            "ballots": [
                {"person": ballot.person_id, "name": ballot.person.name, "choice": ballot.choice}
                for ballot in record.ballots.all()
            ]
        }
        for one, record in zip(_records(request, records, fields), records, strict=True)
    ]


def sources(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
    """Show sources; the text of those that may not be republished is left out."""
    fields = ("title", "publisher", "author", "published", "digest", "shown")
    return [
        _record(request, record, fields)
        | {
            "title": str(record),
            "address": record.url,
            "text": record.text if record.shown == Source.Shown.WHOLE else None,
        }
        for record in records
    ]


def findings(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
    """Show reviewed findings as they were last corrected, with their passages and the names behind their ids."""
    prefetch_related_objects(records, "passages", "judgements")
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for actor in gate.actors(records).prefetch_related("judgements"):
        names[actor.source_id][actor.key] = actor.judged.get("name", "")
    fields = ("source", "kind", "state", "tie", "person", "body", "place")
    return [
        _record(request, record, fields)
        | {
            "data": record.judged,
            "names": _named(record.judged, names[record.source_id]),
            "passages": [_passage(one) for one in record.passages.all()],
        }
        for record in records
    ]


def _named(data: dict[str, Any], names: dict[str, str]) -> dict[str, str]:
    return {value: names[value] for value in data.values() if isinstance(value, str) and value in names}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "text": passage.text}
