"""Where names of places may stand on a page: capitalised words that the gazetteer knows, the longest run first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from fingerpost.places import Candidate, Gazetteer, normal
from fingerpost.reading.en import demonyms
from fingerpost.reading.en import places as en
from fingerpost.reading.page import Page

_LONGEST = 7
OWNERS = frozenset({"'s", "’s", "'", "’"})
DASHES = frozenset({"—", "–", "--", "-", "―"})


class Sign(IntEnum):
    """How surely a name stands for a place."""

    NOT = -1
    PART = 0
    """Inside the name of a body or thing."""
    WEAK = 1
    """Nothing for it, nothing against it: a place only where it fits the page."""
    LIKELY = 2
    CLEAR = 3


@dataclass(slots=True)
class Spot:
    """A run of tokens, half-open, that bears the name of places."""

    start: int
    end: int
    text: str
    form: str
    candidates: tuple[Candidate, ...]
    sign: Sign = Sign.WEAK
    why: str = ""

    @property
    def regions(self) -> list[Candidate]:
        """The regions and countries of that name."""
        return [place for place in self.candidates if place.kind != "populated"]


class Lookout:
    """The tokens of a page as plain strings, with the spots found among them.

    Attributes:
        breaks: tokens before which a line or block starts; names never run across.
        spots: every spot in text order, without overlaps.
        at: spot by its first token.
    """

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self.page, self.doc, self.gazetteer = page, page.doc, gazetteer
        self.text = page.document.text
        tokens: list[tuple[str, int]] = [
            (token.text, token.idx) for token in page.doc
        ]  # One walk: each makes every token anew.
        self.words = [word for word, _ in tokens]
        self.lower = [word.lower() for word in self.words]
        self.offsets = [offset for _, offset in tokens]
        self.breaks = self._breaks()
        self.spots = list(self._spots())
        self.at = {spot.start: spot for spot in self.spots}
        self.within = {i: spot for spot in self.spots for i in range(spot.start, spot.end)}

    def _breaks(self) -> set[int]:
        """Give the tokens at which a new line or block starts."""
        starts = {block.start for block in self.page.document.blocks}
        found = {0, len(self.words)}
        for i, (word, offset) in enumerate(zip(self.words, self.offsets, strict=True)):
            if word.isspace():
                found.update((i, i + 1))
            elif offset in starts:
                found.add(i)
        return found

    def _spots(self) -> Iterator[Spot]:
        at = 0
        while at < len(self.words):
            spot = self._spot(at) if self.words[at][0].isupper() else None
            if spot:
                yield spot
            at = spot.end if spot else at + 1

    def _spot(self, at: int) -> Spot | None:
        if short := self._short_form(at):
            return short
        for end in reversed(list(self._ends(at))):
            if end - at > 1 and self._ends_in_body(end):
                continue
            text = self.text[self.offsets[at] : self.end_of(end)]
            if candidates := self.gazetteer.candidates(text):
                return self._with_kind(at, end) or Spot(at, end, text, normal(text), candidates)
        return None

    def _ends_in_body(self, end: int) -> bool:
        """Tell whether the last word is part of a body's name: "Norfolk City" before "Council"."""
        if end in self.breaks or self.lower[end - 1] not in en.CITY:
            return False
        return self.words[end][0].isupper() and self.lower[end] in en.BODY

    def _with_kind(self, at: int, end: int) -> Spot | None:
        """Give "Gooding county", where the word for its kind is part of the name but for the capital."""
        if end in self.breaks or self.lower[end] not in en.REGION or self.words[end][0].isupper():
            return None
        text = self.text[self.offsets[at] : self.end_of(end + 1)]
        regions = tuple(place for place in self.gazetteer.candidates(text) if place.kind != "populated")
        return Spot(at, end + 1, text, normal(text), regions) if regions else None

    def _short_form(self, at: int) -> Spot | None:
        """Give "Va." after a comma as the region that it stands for."""
        if at < 2 or self.words[at - 1] not in (",", "("):
            return None
        word, end = self.words[at], at + 1
        if word not in en.SHORT_FORMS and word + "." in en.SHORT_FORMS:
            if end < len(self.words) and self.words[end] == "." and end not in self.breaks:
                word, end = word + ".", end + 1
            elif not word.isupper():  # "La", "Ore", "Kan" without the stop are words or names of their own.
                return None
            else:
                word += "."
        codes = en.SHORT_FORMS.get(word, ())
        regions = tuple(place for code in codes for place in self.gazetteer.region(code))
        return (
            Spot(at, end, self.text[self.offsets[at] : self.end_of(end)], word, regions) if regions else None
        )

    def _ends(self, at: int) -> Iterator[int]:
        """Yield where a name that starts at ``at`` may end."""
        yield at + 1
        for i in range(at + 1, min(at + _LONGEST, len(self.words))):
            word = self.words[i]
            owner = word in OWNERS and i + 1 < len(self.words) and self.words[i + 1][0].isupper()
            joins = word in DASHES or self.lower[i] in en.JOINERS or owner  # "Bishop's Stortford"
            if i in self.breaks or not (word[0].isupper() or joins):
                return
            if word[0].isupper():
                yield i + 1

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The words that the page writes in small letters."""
        return frozenset(word for word in self.words if word.islower())

    def end_of(self, end: int) -> int:
        """Give where a run of tokens that ends before ``end`` ends, in characters."""
        return self.offsets[end - 1] + len(self.words[end - 1])

    def is_dateline(self, spot: Spot) -> bool:
        """Tell whether the spot opens a block as a dateline does: "NORFOLK, Va. (AP) — "."""
        if spot.start not in self.breaks or self.lower[spot.start].rstrip(".") in en.TITLES:
            return False
        for i in range(spot.end, min(spot.end + 10, len(self.words))):
            if i in self.breaks:
                block = self.page.block_at(self.offsets[spot.start])
                return block is not None and block.kind == "dateline"
            word = self.words[i]
            if word in DASHES:
                return bool(self.doc[i - 1].whitespace_) or word in ("—", "--", "―")
            if not (word in ",()./" or word[0].isupper() or word[0].isdigit()):
                return False
        return False

    def held(self, spot: Spot, at: int) -> list[Candidate]:
        """Give the candidates of ``spot`` that lie in the region named at token ``at``."""
        other = self.at.get(at)
        regions = other.regions if other and other is not spot else []
        return [place for place in spot.candidates if any(region.holds(place) for region in regions)]


def past_city(look: Lookout, at: int) -> int:
    """Step over "City" after a name: ``Takikawa City, Japan``."""
    return (
        at + 1 if at not in look.breaks and look.lower[at] in en.CITY and look.words[at][0].isupper() else at
    )


def is_joint(look: Lookout, start: int, end: int) -> bool:
    """Tell whether nothing but a comma or "and" stands between two names, from token ``start`` to ``end``."""
    between = look.lower[start:end]
    return between in ([","], ["and"], [",", "and"], ["or"]) and look.breaks.isdisjoint(range(start, end + 1))


def country_of(word: str) -> str | None:
    """Give the country of an adjective or noun of belonging, singular or plural."""
    return demonyms.COUNTRIES.get(word) or (demonyms.COUNTRIES.get(word[:-1]) if word.endswith("s") else None)


def region_of(word: str) -> str | None:
    """Give the first-level region of an adjective or noun of belonging, singular or plural."""
    return demonyms.REGIONS.get(word) or (demonyms.REGIONS.get(word[:-1]) if word.endswith("s") else None)
