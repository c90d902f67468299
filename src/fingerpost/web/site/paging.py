"""Pages of a list that never count it, and take only a page's worth of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

MOST_PAGES = 10_000
"""Nobody leafs further; a number beyond it is somebody trying."""


@dataclass(frozen=True)
class Page:
    """One page of records, and whether another follows."""

    number: int
    records: Sequence[Any]
    has_next: bool

    @property
    def before(self) -> int:
        """Give the number of the page before; 0: this is the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """Give the number of the page after; 0: this is the last."""
        return self.number + 1 if self.has_next else 0


def page_of(request: HttpRequest, records: QuerySet[Any], size: int) -> Page:
    """Give the page that ``?page=`` asks for.

    Raises:
        Http404: there is no such page.
    """
    number = _number(request)
    first = (number - 1) * size
    return _page(number, list(records[first : first + size + 1]), size)


def page_listed(request: HttpRequest, ids: Iterator[int], records: QuerySet[Any], size: int) -> Page:
    """Give the page that ``?page=`` asks for of the records with these ids, in their order; read no more of them.

    Raises:
        Http404: there is no such page.
    """
    number = _number(request)
    first = (number - 1) * size
    wanted = list(islice(ids, first, first + size + 1))
    kept = records.in_bulk(wanted)
    return _page(number, [kept[one] for one in wanted if one in kept], size)


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    if not asked.isascii() or not asked.isdecimal() or not 1 <= int(asked[:6]) <= MOST_PAGES:
        raise Http404("There is no such page.")
    return int(asked[:6])


def _page(number: int, found: list[Any], size: int) -> Page:
    if not found and number > 1:
        raise Http404("There is no such page.")
    return Page(number, found[:size], len(found) > size)
