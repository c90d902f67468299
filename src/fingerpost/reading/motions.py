"""Motions: what "the motion", "voted no" or "agreed to it" refers back to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import agent, child, is_negated, mark, own_subject, prep_object
from fingerpost.reading.en import stances as words

MANY = 40
"""How many motions before are looked through for the one meant."""
CONTENT_REACH = 5
"""Steps from a word of doing up to the motion, draft or call that asks for it."""


UNTOLD = frozenset({"amendment", "compromise", "decision", "result", "outcome", "course", "step", "move"})
"""Nouns that say nothing where no motion or decision was told before."""

PRONOUN_REACH = 80
"""Tokens between a motion and the sentence in which "it" may still mean it."""


class Motion(NamedTuple):
    """Something put to a body, or decided: what it would do with the tie."""

    at: int
    """Token offset of the word that names what is to be done."""
    stance: str
    noun: str
    """The noun that carries it ("motion", "resolution"), or the empty string."""
    outcome: str | None
    """What the body's decision on it amounts to, where the sentence tells it; else None."""
    tie: str | None
    amends: bool
    past: bool = False
    """Told as history: its sentence names a year."""


class Motions:
    """The motions of a page in text order."""

    def __init__(self, motions: list[Motion], question: str | None = None) -> None:
        self.all = sorted(motions)
        self.question = question
        """What the page is mostly about doing with the tie."""
        self._starts = [motion.at for motion in self.all]

    def meant_by(self, token: Token) -> Motion | None:
        """Give the motion that an anaphoric noun or a bare "voted no" refers to; None where unsure."""
        found = self._told(token)
        if found is None and self.question and token.pos_ in {"NOUN", "VERB"} and token.lemma_ not in UNTOLD:
            return Motion(token.i, self.question, "question", None, None, False)
        return found

    def last_put(self, at: int, *, amendment: bool = False) -> Motion | None:
        """Give the last motion, or amendment, put to a body before a token offset; None without one."""
        put = (m for m in self._before(at) if m.noun or m.outcome)
        return next((m for m in put if (m.amends if amendment else m.noun != "amendment")), None)

    def both(self, token: Token) -> list[Motion]:
        """Give the two motions that "both motions" are: the last two that ask different things."""
        if token.tag_ != "NNS" or all(c.lower_ != "both" for c in token.children):
            return []
        last: dict[str, Motion] = {}
        for motion in islice(self._before(token.i), MANY):
            if motion.noun and not motion.amends:
                last.setdefault(motion.stance, motion)
        return list(last.values())[:2] if len(last) > 1 else []

    def about(self, at: int, tie: str) -> Motion | None:
        """Give the last motion about a tie before a token offset."""
        return next((m for m in self._before(at) if m.tie == tie and not m.amends), None)

    def decided_before(self, token: Token) -> Motion | None:
        """Give the last thing decided before a token, a delay or an amendment too."""
        return next((m for m in self._before(token.i) if m.outcome), None)

    def _before(self, at: int) -> Iterator[Motion]:
        """Yield the motions before a token offset, the last first."""
        for i in range(bisect_right(self._starts, at) - 1, -1, -1):
            yield self.all[i]

    def _told(self, token: Token) -> Motion | None:
        noun = token.lemma_.lower() if token.pos_ == "NOUN" else ""
        last = next(self._before(token.i), None)
        if noun in {"amendment", "compromise"}:
            return next((m for m in self._before(token.i) if m.amends), None)
        if noun == "decision":
            decided = self.decided_before(token)
            return decided._replace(stance=decided.outcome or "") if decided else None
        if token.pos_ == "VERB" and last and last.at >= token.sent.start:
            return last
        plain = next((m for m in self._before(token.i) if not m.amends), None)
        pronoun = token.lower_ in {"it", "that"}
        if pronoun and plain and token.sent.start - plain.at > PRONOUN_REACH:
            return None
        if plain is None and last is not None and noun and last.noun == noun:
            return last  # "a motion to defer it ... voted for the motion"
        if plain is None:
            return self._after(token, noun)
        if noun in {"resolution", "ordinance", "bill", "measure"}:
            same = next((m for m in self._before(token.i) if not m.amends and m.noun == noun), None)
            if same:
                return same
        put = [m for m in islice(self._before(token.i), MANY) if not m.amends]
        named = next((m for m in put if m.outcome or (noun and m.noun == noun)), plain)
        if named.stance == "keep" and not named.noun:
            # Nobody need move to keep: "it" is what was moved before somebody acted to keep the tie.
            return next((m for m in put if m.noun in words.FORMAL_MOTIONS), named)
        if named.past or (noun in words.FORMAL_MOTIONS and not named.noun):
            return next((m for m in put if m.noun == noun and not m.past), named)
        return named

    def _after(self, token: Token, noun: str) -> Motion | None:
        start = bisect_right(self._starts, token.i)
        later = (m for m in islice(self.all, start, start + 20) if not m.amends)
        return next((m for m in later if m.noun == noun or m.outcome), None)


