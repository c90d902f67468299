"""Stances told without their words: movers in minutes, agreeing, speaking for a body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import (
    child,
    conjuncts,
    is_negated,
    opens_clause,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import turned
from fingerpost.reading.operations import Operation
from fingerpost.reading.page import Page
from fingerpost.reading.spotting import spots
from fingerpost.reading.stances import Frames

NEAR_SENTENCES = 2
"""Farthest that "agrees" may stand from the stance agreed with, in sentences."""
MOVED_REACH = 40
"""Tokens after the mover's sentence in which the motion may be told."""
ALONE = 9
"""Longest sentence that only says who seconded, in tokens."""


def moved(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield movers and seconders as minutes name them ("Moved by Thiessen, seconded by Sandhu, that")."""
    ties = {frame.token.i: frame.tie for frame in frames}
    for token in spots(page.doc, words.MINUTED_FORMS):
        if token.lower_ not in words.MINUTED_FORMS or not page.is_read(token):
            continue
        before = cast.who(token.nbor(-1)) if token.text.isupper() and token.i else None
        if before is None and not opens_clause(token):
            continue
        movers = [before.id] if before is not None and before.kind == "person" else _movers(token, cast)
        op = _operation_moved(token, frames) if movers else None
        if op is None or op.stance in {"tie", "reverse"}:
            continue
        for actor in movers:
            yield Candidate(actor, op.stance, "demands", op.token, ties.get(op.token.i), "moved-by", True)


def _movers(token: Token, cast: Cast) -> list[str]:
    """Give the ids of the people named right after the word."""
    following = token.doc[token.i + 1 : token.i + 8]
    for t in following:
        if t.lower_ in words.MINUTED_FORMS or t.pos_ in {"VERB", "SCONJ"}:
            return []
        actor = cast.who(t)
        if actor is not None and actor.kind == "person" and t.pos_ == "PROPN":
            named = [cast.who(each) for each in conjuncts(t)]
            return list(dict.fromkeys(a.id for a in (actor, *named) if a is not None and a.kind == "person"))
    return []


def _operation_moved(token: Token, frames: Frames) -> Operation | None:
    """Give what was moved: told in the sentence, or in the next; never what another mover moved."""
    end = token.sent.end + MOVED_REACH
    following = [op for op in frames.operations if token.i < op.token.i < end]
    told = [op for op in frames.operations if token.sent.start - MOVED_REACH < op.token.i < token.sent.start]
    alone = token.is_sent_start and len(token.sent) < ALONE
    if told and alone and not (following and following[0].token.sent == token.sent):
        return told[-1]  # "... be concluded. Seconded Cllr Fox."
    if not following:
        return None
    op = following[0]
    if op.token.sent == token.sent:
        return op
    other = any(t.lower_ == "that" for t in token.doc[token.i : token.sent.end])
    between = token.doc[token.sent.end : op.token.i]
    return None if other or any(t.lower_ in {"moved", "mover"} for t in between) else op


def agreeing(page: Page, cast: Cast, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those who agree, or disagree, with the stance told just before."""
    if not told:
        return
    numbers = {sent.start: number for number, sent in enumerate(page.sents)}
    starts = [c.token.i for c in told]
    for token in spots(page.doc, frozenset(words.AGREEING)):
        turn = words.AGREEING.get(token.lemma_.lower())
        if turn is None or token.pos_ != "VERB" or is_negated(token) or not page.is_read(token):
            continue
        if child(token, "xcomp", "ccomp", "dobj", "aux", "prep") is not None:
            continue
        who = own_subject(token) or (subject(token) if token.dep_ == "conj" else None)
        actor = cast.who(who) if who is not None else None
        told_before = _last_by_another(told, starts, token, actor.id) if actor is not None else None
        if actor is None or told_before is None:
            continue
        if numbers[token.sent.start] - numbers[told_before.token.sent.start] > NEAR_SENTENCES + 1:
            continue
        stance = told_before.stance if turn else turned(told_before.stance)
        if stance:
            yield Candidate(actor.id, stance, "supports", token, told_before.tie, "agrees", False)


def siding(page: Page, cast: Cast, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those who vote or side with somebody, and those who "did" as others did."""
    last: dict[str, Candidate] = {}
    at = 0
    for token in spots(page.doc, words.SIDING | words.BACKING | {"do", "have", "join"}):
        while at < len(told) and told[at].token.i < token.sent.end:
            last[told[at].actor] = told[at]
            at += 1
        if token.pos_ not in {"VERB", "AUX"} or not page.is_read(token):
            continue
        lemma = token.lemma_.lower()
        if lemma == "join" and not is_negated(token) and prep_object(token, "in") is not None:
            yield from _joining(cast, token, last)
            continue
        contrary = False
        who, whom = _backing(token, lemma)
        if who is not None:
            pass
        elif lemma in words.SIDING and not is_negated(token):
            whom = prep_object(token, "with")
            who = subject(token)
        elif lemma in {"do", "have"} and any(c.lower_ in words.LIKEWISE for c in token.children):
            who, whom = own_subject(token), _model_of(token)
        elif lemma == "do" and _ends_not(token):
            said = child(token, "ccomp") if token.head == token else token.head
            who, whom, contrary = own_subject(token), subject(said) if said is not None else None, True
        else:
            continue
        other = cast.who(whom) if whom is not None else None
        theirs = last.get(other.id) if other is not None else None
        if other is None or theirs is None or who is None:
            continue
        stance = turned(theirs.stance) if contrary else theirs.stance
        if stance is None:
            continue
        for each in conjuncts(who):
            one = cast.who(each)
            if one is not None and one.kind != "press" and one != other:
                yield Candidate(one.id, stance, "supports", token, theirs.tie, "sides-with", False)


def _backing(verb: Token, lemma: str) -> tuple[Token | None, Token | None]:
    """Read "Lee backed Reed", and "Reed has the backing of Lee": who backs, and whom."""
    about = child(verb, "dobj") if lemma in words.BACKING and verb.pos_ == "VERB" else None
    if about is None or is_negated(verb):
        return None, None
    if about.lower_ in words.BACKERS and lemma in words.WINNING:
        return prep_object(about, "of", "from"), subject(verb)
    backed = lemma in words.BACKING - words.WINNING and about.pos_ == "PROPN"
    return (subject(verb), about) if backed else (None, None)


def _ends_not(did: Token) -> bool:
    """True for the end of "Reed wants to end it; Lee does not."."""
    after = did.doc[did.i + 1 : did.i + 3]
    ends = len(after) == 2 and after[0].dep_ == "neg" and after[1].is_punct
    return ends and did.dep_ not in {"aux", "auxpass"}


def _joining(cast: Cast, token: Token, last: dict[str, Candidate]) -> Iterator[Candidate]:
    """Read "Fox joined Lee in opposing it": what the sentence tells of one is true of the other."""
    who, whom = subject(token), child(token, "dobj")
    if who is None or whom is None:
        return
    sides = [[a for t in conjuncts(each) if (a := cast.who(t)) is not None] for each in (who, whom)]
    told = [c for side in sides for a in side if (c := last.get(a.id)) and c.token.sent == token.sent]
    for actor in {a.id: a for side in sides for a in side}.values():
        if told and all(c.actor != actor.id for c in told) and actor.kind != "press":
            yield Candidate(actor.id, told[0].stance, "supports", token, told[0].tie, "sides-with", False)


def _model_of(did: Token) -> Token | None:
    """Give who did it first: "Reed opposed it, as did Lee", "Reed opposed it. So did Lee"."""
    if child(did, "dobj") is not None:
        return None
    if did.head != did:
        return subject(did.head)
    return subject(did.doc[did.sent.start - 1].sent.root) if did.sent.start else None


def _last_by_another(
    told: Sequence[Candidate], starts: Sequence[int], token: Token, actor: str
) -> Candidate | None:
    """Give the last stance told before a token that is not the actor's own."""
    for i in range(bisect_left(starts, token.i) - 1, -1, -1):
        if told[i].actor != actor:
            return told[i]
    return None
