"""The ties of a page: which pairs of places the text says are, were or may become tied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from msgspec.structs import replace
from spacy.tokens import Span, Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.bond import Bond
from fingerpost.reading.bonds import bonds_on
from fingerpost.reading.bonds_by_country import bonds_by_country
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.civic import is_about_towns
from fingerpost.reading.dates import When
from fingerpost.reading.en import ties as en
from fingerpost.reading.foundings import Founding, foundings_on
from fingerpost.reading.model import Passage, Place, Tie, TieKind
from fingerpost.reading.named import Names
from fingerpost.reading.page import Page
from fingerpost.reading.pairing import Pairs, likeliest, pairs_of
from fingerpost.reading.tie_words import Word, words_on

PASSING_TOKENS = 30
"""A tie named within so few tokens is named in passing, and stays in focus for as many."""


ENTRY = 8
"""Tokens up to the year in a line of a list of ties: "Lahti, Finland (1987)"."""


class Ties:
    """The ties found on a page. ``ties`` has the tie in question first."""

    def __init__(
        self,
        ties: tuple[Tie, ...],
        *,
        words: dict[int, Word] | None = None,
        mentions: list[tuple[int, str]] | None = None,
        foundings: tuple[Founding, ...] = (),
    ) -> None:
        self.ties = ties
        self.by_id = {tie.id: tie for tie in ties}
        self.words = words or {}
        self.mentions = sorted(mentions or [])
        """Where the text names a tie's own words or far side: (token, tie id)."""
        self.foundings = foundings
        self._lengths = _lengths(self.mentions)
        self._word_tokens = {at for word in self.words.values() for at in range(word.start, word.end)}

    @property
    def main(self) -> Tie | None:
        """The tie the text is mostly about."""
        return self.ties[0] if self.ties else None

    def about(self, words: Token | Span) -> Tie | None:
        """Give the tie that a noun phrase ("the agreement", "its sister city") or a sentence is about.

        None where the words are about no tie, or the text does not settle which.
        """
        start, end = (words.i, words.i + 1) if isinstance(words, Token) else (words.start, words.end)
        inside = self._named_in(start, end)
        if inside:
            return inside
        if not self._word_tokens.intersection(range(start, end)):
            return None
        if isinstance(words, Token):
            right = words.right_edge.i + 1
            inside = self._named_in(end, right) if right - end < 15 else None
            if inside:
                return inside
            if words.nbor(1).lower_ in en.WITH if words.i + 1 < len(words.doc) else False:
                return None
        return self.in_focus(start)

    def in_focus(self, at: int) -> Tie | None:
        """Give the tie that the text speaks of at a token: the last named, unless it was named in passing."""
        if len(self.ties) < 2:
            return self.main
        place = bisect_right(self.mentions, (at, "~")) - 1
        if place < 0:
            return self.main
        token, tie = self.mentions[place]
        passing = self._lengths[tie] < PASSING_TOKENS < at - token
        return self.main if passing else self.by_id[tie]

    def has_word(self, start: int, end: int) -> bool:
        """Tell whether a word for ties stands between two tokens."""
        return any(at in self._word_tokens for at in range(start, end))

    def named_first(self, start: int, end: int) -> str | None:
        """Give the id of the tie named first between two tokens."""
        place = bisect_left(self.mentions, (start, ""))
        return (
            self.mentions[place][1] if place < len(self.mentions) and self.mentions[place][0] < end else None
        )

    def named_last(self, start: int, end: int) -> str | None:
        """Give the id of the tie named last between two tokens."""
        place = bisect_left(self.mentions, (end, "")) - 1
        return self.mentions[place][1] if place >= 0 and self.mentions[place][0] >= start else None

    def _named_in(self, start: int, end: int) -> Tie | None:
        found = self.named_first(start, end)
        return self.by_id[found] if found else None

    def with_ties(self, ties: tuple[Tie, ...]) -> Ties:
        """Give the same with other values for the same ties (a status, say)."""
        return Ties(ties, words=self.words, mentions=self.mentions, foundings=self.foundings)


