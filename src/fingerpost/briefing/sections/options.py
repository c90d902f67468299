"""The options: who is for and against each, and what each would need, as far as the sources say."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from fingerpost.briefing import words
from fingerpost.briefing.holding import cut, stood_on
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import by_stance, cited_for
from fingerpost.casefile.citing import together
from fingerpost.casefile.model import Citation
from fingerpost.casefile.register import Decided, Part, Records
from fingerpost.reading.model import FormalStatus, Power, Stance

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

CLOSED: dict[FormalStatus, tuple[Stance, ...]] = {"suspended": ("keep",), "ended": ("keep", "suspend")}
"""Formal status to what somebody may have wanted and is no option any more: a suspended tie cannot be kept up."""


def options(look: Lookup) -> Section:
    """Give each option with those for and against it and what it would need."""
    held = by_stance(look)
    usual = STANDING.get(look.status, USUAL)
    closed = {"other", "establish", *usual, *CLOSED.get(look.status, ())}
    raised: list[Stance] = [stance for stance in held if stance not in closed]
    groups = tuple(_option(look, stance) for stance in (*usual, *raised))
    return Section(key="options", title="Options", groups=groups)


def _option(look: Lookup, stance: Stance) -> Group:
    title = NOW.get(look.status, {}).get(stance, look.want(stance))
    held = by_stance(look)
    against = [actor for other in OPPOSED.get(stance, frozenset()) for actor in held.get(other, [])]
    lines = (
        _side(look, "For", held.get(stance, [])),
        _side(look, "Against", [stand.actor for stand in look.case.stands if stand.actor in against]),
        *_kept_before(look, stance),
        *_needs(look, stance),
    )
    return Group(title=title, lines=lines)


def _side(look: Lookup, lead: str, actors: list[str]) -> Line:
    if not actors:
        return look.silent(Run("Nobody was found."), lead=lead)
    names = words.joined([look.name(actor) for actor in actors])
    cited = together(*(cited_for(look, actor)[:1] for actor in actors))
    return Line(lead=lead, runs=(Run(f"{names}."),), citations=cited)


def _kept_before(look: Lookup, stance: Stance) -> Iterator[Line]:
    """Give who wanted a tie kept that was then suspended or ended: whether they want it restored, nobody asked."""
    wanted = by_stance(look).get("keep", [])
    if stance == "restore" and wanted and "keep" in CLOSED.get(look.status, ()):
        yield _side(look, "Wanted it kept", wanted)


def _needs(look: Lookup, stance: Stance) -> Iterator[Line]:
    changes = stance != "keep" and words.WANT[stance] == NOW.get(look.status, {}).get(
        stance, words.WANT[stance]
    )
    if changes and stance != "defer":
        yield from _decision(look)
    if stance == "keep" and look.status != "suspended":
        yield from _vacancies(look)
    if stance == "suspend":
        yield _condition(look)


def _decision(look: Lookup) -> Iterator[Line]:
    deciders = _with_power(look, "decides", "decides")
    carriers = _with_power(look, "carries_out", None)
    if not deciders:
        return
    text = f"A decision by {words.joined([name for name, _, _ in deciders])}"
    if carriers:
        text += f", carried out by {words.joined([name for name, _, _ in carriers])}"
    yield Line(
        lead="Needs",
        runs=(Run(f"{text}."),),
        citations=together(*(cited for _, cited, _ in (*deciders, *carriers))),
        records=tuple(dict.fromkeys(n for _, _, records in (*deciders, *carriers) for n in records)) or UNSET,
    )


def _with_power(
    look: Lookup, power: Power, part: Part | None
) -> list[tuple[str, tuple[Citation, ...], Records]]:
    """Give the bodies with a power by name, each with what it stands on: the register's, else the sources'.

    Args:
        part: what the register calls it; None: the register has no word for it.
    """
    roles = [role for role in look.roles if role.part == part]
    named = {role.body: (role.body, role.citations, role.records) for role in roles}
    told = [found for found in look.case.authority if found.power == power]
    return list(named.values()) or [(look.name(found.actor), found.citations[:1], ()) for found in told]


def _vacancies(look: Lookup) -> Iterator[Line]:
    empty = [e for e in look.case.events if e.kind == "vacancy" and e.tie in (look.tie.id, None)]
    for event in empty[:1]:
        seat = f" of the {look.actors[event.actor].name}" if event.actor else ""
        text = f"No decision to change it; somebody for the empty seat{seat}."
        yield Line(lead="Needs", runs=(Run(text),), citations=event.citations)


def _condition(look: Lookup) -> Line:
    by = look.held.sides[0].by if look.held else None
    if by and by.result == "suspended" and (by.condition or by.review):
        return _terms(look, by)
    named = [p for s in look.case.stands for p in s.positions if p.stance == "suspend" and p.condition]
    if named:
        text = f"Its condition is named: {named[0].condition}."
        return Line(lead="Needs", runs=(Run(text),), citations=named[0].citations)
    silent = {silence.rule for silence in look.case.silences}
    none = ": neither was found" if silent >= {"no-condition", "no-review-date"} else ""
    text = f"A condition for lifting it, and a day to look at it again{none}."
    return look.silent(Run(text), lead="Needs")


def _terms(look: Lookup, by: Decided) -> Line:
    """Give what the decision that suspended a tie says of its end, and what it leaves open."""
    until = f"Until its condition is met: “{cut(by.condition)}”." if by.condition else "No condition is set."
    review = f"Review on {look.day(by.review)}." if by.review else "No day to look at it again is set."
    return stood_on(by, Run(f"{until} {review}"), lead="Terms")
