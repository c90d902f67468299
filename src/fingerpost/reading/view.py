"""A name on a page with what stands around it, as the rules of ``signs`` look at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Span

from fingerpost.places import normal
from fingerpost.reading.en import places as en
from fingerpost.reading.en.ordinary import ORDINARY
from fingerpost.reading.toponyms import OWNERS, Lookout, Spot


class People(NamedTuple):
    """Parts of persons' names on a page, comparable: after a title; in what the recogniser takes for persons."""

    titled: frozenset[str]
    named: frozenset[str]


class View:
    """A spot with what stands around it. Words are in lower case; empty beyond the line."""

    def __init__(self, look: Lookout, spot: Spot, people: People, ents: dict[int, Span]) -> None:
        self.look, self.spot, words = look, spot, look.lower
        self.single = spot.end - spot.start == 1
        self.starts_line, self.ends_line = spot.start in look.breaks, spot.end in look.breaks
        self.before = "" if self.starts_line else words[spot.start - 1].rstrip(".")
        self.before2 = "" if self.starts_line or spot.start - 1 in look.breaks else words[spot.start - 2]
        self.after = "" if self.ends_line else words[spot.end].rstrip(".")
        self.owner = self.after in OWNERS
        after2 = spot.end + 1
        self.after2 = words[after2] if not self.ends_line and after2 not in look.breaks else ""
        self.thing = self.after2 if self.owner else self.after
        ent = ents.get(spot.start)
        self.label = ent.label_ if ent is not None else ""
        self.wider = ent is not None and (ent.start < spot.start or _end(ent, words) > spot.end)
        self.titled = spot.form in people.titled
        self.is_person = self.titled or spot.form in people.named
        self.ordinary = self.single and spot.form in ORDINARY and not spot.regions

    @property
    def name_before(self) -> bool:
        """True where a capitalised word stands directly before that opens no sentence."""
        if self.starts_line or not self.look.words[self.spot.start - 1][0].isupper():
            return False
        token = self.look.doc[self.spot.start - 1]
        return bool(token.pos_ == "PROPN" or (token.is_upper and len(token) > 1)) and not self.in_title_case

    @property
    def name_after(self) -> bool:
        """True where a capitalised word stands directly after."""
        if self.ends_line or self.owner or not self.look.words[self.spot.end][0].isupper():
            return False
        return self.after not in en.DAYS and bool(self.look.doc[self.spot.end].is_alpha)

    @property
    def in_title_case(self) -> bool:
        """True in a headline in which every longer word has a capital."""
        block = self.look.page.block_at(self.look.offsets[self.spot.start])
        if block is None or block.kind not in ("headline", "promo"):
            return False
        long = [
            word for word in self.look.page.document.text[block.start : block.end].split() if len(word) > 4
        ]
        return sum(word[0].isupper() for word in long) > 0.8 * len(long)


def people_of(look: Lookout) -> People:
    """Give the parts of persons' names on a page."""
    named, titled = set[str](), set[str]()
    for ent in look.doc.ents:
        if ent.label_ == "PERSON":
            words = [token.text for token in ent if token.is_alpha]
            if len(words) > 1:
                named.update(map(normal, words))
    for at, word in enumerate(look.lower[:-1]):
        if look.words[at][0].isupper() and word.rstrip(".") in en.TITLES and at + 1 not in look.breaks:
            titled.update(normal(name) for name in _names_from(look, at + 1, several=word.endswith("s")))
    return People(frozenset(titled), frozenset(named))


def _names_from(look: Lookout, at: int, *, several: bool) -> Iterable[str]:
    """Yield the names after a title; after a plural ("Councillors") those of the whole list."""
    while at < len(look.words) and at not in look.breaks:
        if look.words[at][0].isupper():
            yield look.words[at]
        elif not (several and look.lower[at] in (",", "and", "&")):
            return
        at += 1


def _end(ent: Span, lower: list[str]) -> int:
    return int(ent.end) - (lower[ent.end - 1] in OWNERS)
