"""Which record stands for one that was merged into it, so that its address still leads somewhere."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

DEEPEST = 20
"""Merges upon merges; more is a circle."""


def standing_for(merged: QuerySet[Any], shown: QuerySet[Any], pk: int) -> int:
    """Give the number of the public record that stands for a merged one.

    Raises:
        Http404: it was not merged, or into something that is not public.
    """
    for _ in range(DEEPEST):
        into = merged.filter(pk=pk).values_list("merged_into", flat=True).first()
        if into is None:
            break
        if shown.filter(pk=into).exists():
            return int(into)
        pk = into
    raise Http404("There is no such record, or it is not public.")
