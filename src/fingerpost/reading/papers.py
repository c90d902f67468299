"""Letters, statements, resolutions: whose words a paper holds."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from spacy.tokens import Token

from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.speakers import Speakers

BACK = 60
"""How far back "it" may mean a letter or report, in tokens."""


class Papers:
    """The papers of a page with their authors."""

    def __init__(self, columns: Columns, speakers: Speakers) -> None:
        self.columns = columns
        self.speakers = speakers
        self._known: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for i, noun in enumerate(columns.low):
            if noun in speech.WROTE and not columns.in_marks[i] and (writer := self._doer(i)):
                self._known["letter"].append((i, writer))
            if noun in speech.ISSUED and columns.pos[i] == "NOUN" and not columns.in_marks[i]:
                actor = self._named_author(i) or self._issuer(i)
                if actor:
                    self._known[noun].append((i, actor))

    def author(self, paper: int) -> str | None:
        """Give whose words a paper holds: "the letter", "Ingersoll's draft", "the resolution"."""
        noun = self.columns.low[paper]
        if noun not in speech.PAPERS:
            return None
        if own := self._named_author(paper):
            return own
        known = self._known.get(noun)
        if known:
            return known[max(0, bisect_left(known, (paper, "")) - 1)][1]
        return self.decider(paper) if noun in speech.DECISION_NOUNS else None

    def decider(self, i: int) -> str | None:
        """Give the council or board mentioned last before a token, as the one whose paper it is."""
        return self.speakers.cast.last_body(i)

    def before(self, i: int) -> str | None:
        """Give the author of the letter or report that "it" goes on with."""
        columns = self.columns
        for j in range(i - 1, max(i - BACK, 0), -1):
            if columns.low[j] in speech.FROM and (sender := self._object(columns.tokens[j])):
                return sender
            if columns.low[j] in speech.SPEECH_NOUNS and not columns.in_marks[j]:
                return self.author(j)
        return None

    def _named_author(self, paper: int) -> str | None:
        """Give the author that the noun phrase names: a possessor, or "from", "by", "signed by" somebody."""
        for child in self.columns.tokens[paper].children:
            if child.dep_ == "poss" and (actor := self.speakers.who(child.i)):
                return actor
            if child.dep_ in ("prep", "agent") and child.lower_ in speech.AUTHOR_WORDS:
                if actor := self._object(child):
                    return actor
            elif child.dep_ == "acl" and child.lemma_ in speech.ISSUING:
                for agent in child.children:
                    if agent.lower_ in speech.AUTHOR_WORDS and (actor := self._object(agent)):
                        return actor
        return None

    def _object(self, preposition: Token) -> str | None:
        for child in preposition.children:
            if child.dep_ == "pobj" and (actor := self.speakers.named(child.i)):
                return actor
        return None

    def _issuer(self, paper: int) -> str | None:
        """Give who sends, adopts or speaks in a paper: "X said in a letter", "X signed an order"."""
        columns = self.columns
        head = columns.head[paper]
        if columns.dep[paper] == "dobj" and columns.lemma[head] in speech.ISSUING:
            return self._doer(head)
        if columns.dep[paper] == "pobj" and columns.low[head] in speech.PAPER_WORDS:
            verb = columns.head[head]
            return self._doer(verb) if columns.lemma[verb] in speech.SAY else None
        return None

    def _doer(self, verb: int) -> str | None:
        subject = self.speakers.subject(verb)
        if subject is None and verb + 1 < len(self.columns.low):
            subject = verb + 1
        return self.speakers.who(subject) if subject is not None else None
