"""Ties with their sides and the places at them, in one query for any number of ties.

Django asks for the places by themselves where ``prefetch_related`` names them, ``"sides__place"``: on SQLite as one
"or" for each, and SQLite takes no more than a thousand. So whoever shows more than a page of ties names them here.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from fingerpost.web.register.models import Side, Tie


def with_places(ties: QuerySet[Tie]) -> QuerySet[Tie]:
    """Let each tie come with its sides and their places."""
    return ties.prefetch_related(sides_and_places())


def add_places(ties: Sequence[Tie]) -> None:
    """Add their sides and places to ties that came without."""
    prefetch_related_objects(ties, sides_and_places())


def sides_and_places(of: str = "") -> Prefetch[str]:
    """Give what to prefetch so that the ties at the end of a path (``"side__tie__"``) come with both."""
    return Prefetch(f"{of}sides", Side.objects.select_related("place"))
