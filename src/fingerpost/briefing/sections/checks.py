"""What was checked: figures with verdict and formula, and where the sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.holding import exact, stood_on
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.glance import decisions
from fingerpost.casefile.citing import together
from fingerpost.casefile.model import CaseClaim, Conflict
from fingerpost.reading.model import ClaimKind

KIND: dict[ClaimKind, str] = {
    "distance": "Distance",
    "duration": "Length of time",
    "since": "Start",
    "count": "Count",
    "vote": "Vote",
}

ABOUT = {
    "since": "When the tie began",
    "vote": "How the vote fell",
    "status": "What was decided",
    "date": "On which day",
}


def checks(look: Lookup) -> Section:
    """Give every figure that can be checked, and every conflict with all its versions."""
    groups = []
    checked = [claim for claim in look.case.claims if claim.computed or claim.verdict != "unverifiable"]
    others = [claim for claim in look.case.claims if claim not in checked]
    lines = [_claim(claim) for claim in checked] + ([_unchecked(others)] if others else [])
    if lines:
        groups.append(Group(lines=tuple(lines)))
    mismatched = tuple(_mismatches(look))
    if mismatched:
        groups.append(Group(title="Who decided, and who may", lines=mismatched))
    compared = tuple(_against_register(look))
    if compared:
        groups.append(Group(title="Register and sources", lines=compared))
    for conflict in look.case.conflicts:
        title = f"Sources disagree: {ABOUT[conflict.about].lower()}"
        groups.append(Group(title=title, lines=tuple(_versions(look, conflict))))
    if not groups:
        text = "No figure that can be checked was found."
        groups = [Group(lines=(look.silent(Run(text)),))]
    return Section(key="checks", title="What was checked", groups=tuple(groups))


def _claim(claim: CaseClaim) -> Line:
    verdict, mark = words.CLAIM_VERDICT[claim.verdict]
    computed = claim.computed
    found = ""
    if computed:
        found = f" – computed: {_figure(claim.kind, computed.value, computed.unit)}{_how(claim)}"
    return Line(
        lead=verdict,
        mark=mark,
        runs=(Run(f"{KIND[claim.kind]}: "), *quoted(claim.citations[0]), Run(found)),
        citations=claim.citations,
    )


def _how(claim: CaseClaim) -> str:
    """Say how a figure was computed: of a distance in plain words, its formula stands in the data."""
    if claim.kind == "distance":
        return ", as the crow flies"
    return f" ({claim.computed.method})" if claim.computed else ""


def _unchecked(claims: list[CaseClaim]) -> Line:
    """Give the figures that nothing else could be held against, in one line."""
    runs: list[Run] = []
    for claim in claims:
        lead = f"; {KIND[claim.kind].lower()} " if runs else f"{KIND[claim.kind]} "
        runs += [Run(lead), *quoted(claim.citations[0])]
    verdict, mark = words.CLAIM_VERDICT["unverifiable"]
    cited = together(*(claim.citations for claim in claims))
    return Line(lead=verdict, mark=mark, runs=(*runs, Run(".")), citations=cited)


def _against_register(look: Lookup) -> Iterator[Line]:
    """Give where the register and the sources differ, and where the press used another verb."""
    held = look.held
    if held is None:
        return
    side = held.sides[0]
    told = [report for report in look.tie.reports if report.status == look.tie.status]
    if (
        told
        and {side.status, look.tie.status}.isdisjoint({"unknown", "unchanged"})
        and side.status != look.tie.status
    ):
        text = (
            f"Formal status of {side.place.name}: {words.HELD[side.status].lower()} by the register, "
            f"{look.tie.status} by the sources: "
        )
        cited = together(side.citations, told[-1].citations)
        runs = (Run(text), *quoted(told[-1].citations[0]))
        yield Line(lead="Differs", mark="fails", runs=runs, citations=cited, records=side.records)
    for decided in held.decisions:
        if decided.press_verb:
            text = (
                f"The press wrote “{decided.press_verb}”; the decision says {words.RESULT[decided.result]}: "
            )
            yield stood_on(decided, Run(text), *exact(decided, decided.words), lead="Differs")


def _mismatches(look: Lookup) -> Iterator[Line]:
    """Give the decisions that somebody took to whom the register or the sources do not give them."""
    for decided in look.held.decisions if look.held else ():
        if decided.mismatch:
            on = f" ({look.day(decided.date)})" if decided.date else ""
            text = f"{decided.place}, {words.RESULT[decided.result]}{on}: {decided.mismatch}"
            line = stood_on(decided, Run(text), lead="Differs")
            yield replace(line, mark="fails")
    may = {found.actor: found for found in look.case.authority if found.power == "decides"}
    for event in decisions(look):
        actor = event.actor
        if not may or actor is None or actor in may or look.actors[actor].place == look.partner.id:
            continue
        if look.actors[actor].kind in {"person", "committee", "association", "company"}:
            names = words.joined([look.name(decider) for decider in may])
            text = f"The sources give the decision to {names}; they tell of one by {look.name(actor)}."
            cited = together(event.citations, *(found.citations[:1] for found in may.values()))
            yield Line(lead="Differs", mark="fails", runs=(Run(text),), citations=cited)


def _figure(kind: str, value: float, unit: str | None) -> str:
    if kind == "since":
        return f"{value:.0f}"
    return f"{words.plain_number(value)} {words.UNIT.get(unit or '', unit or '')}".strip()


def _versions(look: Lookup, conflict: Conflict) -> list[Line]:
    return [
        Line(
            lead=look.day(version.value) if conflict.about in {"since", "date"} else version.value,
            runs=tuple(quoted(version.citations[0])),
            citations=version.citations,
        )
        for version in conflict.versions
    ]
