"""How it came to this: the events that sources tell, and the register's decisions, on one timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.holding import cut, exact, stood_on
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.casefile.citing import together
from fingerpost.casefile.conflicts import score
from fingerpost.casefile.dates import agree
from fingerpost.casefile.model import CaseEvent, Citation
from fingerpost.casefile.register import Decided

TOLD_AS = {
    "established": "established",
    "renewed": "renewed",
    "kept": "kept",
    "kept_condemned": "kept",
    "suspended": "suspended",
    "ended": "ended",
    "restored": "restored",
    "lapsed": "lapsed",
}
"""A decision's result to the kind of event as which sources tell it."""

Dated = tuple[str, Line]


def story(look: Lookup) -> Section:
    """Give the events of the tie in order of date, then those without a date."""
    own = [event for event in look.case.events if event.tie in (look.tie.id, None)]
    told = list(_together(e for e in own if e.date and e.date.value))
    dated: list[Dated] = []
    for decisions in _alike(look):
        same = next((events for events in told if _is_told(look, decisions, events)), None)
        if same:
            told.remove(same)
        dated.append((decisions[0].date, _decided(look, decisions, same or [])))
    dated += [(_value(events[0]), _line(look, events)) for events in told]
    undated = tuple(_line(look, told) for told in _together(e for e in own if not (e.date and e.date.value)))
    lines = told_once((*(line for _, line in sorted(dated, key=lambda one: one[0])), *undated))
    groups = [Group(lines=lines)] if lines else []
    groups += _remarks(look)
    if not groups:
        text = "No happening in the history of the tie was found."
        groups = [Group(lines=(look.silent(Run(text)),))]
    return Section(key="story", title="How it came to this", groups=tuple(groups))


def told_once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Give lines in which no sentence is quoted a second time; it is still cited."""
    quoted_before: set[Citation | None] = set()
    kept = []
    for line in lines:
        quotes = {run.at for run in line.runs if run.style == "quote"}
        again = quotes and quotes <= quoted_before
        runs = tuple(run for run in line.runs if run.style == "strong") if again else line.runs
        kept.append(replace(line, runs=runs))
        quoted_before |= quotes
    return tuple(kept)


def _value(event: CaseEvent) -> str:
    return (event.date.value if event.date else None) or ""


def _together(events: Iterable[CaseEvent]) -> Iterator[list[CaseEvent]]:
    """Yield events that one sentence tells for one date (a vote and its result) as one."""
    told: dict[tuple[str | None, Citation], list[CaseEvent]] = {}
    for event in events:
        told.setdefault((event.date.value if event.date else None, event.citations[0]), []).append(event)
    yield from told.values()


def _alike(look: Lookup) -> Iterator[list[Decided]]:
    """Yield the register's dated decisions; what both sides decided alike on one day is one."""
    found: dict[tuple[str, str], list[Decided]] = {}
    for one in look.held.decisions if look.held else ():
        if one.date:
            found.setdefault((one.date, one.result), []).append(one)
    yield from found.values()


def _is_told(look: Lookup, decisions: list[Decided], events: list[CaseEvent]) -> bool:
    """Tell whether events are the sources' telling of the decisions: alike in kind, day, and side."""
    sides = {decided.place for decided in decisions}
    return any(
        event.kind == TOLD_AS.get(decisions[0].result)
        and agree(_value(event) or None, decisions[0].date)
        and (len(sides) > 1 or _side_of(look, event) in {None, *sides})
        for event in events
    )


def _side_of(look: Lookup, event: CaseEvent) -> str | None:
    place = look.actors[event.actor].place if event.actor else None
    names = {look.home.id: look.home.name, look.partner.id: look.partner.name}
    return names.get(place or "")


def _decided(look: Lookup, decisions: list[Decided], events: list[CaseEvent]) -> Line:
    first = decisions[0]
    places = words.joined(list(dict.fromkeys(one.place for one in decisions)))
    by = ", ".join(part for part in (first.body, first.instrument) if part)
    tally = next((f" {score(e.vote)}" for e in events if e.vote and score(e.vote) != "not given"), "")
    what = f"{places}: {words.RESULT[first.result]}{tally}" + (f" ({by})" if by else "")
    exact_words = quoted(events[0].citations[0]) if events else exact(first, first.words)
    return Line(
        lead=look.day(first.date),
        runs=(Run(f"{what}. ", "strong"), *exact_words),
        records=tuple(dict.fromkeys(n for one in decisions for n in one.records)),
        citations=together(*(one.citations for one in decisions), *(event.citations for event in events)),
    )


def _line(look: Lookup, events: list[CaseEvent]) -> Line:
    date = events[0].date
    inferred = [Run(" (year inferred)", "quiet")] if date and date.resolved_from == "inferred" else []
    what = "; ".join([_named(look, events[0]), *(_later(look, event) for event in events[1:])])
    return Line(
        lead=look.day(date.value) if date and date.value else "No date",
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


def _remarks(look: Lookup) -> list[Group]:
    """Give what reviewers marked by hand."""
    marked = look.held.remarks if look.held else ()
    lines = tuple(
        stood_on(one, Run(f"{cut(one.note).rstrip('.')}. ", "strong"), *exact(one, one.words))
        for one in marked
    )
    return [Group(title="Marked by hand", lines=lines)] if lines else []
