"""The formal status of many ties at once, a query per table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import prefetch_related_objects

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Side, Tie
from fingerpost.web.register.picture import decided, since_of
from fingerpost.web.register.status import Standing, Term, standing


class Stands(NamedTuple):
    """A side, and its formal status on the day."""

    side: Side
    standing: Standing


def standings(ties: Sequence[Tie], on: date) -> dict[int, list[Stands]]:
    """Give, by id of a tie, how its sides stand on a day, what was merged into it counted in.

    At most as many ties as a query takes values: a page of a list.
    """
    prefetch_related_objects(ties, "sides__place")
    under = all_merged(Tie, [tie.pk for tie in ties])
    decisions: dict[int, list[Decision]] = defaultdict(list)
    for one in Decision.objects.filter(side__tie__in=under, withdrawn=None).select_related("side"):
        decisions[under[one.side.tie_id]].append(one)
    terms: dict[int, list[Term]] = defaultdict(list)
    for agreement in Agreement.objects.filter(tie__in=under):
        terms[under[agreement.tie_id]].append(Term(agreement.pk, agreement.begins, agreement.ends))
    began: dict[int, list[str]] = defaultdict(list)
    for fact in Fact.objects.filter(tie__in=under, predicate="tie", superseded=None):
        if since := since_of(fact):
            began[under[fact.tie_id]].append(since)
    return {
        tie.pk: [
            Stands(
                side,
                standing(
                    [decided(d) for d in decisions[tie.pk] if d.side.place_id == side.place_id],
                    terms[tie.pk],
                    on,
                    known_since=min(began[tie.pk], default=""),
                ),
            )
            for side in tie.sides.all()
        ]
        for tie in ties
    }
