"""What was put right in public: what had been shown and was wrong, without what is not public any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from fingerpost.web.evidence.models import Fact, Finding, Source
from fingerpost.web.register.models import Tie
from fingerpost.web.site import gate, words
from fingerpost.web.site.dates import written


@dataclass(frozen=True)
class Change:
    """A field before and after."""

    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    """Something that was put right. ``kind``: decision, finding, fact or case."""

    at: datetime
    kind: str
    record: Any
    tie: Tie | None
    changes: tuple[Change, ...] = ()

    @property
    def source(self) -> Source | None:
        """Give the source that it is about, which may have no page any more."""
        finding = (
            self.record.finding if self.kind == "fact" else self.record if self.kind == "finding" else None
        )
        return finding.source if finding else None


def corrections(before: datetime | None, number: int) -> list[Correction]:
    """Give the latest corrections made in public, of each kind so many, those before a moment; the latest first."""
    since = gate.opened()
    if since is None:
        return []
    every = [
        *_decisions(_within(gate.withdrawn_decisions(), "withdrawn", since, before)[:number]),
        *_findings(_within(gate.corrections(), "at", since, before)[:number]),
        *_facts(_within(gate.superseded_facts(), "superseded", since, before)[:number]),
        *(
            Correction(at, "case", case, case.tie)
            for at, case in gate.taken_back_cases()
            if before is None or at < before
        ),
    ]
    return sorted(every, key=lambda one: one.at, reverse=True)[:number]


def _within(records: QuerySet[Any], field: str, since: datetime, before: datetime | None) -> QuerySet[Any]:
    records = records.filter(**{f"{field}__gte": since})
    if before is not None:
        records = records.filter(**{f"{field}__lt": before})
    return records.order_by(f"-{field}", "-pk")


def _decisions(records: QuerySet[Any]) -> Iterator[Correction]:
    for one in records.select_related("side__place", "body").prefetch_related("side__tie__sides__place"):
        yield Correction(one.withdrawn, "decision", one, one.side.tie)


def _findings(judgements: QuerySet[Any]) -> Iterator[Correction]:
    found = judgements.select_related("finding__source").defer("finding__source__text")
    for one in found.prefetch_related("finding__tie__sides__place", "finding__passages"):
        changes = tuple(_changes(one.finding.data, one.data))
        if changes:
            yield Correction(one.at, "finding", one.finding, one.finding.tie, changes)


def _facts(facts: QuerySet[Fact]) -> Iterator[Correction]:
    """Yield facts that were taken back, without what they said, and those that say something else now."""
    found = list(
        facts.select_related("finding__source")
        .defer("finding__source__text")
        .prefetch_related("tie__sides__place", "finding__facts")
    )
    for one in found:
        finding = one.finding
        if finding is None or finding.state not in gate.REVIEWED:
            yield Correction(one.superseded, "fact", one, one.tie)
        elif finding.state == Finding.State.ACCEPTED:
            stands = [fact for fact in finding.facts.all() if fact.superseded is None]
            changes = tuple(_changes(one.data, stands[0].data)) if stands else ()
            if changes:
                yield Correction(one.superseded, "finding", finding, one.tie, changes)


FIELDS: dict[str, Mapping[str, Any]] = {
    "stance": words.STANCE,
    "force": words.FORCE,
    "power": words.POWER,
    "status": words.ACTION,
    "kind": {**words.EVENT, **words.BODY_KIND, **words.TIE_KIND},
}
"""Fields of findings whose values have words."""


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what differs between what was read and what it was corrected to, in words."""
    for field, table in FIELDS.items():
        if before.get(field) != after.get(field):
            yield Change(_said(table, before.get(field)), _said(table, after.get(field)))
    for field in ("date", "since"):
        if _date(before, field) != _date(after, field):
            yield Change(written(_date(before, field)), written(_date(after, field)))
    for field in ("name", "role", "what", "condition"):
        if before.get(field) != after.get(field):
            yield Change(str(before.get(field) or ""), str(after.get(field) or ""))


def _said(table: Mapping[str, Any], value: Any) -> str:
    return str(table.get(value, value or ""))


def _date(data: Mapping[str, Any], field: str) -> str:
    return (data.get(field) or {}).get("value") or ""
