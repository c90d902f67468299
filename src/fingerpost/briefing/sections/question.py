"""The question, and who may decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from fingerpost.briefing.holding import cut
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import by_stance, cited_for
from fingerpost.briefing.sections.of_class import about
from fingerpost.briefing.words import PART, POWER, joined
from fingerpost.casefile.citing import overlap, together
from fingerpost.casefile.model import CaseAuthority
from fingerpost.casefile.names import words_of
from fingerpost.casefile.register import Part, Role
from fingerpost.reading.model import Power, Stance

ASKED: dict[Stance, str] = {
    "keep": "kept",
    "suspend": "suspended",
    "end": "ended",
    "establish": "established",
    "renew": "renewed",
    "restore": "restored",
}
"""Stance to what would be done with the tie."""

PARTS: tuple[Part, ...] = ("decides", "recognises", "carries", "advises")

SAME: dict[Part, Power] = {"decides": "decides", "carries": "carries_out", "advises": "advises"}
"""What the register calls a body's part, to what the sources tell as its power."""

ORDER: tuple[Power, ...] = ("decides", "carries_out", "advises", "cannot_decide")


def question(look: Lookup) -> Section:
    """Give the question and, for each power the sources name, who has it, in whose words."""
    lines = (*_asked(look), *about(look), *_powers(look))
    return Section(key="question", title="The question, and who may decide", groups=(Group(lines=lines),))


def _asked(look: Lookup) -> Iterator[Line]:
    asked = look.case.question
    if asked.given and asked.text:
        own = look.register.records if look.register else UNSET
        yield Line(lead="Question", kind="given", runs=(Run(asked.text, "strong"),), records=own)
    elif asked.citation:
        runs = (Run(asked.citation.text, "quote", asked.citation),)
        yield Line(lead="Question", runs=runs, citations=(asked.citation,))
    elif wanted := {stance: actors for stance, actors in by_stance(look).items() if stance in ASKED}:
        verbs = joined([ASKED[stance] for stance in wanted], "or")
        text = f"Shall the tie with {look.partner.name} be {verbs}? No source asks it so; this is what is wanted."
        citations = together(*(cited_for(look, actors[0])[:1] for actors in wanted.values()))
        yield Line(lead="Question", runs=(Run(text),), citations=citations)
    else:
        text = f"Nobody puts it as a question. The sources speak of the tie with {look.partner.name}."
        yield Line(lead="Question", runs=(Run(text),), citations=look.tie.citations[:1])


def _powers(look: Lookup) -> Iterator[Line]:
    """Give who has which power: first by the register, together with what the sources say of the same body."""
    told = list(look.case.authority)
    roles = look.roles
    for role in sorted(roles, key=lambda role: PARTS.index(role.part)):
        same = [one for one in told if _is_same(look, role, one)]
        told = [one for one in told if one not in same]
        yield _role(look, role, same)
    for power in ORDER:
        yield from (_power(look, found) for found in told if found.power == power)
    if not {"decides"} & {*(found.power for found in look.case.authority), *(role.part for role in roles)}:
        text = "Who may decide was not found in the sources."
        yield look.silent(Run(text), lead=POWER["decides"])


def _is_same(look: Lookup, role: Role, found: CaseAuthority) -> bool:
    """Tell whether the sources mean the register's body: by its name, or by a part of it ("the City Council")."""
    named, whole = words_of(look.name(found.actor)), words_of(role.body)
    return found.power == SAME.get(role.part) and bool(named) and set(named) <= set(whole)


def _role(look: Lookup, role: Role, told: Sequence[CaseAuthority]) -> Line:
    runs = [Run(role.body, "strong")]
    runs += [Run(f", about all ties of {role.over}")] if role.over else []
    runs += [Run(f", since {look.day(role.since)}")] if role.since else []
    runs += [Run(f". {cut(role.basis).rstrip('.')}")] if role.basis else []
    runs.append(Run("."))
    if told:
        fullest = max(told, key=lambda one: len(look.name(one.actor)))
        runs += [Run(" "), *quoted(fullest.citations[0])]
    citations = together(role.citations, *(one.citations for one in told))
    return Line(lead=PART[role.part], runs=tuple(runs), records=role.records, citations=citations)


def _power(look: Lookup, found: CaseAuthority) -> Line:
    spoken = [quote.citation for quote in look.case.quotes if overlap([quote.citation], found.citations[:1])]
    tellers = [look.name(actor) for actor in found.according_to]
    said_by = [Run(f" – {tellers[0]}", "quiet")] if tellers and spoken else []
    return Line(
        lead=POWER[found.power],
        runs=(
            Run(look.name(found.actor), "strong"),
            Run(". "),
            *quoted(spoken[0] if spoken else found.citations[0]),
            *said_by,
        ),
        citations=found.citations,
    )
