"""Whose words they are: the cue beside a piece, its subject, and the papers that words are quoted from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Token

from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import SUBJECTS, Columns
from fingerpost.reading.en import speech
from fingerpost.reading.frames import Frame, Piece

CLIMB = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "pcomp"})
SURFACE_REACH = 9
"""Farthest the speaker may stand from a cue whose subject the parser lost, in tokens."""


class Source(Struct):
    """Who speaks, and the tokens that say so. ``actor`` None: a cue is there, its subject is not settled."""

    actor: str | None
    cue: int
    words: int
    """Token of the words that name the speaker; equals ``cue`` where there are none."""
    why: str


class Attribution:
    """Finds sources on one page."""

    def __init__(self, columns: Columns, cast: Cast) -> None:
        self.columns = columns
        self.cast = cast
        self.doc = columns.page.doc
        self.papers = list(self._papers())

    def who(self, i: int) -> str | None:
        """Give the actor id at a token."""
        return self.cast.id_at(i)

    def is_person(self, actor: str) -> bool:
        """Tell whether an actor id is a person's."""
        return self.cast.by_id[actor].kind == "person"

    def source(self, frame: Frame, piece: Piece) -> Source | None:
        """Give the source that the frame names for a piece; None where it has no cue."""
        before = [i for i in frame.outside if i < piece.first]
        after = [i for i in frame.outside if i >= piece.last]
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
        following = next((other for other in frame.pieces if other.first > found.cue), None)
        between = [i for i in after if i < min(found.cue, found.words)]
        if not between:
            return found
        own = piece.text[-1:] in ",?!" and piece.text[:1].isupper()
        if (
            following
            and not own
            and columns.text[following.first - 2] in ",:"
            and columns.text[between[0]] != ","
        ):
            return None
        comma = max((i for i in between if columns.text[i] == ","), default=None)
        opening = columns.low[comma + 1] if comma is not None else columns.low[between[0]]
        if opening in speech.LEADS_ON or (comma is None and piece.text[-1:] not in ",.?!…"):
            return None
        return found

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
        if columns.lemma[i] == "go" and columns.low[i + 1] == "on" and columns.pos[i + 2] == "PUNCT":
            return True
        if columns.low[i] in speech.CUE_FORMS and columns.low[i] in speech.SURE_CUES:
            return columns.pos[i] not in ("PUNCT", "DET")
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
                if found.actor:
                    return found
                if first is None and found.words != found.cue:
                    first = found
        return first

    def _speaker(self, verb: int, piece: Piece) -> Source:
        """Give the source whose verb is the cue."""
        subject = self.subject(verb)
        if subject is None:
            subject = self._beside(verb, piece)
        if subject is not None and subject < verb:
            subject = self._named_since(subject, verb)
        if subject is None:
            return Source(None, verb, verb, "cue")
        actor = self.who(subject) or self._among(subject) or self.author(subject)
        if actor is None and self.columns.low[subject] == "it":
            actor = self._paper_before(subject)
        return Source(actor, verb, subject, "cue")

    def _paper_before(self, i: int) -> str | None:
        """Give the author of the letter or report that "it" goes on with."""
        for j in range(i - 1, max(i - 60, 0), -1):
            if self.columns.low[j] in speech.SPEECH_NOUNS and not self.columns.in_marks[j]:
                return self.author(j)
        return None

    def _named_before(self, verb: int) -> int | None:
        """Give the person whose apposition ends right before a finite verb: "..., Orhan Sezginer, told"."""
        columns = self.columns
        comma = (
            verb > 1 and columns.text[verb - 1] == "," and self.columns.tokens[verb].tag_ in ("VBD", "VBZ")
        )
        if not comma or not columns.is_cap(verb - 2):
            return None
        actor = self.who(verb - 2)
        return verb - 2 if actor and self.is_person(actor) else None

    def _named_since(self, subject: int, verb: int) -> int:
        """Give the person named right before the verb where the parser took the body before the name for it."""
        columns = self.columns
        i = verb - 1
        actor = self.who(i)
        if actor and i > subject and self.is_person(actor) and columns.is_cap(i):
            other = self.who(subject)
            if other is None or not self.is_person(other):
                return i
        return subject

    def _among(self, subject: int) -> str | None:
        """Look for the actor in the words around a subject: its appositions, then its flat name."""
        for child in self.columns.tokens[subject].children:
            if child.dep_ in ("appos", "compound", "flat") and (found := self.who(child.i)):
                return found
        return None

    def subject(self, verb: int) -> int | None:
        """Give the subject of a verb, or of the verb it hangs on: "he stood up, saying ..."."""
        columns = self.columns
        for _ in range(4):
            for child in self.columns.tokens[verb].children:
                if child.dep_ in SUBJECTS and not columns.in_marks[child.i]:
                    return int(child.i)
            if (named := self._named_before(verb)) is not None:
                return named
            if columns.dep[verb] in ("advcl", "ccomp") and self.columns.tokens[verb].tag_ not in (
                "VBG",
                "VBN",
                "VB",
            ):
                return None
            if columns.dep[verb] not in CLIMB or columns.pos[columns.head[verb]] not in (
                "VERB",
                "AUX",
                "NOUN",
                "PROPN",
            ):
                return None
            if columns.dep[verb] == "ccomp" and columns.lemma[verb] in speech.SAY and columns.in_marks[verb]:
                return None
            if columns.dep[verb] == "acl":
                return columns.head[verb]
            verb = columns.head[verb]
        return None

    def _beside(self, verb: int, piece: Piece) -> int | None:
        """Look for the speaker beside a cue that the parser left without a subject."""
        columns = self.columns
        for i in range(verb - 1, max(verb - SURFACE_REACH, -1), -1):
            if columns.in_marks[i] or columns.text[i] in ".?!:" or columns.block[i] != columns.block[verb]:
                break
            if self.who(i) and columns.dep[i] not in ("dobj", "iobj"):
                return i
        if verb < piece.first or columns.low[verb].startswith(("told", "tell")):
            return None
        for i in range(verb + 1, min(verb + 5, len(columns.text))):
            if columns.in_marks[i] or columns.text[i] in ".?!,":
                break
            if self.who(i):
                return i
        return None

    def _according(self, frame: Frame) -> Source | None:
        """Give the source after "according to" or "in the words of"."""
        columns = self.columns
        for i in frame.outside:
            if columns.low[i] == "words" and columns.dep[i - 1] == "poss" and (actor := self.who(i - 1)):
                return Source(actor, i, i - 1, "according-to")
            if columns.low[i] in speech.ACCORDING and columns.low[i + 1] in ("to", "of"):
                for j in range(i + 2, min(i + 12, frame.end)):
                    if columns.text[j] in ".?!," or columns.in_marks[j]:
                        break
                    actor = self.who(j) or (self.author(j) if columns.low[j] in speech.SPEECH_NOUNS else None)
                    if actor and columns.dep[j] != "poss":
                        return Source(actor, i, j, "according-to")
        return None

    def _colon(self, before: list[int]) -> Source | None:
        """Give the source of "Jane Smith, a resident: ..."."""
        if not before or self.columns.text[before[-1]] != ":":
            return None
        for i in before:
            if (actor := self.who(i)) and self.columns.dep[i] not in ("dobj", "pobj"):
                return Source(actor, before[-1], i, "colon")
        return None

    def author(self, paper: int) -> str | None:
        """Give whose words a paper holds: "the letter", "Ingersoll's draft", "the resolution"."""
        columns = self.columns
        noun = columns.low[paper]
        if noun not in speech.SPEECH_NOUNS and noun not in speech.DECISION_NOUNS:
            return None
        own = self._named_author(paper)
        if own:
            return own
        known = [actor for i, other, actor in self.papers if other == noun and i < paper]
        known = known or [actor for i, other, actor in self.papers if other == noun]
        if known:
            return known[-1]
        return self.decider(paper) if noun in speech.DECISION_NOUNS else None

    def decider(self, i: int) -> str | None:
        """Give the council or board mentioned last before a token, as the one whose paper it is."""
        return self.cast.last_body(i)

    def _named_author(self, paper: int) -> str | None:
        """Give the author that the noun phrase names: a possessor, or "from", "by", "signed by" somebody."""
        for child in self.columns.tokens[paper].children:
            if child.dep_ == "poss" and (actor := self.who(child.i)):
                return actor
            if child.dep_ in ("prep", "agent") and child.lower_ in speech.AUTHOR_WORDS:
                if actor := self._object(child):
                    return actor
            elif child.dep_ == "acl" and child.lemma_ in speech.ISSUING:
                for agent in child.children:
                    if agent.lower_ == "by" and (actor := self._object(agent)):
                        return actor
        return None

    def _object(self, preposition: Token) -> str | None:
        for child in preposition.children:
            if child.dep_ == "pobj" and (actor := self.who(child.i) or self._among(child.i)):
                return actor
        return None

    def _papers(self) -> Iterator[tuple[int, str, str]]:
        """Yield the papers whose author the text gives: (token, noun, actor id), in text order."""
        columns = self.columns
        for i, noun in enumerate(columns.low):
            known = noun in speech.SPEECH_NOUNS or noun in speech.DECISION_NOUNS
            if not known or columns.pos[i] != "NOUN" or columns.in_marks[i]:
                continue
            actor = self._named_author(i) or self._issuer(i)
            if actor:
                yield i, noun, actor

    def _issuer(self, paper: int) -> str | None:
        columns = self.columns
        head = columns.head[paper]
        if columns.dep[paper] == "dobj" and columns.lemma[head] in speech.ISSUING:
            subject = self.subject(head)
            return self.who(subject) if subject is not None else None
        if columns.dep[paper] == "pobj" and columns.low[head] in ("in", "by"):
            verb = columns.head[head]
            if columns.lemma[verb] in speech.SAY:
                subject = self.subject(verb)
                if subject is None and verb + 1 < len(columns.low) and self.who(verb + 1):
                    subject = verb + 1
                return self.who(subject) if subject is not None else None
        return None
