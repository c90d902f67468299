"""Which ties a class holds, and which laws and policies reach a tie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from fingerpost.web.register.classes import TieClass
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import Law, Side, Tie


class Bearing(NamedTuple):
    """A law or policy that bears on a tie, and the sides that it binds."""

    law: Law
    sides: tuple[Side, ...]


def ties_in(rule: TieClass, *, own_side: bool = False) -> QuerySet[Tie]:
    """Give the ties that a class holds, by place and kind.

    Args:
        own_side: whether the home of the rule is the side whose register this is; otherwise either side may be.
    """
    home = {"place__country": rule.home_country, "place__admin1": rule.home_admin1}
    partner = {"place__country": rule.partner_country, "place__admin1": rule.partner_admin1}
    here = Q(**{name: value for name, value in home.items() if value})
    if rule.home_id:
        here &= Q(place__in=merged_ids(rule.home.current))
    there = Q(**{name: value for name, value in partner.items() if value})
    found = Tie.objects.filter(merged_into=None)
    if rule.kind:
        found = found.filter(kind=rule.kind)
    ways = ((0, 1),) if own_side else ((0, 1), (1, 0))
    return found.filter(_ends(here, there, ways))


def _ends(here: Q, there: Q, ways: Sequence[tuple[int, int]]) -> Q:
    held = Q()
    for home, partner in ways:
        one = Q()
        for bound, order in ((here, home), (there, partner)):
            if bound:
                one &= Q(pk__in=Side.objects.filter(bound, order=order).values("tie"))
        held |= one
    return held


def laws_reaching(sides: Sequence[Side], kind: str, on: date) -> list[Bearing]:
    """Give the laws and policies that bear on a tie between these sides on a day."""
    if len(sides) != 2:
        return []
    fits = _fits(sides[0], sides[1]) | _fits(sides[1], sides[0])
    laws = Law.objects.filter(fits, _any("kind", kind), in_force(on))
    return bearings(laws.select_related("body", "home", "source"), sides, kind)


def bearings(laws: Iterable[Law], sides: Sequence[Side], kind: str) -> list[Bearing]:
    """Give those of the laws that bear on a tie between these sides, with the sides that each binds."""
    if len(sides) != 2:
        return []
    ways = ((sides[0], sides[1]), (sides[1], sides[0]))
    found = ((law, tuple(here for here, there in ways if _binds(law, here, there))) for law in laws)
    return [Bearing(law, bound) for law, bound in found if bound and law.kind in {"", kind}]


def in_force(on: date) -> Q:
    """Give the condition that a law or policy holds on a day, as far as its dates tell."""
    day = on.isoformat()
    return (Q(since="") | Q(since__lte=day)) & (Q(until="") | Q(until__gt=day))


def _any(name: str, value: str) -> Q:
    return Q(**{name: ""}) | Q(**{name: value})


def _fits(here: Side, there: Side) -> Q:
    return (
        (Q(home=None) | Q(home=here.place))
        & _any("home_country", here.place.country)
        & _any("home_admin1", here.place.admin1)
        & _any("partner_country", there.place.country)
        & _any("partner_admin1", there.place.admin1)
    )


def _binds(law: Law, here: Side, there: Side) -> bool:
    return (
        law.home_id in {None, here.place_id}
        and law.home_country in {"", here.place.country}
        and law.home_admin1 in {"", here.place.admin1}
        and law.partner_country in {"", there.place.country}
        and law.partner_admin1 in {"", there.place.admin1}
    )
