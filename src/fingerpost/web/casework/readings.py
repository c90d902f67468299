"""The readings a briefing is made from, with the judgements in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from fingerpost.casefile.citation import Span
from fingerpost.reading.model import Reading
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Fact, Finding, Passage, Source

LISTS = {
    Finding.Kind.TIE: "ties",
    Finding.Kind.QUOTE: "quotes",
    Finding.Kind.POSITION: "positions",
    Finding.Kind.AUTHORITY: "authority",
    Finding.Kind.EVENT: "events",
    Finding.Kind.ACTION: "actions",
    Finding.Kind.CLAIM: "claims",
}
ACCEPTED = (Finding.State.ACCEPTED, Finding.State.CORRECTED)

MOST_FURTHER = 20
"""Sources outside a case that are taken in for what was accepted of them about its tie: the newest."""

FURTHER = "Not a source of this case: of it, only what people accepted about this tie"


def sources_of(case: Case) -> list[Source]:
    """Give the sources of a case that were read, oldest first, as a briefing numbers them."""
    return list(case.sources.filter(state=Source.State.READ).order_by("published", "received", "pk"))


def further_sources(case: Case, ties: Collection[int]) -> list[Source]:
    """Give sources outside a case with accepted findings about its ties, oldest first; at most ``MOST_FURTHER``."""
    told = Fact.objects.filter(tie__in=ties, superseded=None, finding__reading__isnull=False)
    known = Source.objects.filter(pk__in=told.values("finding__source")).exclude(cases=case)
    newest = known.filter(state=Source.State.READ).order_by("-published", "-received", "-pk")[:MOST_FURTHER]
    return list(newest)[::-1]


def reviewed_reading(source: Source) -> Reading | None:
    """Give the newest reading of a source with the judgements in it; None where there is none.

    Rejected findings are left out, corrected ones stand as corrected. Actors and places stay, since others point at
    them; what nobody has judged yet stays as the reader proposed it.
    """
    return _reading(source, lambda finding: finding.state != Finding.State.REJECTED)


def accepted_reading(source: Source, ties: Collection[int]) -> Reading | None:
    """Give of the newest reading of a source only what was accepted about these ties, with the words it quotes."""

    def keeps(finding: Finding) -> bool:
        if finding.kind == Finding.Kind.QUOTE:
            return finding.state != Finding.State.REJECTED
        return any(fact.tie_id in ties and fact.superseded is None for fact in finding.facts.all())

    made = _reading(source, keeps)
    if made is None:
        return None
    used = {key for position in made.positions for key in position.quotes}
    account = msgspec.structs.replace(made.account, warnings=(FURTHER,), quotes_unattributed=0)
    quotes = tuple(quote for quote in made.quotes if quote.id in used)
    return msgspec.structs.replace(made, account=account, quotes=quotes)


def _reading(source: Source, keeps: Callable[[Finding], bool]) -> Reading | None:
    reading = source.readings.order_by("-pk").first()
    if reading is None:
        return None
    data: dict[str, Any] = dict(reading.data)
    data["document"] = {**data["document"], "text": source.text}
    found = source.findings.filter(reading=reading).prefetch_related("judgements", "facts")
    by_key = {finding.key: finding for finding in found}
    for kind, name in LISTS.items():
        findings = (by_key[item.get("id") or f"{kind}{at}"] for at, item in enumerate(data[name]))
        data[name] = [finding.judged for finding in findings if keeps(finding)]
    return msgspec.convert(_without_dangling(data), Reading, strict=False)


def _without_dangling(data: dict[str, Any]) -> dict[str, Any]:
    """Let no finding point at a tie or quote that is left out."""
    ties = {tie["id"] for tie in data["ties"]}
    quotes = {quote["id"] for quote in data["quotes"]}
    for position in data["positions"]:
        if position["target"].get("tie") not in ties:
            position["target"] = {**position["target"], "tie": None}
        position["quotes"] = [key for key in position["quotes"] if key in quotes]
    for event in data["events"]:
        event["tie"] = event["tie"] if event["tie"] in ties else None
    for power in data["authority"]:
        power["over"] = power["over"] if power["over"] in ties else None
    return data


def accepted_spans(numbers: Mapping[int, int]) -> set[Span]:
    """Give the passages of all accepted findings of sources, by the number that each source has in the case."""
    rows = Passage.objects.filter(finding__source__in=numbers, finding__state__in=ACCEPTED)
    spans = rows.values_list("finding__source", "start", "end")
    return {Span(numbers[source], start, end) for source, start, end in spans}
