"""The events of a page: what happened to its ties, by decision and otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.decisions import Decision
from fingerpost.reading.en.events import VOTED
from fingerpost.reading.history import Happening, happenings_on
from fingerpost.reading.model import Event, EventKind, Vote
from fingerpost.reading.page import Page
from fingerpost.reading.scores import Score, scores_on
from fingerpost.reading.ties import Ties

ONCE = frozenset({"proposed", "suspended", "lapsed"})
"""Kinds that happen to a tie once in its history, however often the text comes back to it."""
SECOND_BEST = frozenset({"request-for", "after-freeze"})
"""Rules whose sentence gives way to another about the same."""


def find_events(
    page: Page, cast: Cast, ties: Ties, decisions: tuple[Decision, ...], calendar: Calendar
) -> tuple[Event, ...]:
    """Find the events of a page, in text order. A page without a tie has none."""
    if not ties.ties:
        return ()
    founded = list(_founded(page, ties))
    known = {(event.passages[0].start, event.tie) for event in founded}
    events = [*founded, *_voted(page, decisions)]
    for event in _decided(page, decisions):
        if event.kind != "established" or (event.passages[0].start, event.tie) not in known:
            events.append(event)
    known_kinds = {(event.kind, event.passages[0].start) for event in events}
    told = _told(page, cast, ties, calendar)
    events += [event for event in told if (event.kind, event.passages[0].start) not in known_kinds]
    return tuple(sorted(events, key=lambda event: event.passages[0].start))


def _founded(page: Page, ties: Ties) -> Iterator[Event]:
    firm = {founding.tie for founding in ties.foundings if not founding.weak}
    seen: set[str] = set()
    for founding in ties.foundings:
        if founding.tie in seen or (founding.weak and founding.tie in firm):
            continue
        seen.add(founding.tie)
        yield Event(
            kind="established",
            date=founding.date,
            tie=founding.tie,
            passages=(page.passage_of(founding.sent),),
            why=founding.why,
        )


def _decided(page: Page, decisions: tuple[Decision, ...]) -> Iterator[Event]:
    firm = {one.tie for one in decisions if one.result and one.actor and not one.town and not one.past}
    for decision in decisions:
        # "Springfield is cutting off its sister city" tells loosely what the council's "suspend" tells exactly.
        if decision.result and not (decision.town and decision.tie in firm):
            yield _of(page, decision, decision.result, decision.why)


def _of(page: Page, decision: Decision, kind: EventKind, why: str) -> Event:
    return Event(
        kind=kind,
        date=decision.date,
        actor=decision.actor,
        tie=decision.tie,
        vote=decision.vote,
        passages=(page.passage_of(decision.sent),),
        why=why,
    )


def _voted(page: Page, decisions: tuple[Decision, ...]) -> Iterator[Event]:
    """Give a vote for every score told as news; without any, for every decision that was a vote."""
    by_sent = {decision.sent.start: decision for decision in decisions}
    scores = [(sent, score) for sent, score in scores_on(page) if not _is_recalled(page, score, sent)]
    for sent, score in scores:
        decision = by_sent.get(sent.start)
        yield Event(
            kind="vote",
            date=decision.date if decision else None,
            actor=decision.actor if decision else None,
            tie=decision.tie if decision else None,
            vote=Vote(for_=score.yes, against=score.no, unanimous=score.no == 0 or None),
            passages=(page.passage_of(sent),),
            why="score",
        )
    for decision in decisions:
        vote = decision.vote
        unanimous = vote is not None and vote.unanimous and vote.for_ is None
        said = VOTED.intersection(page.lower[decision.sent.start : decision.sent.end])
        if unanimous or (not scores and (vote or said)):
            yield _of(page, decision, "vote", "decided")


def _is_recalled(page: Page, score: Score, sent: Span) -> bool:
    """True in a headline, and for "the 4-3 vote", which speaks of a vote told before."""
    block = page.block_at(page.doc[sent.start].idx)
    if block and block.kind == "headline":
        return True
    before, after = page.lower[score.start - 1 : score.start], page.lower[score.end : score.end + 1]
    return score.start > sent.start and before == ["the"] and after == ["vote"]


def _told(page: Page, cast: Cast, ties: Ties, calendar: Calendar) -> Iterator[Event]:
    """Give what no decision made; of several sentences about one thing the best."""
    once: set[tuple[EventKind, str | None]] = set()
    for told in sorted(happenings_on(page, ties, calendar), key=lambda told: told.why in SECOND_BEST):
        tie = ties.about(told.sent) or ties.in_focus(told.at.i)
        about = tie.id if tie else None
        if told.kind in ONCE:
            if (told.kind, about) in once:
                continue
            once.add((told.kind, about))
        yield Event(
            kind=told.kind,
            date=calendar.date_of(told.at) or calendar.date_in(told.sent),
            actor=_writer(cast, told),
            tie=about,
            passages=(page.passage_of(told.sent),),
            why=told.why,
        )


def _writer(cast: Cast, told: Happening) -> str | None:
    """Give who wrote a letter: the subject of its verb. Nobody makes a tie wane."""
    if told.kind != "letter":
        return None
    for token in (told.at, told.at.head, told.at.head.head):
        for child in token.children:
            if child.dep_ == "nsubj" and (actor := cast.who(child)):
                return actor.id
    return None
