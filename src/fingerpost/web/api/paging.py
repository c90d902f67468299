"""Lists in parts: each part names the address of the next, by the last id it gave, so that nothing is skipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Schema

MOST = 500
LARGEST = 2**63 - 1
"""The largest number that the databases keep."""


class Part(Schema):
    """Which part of a list."""

    after: int = Query(0, ge=0, le=LARGEST, description="Give records with an id above this one.")
    limit: int = Query(100, ge=1, le=MOST)


def part_of(
    request: HttpRequest, found: QuerySet[Any], part: Part, show: Callable[[list[Any]], list[Any]]
) -> dict[str, Any]:
    """Give a part of a list in its public form."""
    records = list(found.filter(pk__gt=part.after).order_by("pk")[: part.limit + 1])
    more = len(records) > part.limit
    records = records[: part.limit]
    return {"items": show(records), "next": _next(request, records[-1].pk) if more else None}


def _next(request: HttpRequest, last: int) -> str:
    query = {name: value for name, value in request.GET.items() if name != "after"} | {"after": str(last)}
    return f"{request.build_absolute_uri(request.path)}?{urlencode(query)}"