def carrier(token: Token) -> Token | None:
    """Give the noun that carries an operation: the motion to, the draft which would, the call for."""
    up = token
    for _ in range(CONTENT_REACH):
        head: Token = up.head
        if head == up or (up.dep_ in {"conj", "advcl"} and up != token):
            return None
        if head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() in words.MOTION_NOUNS | {"amendment"}:
            return head if up.dep_ in {"acl", "relcl", "prep", "pobj", "xcomp", "ccomp"} else None
        if up.dep_ == "nsubj":
            return None
        up = head
    return None


def anaphors(token: Token) -> bool:
    """Tell whether a noun stands for a motion told elsewhere ("the motion", "his resolution", "both motions")."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words.REFERRING_NOUNS:
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return False
    for c in token.children:
        if (c.dep_ in {"acl", "relcl"} and c.tag_ == "VB") or (c.dep_ == "prep" and c.lower_ in {"to", "on"}):
            return False  # it says itself what it asks: "the motion to table"
        if c.dep_ in {"acl", "ccomp"} and (mark(c) == "that" or _is_put(c)):
            return False  # "a proposal that the mayor be thanked"
    if token.lemma_ == "vote" and any(c.lower_ in words.CONTRARY for c in token.children):
        return False  # "the only vote against" is a ballot
    if any(c.lower_ in words.INDEFINITE for c in token.children):
        # "voted against a motion from Councillor Reed, who wanted the link ended".
        told = any(c.dep_ in {"acl", "relcl"} for t in token.subtree for c in t.children)
        told = told or token.head.lower_ in {"on", "upon"}
        return told and token.lemma_ in words.FORMAL_MOTIONS and prep_object(token, "from", "by") is not None
    return any(
        (c.dep_ in {"det", "predet"} and c.lower_ in words.DEFINITE) or c.dep_ == "poss"
        for c in token.children
    )


def _is_put(verb: Token) -> bool:
    """Tell whether a clause is what a motion asks: "that the partner be asked"."""
    return any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)


def pronoun(token: Token) -> bool:
    """Tell whether "it" stands for a motion: "who proposed it", "voted against it", "asked them to reject it"."""
    if token.lower_ not in {"it", "that", "this"} or token.pos_ != "PRON":
        return False
    head = token.head
    if token.dep_ == "nsubj" and head.lemma_ == "be":
        # "said it was the right thing to do"
        what = child(head, "attr", "acomp")
        said = {what.lower_, *(c.lower_ for c in what.children)} if what is not None else set()
        return bool(said & (words.GOOD | words.BAD) - {"only", "good", "strong", "clear"})
    if token.dep_ == "nsubj" and head.dep_ == "ccomp" and head.head.lemma_.lower() in words.CALLING:
        return True
    if token.lower_ == "this":
        return False
    if token.dep_ == "nsubjpass":
        return head.lemma_.lower() in words.MOTION_VERBS | {"put", "bring", "move", "make"}
    if token.dep_ == "dobj":
        return head.lemma_.lower() in words.MOTION_VERBS or head.lower_ == "seconded"
    return token.dep_ == "pobj" and head.lower_ in {"for", "against"} and head.head.lemma_ == "vote"


class Ballot(NamedTuple):
    """A vote cast on something told elsewhere: "voted no", "cast the only vote against"."""

    verb: Token
    turned: bool
    majority: bool = False
    """The vote went with the outcome rather than for or against the motion."""
    who: Token | None = None
    """Who voted, where that is not the verb's subject ("voting against were ...")."""


