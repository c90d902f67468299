"""What places became: mergers of municipalities, divisions, renamings; and which place stands for which on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError

from fingerpost.web.dates import earliest
from fingerpost.web.register.models import Place, Succession


class Heir(NamedTuple):
    """The place that stands for another on a day, and since when it does; "" where that is not known."""

    place: Place
    since: str


def heirs(places: Iterable[Place], on: date) -> dict[int, list[Heir]]:
    """Give, by id of a place, the places that it went into by a day, however many steps; none where it stands itself.

    One query where none of them went into another, and one for each step beyond.
    """
    steps = _steps({place.pk for place in places}, on)
    return {place.pk: list(_last(place.pk, "", steps, frozenset())) for place in places if place.pk in steps}


def _steps(ids: set[int], on: date) -> dict[int, list[Succession]]:
    steps: dict[int, list[Succession]] = defaultdict(list)
    seen: set[int] = set()
    while ids:
        seen |= ids
        found = (
            Succession.objects.filter(predecessor__in=ids).select_related("successor").order_by("date", "pk")
        )
        happened = [one for one in found if _happened(one, on)]
        for one in happened:
            steps[one.predecessor_id].append(one)
        ids = {one.successor_id for one in happened} - seen
    return steps


def _happened(one: Succession, on: date) -> bool:
    first = earliest(one.date)
    return first is None or first <= on


def _last(
    place: int, since: str, steps: dict[int, list[Succession]], passed: frozenset[int]
) -> Iterable[Heir]:
    for one in steps.get(place, ()):
        if one.successor_id in passed:
            continue
        # for the place asked about, what counts is when it went into another, not when that one did
        first = since or one.date
        if one.successor_id in steps:
            yield from _last(one.successor_id, first, steps, passed | {place})
        else:
            yield Heir(one.successor, first)


def went_into(place: Place) -> list[int]:
    """Give the ids of the places that went into a place, however many steps back."""
    ids: list[int] = []
    new = [place.pk]
    while new:
        found = Succession.objects.filter(successor__in=new).values_list("predecessor", flat=True)
        new = [pk for pk in dict.fromkeys(found) if pk not in ids and pk != place.pk]
        ids += new
    return ids


def check_succession(one: Succession) -> None:
    """Refuse a place that would go into itself, at once or by way of others.

    Raises:
        ValidationError: it would.
    """
    if one.predecessor_id == one.successor_id:
        raise ValidationError("A place does not become itself. Choose another place for one of the two.")
    if one.successor_id in went_into(one.predecessor):
        raise ValidationError(
            f"{one.successor.name} went into {one.predecessor.name} already, so it is not what that became."
        )
