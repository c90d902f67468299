"""A place's name with its region and country, as a stranger needs it."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.casefile.model import CasePlace

WITH_REGION = frozenset({"US", "CA", "AU"})
"""Countries where people say the state or province with the town."""


def full_name(place: CasePlace, known: Iterable[CasePlace]) -> str:
    """Give "Norfolk, Virginia, United States"; a code where no name is known."""
    region = place.admin1 if place.country in WITH_REGION else None
    parts = [place.name]
    if region:
        parts.append(_named(region, "admin1", known) or region.split("-")[-1])
    if place.country:
        parts.append(_named(place.country, "country", known) or place.country)
    return ", ".join(parts)


def _named(code: str, kind: str, known: Iterable[CasePlace]) -> str | None:
    for place in known:
        if place.kind == kind and code == (place.admin1 if kind == "admin1" else place.country):
            return place.name
    return None
