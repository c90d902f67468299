"""Find the register's tie among those that the sources name, or add it where they name none."""

from __future__ import annotations

from fingerpost.casefile.model import CasePlace, CaseTie
from fingerpost.casefile.names import fold
from fingerpost.casefile.register import Held, Town


def anchored(
    held: Held, places: tuple[CasePlace, ...], ties: tuple[CaseTie, ...]
) -> tuple[tuple[CasePlace, ...], tuple[CaseTie, ...], CaseTie, str]:
    """Give places and ties with the register's tie among them, that tie, and the id of the side that asks.

    The register knows the identity of its places: what the sources left open (where they are) is filled in.
    """
    ends: list[str] = []
    for side in held.sides[:2]:
        known = next((place for place in places if is_town(place, side.place)), None)
        made = _filled(known or CasePlace(id=f"p{len(places) + 1}", name="", status="resolved"), side.place)
        places = tuple(made if place is known else place for place in places) if known else (*places, made)
        ends.append(made.id)
    tie = next((tie for tie in ties if set(tie.places) == set(ends)), None)
    if tie is None:
        tie = CaseTie(id=f"t{len(ties) + 1}", places=(ends[0], ends[1]), kind=held.kind)
        ties = (*ties, tie)
    return places, ties, tie, ends[0]


def is_town(place: CasePlace, town: Town) -> bool:
    """Tell whether a place of the sources is a place of the register: by identity, else by name and country."""
    if place.geonames is not None and town.geonames is not None:
        return place.geonames == town.geonames
    pairs = ((place.country, town.country), (place.admin1, town.admin1), (place.kind, town.kind))
    same = all(not a or not b or a == b for a, b in pairs)
    return same and fold(place.name) == fold(town.name)


def _filled(place: CasePlace, town: Town) -> CasePlace:
    return CasePlace(
        id=place.id,
        name=place.name or town.name,
        kind=town.kind,
        status="resolved",
        geonames=place.geonames or town.geonames,
        country=place.country or town.country or None,
        admin1=place.admin1 or town.admin1 or None,
        latitude=town.latitude if place.latitude is None else place.latitude,
        longitude=town.longitude if place.longitude is None else place.longitude,
        citations=place.citations,
    )
