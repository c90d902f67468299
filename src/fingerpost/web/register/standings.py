"""The formal status of many ties at once, a query per table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Place, Side, Tie
from fingerpost.web.register.sides import add_places
from fingerpost.web.register.status import Standing
from fingerpost.web.register.vitals import since_of, stand


class Stand(NamedTuple):
    """How one side of a tie stands on a day."""

    side: Side
    standing: Standing

    @property
    def place(self) -> Place:
        """Give the side's place."""
        return self.side.place


class Grounds:
    """What the status of ties rests on, by the tie that each stands under after merges.

    Args:
        under: by id of each tie asked about, and of those merged into them, the id of the one asked about.
        decisions: those that were not withdrawn.
        facts: those that ties are, not superseded.
    """

    def __init__(
        self,
        under: dict[int, int],
        *,
        decisions: Iterable[Decision],
        agreements: Iterable[Agreement],
        facts: Iterable[Fact],
    ) -> None:
        self.decisions: dict[int, list[Decision]] = defaultdict(list)
        for one in decisions:
            self.decisions[under[one.side.tie_id]].append(one)
        self.agreements: dict[int, list[Agreement]] = defaultdict(list)
        for agreement in agreements:
            self.agreements[under[agreement.tie_id]].append(agreement)
        self.told: dict[int, list[str]] = defaultdict(list)
        for fact in facts:
            if since := since_of(fact):
                self.told[under[fact.tie_id]].append(since)

    def stands(self, tie: int, sides: Iterable[Side], on: date) -> list[Stand]:
        """Give how the sides of a tie stand on a day."""
        since = min(self.told[tie], default="")
        decisions, agreements = self.decisions[tie], self.agreements[tie]
        return [Stand(side, stand(side, decisions, agreements, on, since=since)) for side in sides]


def standings(ties: Sequence[Tie], on: date) -> dict[int, list[Stand]]:
    """Give, by id of a tie, how its sides stand on a day, what was merged into it counted in.

    At most as many ties as a query takes values: a page of a list.
    """
    add_places(ties)
    under = all_merged(Tie, [tie.pk for tie in ties])
    grounds = Grounds(
        under,
        decisions=Decision.objects.filter(side__tie__in=under, withdrawn=None).select_related("side"),
        agreements=Agreement.objects.filter(tie__in=under),
        facts=Fact.objects.filter(tie__in=under, predicate="tie", superseded=None),
    )
    return {tie.pk: grounds.stands(tie.pk, tie.sides.all(), on) for tie in ties}
