"""How many ties stand on a day, and what deserves attention about each: a few queries for each batch of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from fingerpost.web.register.health import Alert, Thresholds, alerts
from fingerpost.web.register.models import Law, Tie
from fingerpost.web.register.reach import bearings, in_force
from fingerpost.web.register.setting import thresholds_set
from fingerpost.web.register.shelf import Held, held_of, held_of_all
from fingerpost.web.register.standings import Stand
from fingerpost.web.register.vitals import holder, stand, vacant_since, vitals_of
from fingerpost.web.words.finding import among_found
from fingerpost.web.words.models import Kind


class Reckoned(NamedTuple):
    """A tie on a day: how its sides stand, which posts are vacant and since when, and the warnings."""

    held: Held
    sides: list[Stand]
    vacancies: list[tuple[str, str]]
    alerts: list[Alert]


def ties_called(words: str) -> QuerySet[Tie]:
    """Give the ties that stand by themselves; those that words find, where there are any."""
    found = Tie.objects.filter(merged_into=None)
    return among_found(found, Kind.TIE, words) if words else found


def reckon_all(
    ties: QuerySet[Tie] | Sequence[Tie], on: date, *, thresholds: Thresholds | None = None
) -> Iterator[Reckoned]:
    """Yield each of these ties as of a day.

    Args:
        ties: a query for any number of them, which come in order of their numbers, or one batch.
        thresholds: when to warn; None: as the office has set it.
    """
    thresholds = thresholds or thresholds_set()
    laws = list(Law.objects.filter(in_force(on)).exclude(deadline=""))
    for held in held_of_all(ties, on) if isinstance(ties, QuerySet) else held_of(ties, on):
        yield _reckon(held, on, laws, thresholds)


def _reckon(held: Held, on: date, laws: Iterable[Law], thresholds: Thresholds) -> Reckoned:
    sides = [
        Stand(side, stand(side, held.decisions, held.agreements, on, since=held.since)) for side in held.sides
    ]
    empty = [post for post in held.posts if holder(post, on.isoformat()) is None]
    vacancies = [(str(post), vacant_since(post)) for post in empty]
    vitals = vitals_of(
        [one for _, one in sides],
        on,
        decisions=held.decisions,
        agreements=held.agreements,
        exchanges=held.exchanges,
        letters=held.letters,
        reports=held.reports,
        vacancies=vacancies,
        laws=[law for law, _ in bearings(laws, held.sides, held.tie.kind)],
    )
    return Reckoned(held, sides, vacancies, list(alerts(vitals, thresholds, on)))
