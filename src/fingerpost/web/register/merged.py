"""Which records stand under which, after merges: for any number of records, a query for each depth of merging."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.web.register.models import Record


def all_merged(model: type[Record], ids: Iterable[int]) -> dict[int, int]:
    """Give, by id of each record and of all merged into it, however deep, the id of the record asked about."""
    found = {pk: pk for pk in ids}
    new = list(found)
    while new:
        rows = list(model._base_manager.filter(merged_into__in=new).values_list("pk", "merged_into"))
        found |= {pk: found[into] for pk, into in rows}
        new = [pk for pk, _ in rows]
    return found


def current_ids(model: type[Record], ids: Iterable[int]) -> dict[int, int]:
    """Give, by id of each record, the id of the record it was merged into in the end, or its own."""
    found = {pk: pk for pk in ids}
    new = set(found)
    while new:
        rows = (
            model._base_manager.filter(pk__in=new).exclude(merged_into=None).values_list("pk", "merged_into")
        )
        into = dict(rows)
        found = {pk: into.get(at, at) for pk, at in found.items()}
        new = set(into.values())
    return found
