"""Collects places and their names, and lays them out as the arrays of an index."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from fingerpost.places.index import RECORD, key, write
from fingerpost.places.normal import normal

KINDS = ("populated", "admin1", "admin2", "country")
Point = tuple[float, float]
NOWHERE: Point = (math.nan, math.nan)
# A million names, each met once: remembering them would cost more than it saves.
_normal = normal.__wrapped__


class Compiler:
    """Places are added one by one; ``save`` writes the index."""

    def __init__(self) -> None:
        self.records: list[tuple[object, ...]] = []
        self.spellings = bytearray()
        self.keys: list[int] = []
        self.values: list[int] = []
        self.regions: dict[str, int] = {"": 0}

    def add(
        self,
        names: Iterable[str],
        *,
        kind: str,
        country: str,
        region: str = "",
        number: int = 0,
        population: int = 0,
        at: Point = NOWHERE,
    ) -> list[str]:
        """Add a place, shown by the first of its names. Gives the comparable forms, its own first.

        ``region`` is an ISO 3166-2 code, or a label that ``save`` translates into one.
        """
        first, *others = names
        forms = list(dict.fromkeys([_normal(first), *map(_normal, others)]))
        # The value is even where the name is the place's own, odd for another name of it.
        value = len(self.records) << 1
        for form in forms:
            if form:
                self.keys.append(key(form))
                self.values.append(value | (form != forms[0]))
        spelled, place = first.encode(), self.regions.setdefault(region, len(self.regions))
        people = min(population, 2**32 - 1)
        self.records.append(
            (
                number,
                people,
                *at,
                len(self.spellings),
                len(spelled),
                place,
                country.encode(),
                KINDS.index(kind),
                0,
            )
        )
        self.spellings += spelled
        return forms

    def save(self, path: Path, about: Mapping[str, object], codes: Mapping[str, str]) -> None:
        """Write the index; ``codes`` translates labels of regions into ISO 3166-2, the rest stay unknown."""
        keys = np.array(self.keys, dtype="<u8")
        order = np.argsort(keys, kind="stable")
        known = [codes.get(label, "" if "." in label else label) for label in self.regions]
        arrays = {
            "keys": keys[order],
            "values": np.array(self.values, dtype="<u4")[order],
            "records": np.array(self.records, dtype=RECORD),
            "spellings": np.frombuffer(bytes(self.spellings), dtype="u1"),
            "regions": np.array([code.encode() for code in known], dtype="S8"),
        }
        write(path, arrays, about)
