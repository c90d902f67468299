"""Who may decide about a tie: a rule per city, and the check of a decision against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Q

from fingerpost.briefing.words import joined
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Decision, Involvement, Side, Tie
from fingerpost.web.register.succession import Heir, heirs

Heirs = Mapping[int, Sequence[Heir]]
"""By id of a place: what it went into."""
NONE: Heirs = {}
ALWAYS = "9999"
"""Stands for the day of an undated decision: it is checked against the rules that hold now."""


@dataclass(frozen=True)
class Check:
    """Whether the body that decided had the power; ``unknown``: the register has no rule for that place and day."""

    verdict: Literal["fits", "mismatch", "unknown"]
    why: str


def rules_over(sides: Iterable[Side]) -> tuple[list[Involvement], Heirs]:
    """Give who decides about the ties of these sides, or about all ties of their places or of what those became."""
    sides = list(sides)
    became = heirs([side.place for side in sides], date.max)
    ids = list(all_merged(Tie, {side.tie_id for side in sides}))
    places = [side.place_id for side in sides] + [
        heir.place.pk for found in became.values() for heir in found
    ]
    over = Q(tie__in=ids) | Q(tie=None, place__in=places)
    found = Involvement.objects.filter(over, role=Involvement.Role.DECIDES)
    return list(found.select_related("body", "body__merged_into", "tie", "source")), became


def deciders(side: Side, day: str, rules: Iterable[Involvement], became: Heirs = NONE) -> list[Involvement]:
    """Give the rules that say who may decide for a side on a day.

    A rule for the tie goes before one for the place; a rule that names a tie and no place is about the tie's first
    side, whose register this is. Where the place has gone into another by that day, that one's rules count.
    """
    day = day or ALWAYS
    held = [rule for rule in rules if rule.role == Involvement.Role.DECIDES and _holds(rule, day)]
    after = {heir.place.pk for heir in became.get(side.place_id, ()) if not heir.since or heir.since <= day}
    over = [
        [rule for rule in held if rule.place_id is None and side.order == 0 and _is_of(rule, side)],
        [rule for rule in held if rule.place_id == side.place_id and _is_of(rule, side)],
        [rule for rule in held if rule.place_id in after and rule.tie_id is None],
        [rule for rule in held if rule.place_id == side.place_id and rule.tie_id is None],
    ]
    return next((found for found in over if found), [])


def _is_of(rule: Involvement, side: Side) -> bool:
    """Tell whether a rule is about the tie of a side, or about one that was merged into it."""
    if rule.tie is None or rule.tie_id == side.tie_id:
        return rule.tie is not None
    return bool(rule.tie.current == side.tie.current)


def _holds(rule: Involvement, day: str) -> bool:
    return (not rule.since or rule.since <= day) and (not rule.until or rule.until > day)


def check_power(decision: Decision, rules: Iterable[Involvement], became: Heirs = NONE) -> Check:
    """Check the body that decided against who may decide for that side."""
    may = deciders(decision.side, decision.date, rules, became)
    if not may:
        return Check("unknown", f"The register does not say who may decide in {decision.side.place.name}.")
    by = decision.body.current if decision.body else None
    fitting = next((rule for rule in may if by and rule.body.current == by), None)
    if fitting:
        return Check("fits", f"{by} may decide this{_laid_down(fitting)}.")
    who = joined([f"{rule.body}{_laid_down(rule)}" for rule in may])
    return Check(
        "mismatch", f"{by or 'Nobody named'} decided this, and the register says that {who} may decide."
    )


def _laid_down(rule: Involvement) -> str:
    return f" ({rule.basis})" if rule.basis else ""


def mismatches(
    decisions: Sequence[Decision], rules: Sequence[Involvement], became: Heirs = NONE
) -> dict[int, str]:
    """Give, by id of a decision, why its body may not have had the power; silent where no rule is known."""
    checks = {decision.pk: check_power(decision, rules, became) for decision in decisions}
    return {pk: check.why for pk, check in checks.items() if check.verdict == "mismatch"}
