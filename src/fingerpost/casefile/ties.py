"""Ties of several readings made one; what each source says of their start and their formal status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.casefile.citing import cite, together
from fingerpost.casefile.dates import agree, finer, value_of
from fingerpost.casefile.model import CaseTie, Citation, Dated, StatusReport
from fingerpost.casefile.places import Keys
from fingerpost.reading.model import Date, Event, FormalStatus, Reading, Tie

DECIDING = frozenset({"established", "renewed", "suspended", "ended", "kept", "restored", "lapsed", "vote"})
"""Kinds of event by which a formal status comes about."""

_Found = list[tuple[int, Reading, Tie]]


def merge_ties(readings: Iterable[tuple[int, Reading]], place_keys: Keys) -> tuple[tuple[CaseTie, ...], Keys]:
    """Give the ties of the case, and which tie of which reading each one is."""
    groups: dict[frozenset[str], _Found] = {}
    for number, reading in readings:
        for tie in reading.ties:
            pair = frozenset(place_keys[number, place] for place in tie.places)
            groups.setdefault(pair, []).append((number, reading, tie))
    keys = {
        (number, tie.id): f"t{at}" for at, found in enumerate(groups.values(), 1) for number, _, tie in found
    }
    ties = tuple(_merged(f"t{at}", found, place_keys) for at, found in enumerate(groups.values(), 1))
    return ties, keys


def _merged(case_id: str, found: _Found, place_keys: Keys) -> CaseTie:
    number, _, first = found[0]
    reports = tuple(sorted((_report(*one) for one in found), key=lambda r: (r.on or "", r.source)))
    kinds = [tie.kind for _, _, tie in found if tie.kind != "other"]
    newest = sorted(found, key=lambda one: one[1].document.published or "")
    activity = [tie.activity for _, _, tie in newest if tie.activity != "unknown"]
    return CaseTie(
        id=case_id,
        places=(place_keys[number, first.places[0]], place_keys[number, first.places[1]]),
        kind=kinds[0] if kinds else "other",
        label=next((tie.label for _, _, tie in found if tie.label), None),
        since=versions(_starts(found)),
        until=versions(
            Dated(date=tie.until, citations=_dated(number, tie.until, tie.passages))
            for number, _, tie in found
            if tie.until
        ),
        reports=reports,
        status=_status(reports),
        activity=activity[-1] if activity else "unknown",
        citations=together(*(cite(number, tie.passages) for number, _, tie in found)),
    )


def _starts(found: _Found) -> Iterator[Dated]:
    for number, reading, tie in found:
        if tie.since:
            yield Dated(date=tie.since, citations=_dated(number, tie.since, tie.passages))
        for event in reading.events:
            if event.kind == "established" and event.tie == tie.id and event.date and event.date.value:
                yield Dated(date=event.date, citations=cite(number, event.passages))


def _dated(number: int, date: Date, passages: Iterable) -> tuple[Citation, ...]:  # type: ignore[type-arg]
    """Cite the passages that hold the date's words; without one, the date's own; else all."""
    at = date.passage
    if at is None:
        return cite(number, passages)
    holding = [p for p in passages if p.start <= at.start and at.end <= p.end]
    return cite(number, holding or [at])


def versions(dated: Iterable[Dated]) -> tuple[Dated, ...]:
    """Give each value once with all its citations; values that refine one another are one, the finer."""
    kept: list[Dated] = []
    for one in dated:
        value = value_of(one.date)
        if value is None and kept:
            continue
        at = next((i for i, other in enumerate(kept) if agree(value, value_of(other.date))), None)
        if at is None:
            kept.append(one)
            continue
        date = finer(kept[at].date, one.date)
        assert date is not None
        kept[at] = Dated(date=date, citations=together(kept[at].citations, one.citations))
    return tuple(sorted(kept, key=lambda d: d.date.value or ""))


def _report(number: int, reading: Reading, tie: Tie) -> StatusReport:
    deciding = [e for e in reading.events if e.kind in DECIDING and e.tie in (tie.id, None)]
    shown = [e for e in deciding if e.kind == tie.status_after] or [
        e for e in deciding if e.kind != "established"
    ]
    passages = [p for event in shown for p in event.passages] or list(tie.passages)
    return StatusReport(
        status=tie.status_after,
        on=_newest(shown) or reading.document.published,
        source=number,
        citations=cite(number, passages),
    )


def _newest(events: Iterable[Event]) -> str | None:
    return max((event.date.value for event in events if event.date and event.date.value), default=None)


def _status(reports: Iterable[StatusReport]) -> FormalStatus:
    """Give the status after the newest decision; reports stand oldest first. A call changes nothing."""
    status: FormalStatus = "unknown"
    for report in reports:
        if report.status not in {"unchanged", "unknown"} or status == "unknown":
            status = report.status
    return status
