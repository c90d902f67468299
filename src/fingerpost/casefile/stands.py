"""Positions by actor, oldest first, with changes of mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from fingerpost.casefile.citing import cite, together
from fingerpost.casefile.dates import finer
from fingerpost.casefile.model import CasePlace, CasePosition, CaseTie, Stand
from fingerpost.casefile.places import Keys
from fingerpost.reading.model import FormalStatus, Position, Quote, Reading, Stance, TieClass

MADE_BY: dict[FormalStatus, tuple[Stance, ...]] = {
    "active": ("keep", "renew", "restore", "establish"),
    "suspended": ("suspend",),
    "ended": ("end",),
}
"""Formal status to the stances that lead to it."""


def positions_of(
    readings: Iterable[tuple[int, Reading]], actors: Keys, ties: Keys, quotes: Keys
) -> list[tuple[str, CasePosition]]:
    """Give every position with the text that orders it: its date, else its quote's, else its source's.

    Where a source has no date, the newest date inside it stands in for ordering: it is not older than that.
    """
    found: list[tuple[str, CasePosition]] = []
    for number, reading in readings:
        inside = _newest_inside(reading)
        spoken = {quote.id: quote for quote in reading.quotes}
        for position in reading.positions:
            on = _on(position, spoken) or reading.document.published
            case = CasePosition(
                id=f"s{len(found) + 1}",
                actor=actors[number, position.actor],
                stance=position.stance,
                force=position.force,
                tie=ties.get((number, position.target.tie or "")),
                ties=position.target.ties,
                date=position.date,
                on=on,
                condition=position.condition,
                quotes=tuple(quotes[number, q] for q in position.quotes if (number, q) in quotes),
                citations=cite(number, position.passages),
            )
            found.append((on or inside, case))
    return found


def _on(position: Position, spoken: Mapping[str, Quote]) -> str | None:
    dates = [position.date, *(spoken[q].said.date for q in position.quotes if q in spoken)]
    return next((date.value for date in dates if date and date.value), None)


def _newest_inside(reading: Reading) -> str:
    dates = [quote.said.date for quote in reading.quotes] + [event.date for event in reading.events]
    return max((date.value for date in dates if date and date.value), default="")


def stands_of(
    dated: Iterable[tuple[str, CasePosition]], *, status: FormalStatus = "unknown"
) -> tuple[Stand, ...]:
    """Give one stand per actor, in the order in which the sources first show them.

    A stance repeated is one position with all its citations; back and forth stays back and forth. Where dates do
    not tell which of two stances is the newer, a decision is, and first of all the one that made the status.
    """
    by_actor: dict[str, list[tuple[str, CasePosition]]] = defaultdict(list)
    for one in dated:
        by_actor[one[1].actor].append(one)
    stands = []
    for actor, found in by_actor.items():
        found.sort(
            key=lambda one: (one[0], one[1].force == "decides", one[1].stance in MADE_BY.get(status, ()))
        )
        kept: list[tuple[str, CasePosition]] = []
        for order, position in found:
            at = next((i for i, (_, p) in enumerate(kept) if _repeats(p, position)), None)
            later = kept[at + 1 :] if at is not None else []
            if at is None or any(o < order for o, _ in later):
                kept.append((order, position))
            else:
                kept[at] = (kept[at][0], _merged(kept[at][1], position))
        changed = any(a[0] < b[0] and a[1].stance != b[1].stance for a, b in pairwise(kept))
        stands.append(Stand(actor=actor, positions=tuple(p for _, p in kept), changed=changed))
    return tuple(stands)


def _repeats(one: CasePosition, other: CasePosition) -> bool:
    return one.stance == other.stance


def _merged(one: CasePosition, other: CasePosition) -> CasePosition:
    return replace(
        one,
        date=one.date or other.date if one.on == other.on else finer(one.date, None),
        condition=one.condition or other.condition,
        quotes=tuple(dict.fromkeys(one.quotes + other.quotes)),
        citations=together(one.citations, other.citations),
    )


def is_about(position: CasePosition, tie: CaseTie, places: Mapping[str, CasePlace]) -> bool:
    """Tell whether a position is about the tie: it names it, or a class that holds it, or no other."""
    if position.tie is not None:
        return position.tie == tie.id
    return position.ties is None or class_holds(position.ties, tie, places)


def class_holds(ties: TieClass, tie: CaseTie, places: Mapping[str, CasePlace]) -> bool:
    """Tell whether a class of ties ("Virginia × Russia") holds a tie, in either direction."""
    one, other = (places[p] for p in tie.places)

    def fits(start: CasePlace, to: CasePlace) -> bool:
        return all(
            bound is None
            or (
                (bound.country is None or bound.country == place.country)
                and (bound.admin1 is None or bound.admin1 == place.admin1)
            )
            for bound, place in ((ties.start, start), (ties.to, to))
        )

    return fits(one, other) or fits(other, one)
