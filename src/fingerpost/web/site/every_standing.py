"""How every public tie stands, in a fixed number of queries and some twenty bytes of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from django.db.models.fields.json import KT

from fingerpost.web.register.status import UNKNOWN, Decided, Term, standing
from fingerpost.web.site import gate
from fingerpost.web.site.kept import Once

Standings = dict[int, tuple[str, str]]
"""By tie: how its first and its second side stand. A tie that is not in it is one of which nothing is known."""

NOT_KNOWN = (UNKNOWN, UNKNOWN)


def standings(on: date) -> Standings:
    """Give how both sides of each public tie stand on a day."""
    sides = _sides()
    under = _under()
    decisions = _decisions(sides, under)
    terms: dict[int, tuple[_Term, ...]] = defaultdict(tuple)
    for tie, begins, ends in rows(gate.agreements().exclude(ends=""), "tie", "begins", "ends"):
        terms[under.get(tie, tie)] += ((begins, ends),)
    since = _since(under)
    known = {*(tie for tie, _ in decisions), *terms, *since} & {*sides}
    status = _statuses(on)
    return {
        tie: (
            status(decisions[tie, 0], terms[tie], since.get(tie, "")),
            status(decisions[tie, 1], terms[tie], since.get(tie, "")),
        )
        for tie in known
    }


every_standing = Once(standings)
"""As of today, for all pages of an edition."""

_Term = tuple[str, str]
_Decision = tuple[str, str, str]


def _sides() -> dict[int, dict[int, tuple[int, int]]]:
    """Give, by tie and order, the number of each side and of its place."""
    sides: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for tie, order, side, place in rows(gate.sides(), "tie", "order", "pk", "place"):
        sides[tie][order] = (side, place)
    return sides


def _decisions(
    sides: dict[int, dict[int, tuple[int, int]]], under: dict[int, int]
) -> dict[tuple[int, int], tuple[_Decision, ...]]:
    """Give what was decided about each side, by tie and order; of merged ties, about the side with that place."""
    found: dict[tuple[int, int], tuple[_Decision, ...]] = defaultdict(tuple)
    columns = ("side__tie", "side", "side__place", "result", "date", "effective")
    for tie, side, place, *decided in rows(gate.decisions(), *columns):
        tie = under.get(tie, tie)
        for order, of in sides.get(tie, {}).items():
            if side == of[0] or place == of[1]:
                found[tie, order] += (tuple(decided),)
    return found


def _since(under: dict[int, int]) -> dict[int, str]:
    """Give since when facts say that each tie is."""
    since: dict[int, str] = {}
    facts = gate.facts().filter(predicate="tie").exclude(tie=None)
    # As text: SQLite's "1992" would come as a number.
    for tie, value in rows(facts.annotate(since=KT("data__since__value")), "tie", "since"):
        if value:
            tie = under.get(tie, tie)
            since[tie] = min(value, since.get(tie, value))
    return since


def _statuses(on: date) -> Any:
    """Give what tells a status. Most ties were decided about alike, and each likeness is reckoned once."""

    @cache
    def status(decisions: tuple[_Decision, ...], terms: tuple[_Term, ...], since: str) -> str:
        decided = [Decided(0, *one) for one in decisions]
        return standing(decided, [Term(0, *term) for term in terms], on, known_since=since).status

    return status


def _under() -> dict[int, int]:
    """Give, by number of each merged tie, the number of the tie that stands for it."""
    into = dict(rows(gate.merged_ties(), "pk", "merged_into"))

    def last(tie: int) -> int:
        seen = {tie}
        while (after := into.get(tie)) is not None and after not in seen:
            seen.add(after)
            tie = after
        return tie

    return {tie: last(tie) for tie in into}


def rows(query: Any, *columns: str, ordered: bool = False) -> Iterator[tuple[Any, ...]]:
    """Yield columns of all records of a query, a few thousand at a time; ``ordered``: in the query's order."""
    found: Iterable[tuple[Any, ...]] = (query if ordered else query.order_by()).values_list(*columns)
    yield from found.iterator(chunk_size=5000)  # type: ignore[attr-defined]
