"""Whole lists as files: CSV, JSON, GeoJSON and JSON-LD, each with licence and date; written while they are read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Schema

from fingerpost.web.api import schemas, showing
from fingerpost.web.site import gate
from fingerpost.web.site.edition import Edition

BATCH = 500
BOM = "\ufeff"
"""Tells Excel that a table is UTF-8; without it Türkiye is garbled there. Other readers pass over it."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""

Rows = Iterator[dict[str, Any]]


class Download(NamedTuple):
    """A list that can be had as a file."""

    query: Callable[[], QuerySet[Any]]
    schema: type[Schema]
    show: showing.Show
    forms: tuple[str, ...] = ("csv", "json")


def _plain(query: Callable[[], QuerySet[Any]], schema: type[Schema]) -> Download:
    """Give a list whose records are shown field by field."""
    return Download(query, schema, showing.plainly(schema))


def _ties(request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
    return showing.ties(request, records, request.edition.today)


DOWNLOADS = {
    "ties": Download(gate.ties, schemas.Tie, _ties, ("csv", "json", "geojson", "jsonld")),
    "places": Download(gate.places, schemas.Place, showing.place),
    "decisions": Download(gate.decisions, schemas.Decision, showing.decisions),
    "agreements": _plain(gate.agreements, schemas.Agreement),
    "exchanges": _plain(gate.exchanges, schemas.Exchange),
    "laws": _plain(gate.laws, schemas.Law),
    "cases": _plain(gate.cases, schemas.Case),
    "motions": Download(gate.motions, schemas.Motion, showing.motions),
    "facts": _plain(gate.facts, schemas.Fact),
}

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
}


def rows_of(request: HttpRequest, download: Download) -> Rows:
    """Yield every record of a list in its public form, however many there are, a batch at a time."""
    after = 0
    while records := list(download.query().filter(pk__gt=after).order_by("pk")[:BATCH]):
        yield from download.show(request, records)
        after = records[-1].pk


def written(name: str, form: str, rows: Rows, edition: Edition) -> Iterator[str]:
    """Yield the text of a file."""
    about = {
        "name": f"{name} of {edition.site.name or 'a register of ties'}",
        "date": edition.today.isoformat(),
        "licence": edition.site.licence,
        "licence_url": edition.site.licence_url,
    }
    if form == "csv":
        return _csv(rows, about, list(DOWNLOADS[name].schema.model_fields))
    if form == "geojson":
        features = (feature for row in rows for feature in _features(row))
        return _object({"type": "FeatureCollection"} | about, "features", features)
    if form == "jsonld":
        head = {"@context": CONTEXT, "@id": "", "@type": "Dataset"} | about
        return _object(head, "ties", (_linked(row) for row in rows))
    return _object(about, "items", rows)


def _object(head: dict[str, Any], key: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield a JSON object with one long list in it."""
    opened = json.dumps(head | {key: []}, ensure_ascii=False, indent=1)
    yield opened.removesuffix("]\n}")
    between = "\n"
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False, cls=DjangoJSONEncoder)
        between = ",\n"
    yield "\n]}\n"


def _csv(rows: Rows, about: dict[str, str], fields: list[str]) -> Iterator[str]:
    """Yield a table; what a record holds inside it becomes columns, and the file's date and licence its last ones.

    Without a record it is the names of the ``fields``: an empty file looks like a broken one.
    """
    written = io.StringIO()
    table: csv.DictWriter[str] | None = None
    for row in rows:
        flat = flattened(row) | {"register_date": about["date"], "licence": about["licence"]}
        if table is None:
            table = csv.DictWriter(written, list(flat), extrasaction="ignore")
            written.write(BOM)
            table.writeheader()
        table.writerow({name: _cell(value) for name, value in flat.items()})
        yield written.getvalue()
        written.seek(0)
        written.truncate()
    if table is None:
        yield BOM + ",".join([*fields, "register_date", "licence"]) + "\r\n"


def flattened(row: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Give a record as columns: ``sides.0.place.name`` becomes ``side_1_place_name``."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict) and name != "data":
            flat |= flattened(value, f"{before}{name}_")
        elif name == "sides":
            for number, side in enumerate(value, start=1):
                flat |= flattened(side, f"{before}side_{number}_")
        elif isinstance(value, dict | list):
            flat[before + name] = json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
        else:
            flat[before + name] = value
    return flat


def _cell(value: Any) -> Any:
    """Give a value that no spreadsheet runs."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return "" if value is None else value


def _features(tie: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the line between the two places of a tie, where both are known; a map cuts it at the date line."""
    ends = [(side["place"]["longitude"], side["place"]["latitude"]) for side in tie["sides"]]
    if None in {number for end in ends for number in end}:
        return
    flat = flattened({name: value for name, value in tie.items() if name not in {"sides"}})
    for number, side in enumerate(tie["sides"], start=1):
        flat |= {
            f"side_{number}_name": side["place"]["name"],
            f"side_{number}_status": side["status"],
        }
    geometry = {"type": "LineString", "coordinates": [list(end) for end in ends]}
    yield {"type": "Feature", "id": tie["id"], "geometry": geometry, "properties": flat}


SCHEMA, WIKIDATA = "https://schema.org/", "http://www.wikidata.org/prop/direct/"
CONTEXT = {
    "@vocab": SCHEMA,
    "ties": {"@id": f"{SCHEMA}hasPart", "@container": "@set"},
    "date": f"{SCHEMA}dateModified",
    "licence": f"{SCHEMA}license",
    "licence_url": {"@id": f"{SCHEMA}license", "@type": "@id"},
    "twinned": {"@id": f"{WIKIDATA}P190", "@type": "@id"},
    "since": f"{SCHEMA}startDate",
    "status": f"{SCHEMA}creativeWorkStatus",
    "kind": f"{SCHEMA}genre",
    "geonames": {"@id": f"{SCHEMA}sameAs", "@type": "@id"},
}


STANDS = {"active", "suspended"}
"""How a side stands that is tied: not one that was ended, and none that was only proposed."""


def _linked(tie: dict[str, Any]) -> dict[str, Any]:
    """Give a tie as linked data: two places, and which of them holds to the other today."""
    sides = tie["sides"]
    linked = {
        "@id": tie["url"],
        "@type": "CreativeWork",
        "name": " – ".join(side["place"]["name"] for side in sides),
        "kind": tie["kind"],
        "status": [f"{side['place']['name']}: {side['status']}" for side in sides],
        "about": [_linked_place(side, other) for side, other in zip(sides, reversed(sides), strict=True)],
    }
    return linked | ({"since": tie["since"]} if tie["since"] else {})


def _linked_place(side: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Give a place, twinned with the other (Wikidata's P190) as far as it is by its own decisions."""
    place = side["place"]
    linked: dict[str, Any] = {"@id": place["url"], "@type": "Place", "name": place["name"]}
    if side["status"] in STANDS:
        linked["twinned"] = other["place"]["url"]
    if place["geonames"]:
        linked["geonames"] = f"https://sws.geonames.org/{place['geonames']}/"
    if place["latitude"] is not None and place["longitude"] is not None:
        linked["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place["latitude"],
            "longitude": place["longitude"],
        }
    return linked
