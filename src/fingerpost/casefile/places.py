"""Places of several readings made one: by gazetteer identity, else by a name that nothing speaks against."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.casefile.citing import cite, together
from fingerpost.casefile.model import CasePlace
from fingerpost.casefile.names import fold
from fingerpost.reading.model import Place, Reading

Keys = dict[tuple[int, str], str]
"""Source number and the reading's own id, to the case's id."""

_Group = list[tuple[int, Place]]


def merge_places(readings: Iterable[tuple[int, Reading]]) -> tuple[tuple[CasePlace, ...], Keys]:
    """Give the places of the case, and which place of which reading each one is."""
    by_id: dict[int, _Group] = {}
    by_name: dict[str, list[_Group]] = {}
    groups: list[_Group] = []
    for number, reading in readings:
        for place in reading.places:
            known = by_id.get(place.geonames or -1)
            same_name = by_name.setdefault(fold(place.name), [])
            group = known or _only([g for g in same_name if all(_agree(place, other) for _, other in g)])
            if group is None:
                group = []
                groups.append(group)
                same_name.append(group)
            group.append((number, place))
            if place.geonames is not None:
                by_id.setdefault(place.geonames, group)
    merged = tuple(_merged(f"p{at}", group) for at, group in enumerate(groups, 1))
    keys = {(number, place.id): f"p{at}" for at, group in enumerate(groups, 1) for number, place in group}
    return merged, keys


def _only(groups: list[_Group]) -> _Group | None:
    return groups[0] if len(groups) == 1 else None


def _agree(one: Place, other: Place) -> bool:
    pairs = (
        (one.geonames, other.geonames),
        (one.country, other.country),
        (one.admin1, other.admin1),
        (one.kind, other.kind),
    )
    return all(a is None or b is None or a == b for a, b in pairs)


def _merged(case_id: str, group: _Group) -> CasePlace:
    best = next((place for _, place in group if place.status == "resolved"), group[0][1])
    return CasePlace(
        id=case_id,
        name=best.name,
        kind=best.kind,
        status=best.status,
        geonames=best.geonames,
        country=best.country,
        admin1=best.admin1,
        latitude=best.latitude,
        longitude=best.longitude,
        citations=together(*(cite(number, place.mentions) for number, place in group)),
    )


def covers(region: CasePlace, place: CasePlace) -> bool:
    """Tell whether a country or first-level region holds a place (or is it)."""
    if region.id == place.id:
        return True
    if region.kind == "country":
        return region.country is not None and region.country == place.country
    return region.kind == "admin1" and region.admin1 is not None and region.admin1 == place.admin1
