"""All the names of a place, the other way round: from its GeoNames number to what it is called anywhere."""

from __future__ import annotations

import mmap
from collections.abc import Collection, Iterator

import msgspec

from fingerpost.places import tables
from fingerpost.places.build import City, is_name, source
from fingerpost.places.gazetteer import Candidate

FEW = 10
"""Up to so many places are found by looking through the file; for more, it is read whole (half a second)."""


def names_beside(place: Candidate) -> tuple[str, ...]:
    """Give what a place is called besides the name it is shown by; empty where nothing else is known."""
    if place.kind == "country":
        names = tuple(tables.country_names().get(place.country, ()))
    elif place.kind == "admin1":
        names = next((region.names for region in tables.regions() if region.code == place.admin1), ())
    else:
        names = other_names([place.geonames]).get(place.geonames, ()) if place.geonames else ()
    return tuple(name for name in names if name != place.name)


def other_names(numbers: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Give the other names of towns by GeoNames number, without their own; a number that is no town's is left out.

    Looking one town up takes about 50 ms: the gazetteer answers which places bear a name, not which names a place
    bears, so the cities are looked through.
    """
    if not numbers:
        return {}
    more = tables.further_names()
    found = _each(numbers) if len(numbers) <= FEW else _all(frozenset(numbers))
    return {city.geonameid: _others(city, more.get(city.geonameid, [])) for city in found}


def _each(numbers: Collection[int]) -> Iterator[City]:
    with (
        (source() / "cities500.json").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        for number in numbers:
            # As a key with its entry behind it: {"3038999": {"geonameid": 3038999, ...}, "3039077": {...}}
            at = data.find(b'"%d": {' % number)
            if at >= 0:
                start = data.find(b"{", at)
                yield msgspec.json.decode(data[start : data.find(b"}", start) + 1], type=City)


def _all(numbers: frozenset[int]) -> Iterator[City]:
    raw = msgspec.json.decode((source() / "cities500.json").read_bytes(), type=dict[str, msgspec.Raw])
    for key, entry in raw.items():
        if int(key) in numbers:
            yield msgspec.json.decode(entry, type=City)


def _others(city: City, further: list[str]) -> tuple[str, ...]:
    names = dict.fromkeys([*further, *filter(is_name, city.alternatenames)])
    names.pop(city.name, None)
    return tuple(names)
