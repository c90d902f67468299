"""The search of the desk: ties, cases, sources, passages, laws, bodies, people and places, by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Model, QuerySet

from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.register.models import Body, Law, Person, Place, Tie
from fingerpost.web.register.sides import with_places
from fingerpost.web.words.finding import find_each
from fingerpost.web.words.models import Kind
from fingerpost.web.words.showing import matching_parts, number_matching, other_name_found

SHOWN = 20
"""How many of each kind are shown."""
ASKED = 3 * SHOWN
"""How many are asked for: several findings can cite one passage, which is shown once."""


class Found(NamedTuple):
    """What was found of one kind; ``more``: there are more than are shown."""

    kind: str
    label: str
    records: Sequence[Model]
    more: bool


def find(typed: str) -> list[Found]:
    """Give what is found by the beginnings of words; "Norfolk Kaliningrad" finds the tie between the two."""
    found = find_each(list(RECORDS), typed, ASKED, among={Kind.FINDING: _not_rejected()})
    groups = []
    for kind, ids in found.items():
        records = RECORDS[kind].in_bulk(ids)
        shown = _explained(kind, [records[pk] for pk in ids if pk in records], typed)
        if shown:
            groups.append(Found(kind.name.lower(), kind.label, shown[:SHOWN], len(shown) > SHOWN))
    return groups


def _not_rejected() -> QuerySet[Finding]:
    return Finding.objects.exclude(state=Finding.State.REJECTED)


RECORDS: dict[Kind, QuerySet[Model]] = {
    Kind.TIE: with_places(Tie.objects.all()),
    Kind.CASE: Case.objects.all(),
    Kind.SOURCE: Source.objects.defer("text"),
    Kind.FINDING: Finding.objects.select_related("source").defer("source__text").prefetch_related("passages"),
    Kind.LAW: Law.objects.all(),
    Kind.BODY: Body.objects.all(),
    Kind.PERSON: Person.objects.all(),
    Kind.PLACE: Place.objects.all(),
}
"""What is shown, in this order."""


def _explained(kind: Kind, records: list[Model], typed: str) -> list[Model]:
    """Say of each record why it was found, where its name does not."""
    if kind == Kind.FINDING:
        return _quoted(records, typed)
    for record in records:
        places = {
            Kind.PLACE: lambda place: [place],
            Kind.TIE: lambda tie: [side.place for side in tie.sides.all()],
        }.get(kind, lambda _: [])(record)
        others = [name for place in places for name in place.other_names.splitlines()]
        record.also = other_name_found([place.name for place in places], others, typed) if others else ""
    return records


def _quoted(findings: list[Finding], typed: str) -> list[Finding]:
    """Give findings with the passage that matches best, each passage once."""
    shown: dict[tuple[int, int, str], Finding] = {}
    for finding in findings:
        passages = list(finding.passages.all())
        if passages:
            best = max(passages, key=lambda passage: number_matching(passage.text, typed))
            finding.parts = matching_parts(best.text, typed)
            shown.setdefault((finding.source_id, best.start, best.text), finding)
    return list(shown.values())
