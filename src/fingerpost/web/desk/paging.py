"""Pages of a list that never count it: counting 50,000 rows costs more than showing fifty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest

MOST_CHARACTERS = 200
"""Longer searches are cut."""
MOST_PAGES = 10_000
"""Nobody leafs further; a number beyond it is somebody trying."""


@dataclass(frozen=True)
class Page:
    """One page of records, and whether another follows."""

    number: int
    object_list: list[Any]
    has_next: bool

    @property
    def has_previous(self) -> bool:
        """Tell whether a page comes before this one."""
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        """Give the number of the page before."""
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        """Give the number of the page after."""
        return self.number + 1

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)


def page_of(request: HttpRequest, records: QuerySet[Model], size: int) -> Page:
    """Give the page that ``?page=`` asks for; the first where that is no number of a page."""
    number = _number(request)
    first = (number - 1) * size
    found = list(records[first : first + size + 1])
    return Page(number, found[:size], len(found) > size)


def page_found(request: HttpRequest, ids: Iterator[int], records: QuerySet[Model], size: int) -> Page:
    """Give the page that ``?page=`` asks for of records that a search gives one after the other, in its order."""
    number = _number(request)
    first = (number - 1) * size
    wanted = list(islice(ids, first, first + size + 1))
    by_id = records.in_bulk(wanted[:size])
    return Page(number, [by_id[pk] for pk in wanted if pk in by_id], len(wanted) > size)


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    number = int(asked[:6]) if asked.isdecimal() else 1
    return min(max(number, 1), MOST_PAGES)
