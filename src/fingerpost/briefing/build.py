"""A case to a briefing."""

from __future__ import annotations

from msgspec.structs import replace

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.geodesy import arm_between
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import citations_of, lines_of, prove
from fingerpost.briefing.sealing import sealed
from fingerpost.briefing.sections import SECTIONS
from fingerpost.briefing.words import KIND, UNREVIEWED, counted
from fingerpost.casefile.model import Casefile


def build(case: Casefile, *, title: str | None = None) -> Briefing:
    """Give the briefing of a case.

    Raises:
        UncitedLine: a line would stand on nothing; the message names it.
        OrphanPassage: a passage does not equal its source.
        ChangedRecord: a record of the register is not what its digest says.
    """
    look = Lookup(case)
    sections = tuple(made for section in SECTIONS if (made := section(look)).groups)
    briefing = Briefing(
        title=title or f"{look.home.name} and {look.partner.name}",
        subtitle=_subtitle(look),
        notice="",
        made=case.now,
        arm=None if look.of_class else arm_between(look.home, look.partner),
        sections=sections,
        casefile=case,
    )
    return sealed(prove(replace(briefing, notice=_notice(look, briefing))))


def _subtitle(look: Lookup) -> str:
    if look.of_class:
        return f"Briefing on {look.of_class.words}"
    kind = KIND[look.tie.kind]
    return f"Briefing on a {kind} tie" if look.tie.kind != "other" else "Briefing on a tie"


def _notice(look: Lookup, briefing: Briefing) -> str:
    """Say what the briefing was made from, on which day, and how far people have reviewed it."""
    day = look.day(briefing.made)
    if not look.register:
        return f"Read by program from {_read(look)} on {day}; not yet reviewed by a person."
    made = f"Put together from the register{f' and {_read(look)}' if look.case.sources else ''} on {day}."
    return f"{made} {_reviewed(briefing)}".strip()


def _read(look: Lookup) -> str:
    originals = sum(source.copy_of is None for source in look.case.sources)
    read = counted(originals, "source", "sources")
    copies = len(look.case.sources) - originals
    return f"{read} and {counted(copies, 'copy', 'copies')}" if copies else read


def _reviewed(briefing: Briefing) -> str:
    """Say how many of the passages cited nobody has reviewed."""
    apparatus = Apparatus(briefing)
    cited = {c for _, line in lines_of(briefing) for c in citations_of(line)}
    unread = sum(not apparatus.is_reviewed(citation) for citation in cited)
    if not cited:
        return ""
    if not unread:
        return "People reviewed every passage cited."
    if unread == len(cited):
        return f"No person has reviewed the passages cited yet: {UNREVIEWED}."
    few = counted(unread, "was", "were")
    return f"Of {counted(len(cited), 'passage', 'passages')} cited, {few} read by program only: {UNREVIEWED}."
