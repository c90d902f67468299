"""A case to a briefing."""

from __future__ import annotations

from fingerpost.briefing.geodesy import arm_between
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import prove
from fingerpost.briefing.sealing import sealed
from fingerpost.briefing.sections import SECTIONS
from fingerpost.briefing.words import KIND, counted
from fingerpost.casefile.model import Casefile


def build(case: Casefile, *, title: str | None = None) -> Briefing:
    """Give the briefing of a case.

    Raises:
        UncitedLine: a line would stand on nothing; the message names it.
        OrphanPassage: a passage does not equal its source.
    """
    look = Lookup(case)
    originals = sum(source.copy_of is None for source in case.sources)
    read = counted(originals, "source", "sources")
    copies = len(case.sources) - originals
    if copies:
        read += f" and {counted(copies, 'copy', 'copies')}"
    briefing = Briefing(
        title=title or f"{look.home.name} and {look.partner.name}",
        subtitle=f"Briefing on a {KIND[look.tie.kind]} tie"
        if look.tie.kind != "other"
        else "Briefing on a tie",
        notice=f"Read by program from {read} on {look.day(case.now)}; not yet reviewed by a person.",
        made=case.now,
        arm=arm_between(look.home, look.partner),
        sections=tuple(section(look) for section in SECTIONS),
        casefile=case,
    )
    return sealed(prove(briefing))
