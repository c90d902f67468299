"""The question, and who may decide it."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import by_stance, cited_for
from fingerpost.briefing.words import POWER, joined
from fingerpost.casefile.citing import overlap, together
from fingerpost.casefile.model import CaseAuthority
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

ORDER: tuple[Power, ...] = ("decides", "carries_out", "advises", "cannot_decide")


def question(look: Lookup) -> Section:
    """Give the question and, for each power the sources name, who has it, in whose words."""
    lines = (*_asked(look), *_powers(look))
    return Section(key="question", title="The question, and who may decide", groups=(Group(lines=lines),))


def _asked(look: Lookup) -> Iterator[Line]:
    asked = look.case.question
    if asked.given and asked.text:
        yield Line(lead="Question", kind="given", runs=(Run(asked.text, "strong"),))
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
    for power in ORDER:
        for found in look.case.authority:
            if found.power == power:
                yield _power(look, found)
    if not any(found.power == "decides" for found in look.case.authority):
        text = "Who may decide was not found in the sources."
        yield Line(lead=POWER["decides"], kind="scope", runs=(Run(text),), searched=look.searched)


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
