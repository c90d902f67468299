"""The places on either side of the words of a tie: lists after them, owners and subjects before them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.en import ties as en
from fingerpost.reading.en.places import DECIDED
from fingerpost.reading.homes import has_council
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page
from fingerpost.reading.tie_words import Word

PHRASE = 8
"""Longest stretch of tokens before a place's name inside its noun phrase."""
CLIMB = 6
"""How many heads above a tie word its subject is looked for."""
LONGEST_LIST = 30
LONGEST_STRETCH = 300
"""How many tokens sentences are mended to at most."""


def stretches(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a page as tokens, half-open, mended where the parser broke a list or after a colon."""
    start = None
    for sent in page.sents:
        if start is None:
            start, end = sent.start, sent.end
        elif sent.start == end and end - start < LONGEST_STRETCH and _goes_on(page, end):
            end = sent.end
        else:
            yield start, end
            start, end = sent.start, sent.end
    if start is not None:
        yield start, end


def _goes_on(page: Page, at: int) -> bool:
    """True where a sentence breaks off before token ``at`` without a stop, within one line."""
    last = page.doc[at - 1]
    if last.is_space or not (last.text[-1].isalnum() or last.text in en.OPEN_ENDS):
        return False
    block, following = page.block_at(last.idx), page.block_at(page.doc[at].idx)
    return block is not None and block == following


class Sides:
    """Finds places by where they stand in a sentence."""

    def __init__(self, page: Page, names: Names, words: dict[int, Word]) -> None:
        self.page = page
        self.names = names
        self.word_at = {token: word for word in words.values() for token in range(word.start, word.end)}

    def list_from(self, at: int, end: int, *, over: frozenset[str] = en.WITH) -> list[Named]:
        """Give the places of a list that begins at a token: "Leiden in Holland and Jinhua in China"."""
        found: list[Named] = []
        lower = self.page.lower
        named = self.phrase(at, end)
        parted = False
        while named and len(found) < LONGEST_LIST:
            found.append(named)
            after = at = self.past_container(named.end, end)
            joined = False
            if at < end and lower[at] == ";" and after == named.end and not parted:
                break
            while at < end and (lower[at] in en.LISTING or lower[at] in over):
                joined = joined or lower[at] in en.AND or lower[at] == en.WELL
                parted = parted or lower[at] == ";"
                at += 1
            if at >= end or at == after:
                break
            direct = self.names.at(at)
            named = direct if direct and direct.start == at and self._stands(direct, end) else None
            if named is None and joined:
                named = self.phrase(at, end)
            broken = lower[after] == "," or lower[after - 1].isdigit()  # ", and P is"; "since 1986 and P is"
            if named and (joined or lower[at - 1] in en.AS) and broken and self._acts(named, end):
                break
        return found

    def phrase(self, at: int, end: int) -> Named | None:
        """Give the place that heads the noun phrase beginning at a token, if one does."""
        lower, doc = self.page.lower, self.page.doc
        for here in range(at, min(end, at + PHRASE)):
            named = self.names.at(here)
            if named and named.start == here:
                if (
                    named.place.kind == "country"
                    and named.end < end
                    and doc[named.end].pos_ in {"NOUN", "PROPN", "ADJ"}
                ):
                    continue
                return named if self._stands(named, end) and not self._is_surname(named, at) else None
            if lower[here] in en.FILLERS or doc[here].ent_type_ == "NORP" or doc[here].tag_ in {"JJ", "NNP"}:
                continue
            return None
        return None

    def _is_surname(self, named: Named, at: int) -> bool:
        """True where a first name stands before: "her Japanese counterpart, Kenji Amano"."""
        before = self.page.doc[named.start - 1]
        if named.start <= at or before.tag_ != "NNP" or before.ent_type_ == "NORP":
            return False
        return before.is_title and before.lower_ not in en.FILLERS and self.names.at(before.i) is None

    def stranger(self, at: int, start: int) -> bool:
        """True where the clause is about a town that no gazetteer knows: "nearby Haesong said it will sign"."""
        verb = self.page.doc[at]
        for _ in range(CLIMB):
            for who in verb.lefts:
                if who.dep_ in {"nsubj", "nsubjpass"} and who.pos_ != "PRON":
                    nearby = any(c.lower_ in en.NEARBY for c in who.children)
                    return who.pos_ == "PROPN" and nearby and self.names.at(who.i) is None
            if verb.head == verb or verb.head.i < start:
                return False
            verb = verb.head
        return False

    def _stands(self, named: Named, end: int) -> bool:
        """True where the name is a noun phrase of its own, and neither an owner nor a modifier."""
        after = self.page.doc[named.end] if named.end < end else None
        if after is None:
            return True
        if after.lower_ in en.POSSESSIVE:
            return False
        if after.lower_ == en.MAYOR and after.nbor(1).text[:1].isupper():
            return True  # "signed an agreement with Vilnius mayor Ona P."
        return after.pos_ != "NOUN" or after.text in en.SUFFIXES or after.i in self.word_at

    def _acts(self, named: Named, end: int) -> bool:
        """True where the name is the subject of a clause of its own: ", and St Davids is twinned"."""
        after = self.past_container(named.end, end)
        return after < end and self.page.doc[after].tag_ in {"VBZ", "VBD", "VBP", "MD"}

    def past_container(self, at: int, end: int) -> int:
        """Step over what says where a place lies, or since when: ", Russia", "in Chile", "(Japan, 1975)"."""
        lower = self.page.lower
        if at < end and lower[at] == "(":
            close = next((here for here in range(at, min(end, at + 12)) if lower[here] == ")"), at - 1)
            return close + 1
        since = at + (at < end and lower[at] == ",")
        if since + 1 < end and lower[since] == "since" and lower[since + 1].isdigit():
            return since + 2
        if at + 1 < end and lower[at] in {",", "in", "near"}:
            if lower[at] == "," and lower[at + 1] in {"in", "near"}:
                past = self.past_container(at + 1, end)
                return past if past > at + 1 else at
            here = at + 1
            while here < end and here - at < 6 and lower[here] in en.FILLERS:
                here += 1
            named = self.names.at(here)
            if named and (lower[at] != "," or named.place.kind in {"country", "admin1", "admin2"}):
                return self.past_container(named.end, end)
            if lower[at] == "in" and here < end and self.page.doc[here].pos_ == "PROPN":
                while here < end and self.page.doc[here].pos_ == "PROPN":
                    here += 1
                return here
        return at

    def back_from(self, end: int, start: int) -> Named | None:
        """Give the place whose naming, with what says where it lies, ends before token ``end``."""
        found = None
        for back in range(end - 1, max(start, end - PHRASE - 1) - 1, -1):
            named = self.names.at(back)
            if named and named.place.kind != "country":
                found = named
            elif not named and not self.fills(back):
                break
        return found

    def fills(self, at: int) -> bool:
        """True for words that may stand between a place's name and the words around ("and the Czech city of")."""
        text = self.page.lower[at]
        return text in {",", "in", "province"} or text in en.FILLERS or self.page.doc[at].ent_type_ == "NORP"

    def list_before(self, end: int, start: int) -> list[Named]:
        """Give the places of a list that ends before token ``end``: "Metz, Kiel and Lviv" of "... are its twins"."""
        found: list[Named] = []
        lower, at = self.page.lower, end - 1
        while at >= start and len(found) < LONGEST_LIST:
            named = self.names.at(at)
            if named:
                if named.place.kind in {"populated", "admin2", "other"}:
                    found.append(named)
                at = named.start - 1
            elif self.fills(at) or lower[at] in en.LISTING:
                at -= 1
            else:
                break
        return found[::-1]

    def owner(self, at: int, start: int) -> Named | None:
        """Give A of "A's (35-year-old Russian sister city) agreement", whose tie word begins at a token."""
        lower, doc = self.page.lower, self.page.doc
        for back in range(at - 1, max(start, at - 10) - 1, -1):
            if lower[back] in en.POSSESSIVE and back > start:
                return self.names.at(back - 1)
            if lower[back] in en.RELATIVE:
                return self.back_from(back - 1 if lower[back - 1] == "," else back, start)
            if lower[back] in en.PRONOUN_OWNERS and back > start and lower[back - 1] in en.AND:
                return self.back_from(back - 1, start)
            if lower[back] in {",", "."} or doc[back].pos_ not in _MODIFIERS:
                return None
        return None

    def by_pronoun(self, at: int, start: int) -> bool:
        """True where "its" or "their" stands before a tie word."""
        return any(word in en.PRONOUN_OWNERS for word in self.page.lower[max(start, at - 5) : at])

    def subject(self, at: int, start: int) -> Named | None:
        """Give the place that a clause about a tie is about: its subject, or a place "in" which it opens."""
        doc, lower = self.page.doc, self.page.lower
        if beside := self._beside(at, start):
            return beside
        verb = doc[at]
        for _ in range(CLIMB):
            for child in verb.lefts:
                if child.dep_ in {"nsubj", "nsubjpass"}:
                    found = self._in_subject(verb.head if child.lower_ in en.RELATIVE else child, at)
                    if found:
                        return found
            if verb.dep_ == "acl" and (named := self.names.at(verb.head.i)):
                return named
            if verb.dep_ == "acl" and verb.head.lower_ in en.TOWNS and verb.head.left_edge.i - 1 > start:
                return self.back_from(verb.head.left_edge.i - 1, start)
            if verb.head == verb:
                break
            verb = verb.head
        for token in range(start, min(start + 4, at)):
            if lower[token] in en.CONCERNING:
                found = self.phrase(token + 1, at)
                if found and _is_side(found):
                    return found
        return self._opening(at, start)

    def _beside(self, at: int, start: int) -> Named | None:
        """Give P of "P, the German town twinned with"."""
        lower, doc, back = self.page.lower, self.page.doc, at - 1
        while back > start and (
            lower[back] in en.FILLERS or doc[back].ent_type_ == "NORP" or doc[back].pos_ == "ADJ"
        ):
            back -= 1
        if back > start and lower[back] == "," and en.TOWNS.intersection(lower[back + 1 : at]):
            return self.back_from(back, start)
        return None

    def _opening(self, at: int, start: int) -> Named | None:
        """Give P of "Tartu ended its agreement", whatever the parser makes of the name; or of "on behalf of P"."""
        lower = self.page.lower
        named = self.names.starting(start)
        if named and _is_side(named) and named.end < at and lower[named.end] in DECIDED:
            return named
        end = self.page.doc[at].sent.end
        for token in range(start, end - 2):
            if lower[token] == en.BEHALF and lower[token + 1] == en.OF:
                return self.phrase(token + 2, end)
        return None

    def _in_subject(self, subject: Token, at: int) -> Named | None:
        """Give the place in a subject, nearest to its head: "the Pueblo City Council", "members of the P council"."""
        lower, doc = self.page.lower, self.page.doc
        for token in range(subject.i, max(subject.left_edge.i, subject.i - 6) - 1, -1):
            named = self.names.at(token)
            if lower[token] in en.DASHES and subject.i - token > 1:
                break
            if named and self._is_region_of(named, subject):
                continue
            if named and _is_side(named) and (named.end >= len(doc) or doc[named.end].text not in en.TOWNS):
                return self._council_between(named, at) or named
        for token in range(subject.i + 1, min(at, subject.right_edge.i + 1)):
            named = self.names.starting(token)
            if named and en.OF in lower[max(0, token - 2) : token]:
                return named
        return None

    def _is_region_of(self, named: Named, subject: Token) -> bool:
        """True for the first word of "Yorkshire's biggest city": where the town lies, not the town."""
        if self.page.lower[named.end] not in en.POSSESSIVE or subject.lower_ not in en.TOWNS:
            return False
        return named.place.kind != "populated" or any(c.tag_ == "JJS" for c in subject.children)

    def _council_between(self, named: Named, at: int) -> Named | None:
        """Give the place of a council named nearer to the tie word than the subject is."""
        near = [self.names.at(back) for back in range(named.end, at)]
        councils = [here for here in near if here and has_council(self.page, here)]
        return councils[-1] if councils else None


def _is_side(named: Named) -> bool:
    return named.place.kind != "country"


_MODIFIERS = frozenset({"ADJ", "NUM", "NOUN", "PUNCT", "PROPN", "VERB", "ADV"})
