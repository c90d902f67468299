"""Every public tie with a position, in few bytes and few queries: for a map of tens of thousands."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fingerpost.web.site import gate
from fingerpost.web.site.every_standing import NOT_KNOWN, Standings
from fingerpost.web.site.words import STATUS

STANDINGS = tuple(STATUS)
TENTHS = 3
"""Decimals of a degree: some hundred metres."""


def every_tie(standings: Standings) -> dict[str, Any]:
    """Give places and ties.

    Args:
        standings: how each tie stands.

    Returns:
        ``standings``: their names; ``places``: name, longitude, latitude of each; ``ties``: of each its number, the
        index of its places, and the index of its standing on this side.
    """
    places: dict[int, int] = {}
    known: list[tuple[str, float, float]] = []
    sides: dict[int, dict[int, int]] = defaultdict(dict)
    found = gate.sides().exclude(place__latitude=None).exclude(place__longitude=None).order_by("tie", "order")
    columns = ("tie", "order", "place", "place__name", "place__longitude", "place__latitude")
    for tie, order, place, name, longitude, latitude in found.values_list(*columns).iterator(5000):
        if place not in places:
            places[place] = len(known)
            known.append((name, round(longitude, TENTHS), round(latitude, TENTHS)))
        sides[tie][order] = places[place]
    ties = [
        (tie, ends[0], ends[1], STANDINGS.index(standings.get(tie, NOT_KNOWN)[0]))
        for tie, ends in sides.items()
        if len(ends) == 2
    ]
    return {"standings": STANDINGS, "places": known, "ties": ties}
