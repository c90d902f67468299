"""The learned part's arithmetic: from evidence to a probability for each actor and stance.

Three small logistic regressions, one on the other, trained by ``fingerpost train``:

1. polarity: does this sentence show this actor to be for a change, against one, for more time, or nothing at all?
2. target: if there is a change in question, which one (``CHANGES``)? To be against ending or suspending is to keep.
3. position: do all sentences of an actor together, with what the rules read, make a position of it?
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
from msgspec import Struct

from fingerpost.reading.learned_evidence import CHANGES, TARGET_FACTS, Evidence, Evidences

POLARITIES = ("against", "change", "defer", "none")
STANCES = ("keep", "suspend", "end", "establish", "renew", "restore", "defer", "other")
OPPOSED = {"end": "keep", "suspend": "keep", "establish": "other", "renew": "other", "restore": "other"}
"""The stance of whoever is against a change."""
WORTH_A_LOOK = 0.04
"""Stances less likely than this in every sentence, and read by no rule, are not weighed."""
LEAST = 0.002
"""Probabilities are kept this far from 0 and 1 where log-odds are taken."""


class Weights(Struct, frozen=True):
    """What training gives. A position is proposed where its score reaches ``threshold``."""

    bias: tuple[float, ...]
    """Of each polarity."""
    polarity: dict[str, tuple[float, ...]]
    """By feature, the weight for each polarity."""
    target: dict[str, float]
    """By name in ``TARGET_FACTS``."""
    position: dict[str, float]
    """By name of a fact (``facts_of``); "bias" among them."""
    threshold: float = 0.5
    inputs: str = ""
    """Digest of the labelled articles and the code of features that it was trained on."""


@lru_cache(maxsize=4)
def load_learned(language: str = "en") -> Weights | None:
    """Give the weights that a language pack ships; None where it ships none."""
    path = files("fingerpost.reading") / language / "learned.json"
    return msgspec.json.decode(path.read_bytes(), type=Weights) if path.is_file() else None


class Shown(NamedTuple):
    """A sentence of an actor, with the probability of each stance."""

    unit: Evidence
    likely: dict[str, float]


class Proposal(NamedTuple):
    """A position that the evidence speaks for, with facts to judge it by."""

    actor: str
    stance: str
    best: Evidence
    """The sentence that shows it best."""
    facts: dict[str, float]


def stances_of(unit: Evidence, weights: Weights) -> dict[str, float]:
    """Give the probability, 0 to 1, that a sentence shows its actor to hold each stance."""
    polarity = dict(zip(POLARITIES, _softmax(polarity_odds(unit.features, weights)), strict=True))
    names = [weights.target.get(name, 0.0) for name in TARGET_FACTS]
    target = _softmax([sum(map(float.__mul__, names, facts)) for facts in unit.targets])
    found = dict.fromkeys(STANCES, 0.0)
    for change, share in zip(CHANGES, target, strict=True):
        found[change] += polarity["change"] * share
        found[OPPOSED[change]] += polarity["against"] * share
    found["defer"] = polarity["defer"]
    return found


def polarity_odds(features: Sequence[str], weights: Weights) -> list[float]:
    """Give the log-odds of each polarity, up to a constant."""
    odds = list(weights.bias)
    known = weights.polarity.get
    for name in features:
        found = known(name)
        if found is not None:
            a, b, c, d = found
            odds[0] += a
            odds[1] += b
            odds[2] += c
            odds[3] += d
    return odds


def proposals(evidences: Evidences, likely: Sequence[dict[str, float]]) -> list[Proposal]:
    """Give every actor with every stance that anything speaks for.

    Args:
        likely: for each of ``evidences.units``, the probability of each stance.
    """
    shown: dict[str, list[Shown]] = {}
    for unit, probabilities in zip(evidences.units, likely, strict=True):
        shown.setdefault(unit.actor, []).append(Shown(unit, probabilities))
    highest = {
        actor: {stance: max(one.likely[stance] for one in own) for stance in STANCES}
        for actor, own in shown.items()
    }
    mass = {stance: sum(found[stance] for found in highest.values()) for stance in STANCES}
    return [
        Proposal(actor, stance, _best(own, stance), facts_of(evidences, own, stance, highest[actor], mass))
        for actor, own in shown.items()
        for stance in STANCES
        if highest[actor][stance] >= WORTH_A_LOOK or (actor, stance) in evidences.chosen
    ]


def _best(own: Sequence[Shown], stance: str) -> Evidence:
    """Give the sentence that shows a stance best: one in which a rule reads it, or the likeliest."""
    return max(
        own, key=lambda one: (any(c.stance == stance for c in one.unit.rules), one.likely[stance])
    ).unit


def facts_of(
    evidences: Evidences,
    own: Sequence[Shown],
    stance: str,
    highest: dict[str, float],
    mass: dict[str, float],
) -> dict[str, float]:
    """Give what is known of an actor and a stance, as numbers.

    Args:
        own: the sentences of the actor.
        highest: the highest probability of each stance of the actor.
        mass: the sum of those over all actors of the page.
    """
    actor = own[0].unit.actor
    who = evidences.actors[actor]
    ordered = sorted((one.likely[stance] for one in own), reverse=True)
    same = [c for one in own for c in one.unit.rules if c.stance == stance]
    candidate = evidences.chosen.get((actor, stance))
    chosen = candidate is not None
    rule = {}
    if candidate is not None:
        # What towns and people are said to have done tells less of them than what a council did.
        why = f"does-{who.kind}" if candidate.why == "does" else candidate.why
        rule = {f"why-{why}": 1.0, f"told-{candidate.told}": float(not candidate.explicit)}
    return {
        "bias": 1.0,
        "most": _log_odds(ordered[0]),
        "second": _log_odds(ordered[1] if len(ordered) > 1 else 0.0),
        "any": _log_odds(1 - math.prod(1 - p for p in ordered)),
        "rank": float(sum(p > highest[stance] for p in highest.values())),
        "rival": _log_odds(max(p for other, p in highest.items() if other != stance)),
        "others": mass[stance] - ordered[0],
        "rule": float(chosen),
        "rule-untied": float(chosen and not evidences.ties),
        "rule-else": float(any((actor, other) in evidences.chosen for other in STANCES if other != stance)),
        "rules": float(min(len(same), 4)),
        "explicit": float(any(c.explicit for c in same)),
        "question": float(evidences.question == stance),
        "against-question": float(OPPOSED.get(evidences.question) == stance),
        "share": evidences.shares.get(stance, 0.0),
        "sentences": float(min(len(own), 6)),
        "mentions": float(min(len(who.mentions), 8)),
        "quotes": float(min(evidences.quoted[actor], 4)),
        "untied": float(not evidences.ties),
        "ties": float(min(evidences.ties, 4)),
        "of": float(who.of is not None),
        "role": float(who.role is not None),
        f"kind-{who.kind}": 1.0,
        f"is-{stance}": 1.0,
        **rule,
    }


def odds_of(facts: dict[str, float], weights: Weights) -> float:
    """Give the log-odds that a position is one."""
    return sum(weights.position.get(name, 0.0) * value for name, value in facts.items())


def score(facts: dict[str, float], weights: Weights) -> float:
    """Give the probability, 0 to 1, that a position is one."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds_of(facts, weights)))))


def _log_odds(p: float) -> float:
    p = min(max(p, LEAST), 1 - LEAST)
    return math.log(p / (1 - p))


def _softmax(odds: Sequence[float]) -> list[float]:
    top = max(odds)
    powers = [math.exp(value - top) for value in odds]
    total = sum(powers)
    return [power / total for power in powers]
