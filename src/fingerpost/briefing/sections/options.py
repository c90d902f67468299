"""The options: who is for and against each, and what each would need, as far as the sources say."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing import words
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import by_stance, cited_for
from fingerpost.casefile.citing import together
from fingerpost.reading.model import FormalStatus, Stance

STANDING: dict[FormalStatus, tuple[Stance, ...]] = {
    "proposed": ("establish", "defer"),
    "suspended": ("suspend", "restore", "end"),
    "ended": ("end", "restore"),
    "lapsed": ("end", "renew"),
}
"""Formal status to the options that stand open whether or not anyone asks for them."""

USUAL: tuple[Stance, ...] = ("keep", "suspend", "end")

OPPOSED: dict[Stance, frozenset[Stance]] = {
    "keep": frozenset({"end", "suspend"}),
    "suspend": frozenset({"keep"}),
    "end": frozenset({"keep"}),
    "renew": frozenset({"end"}),
}
"""Whose wish speaks against an option. Somebody who wants an end may well accept a suspension."""

NOW: dict[FormalStatus, dict[Stance, str]] = {
    "suspended": {"suspend": "Leave it suspended"},
    "ended": {"end": "Leave it ended"},
    "lapsed": {"end": "Let it rest"},
}


def options(look: Lookup) -> Section:
    """Give each option with those for and against it and what it would need."""
    held = by_stance(look)
    usual = STANDING.get(look.tie.status, USUAL)
    raised: list[Stance] = [stance for stance in held if stance not in {"other", "establish", *usual}]
    groups = tuple(_option(look, stance) for stance in (*usual, *raised))
    return Section(key="options", title="Options", groups=groups)


def _option(look: Lookup, stance: Stance) -> Group:
    title = NOW.get(look.tie.status, {}).get(stance, words.WANT[stance])
    held = by_stance(look)
    against = [actor for other in OPPOSED.get(stance, frozenset()) for actor in held.get(other, [])]
    lines = (
        _side(look, "For", held.get(stance, [])),
        _side(look, "Against", [stand.actor for stand in look.case.stands if stand.actor in against]),
        *_needs(look, stance),
    )
    return Group(title=title, lines=lines)


def _side(look: Lookup, lead: str, actors: list[str]) -> Line:
    if not actors:
        return Line(lead=lead, kind="scope", runs=(Run("Nobody was found."),), searched=look.searched)
    names = words.joined([look.name(actor) for actor in actors])
    cited = together(*(cited_for(look, actor)[:1] for actor in actors))
    return Line(lead=lead, runs=(Run(f"{names}."),), citations=cited)


def _needs(look: Lookup, stance: Stance) -> Iterator[Line]:
    changes = stance != "keep" and words.WANT[stance] == NOW.get(look.tie.status, {}).get(
        stance, words.WANT[stance]
    )
    if changes and stance != "defer":
        yield from _decision(look)
    if stance == "keep" and look.tie.status != "suspended":
        yield from _vacancies(look)
    if stance == "suspend":
        yield _condition(look)


def _decision(look: Lookup) -> Iterator[Line]:
    deciders = [found for found in look.case.authority if found.power == "decides"]
    carriers = [found for found in look.case.authority if found.power == "carries_out"]
    if not deciders:
        return
    text = f"A decision by {words.joined([look.name(found.actor) for found in deciders])}"
    if carriers:
        text += f", carried out by {words.joined([look.name(found.actor) for found in carriers])}"
    yield Line(
        lead="Needs",
        runs=(Run(f"{text}."),),
        citations=together(*(found.citations[:1] for found in (*deciders, *carriers))),
    )


def _vacancies(look: Lookup) -> Iterator[Line]:
    empty = [e for e in look.case.events if e.kind == "vacancy" and e.tie in (look.tie.id, None)]
    for event in empty[:1]:
        seat = f" of the {look.actors[event.actor].name}" if event.actor else ""
        text = f"No decision to change it; somebody for the empty seat{seat}."
        yield Line(lead="Needs", runs=(Run(text),), citations=event.citations)


def _condition(look: Lookup) -> Line:
    named = [p for s in look.case.stands for p in s.positions if p.stance == "suspend" and p.condition]
    if named:
        text = f"Its condition is named: {named[0].condition}."
        return Line(lead="Needs", runs=(Run(text),), citations=named[0].citations)
    silent = {silence.rule for silence in look.case.silences}
    none = ": neither was found" if silent >= {"no-condition", "no-review-date"} else ""
    text = f"A condition for lifting it, and a day to look at it again{none}."
    return Line(lead="Needs", kind="scope", runs=(Run(text),), searched=look.searched)
