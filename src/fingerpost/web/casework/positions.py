"""Who wants what, over time: every position of each actor in order, out of the findings of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q, QuerySet

from fingerpost.briefing.words import WANTED
from fingerpost.places.normal import normal
from fingerpost.web.casework.histories import History, Position, Record
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import Person, Tie

MOST_SOURCES = 200
"""Sources, the newest, that the history of a person or body is read out of."""


def of_case(case: Case) -> tuple[list[History], list[History]]:
    """Give who wants what about a case's question, and who wants something about other ties."""
    said = _read(Finding.objects.filter(source__cases=case))
    ties = _ties_of(case, {one.position.tie for one in said} - {None})
    here = [one for one in said if ties is None or one.position.tie is None or one.position.tie in ties]
    elsewhere = [one for one in said if one not in here]
    return histories(here), histories(elsewhere)


def _ties_of(case: Case, named: set[int | None]) -> set[int] | None:
    """Give those of the ties named that the case is about; None: it is about no tie in particular."""
    if case.of_class:
        return set(case.members.filter(tie__in=named).values_list("tie", flat=True))
    return {case.tie.current.pk} if case.tie else None


def of_record(record: Record) -> list[tuple[Tie | None, History]]:
    """Give all positions of a person or body, tie by tie; those about no known tie stand last."""
    field = "person" if isinstance(record, Person) else "body"
    own = Q(**{f"{field}__in": merged_ids(record)})
    found = Finding.objects.filter(own, kind__in=(Finding.Kind.ACTOR, Finding.Kind.POSITION))
    sources = (
        found.order_by("-source__published", "-source_id")
        .values_list("source_id", "source__published")
        .distinct()
    )
    said = _read(Finding.objects.filter(source__in=[pk for pk, _ in sources[:MOST_SOURCES]]))
    said = [one for one in said if one.record_key == (field, record.pk)]
    numbers = sorted({one.position.tie for one in said}, key=lambda pk: (pk is None, pk))
    ties = Tie.objects.prefetch_related("sides__place").in_bulk([pk for pk in numbers if pk])
    return [
        (ties.get(number or 0), history)
        for number in numbers
        for history in histories(one for one in said if one.position.tie == number)
    ]


@dataclass(frozen=True)
class _Said:
    """A position with who holds it: a record of the register, or a name."""

    actor: str
    record: Record | None
    position: Position

    @property
    def record_key(self) -> tuple[str, int] | None:
        if self.record is None:
            return None
        return ("person" if isinstance(self.record, Person) else "body", self.record.pk)


def _read(findings: QuerySet[Finding]) -> list[_Said]:
    """Read positions, and the actors and ties they point at, out of findings; rejected ones left out."""
    kinds = (Finding.Kind.POSITION, Finding.Kind.ACTOR, Finding.Kind.TIE)
    rows = list(
        findings.filter(kind__in=kinds)
        .exclude(state=Finding.State.REJECTED)
        .select_related("source", "person", "body", "tie")
        .defer("source__text")
        .prefetch_related("passages", "judgements")
        .order_by("source__published", "source_id", "start")
    )
    by_key = {(one.source_id, one.kind, one.judged.get("id", "")): one for one in rows}
    return [_said(one, by_key) for one in rows if one.kind == Finding.Kind.POSITION]


def _said(finding: Finding, by_key: Mapping[tuple[int, str, str], Finding]) -> _Said:
    data = finding.judged
    actor = by_key.get((finding.source_id, Finding.Kind.ACTOR, data.get("actor") or ""))
    target = (data.get("target") or {}).get("tie") or ""
    tie = by_key.get((finding.source_id, Finding.Kind.TIE, target))
    about = tie.tie if tie and tie.tie else finding.tie
    record = _record(finding) or (_record(actor) if actor else None)
    name = str(record) if record else actor.judged.get("name", "") if actor else data.get("note", "")
    position = Position(
        stance=data.get("stance") or "other",
        date=(data.get("date") or {}).get("value") or finding.source.published,
        words=next((passage.text for passage in finding.passages.all()), ""),
        condition=data.get("condition") or "",
        finding=finding,
        tie=about.current.pk if about else None,
    )
    return _Said(name or "Somebody", record, position)


def _record(finding: Finding) -> Record | None:
    found = finding.person or finding.body
    return found.current if found else None


def histories(said: Iterable[_Said]) -> list[History]:
    """Give one history for each actor, in order of what they want now.

    A name that stands for one record in these sources stands for it everywhere in them.
    """
    said = list(said)
    named: dict[str, set[tuple[str, int]]] = {}
    records = {one.record_key: one.record for one in said if one.record_key}
    for one in said:
        if one.record_key:
            named.setdefault(normal(one.actor), set()).add(one.record_key)

    def key(one: _Said) -> tuple[str, str]:
        known = named.get(normal(one.actor), set())
        found = one.record_key or (next(iter(known)) if len(known) == 1 else None)
        return (f"{found[0]} {found[1]}", "") if found else ("", normal(one.actor))

    made = []
    for _, group in groupby(sorted(said, key=key), key=key):
        these = sorted(group, key=lambda one: (not one.position.date, one.position.date))
        record = next((records[one.record_key] for one in these if one.record_key), None)
        made.append(History(these[-1].actor, record, tuple(one.position for one in these)))
    order = {stance: at for at, stance in enumerate(WANTED)}
    return sorted(made, key=lambda one: (order.get(one.stance, len(order)), one.latest.date, one.actor))
