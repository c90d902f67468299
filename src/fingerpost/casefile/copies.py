"""Find sources that repeat one another (syndication), and leave in a copy only what is new in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from fingerpost.casefile.names import words_of
from fingerpost.reading.model import Passage, Reading, Tie

SHINGLE = 5
"""Words per shingle: long enough that two reporters seldom share one by chance."""

SHARED = 0.8
"""A source is a copy where at least this share of its shingles stands in an earlier one."""

_WORD = re.compile(r"\w+")


class Copy(Struct, frozen=True):
    """A source (index) that repeats another, and the share of its wording that does, 0 to 1."""

    of: int
    shared: float


def find_copies(readings: Sequence[Reading]) -> dict[int, Copy]:
    """Give for each source that is a copy the source it repeats, by index.

    The earlier published of two is the original; without dates, the one that was handed in first.
    Time grows with the text, not with the number of pairs.
    """
    if len(readings) < 2:
        return {}
    order = sorted(range(len(readings)), key=lambda i: (readings[i].document.published or "9999", i))
    holders: dict[int, list[int]] = defaultdict(list)
    copies: dict[int, Copy] = {}
    for index in order:
        shingles = _shingles(readings[index].document.text)
        common = Counter(holder for shingle in shingles for holder in holders.get(shingle, ()))
        best, count = max(common.items(), key=lambda item: item[1], default=(-1, 0))
        if shingles and count / len(shingles) >= SHARED:
            copies[index] = Copy(best, round(count / len(shingles), 3))
        else:
            for shingle in shingles:
                holders[shingle].append(index)
    return copies


def _shingles(text: str) -> set[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < SHINGLE:
        return {hash(tuple(words))} if words else set()
    return {hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)}


_Finding = TypeVar("_Finding")


def only_new(copy: Reading, original: Reading) -> Reading:
    """Give the copy's reading without the findings whose passages stand in the original too."""
    known = " ".join(words_of(original.document.text))

    def new(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        return tuple(p for p in passages if " ".join(words_of(p.text)) not in known)

    def kept(findings: tuple[_Finding, ...]) -> tuple[_Finding, ...]:
        return tuple(finding for finding in findings if new(finding.passages))  # type: ignore[attr-defined]

    def bare(tie: Tie) -> Tie:
        passages = new(tie.passages)
        return tie if passages else replace(tie, passages=(), since=None, until=None)

    quotes = tuple(q for q in copy.quotes if new((Passage(q.start, q.end, q.text),)))
    spoken = {quote.id for quote in quotes}
    return replace(
        copy,
        actors=tuple(replace(actor, mentions=()) for actor in copy.actors),
        places=tuple(replace(place, mentions=()) for place in copy.places),
        ties=tuple(bare(tie) for tie in copy.ties),
        quotes=quotes,
        positions=tuple(
            replace(p, quotes=tuple(q for q in p.quotes if q in spoken)) for p in kept(copy.positions)
        ),
        authority=kept(copy.authority),
        events=kept(copy.events),
        actions=kept(copy.actions),
        claims=kept(copy.claims),
    )
