"""Who may decide about the tie of a case, by the register and by what a source says that it does not have yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.web.casework.deciding import own_side
from fingerpost.web.casework.models import Case
from fingerpost.web.desk.facts import Told, told
from fingerpost.web.evidence.models import Fact, Finding
from fingerpost.web.evidence.parts import parts_not_taken
from fingerpost.web.register.models import Involvement, Place
from fingerpost.web.register.powers import deciders, rules_over


@dataclass(frozen=True)
class WhoDecides:
    """Who may decide for a place; ``said``: accepted findings of a body's part that nobody has in the register."""

    place: Place
    rules: Sequence[Involvement]
    said: Sequence[Told]


def who_decides(case: Case) -> WhoDecides | None:
    """Give who may decide about a case on the day of its vote; None for a case that is not about one tie."""
    if case.tie is None:
        return None
    side = own_side(case.tie)
    found = deciders(side, case.vote_due, *rules_over([side]))
    facts = Fact.objects.filter(
        tie=case.tie_id, predicate=Finding.Kind.AUTHORITY, superseded=None
    ).select_related("finding__source")
    missing = list(parts_not_taken(facts, found)) if not found else []
    several = told({"authority": missing}) if missing else []
    return WhoDecides(side.place, found, [one for _, some in several for one in some])
