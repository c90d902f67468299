"""A case about a class of ties: which they are and why, how they stand, and what is left out of a tie's briefing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from fingerpost.briefing import words
from fingerpost.briefing.holding import cut
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.sections.terms import tie_line
from fingerpost.casefile.citing import together
from fingerpost.casefile.model import Silence
from fingerpost.casefile.register import Held

GENERAL = frozenset(
    {
        "no-decider",
        "no-decider-statement",
        "no-vote-date",
        "no-vote-numbers",
        "no-condition",
        "no-review-date",
    }
)
"""Rules of silence that are about a decision; the others are about one tie and its partner."""


def silences_of(look: Lookup) -> list[Silence]:
    """Give the silences of a case; of a class, those that are about its decision."""
    found = list(look.case.silences)
    return [silence for silence in found if silence.rule in GENERAL] if look.of_class else found


def about(look: Lookup) -> Iterator[Line]:
    """Give which ties the question is about, and which were taken out; nothing where it is about one."""
    of, register = look.of_class, look.register
    if of is None or register is None:
        return
    number = f"{words.counted(of.number, 'tie', 'ties')}: {of.words}, as of {look.day(of.on)}."
    yield Line(lead="About", runs=(Run(number, "strong"),), records=register.records)
    for name, why in of.out:
        runs = (Run(name, "strong"), Run(f": {cut(why).rstrip('.')}."))
        yield Line(lead="Taken out", runs=runs, records=register.records)
    if of.unsure:
        fit = words.counted(of.unsure, "more tie fits", "more ties fit")
        words_of_it = Run(f"{fit} but for the formal status, which is not known; left out.")
        yield Line(lead="Not sure", runs=(words_of_it,), records=register.records)


def standing(look: Lookup) -> Iterator[Line]:
    """Count how the ties of the class stand on the side that asks; nothing where the case is about one tie."""
    of, register = look.of_class, look.register
    if of is None or register is None or not register.ties:
        return
    counted = Counter(held.sides[0].status for held in register.ties)
    told = words.joined([f"{number} {status}" for status, number in counted.most_common()])
    among = f" of the first {len(register.ties)}" if of.number > len(register.ties) else ""
    runs = (
        Run(f"{words.counted(of.number, 'tie', 'ties')}. ", "strong"),
        Run(f"On our side{among}: {told}."),
    )
    sides = [held.sides[0] for held in register.ties]
    records = tuple(dict.fromkeys(n for side in sides for n in side.records))
    yield Line(
        kind="computed",
        runs=runs,
        records=records,
        citations=together(*(side.citations for side in sides)),
    )


def ties(look: Lookup) -> Section:
    """Give each tie of the class with the formal status of both sides, and why it belongs."""
    of, register = look.of_class, look.register
    assert of and register
    lines = [_tie(look, held) for held in register.ties]
    more = of.number - len(register.ties)
    if more > 0:
        text = f"{words.counted(more, 'more tie belongs', 'more ties belong')} to the class; the register lists all."
        lines.append(Line(runs=(Run(text, "quiet"),), records=register.records))
    if not lines:
        lines = [look.silent(Run("No tie of the register belongs to the class."))]
    return Section(key="tie", title="The ties", groups=(Group(lines=tuple(lines)),))


def _tie(look: Lookup, held: Held) -> Line:
    line = tie_line(look, held)
    why = [Run(f" {' '.join(held.why)}", "quiet")] if held.why else []
    return replace(line, runs=(*line.runs, *why))
