"""How it came to this: the events on one timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.casefile.citing import together
from fingerpost.casefile.conflicts import score
from fingerpost.casefile.model import CaseEvent, Citation


def story(look: Lookup) -> Section:
    """Give the events of the tie in order of date, then those without a date."""
    own = [event for event in look.case.events if event.tie in (look.tie.id, None)]
    dated = tuple(_line(look, told) for told in _together(e for e in own if e.date and e.date.value))
    undated = tuple(_line(look, told) for told in _together(e for e in own if not (e.date and e.date.value)))
    groups = [Group(lines=dated)] if dated else []
    if undated:
        groups.append(Group(title="Told without a date" if dated else None, lines=undated))
    if not groups:
        text = "No happening in the history of the tie was found."
        groups = [Group(lines=(Line(kind="scope", runs=(Run(text),), searched=look.searched),))]
    return Section(key="story", title="How it came to this", groups=tuple(groups))


def _together(events: Iterable[CaseEvent]) -> Iterator[list[CaseEvent]]:
    """Yield events that one sentence tells for one date (a vote and its result) as one."""
    told: dict[tuple[str | None, Citation], list[CaseEvent]] = {}
    for event in events:
        told.setdefault((event.date.value if event.date else None, event.citations[0]), []).append(event)
    yield from told.values()


def _line(look: Lookup, events: list[CaseEvent]) -> Line:
    date = events[0].date
    inferred = [Run(" (year inferred)", "quiet")] if date and date.resolved_from == "inferred" else []
    what = "; ".join([_named(look, events[0]), *(_later(look, event) for event in events[1:])])
    return Line(
        lead=look.day(date.value) if date and date.value else None,
        runs=(Run(f"{what}. ", "strong"), *quoted(events[0].citations[0]), *inferred),
        citations=together(*(event.citations for event in events)),
    )


def _named(look: Lookup, event: CaseEvent) -> str:
    tally = f" {score(event.vote)}" if event.vote and score(event.vote) != "not given" else ""
    who = f" ({look.actors[event.actor].name})" if event.actor else ""
    return f"{words.EVENT[event.kind]}{tally}{who}"


def _later(look: Lookup, event: CaseEvent) -> str:
    named = _named(look, replace(event, vote=None, actor=event.actor if event.kind == "vacancy" else None))
    return named[:1].lower() + named[1:]
