"""Ties as arms of the signpost: where each leads, how far, since when, and how both sides stand on a day.

A fixed number of queries for any number of ties, all of them from the gate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import prefetch_related_objects

from fingerpost.places.distance import Way, inverse
from fingerpost.signpost.model import GONE
from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.models import Agreement, Decision, Place, Side, Tie
from fingerpost.web.register.status import UNKNOWN, Standing, Term, standing
from fingerpost.web.register.vitals import decided, since_of
from fingerpost.web.site import gate


@dataclass(frozen=True)
class Stand:
    """How one side of a tie stands."""

    side: Side
    standing: Standing

    @property
    def place(self) -> Place:
        """Give the side's place."""
        return self.side.place


@dataclass(frozen=True)
class Arm:
    """A tie as seen from its first side, or from the side that it was asked for."""

    tie: Tie
    here: Stand
    there: Stand
    since: str
    """The earliest date known for its beginning; empty where none is."""
    way: Way | None
    """None: where one of the places lies is not known."""

    @property
    def status(self) -> str:
        """Give how this side stands."""
        return self.here.standing.status

    @property
    def differs(self) -> bool:
        """Tell whether the two sides are known to stand differently."""
        other = self.there.standing.status
        return UNKNOWN not in {self.status, other} and self.status != other

    @property
    def began_before(self) -> bool:
        """Tell whether the tie is older than the status that it has now."""
        held = [self.here.standing.since, self.there.standing.since if self.differs else ""]
        return bool(self.since) and not any(one.startswith(self.since[:4]) for one in held)

    @property
    def is_fallen(self) -> bool:
        """Tell whether the arm lies at the foot of the post."""
        return self.status in GONE

    @property
    def points(self) -> str:
        """Give the side to which the arm points on a post that is seen from the south."""
        return "left" if self.way and self.way.bearing > 180 else "right"


def arms(ties: Iterable[Tie], on: date, *, seen_from: Place | None = None) -> list[Arm]:
    """Give the arms of public ties, in their order. A tie without two sides has none."""
    ties = list(ties)
    prefetch_related_objects(ties, "sides__place")
    kept = _Kept(ties)
    found = []
    for tie in ties:
        sides = sorted(tie.sides.all(), key=lambda side: side.order)
        if len(sides) == 2:
            if seen_from is not None and sides[1].place_id == seen_from.pk:
                sides.reverse()
            found.append(_arm(tie, sides, kept, on))
    return found


class _Kept:
    """What the status of many ties rests on, by the tie that each stands under after merges."""

    def __init__(self, ties: Sequence[Tie]) -> None:
        under = _under(ties)
        ids = list(under)
        self.decisions: dict[int, list[Decision]] = defaultdict(list)
        for one in gate.decisions().filter(side__tie__in=ids).select_related("side"):
            self.decisions[under[one.side.tie_id]].append(one)
        self.agreements: dict[int, list[Agreement]] = _by_tie(gate.agreements().filter(tie__in=ids), under)
        facts = gate.facts().filter(tie__in=ids, predicate="tie").defer("finding", "judgement")
        self.facts: dict[int, list[Fact]] = _by_tie(facts, under)


def _under(ties: Sequence[Tie]) -> dict[int, int]:
    under = {tie.pk: tie.pk for tie in ties}
    new = list(under)
    while new:
        rows = gate.merged_ties().filter(merged_into__in=new).values_list("pk", "merged_into")
        under |= (found := {pk: under[into] for pk, into in rows})
        new = list(found)
    return under


def _by_tie(records: Iterable[Any], under: dict[int, int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[under[record.tie_id]].append(record)
    return found


def _arm(tie: Tie, sides: Sequence[Side], kept: _Kept, on: date) -> Arm:
    decisions, agreements = kept.decisions[tie.pk], kept.agreements[tie.pk]
    told = [since_of(fact) for fact in kept.facts[tie.pk]]
    here, there = stands(sides, decisions, agreements, told, on)
    since = beginning(decisions, agreements, told)
    return Arm(tie, here, there, since, way_between(here.place, there.place))


def stands(
    sides: Sequence[Side],
    decisions: Sequence[Decision],
    agreements: Sequence[Agreement],
    told: Sequence[str],
    on: date,
) -> list[Stand]:
    """Give how each side stands on a day; ``told``: since when facts say the tie is."""
    known_since = min(filter(None, told), default="")
    terms = [Term(one.pk, one.begins, one.ends) for one in agreements]
    return [
        Stand(
            side,
            standing(
                [
                    decided(one)
                    for one in decisions
                    if side.pk == one.side_id or side.place_id == one.side.place_id
                ],
                terms,
                on,
                known_since=known_since,
            ),
        )
        for side in sides
    ]


def beginning(decisions: Sequence[Decision], agreements: Sequence[Agreement], told: Sequence[str]) -> str:
    """Give the earliest date that anything public gives for the beginning of a tie."""
    dates = [one.date for one in decisions if one.result == Decision.Result.ESTABLISHED]
    dates += [one.signed for one in agreements]
    return min(filter(None, [*dates, *told]), default="")


def way_between(here: Place, there: Place) -> Way | None:
    """Give how far and in which direction one place lies from another."""
    ends = (here.latitude, here.longitude, there.latitude, there.longitude)
    return None if None in ends else _way(*ends)


@lru_cache(maxsize=4096)
def _way(*degrees: float) -> Way:
    return inverse(*degrees)
