"""Ties with their sides and the places at them, in one query for any number of ties."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from fingerpost.web.register.models import Side, Tie


def with_places(ties: QuerySet[Tie]) -> QuerySet[Tie]:
    """Let each tie come with its sides and their places."""
    return ties.prefetch_related(_sides())


def add_places(ties: Sequence[Tie]) -> None:
    """Add their sides and places to ties that came without."""
    prefetch_related_objects(ties, _sides())


def _sides() -> Prefetch[str]:
    # The places in a query of their own would be one "or" for each on SQLite, which takes no more than a thousand.
    return Prefetch("sides", Side.objects.select_related("place"))
