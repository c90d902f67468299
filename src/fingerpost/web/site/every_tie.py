"""Every public tie with a position, in few bytes and few queries: for a map of tens of thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fingerpost.web.register.status import UNKNOWN, Decided, Term, standing
from fingerpost.web.site import gate
from fingerpost.web.site.words import STATUS

STANDINGS = tuple(STATUS)
TENTHS = 3
"""Decimals of a degree: some hundred metres."""


def every_tie(on: date) -> dict[str, Any]:
    """Give places and ties.

    Returns:
        ``standings``: their names; ``places``: name, longitude, latitude of each; ``ties``: of each its number, the
        index of its places, and the index of its standing on this side.
    """
    places: dict[int, int] = {}
    known: list[tuple[str, float, float]] = []
    sides: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    rows = gate.sides().exclude(place__latitude=None).exclude(place__longitude=None).order_by("tie", "order")
    columns = ("tie", "order", "pk", "place", "place__name", "place__longitude", "place__latitude")
    for tie, order, side, place, name, longitude, latitude in rows.values_list(*columns).iterator(5000):
        if place not in places:
            places[place] = len(known)
            known.append((name, round(longitude, TENTHS), round(latitude, TENTHS)))
        sides[tie][order] = (side, place)
    whole = {tie: ends for tie, ends in sides.items() if len(ends) == 2}
    held = _standings({tie: ends[0] for tie, ends in whole.items()}, on)
    ties = [
        (tie, places[ends[0][1]], places[ends[1][1]], STANDINGS.index(held.get(tie, UNKNOWN)))
        for tie, ends in whole.items()
    ]
    return {"standings": STANDINGS, "places": known, "ties": ties}


def _standings(sides: dict[int, tuple[int, int]], on: date) -> dict[int, str]:
    """Give how ties stand on their first side, by number and place of that side."""
    under = _under()
    decisions: dict[int, list[Decided]] = defaultdict(list)
    columns = ("side__tie", "side", "side__place", "pk", "result", "date", "effective")
    for tie, side, place, pk, result, day, effective in _rows(gate.decisions(), *columns):
        tie = under.get(tie, tie)
        if tie in sides and (side, place) != sides[tie] and side != sides[tie][0] and place != sides[tie][1]:
            continue
        decisions[tie].append(Decided(pk, result, day, effective))
    terms: dict[int, list[Term]] = defaultdict(list)
    for tie, pk, begins, ends in _rows(gate.agreements().exclude(ends=""), "tie", "pk", "begins", "ends"):
        terms[under.get(tie, tie)].append(Term(pk, begins, ends))
    since: dict[int, str] = {}
    for tie, data in _rows(gate.facts().filter(predicate="tie").exclude(tie=None), "tie", "data"):
        if value := (data.get("since") or {}).get("value"):
            tie = under.get(tie, tie)
            since[tie] = min(value, since.get(tie, value))
    known = {*decisions, *terms, *since} & {*sides}
    return {
        tie: standing(decisions[tie], terms[tie], on, known_since=since.get(tie, "")).status for tie in known
    }


def _under() -> dict[int, int]:
    """Give, by number of each merged tie, the number of the tie that stands for it."""
    into = dict(_rows(gate.merged_ties(), "pk", "merged_into"))

    def last(tie: int) -> int:
        seen = {tie}
        while (after := into.get(tie)) is not None and after not in seen:
            seen.add(after)
            tie = after
        return tie

    return {tie: last(tie) for tie in into}


def _rows(query: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
    rows: Iterable[tuple[Any, ...]] = query.order_by().values_list(*columns)
    yield from rows.iterator(5000)  # type: ignore[attr-defined]
