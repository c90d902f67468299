"""Which ties a case is about: one, or all of a class."""

from __future__ import annotations

from django.db.models import Q

from fingerpost.web.casework.models import Case
from fingerpost.web.register.models import Side, Tie


def ties_of(case: Case, most: int) -> tuple[list[Tie], int]:
    """Give the ties of a case, at most so many, and how many there are in all; none where it names none."""
    if case.tie:
        return [case.tie.current], 1
    bounds = (
        ("country", case.home_country, 0),
        ("admin1", case.home_admin1, 0),
        ("country", case.partner_country, 1),
    )
    ties = Tie.objects.filter(merged_into=None)
    for name, value, order in bounds:
        if value:
            ends = Side.objects.filter(Q(**{f"place__{name}": value}), order=order)
            ties = ties.filter(pk__in=ends.values("tie"))
    if not any(value for _, value, _ in bounds):
        return [], 0
    return list(ties.order_by("pk")[:most]), ties.count()