def _lengths(mentions: list[tuple[int, str]]) -> dict[str, int]:
    """Give how many tokens lie between the first and the last mention of each tie."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, tie in mentions:
        first.setdefault(tie, at)
        last[tie] = at
    return {tie: last[tie] - at for tie, at in first.items()}


def find_ties(page: Page, atlas: Atlas, calendar: Calendar) -> Ties:
    """Find the ties of a page."""
    words = words_on(page)
    if not words:
        return Ties(())
    names, pairs = _found(page, atlas, words)
    if not pairs and atlas.implied:
        names, pairs = _found(page, atlas, words, every=True)
    if not pairs:
        return Ties((), words=words if any(word.strong for word in words.values()) else None)
    drafts = _ranked(page, names, pairs, words)
    ties = Ties(tuple(drafts), words=words, mentions=_mentions(names, drafts, pairs))
    return _with_foundings(page, calendar, ties)


def _found(page: Page, atlas: Atlas, words: dict[int, Word], *, every: bool = False) -> tuple[Names, Pairs]:
    """Give the names and the tied pairs of a page; with ``every``, any town that a body's name implies may be one."""
    names = Names(page, atlas, every=every)
    bonds = list(bonds_on(page, names, words))
    if not is_about_towns(page, words, bonds):
        return names, {}
    known = {bond.partner.place.country for bond in bonds} | {
        bond.home.place.country for bond in bonds if bond.home
    }
    bonds += bonds_by_country(page, atlas, names, words, known)
    pairs = pairs_of(page, atlas, names, bonds)
    return names, pairs or pairs_of(page, atlas, names, likeliest(page, atlas, names, words))


def _ranked(page: Page, names: Names, pairs: Pairs, words: dict[int, Word]) -> list[Tie]:
    counts = Counter(named.place.id for named in names.all)
    order = sorted(pairs, key=lambda key: (-min(counts[key[0]], counts[key[1]]), pairs[key][0][0].at))
    return [_tie(page, f"t{number}", pairs[key], words) for number, key in enumerate(order, 1)]


def _tie(page: Page, key: str, bonds: list[tuple[Bond, Place, Place]], words: dict[int, Word]) -> Tie:
    first = min(bonds, key=lambda item: item[0].at)
    named = [bond.word for bond, _, _ in bonds if bond.word.kind] or _strong(words) or [first[0].word]
    kind: TieKind = named[0].kind or en.KINDS.get(page.lower[named[0].start], "other")  # type: ignore[assignment]
    passages: dict[Passage, None] = {}
    for bond, _, _ in sorted(bonds, key=lambda item: item[0].at):
        passages[page.sentence(page.doc[bond.at])] = None
    return Tie(
        id=key,
        places=(bonds[0][1].id, bonds[0][2].id),
        kind=kind,
        label=page.doc[named[0].start : named[0].name_end].text,
        status_after="unchanged",
        passages=tuple(passages),
        why=first[0].why,
    )


def _strong(words: dict[int, Word]) -> list[Word]:
    counts = Counter(word.kind for word in words.values() if word.strong)
    kind = max(counts, key=lambda kind: counts[kind], default=None)
    return [word for word in words.values() if word.strong and word.kind == kind]


def _mentions(names: Names, ties: list[Tie], pairs: Pairs) -> list[tuple[int, str]]:
    """Give the tokens that point at one tie: its own words, and the names of a place that only it has."""
    sides = Counter(place for tie in ties for place in tie.places)
    only = {place: tie.id for tie in ties for place in tie.places if sides[place] == 1}
    by_pair = {tie.places: tie.id for tie in ties}
    found = [(named.start, only[named.place.id]) for named in names.all if named.place.id in only]
    found += [
        (bond.word.start, by_pair[_key(by_pair, key)]) for key, bonds in pairs.items() for bond, _, _ in bonds
    ]
    return found


def _key(by_pair: dict[tuple[str, str], str], key: tuple[str, str]) -> tuple[str, str]:
    return key if key in by_pair else key[::-1]


def _focus(ties: Ties, at: int) -> str | None:
    tie = ties.in_focus(at)
    return tie.id if tie else None


def _with_foundings(page: Page, calendar: Calendar, ties: Ties) -> Ties:
    lower = page.lower

    def tie_at(sent: Span, when: When, why: str) -> str | None:
        if why == "dated-tie":
            phrase = ties.named_first(when.end, min(sent.end, when.end + 8)) if when.end < sent.end else None
            return phrase or ties.named_last(sent.start, when.start) or _focus(ties, when.start)
        before = range(sent.start, when.start)
        speaks = (
            why == "since-noted"
            or (why == "year-noted" and when.end - sent.start < ENTRY)
            or ties.has_word(sent.start, sent.end)
            or any(lower[at] in en.JOINING | en.PAPERS for at in before)
        )
        if not speaks and not en.ANAPHORS.intersection(lower[sent.start : sent.start + 4]):
            return None
        named = ties.named_last(sent.start, when.start) or ties.named_first(when.end, sent.end)
        return named or _focus(ties, when.start)

    foundings = tuple(foundings_on(page, calendar, tie_at))
    first: dict[str, Founding] = {}
    for founding in sorted(foundings, key=lambda founding: founding.weak):
        first.setdefault(founding.tie, founding)
    dated = tuple(replace(tie, since=first[tie.id].date) if tie.id in first else tie for tie in ties.ties)
    return Ties(dated, words=ties.words, mentions=ties.mentions, foundings=foundings)
