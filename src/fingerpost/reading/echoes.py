"""Stances told without their words: recorded votes, movers in minutes, agreeing, speaking for a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import agent, child, conjuncts, is_negated, own_subject, subject
from fingerpost.reading.en import stances as words
from fingerpost.reading.holders import turned
from fingerpost.reading.model import Quote
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frames

NEAR_SENTENCES = 2
"""Farthest that "agrees" may stand from the stance agreed with, in sentences."""
ROLL_CALL_REACH = 160
"""Tokens between a motion and the roll call on it."""
LISTED = 80
"""Most tokens in a list of voters."""
NEAR_CHARACTERS = 500
"""Farthest that a body's stance may stand from the words of the one who speaks for it."""


def recorded(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield the stances of recorded votes ("Against: Councillors Lindgren and McQuaid.")."""
    for sent in page.sents:
        side = _side(sent)
        if side is None:
            continue
        listed = _listed(sent)
        motion = frames.motions.last_put(sent.start)
        stance = motion and (motion.stance if side else turned(motion.stance))
        if not motion or not stance or _interrupted(page, motion.at, sent.start):
            continue
        for actor in dict.fromkeys(a.id for t in listed if (a := cast.who(t)) and a.kind == "person"):
            yield Candidate(actor, stance, "decides", sent[0], motion.tie, "recorded-vote", False)


def _listed(sent: Span) -> Span:
    """Give the words of a list of voters; an abbreviated title in it may have ended the sentence early."""
    doc, end = sent.doc, sent.end
    while end < len(doc) and end - sent.start < LISTED and doc[end - 2].lower_ in words.SHORT:
        end = doc[end].sent.end
    return doc[sent.start + 1 : end]


def _interrupted(page: Page, start: int, end: int) -> bool:
    """Tell whether another matter was moved in between, or the motion is too far back to be the one voted on."""
    if end - start > ROLL_CALL_REACH:
        return True
    doc = page.doc
    for token in doc[doc[start].sent.end : end]:
        if token.lemma_.lower() not in words.MINUTED or token.tag_ != "VBN" or agent(token) is None:
            continue
        before = doc[max(start, token.sent.start - 4) : token.sent.end]
        if not any(t.lower_.startswith("amend") for t in before):
            return True
    return False


def _side(sent: Span) -> bool | None:
    """Tell for which side a line lists the voters: True for, False against, None where it is no such list."""
    start = [t.lower_ for t in sent[:4]]
    start = start[1:] if start[:1] == ["those"] else start
    for words_, side in words.ROLL_CALL.items():
        size = len(words_.split())
        listing = start[size : size + 1] in ([":"], ["were"], ["was"])
        if start[:size] == words_.split() and listing and (start[size] == ":" or size > 1):
            return side
    return None


def moved(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield movers and seconders in the passive of minutes ("Moved by Thiessen, seconded by Sandhu, that")."""
    starts = [op.token.i for op in frames.operations]
    for token in page.doc:
        if token.tag_ not in {"VBN", "VBD"} or token.lemma_.lower() not in words.MINUTED:
            continue
        who = agent(token)
        if who is None or not page.is_read(token) or child(token, "nsubj", "dobj") is not None:
            continue
        until = token.sent.end + 40
        op = next((o for o, i in zip(frames.operations, starts, strict=True) if token.i < i < until), None)
        if op is None or op.stance in {"tie", "reverse"} or _other_motion(token, op.token):
            continue
        for each in conjuncts(who):
            actor = cast.who(each)
            if actor is not None and actor.kind == "person":
                tie = next((f.tie for f in frames if f.token == op.token), None)
                yield Candidate(actor.id, op.stance, "demands", op.token, tie, "moved-by", True)


def _other_motion(token: Token, op: Token) -> bool:
    """Tell whether the mover's sentence names a matter of its own, so that a later operation is not its."""
    if op.sent == token.sent:
        return False
    return any(t.lower_ == "that" for t in token.doc[token.i : token.sent.end])


def agreeing(page: Page, cast: Cast, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those who agree, or disagree, with the stance told just before."""
    numbers = {sent.start: number for number, sent in enumerate(page.doc.sents)}
    for token in page.doc:
        turn = words.AGREEING.get(token.lemma_.lower())
        if turn is None or token.pos_ != "VERB" or is_negated(token) or not page.is_read(token):
            continue
        if child(token, "xcomp", "ccomp", "dobj", "aux", "prep") is not None:
            continue
        who = own_subject(token) or (subject(token) if token.dep_ == "conj" else None)
        actor = cast.who(who) if who is not None else None
        here = numbers[token.sent.start]
        before = [
            c
            for c in told
            if c.token.i < token.i
            and actor
            and c.actor != actor.id
            and here - numbers[c.token.sent.start] <= NEAR_SENTENCES + 1
        ]
        if actor is None or not before:
            continue
        stance = before[-1].stance if turn else turned(before[-1].stance)
        if stance:
            yield Candidate(actor.id, stance, "supports", token, before[-1].tie, "agrees", False)


def speaking_for(cast: Cast, told: Sequence[Candidate], quotes: Sequence[Quote]) -> Iterator[Candidate]:
    """Yield heads of bodies who speak for the stance that their body was just said to hold."""
    held = {(c.actor) for c in told if c.explicit}
    for c in told:
        body = cast.by_id[c.actor]
        if body.kind not in {"association", "group", "company", "other"} or c.stance != "keep":
            continue  # heads of bodies that want change mostly speak of something else
        start = c.token.sent.start_char
        for quote in quotes:
            if quote.kind != "direct" or not start < quote.start < start + NEAR_CHARACTERS:
                continue
            speaker = cast.by_id.get(quote.speaker or "")
            if speaker and speaker.of == body.id and speaker.kind == "person" and speaker.id not in held:
                held.add(speaker.id)
                at = _token_at(c.token, quote.start)
                yield Candidate(speaker.id, c.stance, "supports", at, c.tie, "speaks-for", False)


def _token_at(near: Token, offset: int) -> Token:
    doc = near.doc
    return next((doc[i] for i in range(near.i, len(doc)) if doc[i].idx >= offset), near)
