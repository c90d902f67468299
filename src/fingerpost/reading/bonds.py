"""Where a page ties places together: the words that do it, and the places on either side of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.en import ties as en
from fingerpost.reading.homes import has_council
from fingerpost.reading.model import TieKind
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page

REACH = 12
"""How many tokens a tie word may stand before the "with" that names its other side."""


class Word(Struct, frozen=True):
    """Words that name a tie: tokens ``start`` to ``end``. ``kind`` is None where only the noun is known.

    ``name_end`` leaves out a closing noun: "sister city" of "sister city agreement".
    """

    start: int
    end: int
    name_end: int
    kind: TieKind | None
    strong: bool


class Bond(Struct, frozen=True):
    """Words that tie two sides. ``home`` is None where they leave it to the reader."""

    at: int
    word: Word
    partner: Named
    home: Named | None
    why: str
    by_pronoun: bool = False
    """True where "its" or "their" stands for the home, which is then the subject of the clause at best."""


def words_on(page: Page) -> dict[int, Word]:
    """Give the words of ties on a page by their first token; empty where the page has no strong one."""
    found: dict[int, Word] = {}
    lower = page.lower
    strong, last = False, 0
    for at, word in enumerate(lower):
        pair = _pair(page, at)
        if pair:
            found[at], strong = pair, True
        elif _foreign_side(page, at):
            found[at], strong = (
                Word(at, at + 1, at + 1, "sister_city" if "sister" in word else "twin_town", True),
                True,
            )
        elif word in en.STRONG_ALONE:
            found[at], strong = Word(at, _past_relation(lower, at + 1), at + 1, "twin_town", True), True
        elif (word in en.RELATION or word in en.SIDES) and at >= last:
            found[at] = Word(at, at + 1, at + 1, None, False)
        last = found[at].end if at in found else last
    return found if strong else {}


def _foreign_side(page: Page, at: int) -> bool:
    """True for "Chinese sister" and "French twin" on a page that has a council."""
    lower, doc = page.lower, page.doc
    if (
        lower[at] not in en.SISTERS
        or at == 0
        or not doc[at - 1].text[0].isupper()
        or doc[at - 1].tag_ != "JJ"
    ):
        return False
    return not (at + 1 < len(lower) and doc[at + 1].pos_ in {"NOUN", "PROPN"}) and "council" in lower


def _pair(page: Page, at: int) -> Word | None:
    lower = page.lower
    if lower[at] not in _FIRSTS or at + 1 >= len(lower):
        return None
    second = at + 2 if lower[at + 1] == "-" and at + 2 < len(lower) else at + 1
    kind = en.STRONG.get((lower[at], lower[second]))
    # "Twin Cities" with capitals is the name of a place.
    if kind is None or (kind == "twin_town" and page.doc[second].text == "Cities"):
        return None
    end = second if lower[second] in en.WITH else second + 1
    return Word(at, _past_relation(lower, end), end, kind, True)  # type: ignore[arg-type]


def _past_relation(lower: list[str], at: int) -> int:
    return at + 1 if at < len(lower) and lower[at] in en.RELATION else at


_FIRSTS = frozenset(first for first, _ in en.STRONG)


def _bare(at: int) -> Word:
    return Word(at, at + 1, at + 1, None, False)


class Bonds:
    """Finds the bonds of a page, sentence by sentence."""

    def __init__(self, page: Page, names: Names, words: dict[int, Word]) -> None:
        self.page = page
        self.names = names
        self.words = words
        self._word_at = {token: word for word in words.values() for token in range(word.start, word.end)}

    def find(self) -> Iterator[Bond]:
        """Yield the bonds in text order within each rule."""
        for sent in self.page.sents:
            start, end = sent.start, sent.end
            if not any(self.names.at(at) for at in range(start, end)):
                continue
            for at in range(start, end):
                yield from self._joined(at, start, end)
                word = self.words.get(at)
                if word:
                    yield from self._called(word, start, end)
            yield from self._society(start, end)
            yield from self._signatories(start, end)
            yield from self._heading(start, end)

    # "with P", "to P", "between A and B"

    def _joined(self, at: int, start: int, end: int) -> Iterator[Bond]:
        lower = self.page.lower
        if lower[at] == en.BETWEEN:
            yield from self._between(at, start, end)
        if lower[at] not in en.WITH:
            return
        partners = self._places(at + 1, end)
        word = self._word_before(at, start) if partners else None
        if not word:
            return
        home = self._owner(word.start, start) or self._subject(word.start, start)
        for partner in partners:
            yield Bond(at, word, partner, home, "tie-with", self._by_pronoun(word.start, start))

    def _between(self, at: int, start: int, end: int) -> Iterator[Bond]:
        sides = self._places(at + 1, end)
        word = self._word_before(at, start)
        if len(sides) == 2 and word:
            yield Bond(at, word, sides[1], sides[0], "tie-between")

    def _word_before(self, at: int, start: int) -> Word | None:
        """Give the tie word that governs a preposition: the nearest noun or joining verb before it."""
        lower, doc = self.page.lower, self.page.doc
        for back in range(at - 1, max(start, at - REACH) - 1, -1):
            word = self._word_at.get(back)
            if word:
                return word
            if lower[back] in en.JOINING:
                return _bare(back)
            if lower[back] in en.PRO_RELATION:
                return _bare(back)
            if lower[back] in en.TALKS:
                return _bare(back) if self._strong_in(start, doc[at].sent.end) else None
            if doc[back].pos_ in {"NOUN", "VERB"} and not self._is_aside(back):
                return None
            if lower[back] in {".", ";"}:
                return None
        return None

    def _is_aside(self, at: int) -> bool:
        """True for the words of a date, a participle or a place that stand between a noun and its "with"."""
        token = self.page.doc[at]
        return token.ent_type_ in {"DATE", "TIME", "CARDINAL", "GPE", "NORP"} or token.tag_ in {"VBN", "VBD"}

    def _strong_in(self, start: int, end: int) -> bool:
        return any(word.strong and start <= word.start < end for word in self.words.values())

    # "its sister city, P", "P as a sister city", "sister city of P", "P's sister city", "the P agreement"

    def _called(self, word: Word, start: int, end: int) -> Iterator[Bond]:
        lower = self.page.lower
        side = (word.strong and word.end == word.name_end) or lower[word.start] in en.SIDES
        owner = self._owner(word.start, start)
        if side:
            yield from self._named_side(word, owner, start, end)
        compound = self.names.ending(word.start)
        related = lower[word.end - 1] in en.RELATION and not self.page.doc[word.end - 1].text.istitle()
        if compound and related and compound is not owner and compound.start >= start:
            yield Bond(word.start, word, compound, None, "place-tie")

    def _named_side(self, word: Word, owner: Named | None, start: int, end: int) -> Iterator[Bond]:
        lower = self.page.lower
        at = word.end
        if at < end and lower[at] == en.OF:
            home = owner or self._subject(word.start, start)
            for partner in self._places(at + 1, end):
                yield Bond(word.start, word, partner, home, "sister-of")
            return
        at = self._past_place_phrase(at, end)
        passed = at
        while passed < end and lower[passed] in en.AMONG:
            passed += 1
        for partner in self._places(passed, end) if passed > at or at == word.end else []:
            home = owner or self._subject(word.start, start)
            yield Bond(word.start, word, partner, home, "sister-named", self._by_pronoun(word.start, start))
        before = self._as_before(word.start, start)
        if before:
            yield Bond(word.start, word, before, owner, "as-sister")
        yield from self._two_sides(word, start)

    def _past_place_phrase(self, at: int, end: int) -> int:
        """Step over "in Europe", "abroad" and a closing tie noun ("sister city agreements")."""
        lower = self.page.lower
        if at < end and lower[at] in en.IN:
            after = at + 1
            while (
                after < end
                and after - at < 5
                and (lower[after] in en.FILLERS or self.page.doc[after].pos_ == "PROPN")
            ):
                after += 1
            if after < end and lower[after] in en.AMONG:
                return after
        if at < end and lower[at] in {"abroad", "overseas"}:
            return at + 1
        return at

    def _as_before(self, at: int, start: int) -> Named | None:
        """Give P of "P as a sister city" and of "P, a sister city"."""
        lower = self.page.lower
        back = at - 1
        while back > start and (
            lower[back] in en.FILLERS or self.page.doc[back].pos_ in {"ADJ", "DET", "NUM"}
        ):
            back -= 1
        if back > start and lower[back] == en.AS:
            return self._place_back(back, start)
        return None

    def _place_back(self, end: int, start: int) -> Named | None:
        """Give the place whose naming, with what says where it lies, ends before token ``end``."""
        lower = self.page.lower
        found = None
        for back in range(end - 1, max(start, end - 9) - 1, -1):
            named = self.names.at(back)
            if named and named.place.kind != "country":
                found = named
            elif not named and lower[back] not in {",", "in", "province"} and lower[back] not in en.FILLERS:
                break
        return found

    def _two_sides(self, word: Word, start: int) -> Iterator[Bond]:
        """Read "A and B became sister cities"."""
        lower, doc = self.page.lower, self.page.doc
        start = self._clause_start(start)
        back = word.start - 1
        while back > start and (
            doc[back].pos_ in {"AUX", "ADV", "VERB", "DET", "NUM", "ADJ"} or lower[back] == ","
        ):
            back -= 1
        second = self._place_back(back + 1, start) if self.names.at(back) else None
        if not second or second.start <= start + 1 or lower[second.start - 1] not in en.AND:
            return
        first = self._place_back(second.start - 1, start)
        if first:
            yield Bond(word.start, word, second, first, "both-sisters")

    def _clause_start(self, start: int) -> int:
        """Give the start of a sentence that the parser broke off inside a list of names."""
        for back in range(start - 1, max(0, start - 6) - 1, -1):
            if not (self.page.doc[back].text[0].isalnum() or self.page.lower[back] in {",", "and"}):
                return back + 1
        return max(0, start - 5)

    # "Missoula–Kazan Sister City Association"

    def _society(self, start: int, end: int) -> Iterator[Bond]:
        lower = self.page.lower
        for at in range(start, end - 2):
            first = self.names.at(at)
            if (
                not first
                or first.start != at
                or first.end + 1 >= end
                or lower[first.end] not in (en.DASHES | en.AND)
            ):
                continue
            second = self.names.at(first.end + 1)
            if not second:
                continue
            tail = lower[second.end : second.end + 4]
            titled = second.end < end and self.page.doc[second.end].text[0].isupper()
            opens = at == start and lower[first.end] in en.DASHES and tail[:1] in (["("], ["."], [":"])
            word = next(
                (
                    word
                    for token in range(second.end, min(end, second.end + 4))
                    if (word := self._word_at.get(token))
                ),
                None,
            )
            if (titled and en.SOCIETIES.intersection(tail)) or opens:
                yield Bond(at, word or _bare(first.start), second, first, "society-of-both")

    # "the mayors of Whitehaven and Kołobrzeg signed a new twinning charter"

    def _signatories(self, start: int, end: int) -> Iterator[Bond]:
        lower = self.page.lower
        for at in range(start, end - 2):
            first = self.names.at(at)
            if not first or first.start != at or first.end + 1 >= end or lower[first.end] not in en.AND:
                continue
            second = self.names.at(first.end + 1)
            if not second or second.start != first.end + 1:
                continue
            after = self._past_container(second.end, end)
            signs = any(word in en.SIGNING for word in lower[after : after + 3])
            word = next(
                (word for token in range(after, min(end, after + 12)) if (word := self._word_at.get(token))),
                None,
            )
            if signs and word:
                yield Bond(at, word, second, first, "both-signed")

    # "(b) Sopron, Hungary" over the lines about a charter

    def _heading(self, start: int, end: int) -> Iterator[Bond]:
        named = next(
            (named for at in range(start, min(end, start + 4)) if (named := self.names.at(at))), None
        )
        if named is None or end - start > 10 or self._past_container(named.end, end) < end - 1:
            return
        ahead = range(end, min(end + 30, len(self.page.lower)))
        word = next((word for at in ahead if (word := self._word_at.get(at))), None)
        if word and not any(self.names.at(at) for at in range(end, word.start)):
            yield Bond(word.start, word, named, None, "under-heading")

    # the sides

    def _places(self, at: int, end: int) -> list[Named]:
        """Give the places of a list that begins at a token: "Leiden in Holland and Jinhua in China"."""
        found: list[Named] = []
        lower = self.page.lower
        while at < end:
            named = self.names.at(at) if found else self._place_on(at, end)
            if not named or named.start < at:
                named = (
                    self._place_on(at, end) if lower[at - 1] in en.AND or lower[at - 1] in en.WITH else None
                )
            if not named:
                break
            found.append(named)
            at = self._past_container(named.end, end)
            if (
                at < end
                and lower[at] == ","
                and at + 1 < end
                and (lower[at + 1] in en.AND or self.names.at(at + 1))
            ):
                at += 1
            elif at >= end or lower[at] not in en.AND:
                break
            if at < end and lower[at] in en.AND:
                at += 1
            if at < end and lower[at] in en.WITH:
                at += 1
        return found

    def _place_on(self, at: int, end: int) -> Named | None:
        """Give the place that heads the noun phrase beginning at a token, if one does."""
        lower, doc = self.page.lower, self.page.doc
        for here in range(at, min(end, at + 8)):
            named = self.names.at(here)
            if named and named.start == here:
                after = named.end
                if after < end and lower[after] in en.POSSESSIVE:
                    return None
                if named.place.kind == "country" and after < end and lower[after] not in {",", "and", "."}:
                    continue
                modifies = after < end and doc[after].pos_ == "NOUN" and doc[after].text not in en.SUFFIXES
                return None if modifies and not self._word_at.get(after) else named
            if lower[here] in en.FILLERS or doc[here].ent_type_ == "NORP" or doc[here].tag_ in {"JJ", "NNP"}:
                continue
            return None
        return None

    def _past_container(self, at: int, end: int) -> int:
        """Step over what says where a place lies: ", Russia", "in northern Chile", "(sister city)"."""
        lower = self.page.lower
        if at < end and lower[at] == "(":
            close = next((here for here in range(at, min(end, at + 8)) if lower[here] == ")"), at - 1)
            return close + 1
        if at + 1 < end and lower[at] in {",", "in"}:
            here = at + 1
            while here < end and here - at < 6 and lower[here] in en.FILLERS:
                here += 1
            named = self.names.at(here)
            if named and (lower[at] == "in" or named.place.kind in {"country", "admin1", "admin2"}):
                return self._past_container(named.end, end)
            if lower[at] == "in" and here < end and self.page.doc[here].pos_ == "PROPN":
                while here < end and self.page.doc[here].pos_ == "PROPN":
                    here += 1
                return here
        return at

    def _owner(self, at: int, start: int) -> Named | None:
        """Give A of "A's (35-year-old Russian sister city) agreement", whose tie word begins at a token."""
        lower, doc = self.page.lower, self.page.doc
        for back in range(at - 1, max(start, at - 10) - 1, -1):
            if lower[back] in en.POSSESSIVE and back > start:
                return self.names.at(back - 1)
            if lower[back] in en.RELATIVE:
                return self._place_back(back - 1 if lower[back - 1] == "," else back, start)
            if doc[back].pos_ not in {"ADJ", "NUM", "NOUN", "PUNCT", "PROPN", "VERB", "ADV"} or lower[
                back
            ] in {",", "."}:
                return None
        return None

    def _by_pronoun(self, at: int, start: int) -> bool:
        return any(word in en.PRONOUN_OWNERS for word in self.page.lower[max(start, at - 5) : at])

    def _subject(self, at: int, start: int) -> Named | None:
        """Give the place that a clause about a tie is about: its subject, or a place "in" which it opens."""
        doc, lower = self.page.doc, self.page.lower
        verb = doc[at]
        for _ in range(6):
            subjects = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
            for subject in subjects:
                if subject.lower_ in en.RELATIVE:
                    subject = verb.head
                for token in range(subject.i, max(subject.left_edge.i, subject.i - 6) - 1, -1):
                    named = self.names.at(token)
                    if lower[token] in en.DASHES and subject.i - token > 1:
                        break
                    if named and doc[named.end].text not in en.TOWNS:
                        return self._council_between(named, at) or named
                named = self._of_subject(subject.i)
                if named:
                    return named
            if verb.head == verb:
                break
            verb = verb.head
        for token in range(start, min(start + 4, at)):
            if lower[token] in en.CONCERNING:
                return self._place_on(token + 1, at)
        return None

    def _council_between(self, named: Named, at: int) -> Named | None:
        """Give the place of a council named nearer to the tie word than the subject is."""
        near = [
            here
            for back in range(named.end, at)
            if (here := self.names.at(back)) and has_council(self.page, here)
        ]
        return near[-1] if near else None

    def _of_subject(self, at: int) -> Named | None:
        """Give P of a subject "the City of P" or "Members of the P County Assembly"."""
        lower = self.page.lower
        if at + 2 < len(lower) and lower[at + 1] == en.OF:
            return self.names.at(at + 2) or self.names.at(at + 3)
        return None
