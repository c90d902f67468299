"""The positions of a page: who wants what done with a tie or a class of ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from typing import cast as typed

from spacy.tokens import Token

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child
from fingerpost.reading.conditions import condition_in
from fingerpost.reading.deciders import Deciders
from fingerpost.reading.decisions import Decision
from fingerpost.reading.holders import Held
from fingerpost.reading.model import Actor, Force, Position, Quote, Stance, Target
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frame, Frames, frames_on
from fingerpost.reading.ties import Ties

FORCES = {"decides": 5, "demands": 4, "wants": 3, "supports": 2, "plans": 2, "considers": 1}


class Candidate(NamedTuple):
    """A stance with an actor, before one is chosen per actor and stance."""

    actor: str
    stance: str
    force: str
    token: Token
    tie: str | None
    why: str
    explicit: bool


def find_positions(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...], quotes: tuple[Quote, ...]
) -> tuple[Position, ...]:
    """Find the positions of a page, in text order."""
    if not ties.ties:
        return ()
    calendar = Calendar(page)
    chosen: dict[tuple[str, str], Candidate] = {}
    for found in candidates(page, cast, ties, quotes):
        key = (found.actor, found.stance)
        held = chosen.get(key)
        if held is None or _rank(found) > _rank(held):
            chosen[key] = found
    kept = sorted(_consistent(list(chosen.values())), key=lambda c: c.token.i)
    return tuple(_position(n, c, page, calendar, quotes) for n, c in enumerate(kept, 1))


def candidates(page: Page, cast: Cast, ties: Ties, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield every stance that the rules see on a page with the actor who holds it, in text order."""
    frames = frames_on(page, ties)
    who = _Who(page, cast, frames, quotes)
    for frame in frames:
        if who.deciders.is_heading(frame.token):
            continue
        actor = who.holds(frame)
        if actor is None:
            continue
        stance = frame.held.stance
        if _is_history(frame):
            continue
        yield Candidate(
            actor, stance, frame.held.force, frame.token, frame.tie, frame.held.why, frame.explicit
        )


def _is_history(frame: Frame) -> bool:
    """Tell whether a frame reports no will of anybody's today."""
    held = frame.held
    if held.stance == "establish" and held.why in {"does", "done-to"}:
        return str(held.at.lemma_) != "add"  # the founding, told as history
    if held.stance == "defer" and held.why in {"does", "will"}:
        return str(held.at.lemma_) == "wait"  # "we'll sit tight and wait"
    if held.why == "done-to":
        return held.stance != "defer"
    return frame.carried_by == "amendment" and held.why == "defeated"


class _Who:
    """Resolves the holder of a frame to an actor."""

    def __init__(self, page: Page, cast: Cast, frames: Frames, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.deciders = Deciders(page, cast, frames)
        self.quotes = quotes

    def holds(self, frame: Frame) -> str | None:
        """Give the id of the actor that holds the stance of a frame."""
        held = frame.held
        if held.speaker:
            return self.speaker_at(frame.token)
        if held.holder is None:
            return self.deciders.of(frame)
        if held.holder.lower_ in {"i", "we", "our", "my", "us"}:
            spoken = self.speaker_at(held.holder)
            if spoken:
                return spoken
        actor = self.deciders.actor(held.holder) or self._behind(held)
        if actor is None or actor.kind in {"press", "company"}:
            return None
        return actor.id

    def _behind(self, held: Held) -> Actor | None:
        """Give who speaks through a holder that is no actor: "the mayor wrote that his town wished"."""
        if held.holder is None:
            return None
        owner = child(held.holder, "poss")
        if owner is not None and owner.pos_ == "PRON":
            return self.cast.who(owner)
        return None

    def speaker_at(self, token: Token) -> str | None:
        """Give the speaker of the quote that holds a token."""
        for quote in self.quotes:
            if quote.start <= token.idx < quote.end:
                return quote.speaker
        return None


def _rank(found: Candidate) -> tuple[int, int]:
    return (int(found.explicit), FORCES.get(found.force, 0))


def _consistent(found: list[Candidate]) -> Iterator[Candidate]:
    """Drop what a stronger statement by the same actor explains better.

    Somebody who voted no because he wanted the tie ended outright does not want it kept.
    """
    stances: dict[str, set[str]] = {}
    for c in found:
        if c.explicit:
            stances.setdefault(c.actor, set()).add(c.stance)
    for c in found:
        if (
            c.why in {"ballot-no", "votes"}
            and c.stance == "keep"
            and stances.get(c.actor, set()) & {"end", "suspend"}
        ):
            continue
        yield c


def _position(
    number: int, found: Candidate, page: Page, calendar: Calendar, quotes: tuple[Quote, ...]
) -> Position:
    sent = found.token.sent
    return Position(
        id=f"s{number}",
        actor=found.actor,
        stance=typed(Stance, found.stance),
        force=typed(Force, found.force),
        target=Target(tie=found.tie),
        date=calendar.date_in(sent),
        condition=condition_in(sent, found.token) if found.stance in {"suspend", "defer", "keep"} else None,
        quotes=tuple(
            q.id for q in quotes if q.speaker == found.actor and _near(q, sent.start_char, sent.end_char)
        ),
        passages=(page.passage_of(sent),),
        why=found.why if found.explicit else f"{found.why}-referring",
        words=(found.token.text, found.why),
    )


def _near(quote: Quote, start: int, end: int, *, reach: int = 400) -> bool:
    return quote.start < end + reach and quote.end > start - reach


__all__ = ["Candidate", "Frame", "candidates", "find_positions"]
