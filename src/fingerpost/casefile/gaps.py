"""What the register holds although the sources are silent about it, and what it does not hold itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fingerpost.casefile.model import Silence
from fingerpost.casefile.register import Decided, Held, Register


def broken_by(register: Register) -> frozenset[str]:
    """Give the rules of silence that what the register holds breaks."""
    held = register.ties[0]
    later = [one for one in held.decisions if one.result not in {"established", "proposed"}]
    bodies = {role.body for role in held.roles if role.part == "decides"}
    suspended = [one for one in held.decisions if one.result == "suspended"]
    told = {
        "no-decider": any(role.part == "decides" for role in held.roles),
        "no-decider-statement": any(one.body in bodies for one in later if one.body),
        "no-vote-date": bool(register.vote_due or later or any(motion.date for motion in register.motions)),
        "no-vote-numbers": any(motion.votes_for is not None for motion in register.motions),
        "no-condition": any(one.condition for one in suspended),
        "no-review-date": any(one.review for one in suspended),
        "no-since": bool(held.since)
        or any(one.result == "established" and one.date for one in held.decisions),
        "no-founding-document": bool(held.agreements),
        "no-term": any(a.ends or a.term or a.exit_clause for a in held.agreements),
        "no-exchange": bool(held.exchanges),
        "no-cost": any(exchange.money for exchange in held.exchanges),
        "no-precedent": bool(register.peers),
    }
    return frozenset(rule for rule, known in told.items() if known)


def find_gaps(register: Register, searched: tuple[int, ...]) -> Iterator[Silence]:
    """Yield what a council would look for in the register and not find.

    Args:
        searched: the numbers of the sources, which are silent about it too.
    """
    held = register.ties[0]
    for rule, find in GAPS:
        for about in find(held):
            yield Silence(rule=rule, about=about, searched=searched, records=held.records)


def _no_side_status(held: Held) -> Iterator[str]:
    """The register holds no decision and no date from which the status of a side would follow."""
    yield from (side.place.name for side in held.sides if side.status == "unknown")


def _no_carrier(held: Held) -> Iterator[str]:
    """The register names nobody who carries the tie."""
    if not any(role.part == "carries" for role in held.roles):
        yield ""


def _no_exit(held: Held) -> Iterator[str]:
    """The register holds the agreement, and no clause on how to end it."""
    if held.agreements and not any(a.exit_clause for a in held.agreements):
        yield ""


def _no_letter(held: Held) -> Iterator[str]:
    """No letter to or from the partner is in the register."""
    if not held.letters:
        yield held.sides[-1].place.name


def _no_instrument(held: Held) -> Iterator[str]:
    """A decision that changed the status is recorded without the words that decide."""
    yield from (_named(one) for one in held.decisions if not one.words and one.result in CHANGING)


CHANGING = frozenset({"suspended", "ended", "restored"})


def _named(one: Decided) -> str:
    return f"{one.place}: {one.result}{f', {one.date}' if one.date else ''}"


Gap = Callable[[Held], Iterable[str]]

GAPS: tuple[tuple[str, Gap], ...] = (
    ("no-side-status", _no_side_status),
    ("no-carrier", _no_carrier),
    ("no-exit", _no_exit),
    ("no-letter", _no_letter),
    ("no-instrument", _no_instrument),
)


def reason(rule: str) -> str:
    """Give the rule in words, as its docstring states it."""
    return (dict(GAPS)[rule].__doc__ or "").strip()
