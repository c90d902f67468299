"""Where sources disagree: every version stays, side by side, with its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fingerpost.casefile.citing import together
from fingerpost.casefile.dates import agree, value_of
from fingerpost.casefile.happenings import ONCE
from fingerpost.casefile.model import CaseEvent, CaseTie, Citation, Conflict, Version
from fingerpost.reading.model import Vote


def find_conflicts(tie: CaseTie, events: Iterable[CaseEvent]) -> tuple[Conflict, ...]:
    """Give the conflicts about one tie: its start, its status, the dates and numbers of its events."""
    own = [event for event in events if event.tie in (tie.id, None)]
    return (*_since(tie), *_status(tie), *_votes(own), *_dates(own))


def _since(tie: CaseTie) -> Iterator[Conflict]:
    known = [dated for dated in tie.since if dated.date.value]
    if len(known) > 1:
        yield Conflict(
            about="since",
            versions=tuple(Version(value=d.date.value or "", citations=d.citations) for d in known),
        )


def _status(tie: CaseTie) -> Iterator[Conflict]:
    """Two sources that report different decisions for one and the same day."""
    by_day: dict[str | None, dict[str, list[tuple[Citation, ...]]]] = defaultdict(lambda: defaultdict(list))
    for report in tie.reports:
        if report.status not in {"unchanged", "unknown"}:
            by_day[report.on][report.status].append(report.citations)
    for reported in by_day.values():
        if len(reported) > 1:
            yield Conflict(
                about="status",
                versions=tuple(Version(value=s, citations=together(*c)) for s, c in reported.items()),
            )


def _votes(events: list[CaseEvent]) -> Iterator[Conflict]:
    """Votes of one body on one day with different numbers, in different sources."""
    by_day: dict[tuple[str | None, str], list[CaseEvent]] = defaultdict(list)
    for event in events:
        value = value_of(event.date)
        if event.kind == "vote" and event.vote and event.vote.for_ is not None and value and len(value) == 10:
            by_day[event.actor, value].append(event)
    for same in by_day.values():
        if len(same) > 1 and _from_different_sources(same):
            yield Conflict(
                about="vote",
                event="vote",
                versions=tuple(Version(value=score(e.vote), citations=e.citations) for e in same if e.vote),
            )


def _dates(events: list[CaseEvent]) -> Iterator[Conflict]:
    """A happening that comes once, dated differently by different sources in the same year."""
    by_kind: dict[str, list[CaseEvent]] = defaultdict(list)
    for event in events:
        if event.kind in ONCE - {"established", "waned", "vacancy"} and value_of(event.date):
            by_kind[event.kind].append(event)
    for same in by_kind.values():
        values = [value_of(event.date) or "" for event in same]
        one_year = len({value[:4] for value in values}) == 1
        apart = any(not agree(a, b) for a in values for b in values)
        if len(same) > 1 and one_year and apart and _from_different_sources(same):
            yield Conflict(
                about="date",
                event=same[0].kind,
                versions=tuple(
                    Version(value=v, citations=e.citations) for v, e in zip(values, same, strict=True)
                ),
            )


def _from_different_sources(events: list[CaseEvent]) -> bool:
    first = {c.source for c in events[0].citations}
    return any(not first & {c.source for c in event.citations} for event in events[1:])


def score(vote: Vote) -> str:
    """Give a vote's numbers as people write them: "7–2"."""
    if vote.for_ is None:
        return "unanimous" if vote.unanimous else "not given"
    return f"{vote.for_}–{vote.against if vote.against is not None else '?'}"
