"""A place's name with its region and country, as a stranger needs it."""

from __future__ import annotations

from fingerpost.casefile.model import CasePlace
from fingerpost.places.codes import code_name

WITH_REGION = frozenset({"US", "CA", "AU"})
"""Countries where people say the state or province with the town."""


def full_name(place: CasePlace) -> str:
    """Give "Norfolk, Virginia, United States"; a code where no name is known."""
    parts = [place.name]
    if place.admin1 and place.country in WITH_REGION and place.kind == "populated":
        parts.append(code_name(place.admin1))
    if place.country and place.kind != "country":
        parts.append(code_name(place.country))
    return ", ".join(parts)
