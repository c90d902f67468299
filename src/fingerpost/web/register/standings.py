"""The formal status of many ties at once, a query per table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Side, Tie
from fingerpost.web.register.sides import add_places
from fingerpost.web.register.status import Standing
from fingerpost.web.register.vitals import since_of, stand


class Stands(NamedTuple):
    """A side, and its formal status on the day."""

    side: Side
    standing: Standing


def standings(ties: Sequence[Tie], on: date) -> dict[int, list[Stands]]:
    """Give, by id of a tie, how its sides stand on a day, what was merged into it counted in.

    At most as many ties as a query takes values: a page of a list.
    """
    add_places(ties)
    under = all_merged(Tie, [tie.pk for tie in ties])
    decisions: dict[int, list[Decision]] = defaultdict(list)
    for one in Decision.objects.filter(side__tie__in=under, withdrawn=None).select_related("side"):
        decisions[under[one.side.tie_id]].append(one)
    agreements: dict[int, list[Agreement]] = defaultdict(list)
    for agreement in Agreement.objects.filter(tie__in=under):
        agreements[under[agreement.tie_id]].append(agreement)
    began: dict[int, list[str]] = defaultdict(list)
    for fact in Fact.objects.filter(tie__in=under, predicate="tie", superseded=None):
        if since := since_of(fact):
            began[under[fact.tie_id]].append(since)
    return {
        tie.pk: [
            Stands(
                side,
                stand(side, decisions[tie.pk], agreements[tie.pk], on, since=min(began[tie.pk], default="")),
            )
            for side in tie.sides.all()
        ]
        for tie in ties
    }
