"""The subject of a verb of saying, also where the parser lost it."""

from __future__ import annotations

from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import SUBJECTS, Columns
from fingerpost.reading.en import speech

CLIMB = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "pcomp"})
FINITE_PAST, NOT_FINITE = frozenset({"VBD", "VBZ"}), frozenset({"VBG", "VBN", "VB"})
HOSTS = frozenset({"VERB", "AUX", "NOUN", "PROPN"})
INSIDE = frozenset({"appos", "compound", "flat"})
OBJECTS = frozenset({"dobj", "iobj", "dative"})
CLIMBS = 4
"""How many verbs up a subject is looked for: "he stood up, saying ..."."""
BEFORE, AFTER = 9, 5
"""How far before and after a verb its speaker may stand, in tokens, where the parser gives no subject."""


class Speakers:
    """Finds who does what a verb says, on one page."""

    def __init__(self, columns: Columns, cast: Cast) -> None:
        self.columns = columns
        self.cast = cast

    def who(self, i: int) -> str | None:
        """Give the actor id at a token."""
        return self.cast.id_at(i)

    def is_person(self, actor: str | None) -> bool:
        """Tell whether an actor id is a person's."""
        return actor is not None and self.cast.by_id[actor].kind == "person"

    def named(self, subject: int) -> str | None:
        """Give the actor of a subject: by itself, or by what is joined to it."""
        if found := self.who(subject):
            return found
        for child in self.columns.tokens[subject].children:
            if child.dep_ in INSIDE and (found := self.who(child.i)):
                return found
        return None

    def subject(self, verb: int) -> int | None:
        """Give the subject of a verb, or of the verb it hangs on."""
        columns = self.columns
        for _ in range(CLIMBS):
            for child in columns.tokens[verb].children:
                if child.dep_ in SUBJECTS and not columns.in_marks[child.i]:
                    return int(child.i)
            if (named := self._apposed_before(verb)) is not None:
                return named
            if not self._climbs(verb):
                return None
            if columns.dep[verb] == "acl":
                return columns.head[verb]
            verb = columns.head[verb]
        return None

    def _climbs(self, verb: int) -> bool:
        """Tell whether a verb without a subject shares that of the verb it hangs on."""
        columns = self.columns
        dep, head = columns.dep[verb], columns.head[verb]
        if dep not in CLIMB or columns.pos[head] not in HOSTS:
            return False
        return dep not in ("advcl", "ccomp") or columns.tokens[verb].tag_ in NOT_FINITE

    def _apposed_before(self, verb: int) -> int | None:
        """Give the person whose apposition ends right before a finite verb: "..., Orhan Sezginer, told"."""
        columns = self.columns
        i = verb - 2
        if i < 0 or columns.text[verb - 1] != "," or not columns.is_cap(i):
            return None
        finite = columns.tokens[verb].tag_ in FINITE_PAST
        return i if finite and self.is_person(self.who(i)) else None

    def speaker(self, verb: int, marks: int) -> int | None:
        """Give the token of who speaks by a cue. ``marks``: first token of the words in marks beside it."""
        subject = self.subject(verb)
        if subject is None:
            subject = self._beside(verb, after=verb >= marks)
        if subject is not None and subject < verb:
            return self._named_since(subject, verb)
        return subject

    def _named_since(self, subject: int, verb: int) -> int:
        """Give the person named right before the verb where the parser took the body before the name."""
        i = verb - 1
        if i <= subject or not self.columns.is_cap(i) or not self.is_person(self.who(i)):
            return subject
        return subject if self.is_person(self.who(subject)) else i

    def _beside(self, verb: int, *, after: bool) -> int | None:
        """Look for the speaker beside a cue that the parser left without a subject."""
        columns = self.columns
        for i in range(verb - 1, max(verb - BEFORE, -1), -1):
            if columns.in_marks[i] or columns.text[i] in ".?!:" or columns.block[i] != columns.block[verb]:
                break
            if self.who(i) and columns.dep[i] not in OBJECTS:
                return i
        if not after or columns.lemma[verb] in speech.TO_SOMEBODY:
            return None
        for i in range(verb + 1, min(verb + AFTER, len(columns.text))):
            if columns.in_marks[i] or columns.text[i] in ".?!,":
                break
            if self.who(i):
                return i
        return None