def ballots(token: Token) -> Iterator[Ballot]:
    """Yield the vote that a verb reports without saying on what."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in words.DISSENTERS | {"vote"}:
        yield from _votes_from(token)
        return
    if token.pos_ not in {"VERB", "AUX"} or lemma not in words.BALLOT_VERBS or is_negated(token):
        return
    if lemma == "dissent":
        yield Ballot(token, turned=True)
        return
    if lemma == "be":
        # "Smith and Jones were against", "Dunn was opposed"
        last = token.nbor(1) if token.i + 1 < len(token.doc) else token
        if last.lower_ in {"against", "opposed"} and child(last, "pobj", "pcomp", "prep") is None:
            yield Ballot(token, turned=True)
        return
    if lemma == "move":
        seconded = any(c.dep_ == "conj" and c.lower_ == "seconded" for c in token.children)
        if seconded and child(token, "dobj", "xcomp", "ccomp", "prep") is None:
            yield Ballot(token, turned=False)
        return
    if lemma == "oppose":
        if (
            ")" not in {t.text for t in token.doc[token.i : token.i + 2]}
            and child(token, "dobj", "prep", "xcomp", "nsubjpass", "auxpass") is None
            and token.tag_ != "VB"
        ):
            yield Ballot(token, turned=True)
        return
    if lemma == "object":
        if token.tag_ != "VB" and child(token, "dobj", "prep", "ccomp", "xcomp", "nsubjpass") is None:
            yield Ballot(token, turned=True)
        return
    if lemma == "second" and token.tag_ == "VBD" and child(token, "dobj") is None:
        yield Ballot(token, turned=False)
        return
    after = list(token.doc[token.i + 1 : min(token.i + 9, token.sent.end)])
    cut = next(
        (i for i, t in enumerate(after) if t.text in ".;,:" or t.lower_ in {"said", "and", "but"}), len(after)
    )
    low = [t.lower_ for t in after[:cut]]
    if lemma == "cast":
        if "deciding" in low or "casting" in low or "tie-breaking" in low:
            yield Ballot(token, turned=False, majority=True)
        elif {"dissenting", "no", "nay", "against", "opposing", "negative"} & set(low) and not _has_object(
            after, low
        ):
            yield Ballot(token, turned=True)
        return
    if lemma != "vote" or not low:
        return
    if token.tag_ == "VBG" and {"were", "was"} & set(low[:4]):
        who = child(token, "dobj", "attr") or child(token.head, "attr", "nsubj")
        if who is not None and who != token:
            yield Ballot(token, turned=bool(words.CONTRARY & set(low[:2])), who=who)
        return
    alone = low[0] == "against" and child(after[0], "pobj", "pcomp") is None
    if low[0] in words.NO_VOTES or alone:
        yield Ballot(token, turned=True)
    elif low[0] in words.YES_VOTES or (
        low[:1] == ["in"] and low[1:2] and low[1] in words.YES_VOTES and "of" not in low
    ):
        yield Ballot(token, turned=False)
    elif low[:3] == ["with", "the", "majority"]:
        yield Ballot(token, turned=False, majority=True)


def _votes_from(noun: Token) -> Iterator[Ballot]:
    """ "the no votes came from Smith and Jones"."""
    said = {c.lower_ for c in noun.children}
    if noun.dep_ == "attr" and said & words.LONE and noun.head.lemma_ == "be":
        # "Reed was the lone no vote", "the only vote against".
        if said & words.CONTRARY or noun.lemma_.lower() in words.DISSENTERS:
            yield Ballot(noun, turned=True, who=own_subject(noun.head))
        return
    if not said & words.CONTRARY:
        return
    who = None
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "come":
        who = prep_object(noun.head, "from")
    elif noun.dep_ == "nsubjpass" and noun.head.lemma_ == "cast":
        who = agent(noun.head)
    if who is not None:
        yield Ballot(noun, turned=True, who=who)


def _has_object(after: list[Token], low: list[str]) -> bool:
    """Tell whether "against" has its own object, which the frames read ("the only vote against ending")."""
    at = low.index("against") if "against" in low else -1
    return at >= 0 and child(after[at], "pobj", "pcomp") is not None
