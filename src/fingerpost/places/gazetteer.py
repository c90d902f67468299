"""The gazetteer: from a name to the places that bear it."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from fingerpost.places import cache
from fingerpost.places.additions import Additions
from fingerpost.places.index import Arrays, key
from fingerpost.places.normal import normal

Kind = Literal["populated", "admin1", "admin2", "country"]
KINDS: tuple[Kind, ...] = ("populated", "admin1", "admin2", "country")
_REMEMBERED = 1 << 16
_COUNTY = 200_000
"""For the counties of our own tables, which are known beyond their borders; their people are not given."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears the name asked for.

    Attributes:
        own: the name is the place's own one, not another one (a translation, an old name, a short form).
        admin1: ISO 3166-2 code of the first-level region; None where it is not known.
        latitude, longitude: degrees, WGS 84; None where not known.
        geonames: GeoNames id; None for places out of our own tables.
        population: people; 0 where not known. Of a region: those in its towns.
    """

    name: str
    kind: Kind
    country: str
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    population: int = 0
    own: bool = True

    @property
    def weight(self) -> float:
        """People, a fifth of them where the name is not the place's own: how likely it is meant, at first sight."""
        people = self.population
        if self.kind == "admin2" and self.latitude is not None:
            people = _COUNTY
        return people if self.own else people / 5

    def holds(self, place: Candidate) -> bool:
        """Tell whether this region or country may hold the place, as far as codes tell."""
        if self.kind == "populated" or self.country != place.country or place.kind == "country":
            return False
        if self.kind == "country":  # A country within a country (Scotland) has the code of a region.
            return self.admin1 is None or self.admin1 == place.admin1
        return self.admin1 == place.admin1 and (
            place.kind == "populated" or (place.kind == "admin2" and self.kind == "admin1")
        )

    @property
    def identity(self) -> tuple[object, ...]:
        """The same for the same place, whatever name found it."""
        return (self.geonames or self.name, self.kind, self.country, self.admin1)


class Gazetteer:
    """Names to places. Reading only: may be shared by threads, and by processes after a fork."""

    def __init__(self, arrays: Arrays, additions: Additions | None = None) -> None:
        self._keys, self._values = arrays["keys"], arrays["values"]
        self._records, self._spellings = arrays["records"], arrays["spellings"]
        self._regions = [code.decode() or None for code in arrays["regions"].tolist()]
        self._additions: dict[str, tuple[Candidate, ...]] = {}
        for name, candidate in additions or ():
            self._additions[name] = (*self._additions.get(name, ()), candidate)
        self.candidates = lru_cache(_REMEMBERED)(self._candidates)

    @classmethod
    def open(
        cls, *, progress: cache.Progress | None = None, say: Callable[[str], None] | None = None
    ) -> Gazetteer:
        """Give the user's gazetteer; the first time it is built, which takes some seconds.

        Args:
            progress: called while building; without it a bar is drawn where standard error is a terminal.
            say: told in a sentence where something is not as it should be; by default on standard error.
        """
        from fingerpost.places.additions import read_additions
        from fingerpost.places.opening import arrays

        return cls(arrays(progress, say or _say), read_additions())

    def __len__(self) -> int:
        """How many places there are, without the user's own."""
        return len(self._records)

    def region(self, code: str) -> tuple[Candidate, ...]:
        """Give the first-level region of an ISO 3166-2 code; empty where the code is not known."""
        return tuple(
            place for place in self.candidates(code) if place.admin1 == code and place.kind != "populated"
        )

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """Give the places that bear a name, by weight."""
        form = normal(name)
        if not form:
            return ()
        wanted = np.uint64(key(form))
        start = int(np.searchsorted(self._keys, wanted))
        found = list(self._additions.get(form, ()))
        while start < len(self._keys) and self._keys[start] == wanted:
            value = int(self._values[start])
            found.append(self._candidate(value >> 1, own=not value & 1))
            start += 1
        return tuple(sorted(_merged(found), key=_rank))

    def _candidate(self, row: int, *, own: bool) -> Candidate:
        record: Any = self._records[row]
        number, people, north, east, at, length, region, country, kind, _ = record.item()
        return Candidate(
            name=self._spellings[at : at + length].tobytes().decode(),
            kind=KINDS[kind],
            country=country.decode(),
            admin1=self._regions[region],
            latitude=None if math.isnan(north) else round(north, 5),
            longitude=None if math.isnan(east) else round(east, 5),
            geonames=number or None,
            population=people,
            own=own,
        )


def _rank(candidate: Candidate) -> tuple[object, ...]:
    return (-candidate.weight, not candidate.own, candidate.country, candidate.admin1 or "", candidate.name)


def _merged(found: Iterable[Candidate]) -> list[Candidate]:
    return list({candidate.identity: candidate for candidate in found}.values())


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
