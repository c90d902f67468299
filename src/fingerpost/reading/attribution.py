"""Whose words they are: the cue beside words in marks, and what stands in for one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.en.cast import FIRST_PERSON
from fingerpost.reading.frames import Frame, Piece
from fingerpost.reading.papers import Papers
from fingerpost.reading.speakers import Speakers

REACH = 10
"""How far "in the words of" may stand before the marks, in tokens."""


class Source(Struct):
    """Who speaks, and the tokens that say so. ``actor`` None: a cue is there, its subject is not settled."""

    actor: str | None
    cue: int
    words: int
    """Token of the words that name the speaker; equals ``cue`` where there are none."""
    why: str

    def again(self, why: str) -> Source:
        """Give the same speaker for further words."""
        return Source(self.actor, self.cue, self.words, why)


class Attribution:
    """Finds sources on one page."""

    def __init__(self, columns: Columns, cast: Cast) -> None:
        self.columns = columns
        self.speakers = Speakers(columns, cast)
        self.papers = Papers(columns, self.speakers)

    def source(self, frame: Frame, piece: Piece) -> Source | None:
        """Give the source that the frame names for a piece; None where it has no cue."""
        before = [i for i in frame.outside if i < piece.first]
        after = [i for i in frame.outside if i >= piece.last]
        if words_of := self._words_of(before):
            return words_of
        left = self._nearest(reversed(before), piece)
        right = self._after(frame, piece, after)
        if left and right and right.actor:
            own = self._own(frame, piece, before)
            if own or not left.actor:
                return right
        if left and (left.actor or not right):
            return left
        return right or self._according(frame) or self._colon(before) or left

    def _after(self, frame: Frame, piece: Piece, after: list[int]) -> Source | None:
        """Give the source of a cue after a piece: beside it, or set off by a comma at the end of the sentence."""
        found = self._nearest(iter(after), piece)
        if found is None:
            return None
        columns = self.columns
        between = [i for i in after if i < min(found.cue, found.words)]
        if not between:
            return found
        if self._of_next(frame, piece, found) and columns.text[between[0]] != ",":
            return None
        comma = max((i for i in between if columns.text[i] == ","), default=None)
        opening = columns.low[comma + 1] if comma is not None else columns.low[between[0]]
        if opening in speech.LEADS_ON or (comma is None and piece.text[-1:] not in ",.?!…"):
            return None
        return found

    def _of_next(self, frame: Frame, piece: Piece, found: Source) -> bool:
        """Tell whether a cue leads on to the next words in marks: "... and answered, “Then come”"."""
        following = next((other for other in frame.pieces if other.first > found.cue), None)
        own = piece.text[-1:] in ",?!" and piece.text[:1].isupper()
        return following is not None and not own and self.columns.text[following.first - 2] in ",:"

    def _own(self, frame: Frame, piece: Piece, before: list[int]) -> bool:
        """Tell whether the piece is a sentence of its own that its cue follows."""
        if not before:
            return True
        last = self.columns.text[before[-1]]
        return (
            piece.text[-1:] in ",?!"
            and piece.text[:1].isupper()
            and last not in ",:"
            and not self._cue(before[-1])
        )

    def _cue(self, i: int) -> bool:
        columns = self.columns
        if columns.lemma[i] in speech.PHRASAL:
            particle, after = columns.low_at(i + 1), columns.low_at(i + 2)
            return particle == speech.PHRASAL[columns.lemma[i]] and not after[:1].isalnum()
        if columns.low[i] in speech.SURE_CUES:
            return True
        if columns.pos[i] not in ("VERB", "AUX") or columns.lemma[i] not in speech.SAY:
            return False
        return columns.lemma[i] not in speech.WEAK or not self._has_object(i)

    def _has_object(self, verb: int) -> bool:
        """Tell whether a verb has a thing as its object, outside marks: "conclude an agreement"."""
        marks = self.columns.in_marks
        return any(
            child.dep_ == "dobj" and not marks[child.i] for child in self.columns.tokens[verb].children
        )

    def _nearest(self, order: Iterator[int], piece: Piece) -> Source | None:
        """Give the first cue of ``order`` with its speaker; else the first cue."""
        first: Source | None = None
        for i in order:
            if self._cue(i):
                found = self._speaker(i, piece)
                if self.columns.low[found.words] in FIRST_PERSON:
                    continue
                if found.actor:
                    return found
                if first is None and found.words != found.cue:
                    first = found
        return first

    def _speaker(self, verb: int, piece: Piece) -> Source:
        """Give the source whose verb is the cue."""
        subject = self.speakers.speaker(verb, piece.first)
        if subject is None:
            return Source(None, verb, verb, "cue")
        actor = self.speakers.named(subject) or self.papers.author(subject)
        if actor is None and self.columns.low[subject] in speech.PAPER_PRONOUNS:
            actor = self.papers.before(subject)
        return Source(actor, verb, subject, "cue")

    def _words_of(self, before: list[int]) -> Source | None:
        """Give the source of "in the words of X," right before the marks."""
        columns = self.columns
        for at in range(max(0, len(before) - REACH), len(before)):
            i = before[at]
            if columns.low[i] in speech.WORDS and columns.low_at(i + 1) in speech.OF:
                for j in before[at + 2 :]:
                    if actor := self.speakers.who(j):
                        return Source(actor, i, j, "according-to")
        return None

    def _according(self, frame: Frame) -> Source | None:
        """Give the source after "according to", or of "in his words"."""
        columns = self.columns
        for i in frame.outside:
            low = columns.low[i]
            if low in speech.WORDS and columns.dep[i - 1] == "poss" and (actor := self.speakers.who(i - 1)):
                return Source(actor, i, i - 1, "according-to")
            if low in speech.ACCORDING:
                return self._after_according(i, frame.end)
        return self._for_somebody(frame)

    def _for_somebody(self, frame: Frame) -> Source | None:
        """Give the source of "For Lee, the matter is closed"."""
        columns, outside = self.columns, frame.outside
        if not outside or columns.low[outside[0]] not in speech.FOR:
            return None
        for i in outside[1:8]:
            if columns.text[i] == ",":
                actor = self.speakers.who(i - 1)
                person = self.speakers.is_person(actor) and columns.is_cap(i - 1)
                return Source(actor, outside[0], i - 1, "according-to") if person else None
        return None

    def _after_according(self, i: int, end: int) -> Source | None:
        columns = self.columns
        for j in range(i + 1, min(i + 12, end)):
            if columns.text[j] in ".?!," or columns.in_marks[j]:
                break
            actor = self.speakers.who(j) or self.papers.author(j)
            if actor and columns.dep[j] != "poss":
                return Source(actor, i, j, "according-to")
        return Source(None, i, i, "according-to")

    def _colon(self, before: list[int]) -> Source | None:
        """Give the source of "Jane Smith, a resident: ..."."""
        if not before or self.columns.text[before[-1]] != ":":
            return None
        for i in before:
            if (actor := self.speakers.who(i)) and self.columns.dep[i] not in ("dobj", "pobj"):
                return Source(actor, before[-1], i, "colon")
        return None

    def governor(self, piece: Piece) -> Source | None:
        """Give the subject of the verb that governs words in marks: who demands them, or whose paper has them."""
        columns = self.columns
        i = piece.first
        for _ in range(8):
            if columns.head[i] == i:
                return None
            i = columns.head[i]
            if columns.in_marks[i] or columns.pos[i] not in ("VERB", "AUX"):
                continue
            subject = self.speakers.subject(i)
            if subject is None:
                continue
            if actor := self.speakers.who(subject):
                return Source(actor, i, subject, "subject")
            if actor := self.papers.author(subject):
                return Source(actor, i, subject, "paper")
        return None
