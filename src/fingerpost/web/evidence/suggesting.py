"""Suggest which record of the register a finding belongs to, with the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db import models

from fingerpost.web.evidence.grouping import is_name
from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.merged import all_merged, current_ids
from fingerpost.web.register.models import Body, Person, Place, Side, Tie
from fingerpost.web.register.sides import with_places
from fingerpost.web.words.finding import find_named
from fingerpost.web.words.models import Kind

RECORDS: dict[str, type[models.Model]] = {"tie": Tie, "person": Person, "body": Body, "place": Place}
NAMES = frozenset({Finding.Kind.PLACE, Finding.Kind.ACTOR, Finding.Kind.TIE})
"""Kinds of finding that name a record; the others are about a tie."""
NEW = "new"


class Suggestion(NamedTuple):
    """A record, and why it is suggested; no record: that it be added to the register."""

    kind: str
    record: models.Model | None
    why: str

    @property
    def value(self) -> str:
        """Give what a form posts to take the suggestion."""
        return f"{self.kind}:{self.record.pk}" if self.record else NEW


def suggestions(findings: Sequence[Finding]) -> dict[int, Suggestion]:
    """Give a suggestion by id of finding, for findings that belong to no record yet; one query per kind of record."""
    places = _places(findings)
    ties = _ties(findings, places)
    actors = _actors(findings)
    only = next(iter(ties.values())) if len({tie.pk for tie in ties.values()}) == 1 else None
    given: dict[int, Suggestion] = {}
    for finding in findings:
        if finding.tie_id or finding.person_id or finding.body_id or finding.place_id:
            continue
        key = finding.data.get("id", "")
        if finding.kind == Finding.Kind.PLACE and key in places:
            given[finding.pk] = Suggestion("place", places[key], "the same place of the gazetteer")
        elif finding.kind == Finding.Kind.ACTOR and key in actors:
            given[finding.pk] = actors[key]
        elif finding.kind == Finding.Kind.TIE and key in ties:
            given[finding.pk] = Suggestion("tie", ties[key], "both places are its sides")
        elif finding.kind not in NAMES and (tie := ties.get(_tie_key(finding)) or only):
            given[finding.pk] = Suggestion("tie", tie, "the tie this source is about")
        elif finding.reading_id and (kind := _addable(finding, findings)):
            given[finding.pk] = Suggestion(kind, None, "not in the register yet")
    return given


def about(finding: Finding, kind: str) -> dict[str, Finding]:
    """Give the findings of a kind of the same reading, by their id in it."""
    found = finding.source.findings.filter(kind=kind, reading=finding.reading_id)
    return {other.data["id"]: other for other in found if "id" in other.data}


def _addable(finding: Finding, findings: Sequence[Finding]) -> str:
    """Give the kind of record that can be made of what a finding names; empty: none."""
    data = finding.data
    if finding.kind == Finding.Kind.PLACE:
        return "place" if data.get("geonames") else ""
    if finding.kind == Finding.Kind.ACTOR:
        return ("person" if data["kind"] == "person" else "body") if is_name(data["name"]) else ""
    if finding.kind == Finding.Kind.TIE:
        known = {f.data["id"] for f in findings if f.kind == Finding.Kind.PLACE and f.data.get("geonames")}
        return "tie" if len(set(data["places"]) & known) == 2 else ""
    return ""


def _tie_key(finding: Finding) -> str:
    data = finding.data
    return data.get("tie") or data.get("over") or (data.get("target") or {}).get("tie") or ""


def _places(findings: Sequence[Finding]) -> dict[str, Place]:
    named = [f.data for f in findings if f.kind == Finding.Kind.PLACE]
    numbers = [data["geonames"] for data in named if data.get("geonames")]
    known = {place.geonames: place.current for place in Place.objects.filter(geonames__in=numbers)}
    return {data["id"]: known[data["geonames"]] for data in named if data.get("geonames") in known}


def _ties(findings: Sequence[Finding], places: dict[str, Place]) -> dict[str, Tie]:
    """Give the ties of the register that a reading's ties are, by id: as somebody said, or by their two places."""
    read = [f for f in findings if f.kind == Finding.Kind.TIE and "places" in f.data]
    pairs = {
        f.data["id"]: frozenset(places[key].pk for key in f.data["places"] if key in places) for f in read
    }
    between = _between({place for pair in pairs.values() for place in pair})
    numbers = {key: between[pair] for key, pair in pairs.items() if pair in between}
    ties = with_places(Tie.objects.all()).in_bulk(numbers.values())
    said = {f.data["id"]: f.tie for f in read if f.tie_id}
    return {key: ties[number] for key, number in numbers.items()} | said


def _between(places: Collection[int]) -> dict[frozenset[int], int]:
    """Give, by the two places of each tie whose places are both among these, the id of the tie: the oldest."""
    stands = all_merged(Place, places)
    both = Side.objects.filter(order=0, place__in=stands, tie__sides__order=1, tie__sides__place__in=stands)
    rows = list(both.order_by("-tie").values_list("tie", "place", "tie__sides__place"))
    current = current_ids(Tie, {tie for tie, _, _ in rows})
    return {frozenset((stands[here], stands[there])): current[tie] for tie, here, there in rows}


def _actors(findings: Sequence[Finding]) -> dict[str, Suggestion]:
    named = {
        f.data["id"]: f.data["name"] for f in findings if f.kind == Finding.Kind.ACTOR and "id" in f.data
    }
    found = {"person": _bearing(Kind.PERSON, Person, named), "body": _bearing(Kind.BODY, Body, named)}
    given = {}
    for key, name in named.items():
        for kind, known in found.items():
            if name in known:
                given[key] = Suggestion(kind, known[name], "the same name")
    return given


def _bearing(kind: Kind, model: type[models.Model], named: dict[str, str]) -> dict[str, models.Model]:
    """Give the first record of a kind that bears each name; two queries."""
    first = {name: ids[0] for name, ids in find_named(kind, set(named.values())).items()}
    records = model._default_manager.in_bulk(first.values())
    return {name: records[pk] for name, pk in first.items()}
