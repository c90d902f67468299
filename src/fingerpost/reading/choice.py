"""What a name on a page was settled to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.places import Candidate
from fingerpost.reading.toponyms import Spot


@dataclass(slots=True)
class Choice:
    """One place of the page: the best candidate, why that one, and whether that settles it."""

    best: Candidate
    why: str
    settled: bool
    spots: list[Spot]
    others: tuple[Candidate, ...] = ()
    country: str | None = None
    """Where not settled: the country in which all likely candidates lie, if it is one."""
    name: str | None = None
    """How the page calls it, where no mention says so ("its namesake in Ontario")."""

    @property
    def order(self) -> int:
        """Where it stands first."""
        return min(spot.start for spot in self.spots)


def merged(choices: Iterable[Choice]) -> list[Choice]:
    """Join choices that stand for the same place under two spellings."""
    found: dict[object, Choice] = {}
    for choice in choices:
        identity: object = choice.best.identity if choice.settled else id(choice)
        other = found.setdefault(identity, choice)
        if other is not choice:
            other.spots = sorted(other.spots + choice.spots, key=lambda spot: spot.start)
    return list(found.values())
