"""What the register holds of many ties: a query per table for each batch of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import (
    Agreement,
    Decision,
    Exchange,
    Letter,
    Post,
    ReceivedReport,
    Side,
    Tie,
)
from fingerpost.web.register.sides import add_places
from fingerpost.web.register.vitals import since_of

AT_ONCE = 200
"""Ties that are read together: enough to be quick, few enough to be held in memory and named in one query."""


@dataclass
class Held:
    """What is known of one tie up to a day, what was merged into it counted in."""

    tie: Tie
    sides: list[Side]
    decisions: list[Decision] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    reports: list[ReceivedReport] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    since: str = ""
    """Since when facts say that it is."""


def held_of_all(ties: QuerySet[Tie], on: date) -> Iterator[Held]:
    """Yield what is known of each of these ties, in order of their numbers, batch by batch."""
    last = 0
    while some := list(ties.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from held_of(some, on)
        last = some[-1].pk


def held_of(ties: Sequence[Tie], on: date) -> list[Held]:
    """Give what is known of a batch of ties."""
    add_places(ties)
    held = {tie.pk: Held(tie, list(tie.sides.all())) for tie in ties}
    stands = all_merged(Tie, held)
    of = {"tie__in": list(stands)}
    past = Q(date__lte=on.isoformat())
    for name, records in (
        ("exchanges", Exchange.objects.filter(past, **of)),
        ("letters", Letter.objects.filter(past, **of)),
        ("reports", ReceivedReport.objects.filter(past, **of)),
        ("agreements", Agreement.objects.filter(**of)),
        ("posts", Post.objects.filter(**of).select_related("body").prefetch_related("tenures")),
    ):
        for tie, some in _by_tie(records, stands).items():
            setattr(held[tie], name, some)
    for one in Decision.objects.filter(past, side__tie__in=of["tie__in"], withdrawn=None).select_related(
        "side"
    ):
        held[stands[one.side.tie_id]].decisions.append(one)
    facts = Fact.objects.filter(predicate="tie", superseded=None, **of)
    for tie, some in _by_tie(facts, stands).items():
        held[tie].since = min(filter(None, map(since_of, some)), default="")
    return list(held.values())


def _by_tie(records: Iterable[Any], stands: dict[int, int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[stands[record.tie_id]].append(record)
    return found
