"""Suggest which record of the register a finding belongs to, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models

from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.models import Body, Person, Place, Side, Tie

RECORDS: dict[str, type[models.Model]] = {"tie": Tie, "person": Person, "body": Body, "place": Place}


class Suggestion(NamedTuple):
    """A record, and why it is suggested."""

    kind: str
    record: models.Model
    why: str


def suggestions(findings: Sequence[Finding]) -> dict[int, Suggestion]:
    """Give a suggestion by id of finding, for findings that belong to no record yet; one query per kind of record."""
    places = _places(findings)
    ties = _ties(findings, places)
    actors = _actors(findings)
    first = next(iter(ties.values()), None)
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
        elif finding.kind not in {Finding.Kind.PLACE, Finding.Kind.ACTOR, Finding.Kind.TIE}:
            tie = ties.get(_tie_key(finding)) or first
            if tie:
                given[finding.pk] = Suggestion("tie", tie, "the tie this source is about")
    return given


def _tie_key(finding: Finding) -> str:
    data = finding.data
    return data.get("tie") or data.get("over") or (data.get("target") or {}).get("tie") or ""


def _places(findings: Sequence[Finding]) -> dict[str, Place]:
    named = [f.data for f in findings if f.kind == Finding.Kind.PLACE]
    numbers = [data["geonames"] for data in named if data.get("geonames")]
    known = {place.geonames: place.current for place in Place.objects.filter(geonames__in=numbers)}
    return {data["id"]: known[data["geonames"]] for data in named if data.get("geonames") in known}


def _ties(findings: Sequence[Finding], places: dict[str, Place]) -> dict[str, Tie]:
    found = {}
    sides = (
        Side.objects.filter(place__in=places.values())
        .select_related("tie")
        .prefetch_related("tie__sides__place")
    )
    by_tie: dict[int, set[int]] = {}
    ties = {}
    for side in sides:
        by_tie.setdefault(side.tie_id, set()).add(side.place_id)
        ties[side.tie_id] = side.tie
    for finding in findings:
        if finding.kind == Finding.Kind.TIE:
            pair = {places[key].pk for key in finding.data["places"] if key in places}
            match = next((number for number, ends in by_tie.items() if len(pair) == 2 and pair <= ends), None)
            if match:
                found[finding.data["id"]] = ties[match].current
    return found


def _actors(findings: Sequence[Finding]) -> dict[str, Suggestion]:
    named = {
        f.data["id"]: f.data["name"] for f in findings if f.kind == Finding.Kind.ACTOR and "id" in f.data
    }
    people = {p.name.casefold(): p for p in Person.objects.filter(name__in=named.values())}
    bodies = {b.name.casefold(): b for b in Body.objects.filter(name__in=named.values())}
    given = {}
    for key, name in named.items():
        for kind, known in (("person", people), ("body", bodies)):
            if name.casefold() in known:
                given[key] = Suggestion(kind, known[name.casefold()].current, "the same name")
    return given
