"""Ties as arms of the signpost: where each leads, how far, since when, and how both sides stand on a day.

A fixed number of queries for any number of ties, all of them from the gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fingerpost.places.distance import Way, inverse
from fingerpost.signpost.model import GONE
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Place, Side, Tie
from fingerpost.web.register.sides import add_places
from fingerpost.web.register.standings import Grounds, Stand
from fingerpost.web.register.status import UNKNOWN
from fingerpost.web.site import gate


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
    add_places(ties)
    grounds = _grounds(ties)
    found = []
    for tie in ties:
        sides = sorted(tie.sides.all(), key=lambda side: side.order)
        if len(sides) == 2:
            if seen_from is not None and sides[1].place_id == seen_from.pk:
                sides.reverse()
            found.append(_arm(tie, sides, grounds, on))
    return found


def _grounds(ties: Sequence[Tie]) -> Grounds:
    under = all_merged(Tie, [tie.pk for tie in ties])
    return Grounds(
        under,
        decisions=gate.decisions().filter(side__tie__in=under).select_related("side"),
        agreements=gate.agreements().filter(tie__in=under),
        facts=gate.facts().filter(tie__in=under, predicate="tie").defer("finding", "judgement"),
    )


def _arm(tie: Tie, sides: Sequence[Side], grounds: Grounds, on: date) -> Arm:
    here, there = grounds.stands(tie.pk, sides, on)
    since = beginning(grounds.decisions[tie.pk], grounds.agreements[tie.pk], grounds.told[tie.pk])
    return Arm(tie, here, there, since, way_between(here.place, there.place))


def beginning(decisions: Sequence[Decision], agreements: Sequence[Agreement], told: Sequence[str]) -> str:
    """Give the earliest date that anything public gives for the beginning of a tie, as exact as it is known.

    Of June 1991 in a newspaper and June 10, 1991 in the agreement it is the latter: they are one day, told twice.
    """
    dates = [one.date for one in decisions if one.result == Decision.Result.ESTABLISHED]
    dates += [one.signed for one in agreements]
    known = sorted(filter(None, [*dates, *told]))
    found = known[0] if known else ""
    while more_exact := [one for one in known if one.startswith(f"{found}-")]:
        found = more_exact[0]
    return found


def way_between(here: Place, there: Place) -> Way | None:
    """Give how far and in which direction one place lies from another."""
    ends = (here.latitude, here.longitude, there.latitude, there.longitude)
    return None if None in ends else _way(*ends)


@lru_cache(maxsize=4096)
def _way(*degrees: float) -> Way:
    return inverse(*degrees)
