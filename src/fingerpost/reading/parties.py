"""Political parties as actors: "the Greens", "Labour", "the SPD", "Fine Gael"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.columns import Columns
from fingerpost.reading.en.parties import ARTICLE_NEEDED, CALLED, FIRSTS, LONGEST, PARTIES

MODIFYING = frozenset({"compound", "amod", "nmod"})


class Party(Struct, frozen=True):
    """A mention of a party, tokens ``start`` to ``end`` (half-open). ``key`` is the same for all its names."""

    start: int
    end: int
    key: str


def find_parties(columns: Columns, taken: set[int]) -> Iterator[Party]:
    """Yield the mentions of parties, in text order; not where a party's name only says whose member somebody is."""
    last = 0
    for start, end, _ in columns.spans:
        for at, word in enumerate(columns.low[start:end], start):
            if word in FIRSTS and at >= last and at not in taken and (found := _party(columns, at, end)):
                yield found
                last = found.end


def is_party(text: str) -> bool:
    """Tell whether words that look like a person's name are a party's: "Fianna Fáil"."""
    return " " in text and text.lower() in PARTIES


def _party(columns: Columns, at: int, end: int) -> Party | None:
    if not columns.is_cap(at) or (at and columns.text[at - 1] in "(["):
        return None
    for stop in range(min(end, at + LONGEST), at, -1):
        name = " ".join(columns.low[at:stop]).rstrip(".")  # "the AfD." may be one token
        if name in PARTIES and _stands_alone(columns, at, stop, name):
            return Party(at, stop, CALLED.get(name, name))
    return None


def _stands_alone(columns: Columns, start: int, end: int, name: str) -> bool:
    """Tell a party from "Labour councillor", "the left side" and "Greens Creek"."""
    if columns.dep[end - 1] in MODIFYING and columns.head[end - 1] >= end:
        return False
    if end < len(columns.text) and columns.is_cap(end) and not columns.starts[end]:
        return False
    if end - start > 1 or columns.text[start].isupper():
        return True
    return name not in ARTICLE_NEEDED or (start > 0 and columns.low[start - 1] == "the")
