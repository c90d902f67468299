"""The words on a page that name something done with the tie: "end the agreement", "the suspension"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import child, own_subject, particles, prep_object
from fingerpost.reading.en import stances as words
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties


class Operation(NamedTuple):
    """A word that says what is done with the tie, before anybody is said to want it."""

    token: Token
    stance: str
    patient: Token | None
    """The words for the tie, the suspension or the decision that it is done to."""
    lapses: bool = False
    """Done by letting a term run out."""


class Operations:
    """Finds the operations of a page.

    Args:
        page: the page read.
        ties: the ties found; a partner's name stands for the tie ("drop Kalmar").
    """

    def __init__(self, page: Page, ties: Ties) -> None:
        self.page = page
        self.ties = ties

    def __iter__(self) -> Iterator[Operation]:
        for token in self.page.doc:
            found = self._of(token)
            if found is not None:
                yield found

    def _of(self, token: Token) -> Operation | None:
        if token.pos_ in {"VERB", "AUX"}:
            return self._verb(token)
        if token.pos_ == "NOUN":
            return self._noun(token) or self._tie_itself(token)
        return None

    def _tie_itself(self, token: Token) -> Operation | None:
        """ "supports the tie", "would vote for the tie", "a request for a tie": the tie is what is wanted."""
        head = token.head
        favoured = token.dep_ == "dobj" and head.lemma_.lower() in words.FAVOURING
        voted = (
            token.dep_ == "pobj" and head.lower_ in {"for", "against"} and head.head.lemma_ in words.VOTING
        )
        if (favoured or voted) and self.kind(token) == "tie":
            return Operation(token, "tie", token)
        return None

    def _noun(self, token: Token) -> Operation | None:
        stance = words.OPERATION_NOUNS.get(token.lemma_.lower())
        if stance is None:
            return None
        patient = prep_object(token, "of", "to", "in")
        if patient is not None and self.kind(patient) not in {"tie", "decision", "motion"}:
            return None
        # "the end" alone is an end in time; "the suspension" alone is that of the tie.
        if patient is None and token.lower_ in {"end", "ending", "extension", "delay", "pause"}:
            if token.dep_ in {"pobj", "dobj"} and token.head.lower_ in {"against"} and token.lower_ != "end":
                return Operation(token, stance, None)
            return None
        if patient is None and stance in {"restore", "renew"} and token.dep_ == "compound":
            return None
        return Operation(token, stance, patient)

    def _verb(self, verb: Token) -> Operation | None:
        lemma = verb.lemma_.lower()
        if (
            verb.i > 1
            and verb.nbor(-1).lower_ in {"than", "of"}
            and verb.nbor(-2).lower_ in {"rather", "instead"}
        ):
            return None
        patient = self._patient(verb)
        kind = self.kind(patient) if patient is not None else ""
        near = particles(verb)
        if kind == "suspension":
            if lemma in words.LIFTING:
                return Operation(verb, "restore", patient)
            if lemma in words.KEEPING | words.RENEWING or lemma in {"impose", "leave"}:
                return Operation(verb, "suspend", patient)
            return None
        if lemma in words.WAITING or (lemma == "hold" and "off" in near) or self._asks_first(verb, lemma):
            return Operation(verb, "defer", patient)
        if patient is None:
            return self._without_patient(verb, lemma)
        if kind in {"decision", "motion", "tie"}:
            if lemma in words.DEFERRING:
                return Operation(verb, "defer", patient)
            if lemma in words.DEFERRING_WITH and words.DEFERRING_WITH[lemma] & set(near):
                return Operation(verb, "defer", patient)
        if kind == "decision" and lemma in words.REVERSING:
            return Operation(verb, "reverse", patient)
        if kind not in {"tie", "it"}:
            return None
        return self._on_tie(verb, lemma, patient, kind, set(near))

    def _asks_first(self, verb: Token, lemma: str) -> bool:
        """ "study the issue first", "hear from residents before": to want that is to want time."""
        if lemma not in words.INQUIRING:
            return False
        after = {c.lower_ for c in verb.children if c.i > verb.i}
        return "first" in after

    def _without_patient(self, verb: Token, lemma: str) -> Operation | None:
        """A verb that needs no object here: "urged the town to renew", "a motion to table"."""
        head = verb.head
        if verb.tag_ != "VB" or child(verb, "dobj") is not None:
            return None
        if (
            lemma in {"renew", "reconsider"}
            and head.lemma_.lower() in words.ASKING
            and verb.dep_ in {"xcomp", "ccomp"}
        ):
            return Operation(verb, "renew", None) if lemma == "renew" else None
        if lemma in words.DEFERRING and head.lemma_.lower() in words.FORMAL_MOTIONS:
            return Operation(verb, "defer", None)
        if lemma == "sign" and head.lower_ in words.GLAD:
            again = any(c.lower_ == "again" for c in verb.children)
            return Operation(verb, "renew" if again else "establish", None)
        return None

    def _on_tie(
        self, verb: Token, lemma: str, patient: Token | None, kind: str, near: set[str]
    ) -> Operation | None:
        alone = patient is not None and patient.dep_ == "nsubj" and patient.head == verb
        if lemma in words.ENDING_WITH and words.ENDING_WITH[lemma] & near and not alone:
            return Operation(verb, "end", patient)
        if lemma in words.KEEPING_WITH and words.KEEPING_WITH[lemma] & near:
            return Operation(verb, "keep", patient)
        if lemma in {"put", "place"} and any(w in near for w in ("on", "in")):
            held = prep_object(verb, "on", "in")
            if held is not None and held.lower_ in {"hold", "ice", "shelf", "freezer", "pause"}:
                return Operation(verb, "suspend", patient)
        if lemma in {"bring", "put", "come", "draw"}:
            end = prep_object(verb, "to")
            if end is not None and end.lower_ in {"end", "close"}:
                return Operation(verb, "end", patient)
            return None
        if self._suspended(verb) and lemma in words.KEEPING | words.KEEPING_ALONE | {"leave"}:
            return Operation(verb, "suspend", patient)
        if alone and lemma not in words.ENDING_ALONE | words.KEEPING_ALONE:
            if lemma in words.ENDING and (verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ in {"VBN", "VBD"}):
                return Operation(verb, "end", patient)
            if lemma in words.RENEWING and verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"}:
                return Operation(verb, "renew", patient)
            if lemma in words.SUSPENDING and verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"}:
                return Operation(verb, "suspend", patient)
            if lemma in words.RESTORING and verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"}:
                return Operation(verb, "restore", patient)
            return None
        if lemma == "leave":
            after = {t.lower_ for t in verb.subtree if t.i > verb.i}
            kept = bool(after & words.LEFT_ALONE)
            # "left Holguín in 2016": a place is left by those who move.
            if not kept and (kind == "it" or patient is None or patient.pos_ == "PROPN"):
                return None
            return Operation(verb, "keep" if kept else "end", patient)
        if lemma == "go":
            freed = verb.head.lemma_ == "let" and verb.dep_ in {"ccomp", "xcomp"}
            return Operation(verb, "end", patient) if freed else None
        for stance, lemmas in _BY_STANCE:
            if lemma in lemmas:
                if stance == "establish" and not self._new(verb, lemma, kind, near):
                    return None
                if kind == "it" and lemma not in words.SURE and not self._hoped(verb):
                    return None
                return Operation(verb, stance, patient, lapses=lemma in {"lapse", "expire"})
        return None

    def _hoped(self, verb: Token) -> bool:
        """ "hoped that it would continue": a wish for it to last is about the tie."""
        return (
            verb.head.lemma_.lower() in {"hope", "want", "wish", "like"}
            and verb.lemma_ in words.KEEPING_ALONE
        )

    def _new(self, verb: Token, lemma: str, kind: str, near: set[str]) -> bool:
        wanted = words.ESTABLISHING_WITH.get(lemma)
        if wanted is not None and not wanted & near:
            return False
        return kind == "tie"

    def _suspended(self, verb: Token) -> bool:
        return any(t.lower_ in words.SUSPENDED_WORDS for t in verb.children)

    def _patient(self, verb: Token) -> Token | None:
        """Give what the verb is done to, if that is the tie, a suspension or a decision."""
        lemma = verb.lemma_.lower()
        options: list[Token | None] = [child(verb, "dobj"), child(verb, "nsubjpass")]
        if lemma in words.ENDING_WITH or lemma in words.KEEPING_WITH or lemma in {"enter", "continue"}:
            options += [prep_object(verb, "with", "from", "of", "to", "by", "into", "on"), self._deep(verb)]
        small = child(verb, "ccomp", "oprd", "xcomp")
        if small is not None and child(verb, "dobj") is None:
            options.append(own_subject(small))
        if child(verb, "dobj") is None:
            options.append(child(verb, "nsubj"))
            if verb.dep_ in {"xcomp", "ccomp"} and own_subject(verb) is None and lemma in _ALONE:
                options += [child(verb.head, "dobj"), child(verb.head, "nsubjpass")]
        if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
            options.append(verb.head)
        for option in options:
            if option is not None and self.kind(option):
                return option
        if lemma in words.KEEPING_ALONE | {"become", "be"}:
            return self._state(verb)
        return None

    def _deep(self, verb: Token) -> Token | None:
        """ "pull out of the pact", "hang on to the link": a preposition on a preposition."""
        for c in verb.children:
            if c.dep_ in {"prep", "prt", "advmod"}:
                found = prep_object(c, "of", "from", "to", "with") or child(c, "pobj")
                if found is not None:
                    return found
        return None

    def _state(self, verb: Token) -> Token | None:
        """ "stay twinned", "remain a sister city of": the state that the places stay in."""
        for c in verb.children:
            if c.dep_ not in {"acomp", "attr", "oprd", "xcomp", "prep", "ccomp"} or c.i < verb.i:
                continue
            if c.lower_ in words.TIE_STATES or self.kind(c) == "tie":
                return c
        return None

    def kind(self, token: Token) -> str:
        """Tell what a noun phrase is about: tie, suspension, decision, motion, it, or nothing ("")."""
        lower, lemma = token.lower_, token.lemma_.lower()
        if token.pos_ == "PRON":
            return "it" if lower in words.PRONOUNS else ""
        if lower == "one" and prep_object(token, "with") is not None:
            return "it"
        if lemma in words.SUSPENSION_NOUNS:
            return "suspension"
        if lemma in words.TIE_NOUNS:
            return "tie"
        if lower in words.TIE_HEADS:
            return "tie" if any(c.lower_ in words.TIE_KINDS for c in token.children) else ""
        if token.pos_ == "PROPN":
            return "tie" if self.ties.about(token) is not None else ""
        if lemma in words.MOTION_NOUNS & words.FORMAL_MOTIONS:
            return "motion"
        if lemma in words.DECISION_NOUNS:
            return "decision"
        return ""


_BY_STANCE = (
    ("end", words.ENDING | words.ENDING_ALONE),
    ("suspend", words.SUSPENDING),
    ("keep", words.KEEPING | words.KEEPING_ALONE),
    ("renew", words.RENEWING),
    ("restore", words.RESTORING),
    ("establish", words.ESTABLISHING),
)
_ALONE = words.ENDING_ALONE | words.KEEPING_ALONE | {"go"}
