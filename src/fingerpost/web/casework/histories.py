"""The positions of one actor in order of time, with changes of mind. Plain values but for the findings they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.briefing.words import EARLIER, WANT, WANTED
from fingerpost.web.dates import day_words, earliest, latest, on_day_words
from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.models import Body, Person

Record = Person | Body
REVIEWED = frozenset({Finding.State.ACCEPTED, Finding.State.CORRECTED})


@dataclass(frozen=True)
class Position:
    """One position: what was wanted, when, in which words; ``finding`` is where it comes from."""

    stance: str
    date: str
    """When it was held; of the source, where that gives no day of its own. Empty: not known."""
    words: str
    condition: str
    finding: Finding
    tie: int | None
    """The tie of the register that it is about, as far as it was said which."""

    @property
    def wanted(self) -> str:
        """Give what was wanted: "wanted it ended"."""
        return EARLIER.get(self.stance, self.stance)

    @property
    def is_reviewed(self) -> bool:
        """Tell whether somebody accepted it."""
        return self.finding.state in REVIEWED


@dataclass(frozen=True)
class History:
    """All positions of one actor, oldest first, undated ones last; ``record`` where the register knows them."""

    actor: str
    record: Record | None
    positions: tuple[Position, ...]

    @property
    def stance(self) -> str:
        """Give what they want now: the stance of the last dated position."""
        dated = [one for one in self.positions if one.date]
        return (dated or list(self.positions))[-1].stance

    @property
    def want(self) -> str:
        """Give what they want now, as a heading: "Keep the tie"."""
        return WANT.get(self.stance, self.stance)

    @property
    def record_kind(self) -> str:
        """Give the kind of record that the actor is, as addresses name it."""
        return str(self.record._meta.model_name) if self.record else ""

    @property
    def newest_first(self) -> tuple[Position, ...]:
        """Give all positions, the newest first."""
        return self.positions[::-1]

    @property
    def latest(self) -> Position:
        """Give the newest position with the stance that they hold now."""
        return next(one for one in reversed(self.positions) if one.stance == self.stance)

    @property
    def turns(self) -> tuple[Position, ...]:
        """Give the first position of each stretch of one stance. A day that may be the same is no change of mind."""
        turns: list[Position] = []
        for one in self.positions:
            if one.date and (not turns or (one.stance != turns[-1].stance and _later(one, self.positions))):
                turns.append(one)
        return tuple(turns)

    @property
    def varies(self) -> bool:
        """Tell whether more than one thing was wanted, changed mind or not."""
        return len({one.stance for one in self.positions}) > 1

    @property
    def has_changed(self) -> bool:
        """Tell whether they changed their mind."""
        return len(self.turns) > 1

    @property
    def change(self) -> str:
        """Say the changes of mind: "wanted it ended on 3 March 2022, wants it kept since 9 June 2022"."""
        if not self.has_changed:
            return ""
        *before, now = self.turns
        said = [f"{EARLIER.get(one.stance, one.stance)} {on_day_words(one.date)}" for one in before]
        return ", ".join([*said, f"{wants(now.stance)} since {day_words(now.date)}"])


def wants(stance: str) -> str:
    """Give what an actor wants now: "wants it kept"."""
    return f"wants{WANTED[stance].removeprefix('want')}" if stance in WANTED else stance


def _later(one: Position, all_of_them: Sequence[Position]) -> bool:
    """Tell whether a position is later, for sure, than every one before it with another stance."""
    first = earliest(one.date)
    before = all_of_them[: all_of_them.index(one)]
    others = [latest(other.date) for other in before if other.date and other.stance != one.stance]
    return all(first is not None and day is not None and day < first for day in others)
