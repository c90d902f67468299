"""Match names of other tables with the places and bodies of the register, as the reconciliation protocol asks.

The protocol is the W3C community group's "Reconciliation Service API" 0.2, which OpenRefine speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet, prefetch_related_objects

from fingerpost.web.register.models import Body, Place
from fingerpost.web.register.regions import region_words
from fingerpost.web.register.sides import with_places
from fingerpost.web.site import gate
from fingerpost.web.words.finding import find, find_named
from fingerpost.web.words.models import Kind

MOST_CANDIDATES, USUAL_CANDIDATES = 50, 10
WHOLE, BEGUN, AGREES = 100.0, 50.0, 10.0
"""Scores: the name is one of the record's; its words begin words of the record's; a property agrees (or does not)."""


class Type(NamedTuple):
    """A kind of record that names are matched with."""

    id: str
    name: str
    kind: Kind
    public: Callable[[], QuerySet[Any]]
    properties: dict[str, str]
    """Id of a property to its name."""


TYPES = {
    "place": Type(
        "place",
        "Place",
        Kind.PLACE,
        gate.places,
        {
            "country": "Country (ISO 3166-1 alpha-2)",
            "admin1": "Region (ISO 3166-2)",
            "geonames": "GeoNames id",
            "latitude": "Latitude",
            "longitude": "Longitude",
            "partners": "Tied with",
        },
    ),
    "body": Type("body", "Body", Kind.BODY, gate.bodies, {"kind": "Kind of body", "place": "Of this place"}),
}


class Asked(NamedTuple):
    """A name to be matched, with what else is known: pairs of a property's id and its values."""

    name: str
    types: Sequence[str] = tuple(TYPES)
    limit: int = USUAL_CANDIDATES
    properties: Sequence[tuple[str, Sequence[str]]] = ()


def candidates(asked: Asked) -> list[dict[str, Any]]:
    """Give the records that a name may mean, likeliest first. One is a match where it alone bears the name."""
    found = [
        candidate for type_ in asked.types if type_ in TYPES for candidate in _of_type(TYPES[type_], asked)
    ]
    found.sort(key=lambda candidate: (-candidate["score"], candidate["id"]))
    # Sure: the whole name, no known property speaks against it, and no other candidate is as good.
    if found and found[0]["score"] >= WHOLE and (len(found) == 1 or found[1]["score"] < found[0]["score"]):
        found[0]["match"] = True
    return found[: asked.limit]


def _of_type(type_: Type, asked: Asked) -> Iterable[dict[str, Any]]:
    whole = find_named(type_.kind, [asked.name]).get(asked.name, [])
    begun = islice(find(type_.kind, asked.name, among=type_.public()), MOST_CANDIDATES)
    numbers = dict.fromkeys([*whole[:MOST_CANDIDATES], *begun])
    records = type_.public().filter(pk__in=numbers)
    for record in records:
        score = WHOLE if record.pk in whole else BEGUN
        known = [_agrees(record, name, values) for name, values in asked.properties]
        score += sum(AGREES if agrees else -2 * AGREES for agrees in known if agrees is not None)
        yield entity(type_, record) | {"score": score, "match": False}


def _agrees(record: Model, name: str, values: Sequence[str]) -> bool | None:
    """Tell whether a property has one of the values; None where it is not known, or is no plain value."""
    held = str(getattr(record, name, "") or "") if name in {"country", "admin1", "geonames", "kind"} else ""
    if not held or not values:
        return None
    return held.casefold() in {value.strip().casefold() for value in values}


def entity(type_: Type, record: Any) -> dict[str, Any]:
    """Give a record as the protocol names entities."""
    return {
        "id": f"{type_.id}/{record.pk}",
        "name": record.name,
        "description": _description(record),
        "type": [{"id": type_.id, "name": type_.name}],
    }


def _description(record: Place | Body) -> str:
    if isinstance(record, Body):
        return record.get_kind_display()
    where = (region_words("", record.admin1), region_words(record.country, ""))
    return ", ".join(part for part in (record.get_kind_display(), *where) if part)


