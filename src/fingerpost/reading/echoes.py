"""Stances told without their words: recorded votes, movers in minutes, agreeing, speaking for a body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child, conjuncts, is_negated, own_subject, subject
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import turned
from fingerpost.reading.model import Quote
from fingerpost.reading.operations import Operation
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frames

NEAR_SENTENCES = 2
"""Farthest that "agrees" may stand from the stance agreed with, in sentences."""
ROLL_CALL_REACH = 160
"""Tokens between a motion and the roll call on it."""
LISTED = 80
"""Most tokens in a list of voters."""
MOVED_REACH = 40
"""Tokens after the mover's sentence in which the motion may be told."""
NEAR_CHARACTERS = 500
"""Farthest that a body's stance may stand from the words of the one who speaks for it."""


def recorded(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield the stances of recorded votes ("Against: Councillors Lindgren and McQuaid.")."""
    for sent in page.sents:
        side = _side(sent)
        if side is None:
            continue
        listed = _listed(sent)
        motion = frames.motions.last_put(sent.start, amendment=_on_amendment(sent))
        stance = motion and (motion.stance if side else turned(motion.stance))
        if not motion or not stance or _interrupted(page, motion.at, sent.start):
            continue
        for actor in dict.fromkeys(a.id for t in listed if (a := cast.who(t)) and a.kind == "person"):
            yield Candidate(actor, stance, "decides", sent[0], motion.tie, "recorded-vote", False)


def _on_amendment(sent: Span) -> bool:
    """Tell whether the line lists votes on an amendment: that, not the motion, was named last."""
    doc = sent.doc
    for i in range(min(sent.start + 5, sent.end - 1), max(0, sent.start - ROLL_CALL_REACH), -1):
        if doc[i].lower_ in {"amendment", "motion", "resolution", "proposal", "recommendation"}:
            amended: bool = doc[i].lower_ == "amendment"
            return amended
    return False


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
        if token.lower_ not in {"moved", "mover", "proposed"} or not _opens(token):
            continue
        before = doc[max(start, token.sent.start - 4) : token.sent.end]
        if not any(t.lower_.startswith("amend") for t in before):
            return True
    return False


def _side(sent: Span) -> bool | None:
    """Tell for which side a line lists the voters: True for, False against, None where it is no such list."""
    found = words.ROLL_CALL.match(sent.text)
    if found is None or (found["side"].lower() in {"for", "no", "yes"} and found["mark"] in {"were", "was"}):
        return None
    return found["side"].lower() not in words.ROLL_CALL_AGAINST


def moved(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield movers and seconders as minutes name them ("Moved by Thiessen, seconded by Sandhu, that")."""
    ties = {frame.token.i: frame.tie for frame in frames}
    for token in page.doc:
        if token.lower_ not in words.MINUTED_FORMS or not page.is_read(token) or not _opens(token):
            continue
        movers = _movers(token, cast)
        op = _operation_moved(token, frames) if movers else None
        if op is None or op.stance in {"tie", "reverse"}:
            continue
        for actor in movers:
            yield Candidate(actor, op.stance, "demands", op.token, ties.get(op.token.i), "moved-by", True)


def _opens(token: Token) -> bool:
    """Tell whether the word opens a clause without a subject, as in minutes."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return (
        before.text in {",", ";", "/", "(", "|", "—", "–"}
        or before.lower_ in {"and", "was", "it"}
        or before.is_space
    )


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
    numbers = {sent.start: number for number, sent in enumerate(page.doc.sents)}
    starts = [c.token.i for c in told]
    for token in page.doc:
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


def _last_by_another(
    told: Sequence[Candidate], starts: Sequence[int], token: Token, actor: str
) -> Candidate | None:
    """Give the last stance told before a token that is not the actor's own."""
    for i in range(bisect_left(starts, token.i) - 1, -1, -1):
        if told[i].actor != actor:
            return told[i]
    return None


def speaking_for(cast: Cast, told: Sequence[Candidate], quotes: Sequence[Quote]) -> Iterator[Candidate]:
    """Yield heads of bodies who speak for the stance that their body was just said to hold."""
    held = {c.actor for c in told if c.explicit}
    quotes = sorted(quotes, key=lambda quote: quote.start)
    begins = [quote.start for quote in quotes]
    for c in told:
        body = cast.by_id[c.actor]
        if body.kind not in {"association", "group", "company", "other"} or c.stance != "keep":
            continue  # heads of bodies that want change mostly speak of something else
        start = c.token.sent.start_char
        for quote in quotes[bisect_right(begins, start) : bisect_left(begins, start + NEAR_CHARACTERS)]:
            if quote.kind != "direct":
                continue
            speaker = cast.by_id.get(quote.speaker or "")
            if speaker and speaker.of == body.id and speaker.kind == "person" and speaker.id not in held:
                held.add(speaker.id)
                at = _token_at(c.token, quote.start)
                yield Candidate(speaker.id, c.stance, "supports", at, c.tie, "speaks-for", False)


def _token_at(near: Token, offset: int) -> Token:
    doc = near.doc
    return next((doc[i] for i in range(near.i, len(doc)) if doc[i].idx >= offset), near)
