"""Positions where rules end: weigh what the rules read, and add what the words of a page as a whole speak for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.learned_evidence import Evidence, Evidences
from fingerpost.reading.learned_model import (
    OPPOSED,
    POLARITIES,
    Proposal,
    Weights,
    proposals,
    score,
    stances_of,
)

WHY = "learned"
WORDS_SHOWN = 4
"""How many of the words that decided are named."""


class Weighed(NamedTuple):
    """A candidate with its score, 0 to 1, and the words that decided where it is the learned part's own."""

    candidate: Candidate
    score: float | None
    words: tuple[str, ...] = ()


def weigh(doc: Doc, evidences: Evidences, weights: Weights) -> list[Weighed]:
    """Give the positions whose score reaches the threshold, in text order."""
    likely = [stances_of(unit, weights) for unit in evidences.units]
    found = [
        _weighed(doc, evidences, proposal, held, weights)
        for proposal in proposals(evidences, likely)
        if (held := score(proposal.facts, weights)) >= weights.threshold
    ]
    return sorted(found, key=lambda weighed: weighed.candidate.token.i)


def _weighed(doc: Doc, evidences: Evidences, proposal: Proposal, held: float, weights: Weights) -> Weighed:
    ruled = evidences.chosen.get((proposal.actor, proposal.stance))
    if ruled is not None:
        return Weighed(ruled, held)
    unit = proposal.best
    token = _shown_by(doc, unit)
    force = "decides" if "g=vote" in unit.features or "g=decide" in unit.features else "wants"
    candidate = Candidate(proposal.actor, proposal.stance, force, token, None, WHY, True)
    return Weighed(candidate, held, tuple(telling_words(unit, proposal.stance, weights)))


def _shown_by(doc: Doc, unit: Evidence) -> Token:
    """Give the word of a sentence to point at: its root."""
    sent = doc[unit.start : unit.end]
    return sent.root


def telling_words(unit: Evidence, stance: str, weights: Weights) -> Sequence[str]:
    """Give the words, and groups of words, that spoke most for a stance, the strongest first."""
    polarity = "defer" if stance == "defer" else "against" if stance in OPPOSED.values() else "change"
    at, none = POLARITIES.index(polarity), POLARITIES.index("none")
    told: dict[str, float] = {}
    for name in unit.features:
        known = weights.polarity.get(name)
        if known and name[:2] in {"w=", "g="}:
            told[name[2:]] = max(told.get(name[2:], 0.0), known[at] - known[none])
    ranked = sorted(told, key=lambda name: -told[name])
    return [name for name in ranked[:WORDS_SHOWN] if told[name] > 0]
