"""Motions and votes, as the register has them: who moved what, and who voted how."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing import words
from fingerpost.briefing.holding import exact, stood_on
from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.casefile.register import Motion


def motions(look: Lookup) -> Section:
    """Give the motions of the case; no group where the register is not asked or holds none."""
    kept = look.register.motions if look.register else ()
    groups = (Group(lines=tuple(_line(look, motion) for motion in kept)),) if kept else ()
    return Section(key="motions", title="Motions and votes", groups=groups)


def _line(look: Lookup, motion: Motion) -> Line:
    on = f", {look.day(motion.date)}" if motion.date else ""
    runs = [Run(f"{motion.body}{on}", "strong"), Run(": "), *exact(motion, motion.text)]
    runs += _moved(motion)
    runs += _vote(motion)
    runs += _roll(motion)
    if motion.votes_for is not None and not motion.published:
        runs.append(Run(" Not published yet: these numbers can still change.", "quiet"))
    return stood_on(motion, *runs, lead=words.OUTCOME[motion.outcome])


def _moved(motion: Motion) -> Iterator[Run]:
    by = f"moved by {motion.mover}" if motion.mover else ""
    second = f"seconded by {motion.seconder}" if motion.seconder else ""
    if parts := [part for part in (by, second) if part]:
        yield Run(f" {words.upper_first(', '.join(parts))}.")


def _vote(motion: Motion) -> Iterator[Run]:
    if motion.votes_for is None:
        return
    yield Run(f" {motion.votes_for} for, {motion.votes_against or 0} against", "strong")
    more = [f"{n} {name}" for n, name in ((motion.abstained, "abstained"), (motion.absent, "absent")) if n]
    yield Run(f"{''.join(f', {part}' for part in more)}.")


def _roll(motion: Motion) -> Iterator[Run]:
    for choice, names in motion.roll:
        yield Run(f" {words.BALLOT[choice]}: {', '.join(names)}.", "quiet")
