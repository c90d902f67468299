"""Which sources wait to be reviewed: found as quickly among a hundred thousand that were as among a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby

from fingerpost.web.evidence.models import Finding

TO_JUDGE = (Finding.State.OPEN, Finding.State.SECOND)
AT_ONCE = 120
"""Sources asked for at once: more than a page shows."""


def waiting_sources() -> Iterator[int]:
    """Yield the ids of sources with findings that wait to be judged, in order of arrival.

    State by state: only so does an index hold them in order, and is read only as far as somebody looks.
    """
    for source, _ in groupby(merge(*map(_sources, TO_JUDGE))):
        yield source


def _sources(state: str) -> Iterator[int]:
    found = Finding.objects.filter(state=state).order_by("source").values_list("source", flat=True).distinct()
    last, some = 0, [0]
    while some:
        some = list(found.filter(source__gt=last)[:AT_ONCE])
        yield from some
        if len(some) < AT_ONCE:
            return
        last = some[-1]
