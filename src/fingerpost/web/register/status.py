"""Formal status of one side of a tie as of a day. Plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from fingerpost.web.dates import earliest, latest, precision

PROPOSED, ACTIVE, SUSPENDED, LAPSED, ENDED, UNKNOWN = (
    "proposed",
    "active",
    "suspended",
    "lapsed",
    "ended",
    "unknown",
)

STATUSES = (PROPOSED, ACTIVE, SUSPENDED, LAPSED, ENDED, UNKNOWN)

EFFECTS = {
    "established": ACTIVE,
    "renewed": ACTIVE,
    "kept": None,
    "kept_condemned": None,
    "restored": ACTIVE,
    "suspended": SUSPENDED,
    "ended": ENDED,
    "lapsed": LAPSED,
    "proposed": PROPOSED,
    "letter_only": None,
    "symbols_removed": None,
    "activities_frozen": None,
    "support_withdrawn": None,
    "handed_over": None,
}
"""What a decision's result does to formal status; None: it stays as it was."""


@dataclass(frozen=True)
class Decided:
    """A decision as far as status needs it. Dates are reduced ISO 8601; ``key`` names the decision to the caller."""

    key: int
    result: str
    date: str
    effective: str = ""
    condition: str = ""
    review: str = ""


@dataclass(frozen=True)
class Term:
    """The period of an agreement; an empty end is no end."""

    key: int
    begins: str
    ends: str


@dataclass(frozen=True)
class Standing:
    """Formal status of one side on a day, with what it rests on and what is not certain about it."""

    status: str
    since: str = ""
    decision: int | None = None
    agreement: int | None = None
    notes: tuple[str, ...] = field(default=())


def standing(
    decisions: Iterable[Decided], terms: Sequence[Term], on: date, *, known_since: str = ""
) -> Standing:
    """Give the formal status of one side as of a day.

    It changes only by a decision or by the end of a term; nothing lifts itself. A decision dated to a year or month
    that holds the day asked about counts, with a note.

    Args:
        decisions: all decisions about the side that were not withdrawn.
        terms: the agreements' terms.
        on: the day asked about.
        known_since: since when facts say the tie exists, for a tie whose founding decision is not in the register.
    """
    held = Standing(ACTIVE, known_since) if _has_begun(known_since, on) else Standing(UNKNOWN)
    steps = sorted(_steps(decisions, terms), key=lambda step: (earliest(step[0]) or date.min, step[1]))
    for when, _, item in steps:
        first, last = earliest(when), latest(when)
        if first is None or first > on:
            continue
        notes = () if last is None or last <= on else (f"dated only to the {precision(when)}, {when}",)
        held = _after(held, item, when, notes)
    return held


def _steps(decisions: Iterable[Decided], terms: Iterable[Term]) -> Iterable[tuple[str, int, Decided | Term]]:
    for decision in decisions:
        yield decision.effective or decision.date, 1, decision
    for term in terms:
        if term.ends:
            yield term.ends, 0, term


def _after(held: Standing, item: Decided | Term, when: str, notes: tuple[str, ...]) -> Standing:
    if isinstance(item, Term):
        if held.status in {ACTIVE, SUSPENDED, UNKNOWN}:
            return Standing(LAPSED, when, agreement=item.key, notes=(*notes, "its term ran out"))
        return held
    status = EFFECTS[item.result]
    if status is None:
        return held if held.status != UNKNOWN else Standing(ACTIVE, when, item.key, notes=notes)
    if status == SUSPENDED:
        notes = (*notes, *_suspension_notes(item))
    return Standing(status, when, item.key, notes=notes)


def _suspension_notes(item: Decided) -> Iterable[str]:
    if not item.condition and not item.review:
        yield "open-ended: no condition and no review date"
    elif not item.review:
        yield "no review date"


def _has_begun(since: str, on: date) -> bool:
    first = earliest(since)
    return first is not None and first <= on
