"""What was checked: figures with verdict and formula, and where the sources disagree."""

from __future__ import annotations

from fingerpost.briefing import words
from fingerpost.briefing.lookup import Lookup, quoted
from fingerpost.briefing.model import Group, Line, Run, Section
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
    if look.case.claims:
        groups.append(Group(lines=tuple(_claim(claim) for claim in look.case.claims)))
    for conflict in look.case.conflicts:
        title = f"Sources disagree: {ABOUT[conflict.about].lower()}"
        groups.append(Group(title=title, lines=tuple(_versions(look, conflict))))
    if not groups:
        text = "No figure that can be checked was found."
        groups = [Group(lines=(Line(kind="scope", runs=(Run(text),), searched=look.searched),))]
    return Section(key="checks", title="What was checked", groups=tuple(groups))


def _claim(claim: CaseClaim) -> Line:
    verdict, mark = words.CLAIM_VERDICT[claim.verdict]
    computed = claim.computed
    found = ""
    if computed:
        found = f" – computed: {_figure(claim.kind, computed.value, computed.unit)} ({computed.method})"
    elif claim.verdict == "unverifiable":
        found = " – no other figure to hold it against."
    return Line(
        lead=verdict,
        mark=mark,  # type: ignore[arg-type]
        runs=(Run(f"{KIND[claim.kind]}: "), *quoted(claim.citations[0]), Run(found)),
        citations=claim.citations,
    )


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
