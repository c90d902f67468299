"""The words of many cells to records of the register: a fixed number of queries for a sheet of any length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from fingerpost.places import Gazetteer
from fingerpost.places.codes import code_name
from fingerpost.places.normal import normal
from fingerpost.places.search import UnknownPlaceError, search
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Body, Place, Side, Tie
from fingerpost.web.register.sheets.cells import Problem
from fingerpost.web.register.sides import with_places

NUMBERED = re.compile(r"#?\s*(\d{1,15})|.*#(\d{1,15})")
BETWEEN = re.compile(r"\s[-–—]\s|[–—]")
PLURAL = {"tie": "ties", "body": "bodies", "source": "sources", "place": "places"}
SHOWN = 4
"""How many records of one name are offered to choose from."""

Found = Mapping[str, Any]
"""The words of a cell to their record, or to the Problem."""


def find_ties(cells: Iterable[str]) -> Found:
    """Give the tie that each cell names: by the partner ("Tver, Russia"), by both places, or by number ("#12")."""
    cells = set(cells)
    ends = {
        cell: [end.strip() for end in BETWEEN.split(cell)] for cell in cells if not NUMBERED.fullmatch(cell)
    }
    places = _places(end for both in ends.values() for end in both)
    by_place: dict[int, set[int]] = defaultdict(set)
    wanted = {place.pk for found in places.values() for place in found}
    for tie, place in Side.objects.filter(place__in=wanted).values_list("tie", "place"):
        by_place[place].add(tie)
    meant: dict[str, set[int]] = {}
    for cell in cells:
        if cell not in ends:
            meant[cell] = {_number(cell)}
            continue
        sets = [set().union(*(by_place[place.pk] for place in places[end])) for end in ends[cell]]
        meant[cell] = set.intersection(*sets)
    known = with_places(Tie.objects.filter(pk__in=set().union(*meant.values())))
    ties = {tie.pk: tie.current for tie in known.select_related("merged_into")}
    return {cell: _one(cell, {ties[pk] for pk in pks if pk in ties}, "tie") for cell, pks in meant.items()}


def _places(words: Iterable[str]) -> dict[str, list[Place]]:
    """Give the places of the register that each name can mean, as far as the region and country given narrow it."""
    heads = {whole: whole.split(",")[0].strip() for whole in words}
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _called(Place.objects.all(), "name", heads.values()):
        found[normal(place.name)].append(place)
    return {
        whole: [place for place in found[normal(head)] if _lies(place, whole)]
        for whole, head in heads.items()
    }


def _lies(place: Place, words: str) -> bool:
    """Tell whether a place lies where the words after the comma say; without any, it does."""
    _, *regions = (normal(part) for part in words.split(","))
    codes = (place.country, place.admin1, place.admin1.partition("-")[2])
    names = {normal(code) for code in codes if code} | {normal(code_name(code)) for code in codes[:2] if code}
    if set(regions) <= names:
        return True
    try:
        return any(one.place.geonames == place.geonames for one in search(Gazetteer.open(), words))
    except UnknownPlaceError:
        return False


def find_places(cells: Iterable[str]) -> Found:
    """Give the place that each cell names, by name, with its region where several bear it, or by number."""
    cells = set(cells)
    numbered = {cell for cell in cells if NUMBERED.fullmatch(cell)}
    named = {cell: {place.current for place in places} for cell, places in _places(cells - numbered).items()}
    found = {cell: _one(cell, places, "place") for cell, places in named.items()}
    return found | _find(Place.objects.all(), ("name",), numbered, "place")


def find_bodies(cells: Iterable[str]) -> Found:
    """Give the body that each cell names, by name or number."""
    return _find(Body.objects.all(), ("name",), set(cells), "body")


def find_sources(cells: Iterable[str]) -> Found:
    """Give the source that each cell names, by file name, title or number."""
    return _find(Source.objects.defer("text"), ("name", "title"), set(cells), "source")


def _find(records: models.QuerySet[Any], fields: tuple[str, ...], cells: set[str], kind: str) -> Found:
    numbers = {cell: _number(cell) for cell in cells if NUMBERED.fullmatch(cell)}
    by_name: dict[str, set[Any]] = defaultdict(set)
    for field in fields:
        for record in _called(records, field, cells - set(numbers)):
            by_name[normal(getattr(record, field))].add(getattr(record, "current", record))
    by_number = records.in_bulk(set(numbers.values()))
    found = {}
    for cell in cells:
        record = by_number.get(numbers.get(cell, 0))
        these = ({getattr(record, "current", record)} if record else set()) if cell in numbers else None
        found[cell] = _one(cell, by_name[normal(cell)] if these is None else these, kind)
    return found


def _called(records: models.QuerySet[Any], field: str, names: Iterable[str]) -> Iterable[Any]:
    names = {name for name in names if name}
    lower = {name.lower() for name in names}
    return records.annotate(lower=Lower(field)).filter(Q(**{f"{field}__in": names}) | Q(lower__in=lower))


def _number(cell: str) -> int:
    match = NUMBERED.fullmatch(cell)
    return int(match[1] or match[2]) if match else 0


def _one(cell: str, records: set[Any], kind: str) -> Any:
    if len(records) == 1:
        return next(iter(records))
    if not records:
        return Problem(f'No {kind} in the register is called "{cell}". Add it first, or check the spelling.')
    named = sorted(f"{record} #{record.pk}" for record in records)
    offered = "; ".join(named[:SHOWN]) + (", ..." if len(named) > SHOWN else "")
    return Problem(f'"{cell}" can mean {len(named)} {PLURAL[kind]}: {offered}. Write the number.')
