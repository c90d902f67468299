"""Figures with a unit in running text: distances and lengths of time, and how exactly they are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fingerpost.reading.en import claims as en
from fingerpost.reading.model import Comparator
from fingerpost.reading.numbers import STARTS, number_at

LONGEST_PHRASE = 4


class Measure(Struct, frozen=True):
    """A number and what it counts: tokens ``start`` to ``end``, half-open; ``unit`` "" where none follows."""

    start: int
    end: int
    value: float
    unit: str
    comparator: Comparator


def measures_in(lower: Sequence[str]) -> Iterator[Measure]:
    """Yield the numbers of a text with their units, in order."""
    at = 0
    while at < len(lower):
        word = lower[at]
        if (word not in STARTS and not word[0].isdigit()) or not (found := number_at(lower, at)):
            at += 1
            continue
        value, end = found
        unit_at = end + 1 if lower[end : end + 1] == ["-"] else end
        word = lower[unit_at] if unit_at < len(lower) else ""
        unit = en.DISTANCES.get(word) or en.PERIODS.get(word) or ""
        yield Measure(at, unit_at + 1 if unit else end, value, unit, comparator_before(lower, at))
        at = end


def comparator_before(lower: Sequence[str], at: int) -> Comparator:
    """Give how exactly a figure is meant, from the words before it ("more than", "some")."""
    while at > 0 and lower[at - 1] in {"‘", "'", "“", '"', "("}:
        at -= 1
    for length in range(LONGEST_PHRASE, 0, -1):
        if at - length >= 0 and (found := _COMPARATORS.get(tuple(lower[at - length : at]))):
            return found
    return "exactly"


_COMPARATORS: dict[tuple[str, ...], Comparator] = {
    tuple(phrase.split()): name  # type: ignore[misc]
    for name, phrases in en.COMPARATORS.items()
    for phrase in phrases.split(",")
}
