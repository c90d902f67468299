"""A class of ties as a case's page shows it: how many there are, and what was decided about them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from fingerpost.web.casework.models import Case, ClassDecision, Member
from fingerpost.web.desk.decided import Decided, decided

MOST_CHECKED = 500
"""Decisions of one class whose powers a case's page checks; the list of them checks the others."""


@dataclass(frozen=True)
class Standing:
    """How many ties belong to a class, were taken out, and are not sure."""

    inside: int
    out: int
    unsure: int


def class_of(case: Case) -> Standing | None:
    """Give how many ties a case's class holds; None: it is about no class, or it was not drawn up yet."""
    if not case.of_class or case.as_of is None:
        return None
    counts = dict(case.members.order_by().values_list("state").annotate(Count("pk")))
    return Standing(
        *(counts.get(state, 0) for state in (Member.State.IN, Member.State.OUT, Member.State.UNSURE))
    )


@dataclass(frozen=True)
class Block:
    """What was decided about a class at once."""

    of: ClassDecision
    one: Decided
    """The first of its decisions; what is not about its tie is the same in all."""
    number: int
    withdrawn: int
    mismatches: int
    """In how many the body may not have had the power."""
    unknown: int
    """For how many the register does not say who may decide."""


def class_blocks(case: Case) -> list[Block]:
    """Give what was decided about a case's class, each decision once."""
    return [block for of in case.class_decisions.all() if (block := _block(of))]


def _block(of: ClassDecision) -> Block | None:
    found = of.decisions.select_related("body", "body__merged_into", "side__place", "side__tie")
    shown = decided(list(found.order_by("pk")[:MOST_CHECKED]))
    if not shown:
        return None
    verdicts = Counter(one.check.verdict for one in shown)
    return Block(
        of,
        shown[0],
        of.decisions.count(),
        of.decisions.exclude(withdrawn=None).count(),
        verdicts["mismatch"],
        verdicts["unknown"],
    )
