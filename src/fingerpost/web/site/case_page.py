"""Everything public of one case: who says what, the motions with their votes, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fingerpost.web.casework.models import Ballot, Case, Motion
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Decision
from fingerpost.web.site import gate
from fingerpost.web.site.arms import Arm, arms
from fingerpost.web.site.saying import sayings, with_words
from fingerpost.web.site.tie_page import MOST, Voice, voices


@dataclass(frozen=True)
class Vote:
    """A motion with its roll call."""

    motion: Motion
    roll_call: list[tuple[str, list[Ballot]]]
    """By choice: who voted so."""
    decisions: list[Decision]


@dataclass(frozen=True)
class CasePage:
    """A case as it stands."""

    case: Case
    arm: Arm | None
    """The tie it is about; None: it is about a class of ties."""
    votes: list[Vote]
    decisions: list[Decision]
    """Those that no motion led to."""
    voices: list[Voice]
    sources: list[Source]

    @property
    def stances(self) -> list[tuple[str, int]]:
        """Give how many want what, by their latest positions, the most first."""
        counted: dict[str, int] = defaultdict(int)
        for voice in self.voices:
            counted[voice.now.stance] += 1
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def case_page(case: Case, today: date) -> CasePage:
    """Give what is public of a case."""
    decisions = list(
        gate.case_decisions(case)
        .select_related("body", "side__place", "source")
        .defer("source__text")
        .distinct()
        .order_by("date", "pk")
    )
    motions = (
        gate.motions()
        .filter(case=case)
        .select_related("body", "mover__merged_into", "seconder__merged_into", "source")
        .defer("source__text")
        .prefetch_related("ballots__person__merged_into")
        .order_by("date", "pk")
    )
    facts = gate.facts().filter(
        Q(tie=None) | Q(tie=case.tie_id), predicate="position", finding__source__cases=case
    )
    shown = arms([case.tie], today) if case.tie else []
    return CasePage(
        case=case,
        arm=shown[0] if shown else None,
        votes=[
            Vote(motion, _roll_call(motion), [one for one in decisions if one.motion_id == motion.pk])
            for motion in motions
        ],
        decisions=[one for one in decisions if one.motion_id is None],
        voices=voices(sayings(with_words(facts).order_by("pk")[:MOST])),
        sources=list(gate.sources().filter(cases=case).defer("text").order_by("published", "pk")[:MOST]),
    )


def _roll_call(motion: Motion) -> list[tuple[str, list[Ballot]]]:
    by: dict[str, list[Ballot]] = defaultdict(list)
    for ballot in motion.ballots.all():
        by[ballot.choice].append(ballot)
    return [(choice, sorted(by[choice], key=_name)) for choice in Ballot.Choice.values if by[choice]]


def _name(ballot: Ballot) -> str:
    return ballot.person.name.casefold()
