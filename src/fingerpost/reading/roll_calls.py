"""Roll calls: lines that list who voted for and who against ("Against: Councillors Lindgren and McQuaid.")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import opens_clause
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import turned
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frames

REACH = 160
"""Tokens between a motion and the roll call on it."""


class Side(NamedTuple):
    """One side of a roll call: whether it is for the motion, and the words that name the voters."""

    favours: bool
    voters: Span


def roll_calls(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield the stances of those whom roll calls list."""
    for side in _sides(page):
        at = side.voters.start
        motion = frames.motions.last_put(at, amendment=_on_amendment(side.voters))
        stance = motion and (motion.stance if side.favours else turned(motion.stance))
        if not motion or not stance or _is_interrupted(page, motion.at, at):
            continue
        people = (cast.who(token) for token in side.voters)
        for actor in dict.fromkeys(a.id for a in people if a is not None and a.kind == "person"):
            yield Candidate(actor, stance, "decides", side.voters[0], motion.tie, "recorded-vote", False)


def _sides(page: Page) -> Iterator[Side]:
    text = page.document.text
    offsets: list[int] = []
    for block in page.document.blocks:
        if block.kind == "promo":
            continue
        found = [
            m for m in words.ROLL_CALL.finditer(text, block.start, block.end) if _lists(m["side"], m["mark"])
        ]
        ends = [*(match.start() for match in found[1:]), block.end]
        for match, until in zip(found, ends, strict=False):
            offsets = offsets or [token.idx for token in page.doc]
            start, end = bisect_left(offsets, match.end()), bisect_left(offsets, until)
            voters = page.doc[start : _list_end(page, start, end)]
            if len(voters):
                yield Side(match["side"].lower() not in words.ROLL_CALL_AGAINST, voters)


def _lists(side: str, mark: str) -> bool:
    """Tell whether a side word and what follows it open a list; "for were" and "no was" do not."""
    return mark not in {"were", "was"} or side.lower() not in {"for", "no", "yes"}


def _list_end(page: Page, start: int, end: int) -> int:
    """Give the end of a list of names: a full stop that is no abbreviation's."""
    for i in range(start, end):
        if page.doc[i].text == "." and page.doc[i - 1].lower_ not in words.SHORT and len(page.doc[i - 1]) > 1:
            return i
    return end


def _on_amendment(voters: Span) -> bool:
    """Tell whether the votes are on an amendment: that, not the motion, was named last."""
    doc = voters.doc
    for i in range(voters.start - 1, max(0, voters.start - REACH), -1):
        if doc[i].lower_ in {"amendment", "motion", "resolution", "proposal", "recommendation"}:
            amended: bool = doc[i].lower_ == "amendment"
            return amended
    return False


def _is_interrupted(page: Page, start: int, end: int) -> bool:
    """Tell whether another matter was moved in between, or the motion is too far back to be the one voted on."""
    if end - start > REACH:
        return True
    doc = page.doc
    for token in doc[doc[start].sent.end : end]:
        if token.lower_ not in {"moved", "mover", "proposed"} or not opens_clause(token):
            continue
        before = doc[max(start, token.sent.start - 4) : token.sent.end]
        if not any(t.lower_.startswith("amend") for t in before):
            return True
    return False
