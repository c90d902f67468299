"""Where names of places may stand on a page, and how surely each one is a place.

Capitalised words are looked up in the gazetteer, the longest run first. The labels of the entity recogniser
are evidence among other evidence: it takes many a foreign town for a product or a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Span, Token

from fingerpost.places import Candidate, Gazetteer, normal
from fingerpost.reading.en import demonyms
from fingerpost.reading.en import places as en
from fingerpost.reading.en.ordinary import ORDINARY
from fingerpost.reading.page import Page

_LONGEST = 7


class Sign(IntEnum):
    """How surely a name stands for a place: ``CLEAR`` and ``LIKELY`` suffice, ``WEAK`` needs company."""

    NOT = -1
    PART = 0
    """Inside the name of something else: a body, a newspaper, a street."""
    WEAK = 1
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

    def regions(self) -> list[Candidate]:
        """Give the regions and countries of that name."""
        return [place for place in self.candidates if place.kind != "populated"]


class Lookout:
    """Walks over a page once and gives the spots with their signs."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self.page, self.doc, self.gazetteer = page, page.doc, gazetteer
        self.words = [token.text for token in page.doc]
        self.lower = [word.lower() for word in self.words]
        self.breaks = _breaks(page)
        self.labels = {}
        for ent in page.doc.ents:
            self.labels.update(dict.fromkeys(range(ent.start, ent.end), ent))
        self.surnames = self._surnames()

    def spots(self) -> list[Spot]:
        """Give every spot in text order, without overlaps."""
        found, at = [], 0
        while at < len(self.words):
            spot = self._spot(at) if _starts(self.words[at]) else None
            if spot:
                found.append(spot)
            at = spot.end if spot else at + 1
        by_start = {spot.start: spot for spot in found}
        for spot in found:
            spot.sign = self._sign(spot, by_start)
        return found

    def _surnames(self) -> frozenset[str]:
        found = set()
        for ent in self.doc.ents:
            if ent.label_ == "PERSON" and len(ent) > 1:
                found.add(
                    normal(ent[-1].text if self.lower[ent.end - 1] not in ("'s", "’s") else ent[-2].text)
                )
        for at, word in enumerate(self.lower[:-1]):
            if word.rstrip(".") in en.TITLES and self.words[at][0].isupper() and _starts(self.words[at + 1]):
                found.add(normal(self.words[at + 1]))
        return frozenset(found)

    def _spot(self, at: int) -> Spot | None:
        for end in reversed(list(self._ends(at))):
            text = self.doc.text[self.doc[at].idx : self.doc[end - 1].idx + len(self.words[end - 1])]
            if candidates := self.gazetteer.candidates(text):
                return Spot(at, end, text, normal(text), candidates)
        return None

    def _ends(self, at: int) -> Iterator[int]:
        """Yield where a name that starts at ``at`` may end."""
        yield at + 1
        for i in range(at + 1, min(at + _LONGEST, len(self.words))):
            word = self.words[i]
            if i in self.breaks or not (_starts(word) or word in "-–" or self.lower[i] in en.JOINERS):
                return
            if _starts(word):
                yield i + 1

    def _sign(self, spot: Spot, by_start: dict[int, Spot]) -> Sign:
        """Weigh what stands around a name."""
        before = None if spot.start in self.breaks else self.doc[spot.start - 1]
        after = None if spot.end in self.breaks else self.doc[spot.end]
        short = len(spot.text) <= 4 and spot.text.isupper() and spot.start not in self.breaks
        if short and all(place.kind == "populated" for place in spot.candidates):
            return Sign.NOT
        if self.is_dateline(spot) or self.is_located(spot, by_start):
            return Sign.CLEAR
        return self._by_neighbours(spot, before, after)

    def _by_neighbours(self, spot: Spot, before: Token | None, after: Token | None) -> Sign:
        ent = self.labels.get(spot.start)
        label = ent.label_ if ent else ""
        wider = ent is not None and (ent.start < spot.start or self._end_of(ent) > spot.end)
        last = self.lower[spot.start - 1].rstrip(".") if before else ""
        next_ = self.lower[spot.end].rstrip(".") if after else ""
        owner = next_ in ("'s", "’s", "'", "’") and spot.end + 1 < len(self.lower)
        thing = self.lower[spot.end + 1] if owner else next_
        single = spot.end - spot.start == 1
        ordinary = single and spot.form in ORDINARY and not spot.regions()
        if before is not None and _is_name(before) and before.i not in self.breaks:
            if last in en.TITLES or last in en.NOT_BEFORE:
                return Sign.NOT
            usual = last in en.AREA or before.text in demonyms.COUNTRIES or last in en.SETTLEMENT
            if not usual and before.pos_ == "PROPN" and not self._is_title_case(before):
                return Sign.NOT
        if after is not None and _is_name(after) and not owner and next_ not in en.DAYS:
            if next_ in en.TITLES:
                return Sign.LIKELY if not ordinary else Sign.WEAK
            if next_ in en.NOT_AFTER or self.lower[min(spot.end + 1, len(self.lower) - 1)] in en.NOT_AFTER:
                return Sign.PART
            if after.pos_ == "PROPN" and not self._is_title_case(after):
                return Sign.NOT if label == "PERSON" or not wider else Sign.PART
        if label == "PERSON" and wider:
            return Sign.NOT
        if before is not None and last in en.SETTLEMENT and not ordinary:
            return Sign.CLEAR
        if last == "of" and self.lower[spot.start - 2] in (en.SETTLEMENT | en.REGION):
            return Sign.CLEAR
        if next_ in en.REGION and after is not None and spot.regions():
            return Sign.CLEAR
        if ordinary:
            return Sign.LIKELY if label == "GPE" and last in en.LOCATIVE else Sign.NOT
        surname = spot.form in self.surnames
        if last in en.LOCATIVE:
            return Sign.LIKELY if surname else Sign.CLEAR
        if surname:
            return Sign.LIKELY if label == "GPE" and thing not in en.SPEECH else Sign.NOT
        if label == "GPE":
            return Sign.LIKELY
        if wider and label in ("ORG", "FAC", "EVENT", "WORK_OF_ART"):
            return Sign.PART
        if thing in en.OWNED or last in en.DIRECTIVE or label in ("LOC", "NORP"):
            return Sign.LIKELY
        if self.doc[spot.end - 1].pos_ != "PROPN":
            return Sign.NOT if single else Sign.WEAK
        return Sign.WEAK

    def _end_of(self, ent: Span) -> int:
        return int(ent.end) - (self.lower[ent.end - 1] in ("'s", "’s", "'", "’"))

    def is_dateline(self, spot: Spot) -> bool:
        """Tell whether the spot opens a block as a dateline does."""
        if spot.start not in self.breaks:
            return False
        for i in range(spot.end, min(spot.end + 9, len(self.words))):
            if i in self.breaks:
                block = self.page.block_at(self.doc[spot.start].idx)
                return block is not None and block.kind == "dateline"
            word = self.words[i]
            if word in ("—", "–", "--", "-", "―"):
                return bool(self.doc[i - 1].whitespace_ or word in "—--―")
            if not (word in ",()./" or word[0].isupper() or word in en.SHORT_FORMS):
                return False
        return False

    def is_located(self, spot: Spot, by_start: dict[int, Spot]) -> bool:
        """Tell whether a region follows after a comma that holds a place of that name."""
        at = spot.end
        if at + 1 >= len(self.words) or self.words[at] != "," or at in self.breaks or at + 1 in self.breaks:
            return False
        return bool(self.holders(spot, at + 1, by_start))

    def holders(self, spot: Spot, at: int, by_start: dict[int, Spot]) -> list[Candidate]:
        """Give the candidates of ``spot`` that lie in the region named at token ``at``."""
        codes = en.SHORT_FORMS.get(self.words[at]) or en.SHORT_FORMS.get(self.words[at] + ".", ())
        if at + 1 < len(self.words) and self.words[at + 1] == "." and self.words[at] + "." in en.SHORT_FORMS:
            codes = en.SHORT_FORMS[self.words[at] + "."]
        other = by_start.get(at)
        regions = other.regions() if other else []
        return [
            place
            for place in spot.candidates
            if place.admin1 in codes or any(holds(region, place) for region in regions)
        ]

    def _is_title_case(self, token: Token) -> bool:
        """Tell whether the line is a headline in which every longer word has a capital."""
        block = self.page.block_at(token.idx)
        if block is None or block.kind not in ("headline", "promo"):
            return False
        long = [word for word in self.page.document.text[block.start : block.end].split() if len(word) > 4]
        return sum(word[0].isupper() for word in long) > 0.8 * len(long)


def holds(region: Candidate, place: Candidate) -> bool:
    """Tell whether the region (or country) may hold the place."""
    if region.kind == "populated" or region.identity == place.identity or region.country != place.country:
        return False
    if region.kind == "country":
        return place.kind != "country"
    return place.kind in ("populated", "admin2") and region.admin1 == place.admin1


def _breaks(page: Page) -> set[int]:
    """Give the tokens at which a new line or block starts; names never run across."""
    doc = page.doc
    starts = {block.start for block in page.document.blocks}
    found = {0, len(doc)}
    for token in doc:
        if token.idx in starts or token.is_space:
            found.add(token.i)
            if token.is_space:
                found.add(token.i + 1)
    return found


def _starts(word: str) -> bool:
    return word[0].isupper()


def _is_name(token: Token) -> bool:
    return bool(token.is_alpha) and token.text[0].isupper()