def suggestions(typed: str, types: Iterable[str] = tuple(TYPES)) -> list[dict[str, Any]]:
    """Give the records whose names begin with what was typed."""
    found = []
    for type_ in (TYPES[name] for name in types if name in TYPES):
        numbers = list(islice(find(type_.kind, typed, among=type_.public()), USUAL_CANDIDATES))
        records = type_.public().in_bulk(numbers)
        for number in numbers:
            if number in records:
                one = entity(type_, records[number])
                found.append(one | {"notable": one.pop("type")})
    return found


def suggested_types(typed: str) -> list[dict[str, Any]]:
    """Give the types whose names begin with what was typed."""
    return [{"id": one.id, "name": one.name} for one in TYPES.values() if _begins(one.name, typed)]


def suggested_properties(typed: str) -> list[dict[str, Any]]:
    """Give the properties whose names, or ids, begin with what was typed."""
    return [
        {"id": pid, "name": name, "description": f"Of a {type_.name.lower()}"}
        for type_ in TYPES.values()
        for pid, name in type_.properties.items()
        if _begins(name, typed) or _begins(pid, typed)
    ]


def _begins(name: str, typed: str) -> bool:
    return name.casefold().startswith(typed.strip().casefold())


def by_id(ids: Iterable[str]) -> dict[str, tuple[Type, Any]]:
    """Give public records by the protocol's ids, with a query for each type; what there is not is left out."""
    wanted: dict[str, list[int]] = {name: [] for name in TYPES}
    for one in ids:
        name, _, number = one.partition("/")
        if name in TYPES and number.isascii() and number.isdecimal() and len(number) < 19:
            wanted[name].append(int(number))
    found = {}
    for name, numbers in wanted.items():
        for record in TYPES[name].public().filter(pk__in=numbers):
            found[f"{name}/{record.pk}"] = (TYPES[name], record)
    return found


def extension(ids: Sequence[str], properties: Sequence[str]) -> dict[str, Any]:
    """Give the values of properties of records, as the protocol's data extension."""
    names = {pid: name for type_ in TYPES.values() for pid, name in type_.properties.items()}
    known = [pid for pid in properties if pid in names]
    found = by_id(ids)
    places = [record for type_, record in found.values() if type_.id == "place"]
    bodies = [record for type_, record in found.values() if type_.id == "body"]
    partners = _partners(places) if "partners" in known else {}
    if "place" in known:
        prefetch_related_objects(bodies, "place")
    public = set(gate.places().filter(pk__in=[b.place_id for b in bodies]).values_list("pk", flat=True))
    rows = {
        one: {pid: _values(*found[one], pid, partners, public) if one in found else [] for pid in known}
        for one in ids
    }
    return {"meta": [_meta(pid, names[pid]) for pid in known], "rows": rows}


def _meta(pid: str, name: str) -> dict[str, Any]:
    """Give what a column of values holds; where they are places, a client can match them at once."""
    place = {"type": {"id": "place", "name": TYPES["place"].name}} if pid in {"partners", "place"} else {}
    return {"id": pid, "name": name} | place


def _values(
    type_: Type, record: Any, pid: str, partners: dict[int, list[Place]], public: set[int]
) -> list[dict[str, Any]]:
    if pid not in type_.properties:
        return []
    if pid == "partners":
        return [_reference(place) for place in partners.get(record.pk, [])]
    if pid == "place":
        return [_reference(record.place)] if record.place_id in public else []
    value = getattr(record, pid)
    if value in (None, ""):
        return []
    return [{"float": value} if isinstance(value, float) else {"str": str(value)}]


def _reference(place: Place) -> dict[str, Any]:
    return {"id": f"place/{place.pk}", "name": place.name}


def _partners(places: Sequence[Place]) -> dict[int, list[Place]]:
    """Give, by id of a place, the places it is tied with."""
    ids = {place.pk for place in places}
    found: dict[int, list[Place]] = {}
    for tie in with_places(gate.ties().filter(sides__place__in=ids).distinct()):
        ends = [side.place for side in tie.sides.all()]
        for here in ends:
            if here.pk in ids:
                found.setdefault(here.pk, []).extend(there for there in ends if there.pk != here.pk)
    return found
