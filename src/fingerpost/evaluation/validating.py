"""Measure the learned positions on hands (writers) that they were not trained on, beside the rules alone.

The rules were written with most hands in view and look too good on those. What tells of other articles is what is
fresh (``is_fresh``): there the scores are calibrated and the threshold is chosen.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from msgspec.structs import replace

from fingerpost.evaluation.learning import judged, learn
from fingerpost.evaluation.studying import PHRASEBOOK, Studied
from fingerpost.evaluation.training import BINS, calibration, is_fresh
from fingerpost.reading.learned_model import Proposal, Weights, odds_of

KEPT_ASIDE = frozenset({"h1", "k1", "f1"})
"""Hands never trained on, so that ``fingerpost evaluate`` on them tells the truth."""
PRECISION = 0.80
"""The threshold has the best F1 among those at least this precise on fresh articles by hands not trained on."""

OPTIONS = tuple(round(0.2 + 0.025 * step, 3) for step in range(28))
SHOWN = tuple(round(0.25 + 0.05 * step, 2) for step in range(12))
"""Thresholds whose figures are shown."""


class Judged(NamedTuple):
    """A proposal with its log-odds, and whether it is right."""

    proposal: Proposal
    odds: float
    right: bool


class Judgement(NamedTuple):
    """An article with what is proposed for it."""

    article: Studied
    found: list[Judged]


class Learned(NamedTuple):
    """Weights, with what was measured on hands that they were not trained on."""

    weights: Weights
    figures: dict[str, tuple[Counter[str], Counter[str]]]
    """Hits, misses and false positions of the rules alone, and with the learned part: by hand, on all that is
    "fresh" (``is_fresh``), and on all."""
    thresholds: dict[float, Counter[str]]
    """Hits, misses and false positions on what is fresh, were this the threshold."""
    curve: list[tuple[float, float, int]]
    """Mean score, share right, and number of positions, bin by bin."""


def cross_validate(studied: Sequence[Studied], *, inputs: str = "") -> Learned:
    """Learn from all articles but those kept aside, and measure each hand with weights that never saw it."""
    school = [article for article in studied if article.hand not in KEPT_ASIDE]
    judgements = list(_judgements(studied, school))
    fresh = [one for one in judgements if is_fresh(one.article.key)] or judgements
    odds = np.array([one.odds for judgement in fresh for one in judgement.found])
    right = np.array([one.right for judgement in fresh for one in judgement.found])
    temper, shift = calibration(odds, right)
    judgements, fresh = _moved(judgements, temper, shift), _moved(fresh, temper, shift)
    threshold = _threshold(fresh)
    groups = {
        **{hand: list(own) for hand, own in itertools.groupby(judgements, lambda one: one.article.hand)},
        "fresh": fresh,
        "all": judgements,
    }
    weights = learn(school)
    position = {name: round(value * temper, 3) for name, value in weights.position.items()}
    position["bias"] = round(position["bias"] + shift, 3)
    return Learned(
        replace(weights, position=position, threshold=threshold, inputs=inputs),
        {name: (_rules_alone(own), _counted(own, threshold)) for name, own in groups.items()},
        {option: _counted(fresh, option) for option in SHOWN},
        list(_curve(1 / (1 + np.exp(-(odds * temper + shift))), right)),
    )


def _judgements(studied: Sequence[Studied], school: Sequence[Studied]) -> Iterator[Judgement]:
    """Yield what is proposed for each article, hand by hand."""
    for hand in sorted({article.hand for article in studied} - {PHRASEBOOK}):
        weights = learn([article for article in school if article.hand != hand])
        for article in studied:
            if article.hand == hand:
                found = judged(article, weights)
                yield Judgement(article, [Judged(p, odds_of(p.facts, weights), right) for p, right in found])


def _moved(judgements: Sequence[Judgement], temper: float, shift: float) -> list[Judgement]:
    return [
        Judgement(article, [one._replace(odds=one.odds * temper + shift) for one in found])
        for article, found in judgements
    ]


def _threshold(fresh: Sequence[Judgement]) -> float:
    def at(option: float) -> tuple[bool, float]:
        precision, _, f1 = rates(_counted(fresh, option))
        return precision >= PRECISION, f1 if precision >= PRECISION else precision

    return max(OPTIONS, key=at)


def _rules_alone(judgements: Sequence[Judgement]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article, _ in judgements:
        evidences = article.evidences
        counts += _compared(article, list(evidences.chosen) if evidences and evidences.ties else [])
    return counts


def _counted(judgements: Sequence[Judgement], threshold: float) -> Counter[str]:
    limit = float(np.log(threshold / (1 - threshold)))
    counts: Counter[str] = Counter()
    for article, found in judgements:
        kept = [(one.proposal.actor, one.proposal.stance) for one in found if one.odds >= limit]
        counts += _compared(article, kept)
    return counts


def _compared(article: Studied, found: Sequence[tuple[str, str]]) -> Counter[str]:
    """Count hits, misses and false positions as the scorer does."""
    left = list(found)
    counts: Counter[str] = Counter()
    for gold in article.golds:
        hit = next((one for one in left if one[0] in gold.actors and one[1] == gold.stance), None)
        if hit is not None:
            left.remove(hit)
        counts["missed" if hit is None else "hit"] += 1
    counts["false"] += len(left)
    return counts


def rates(counts: Mapping[str, int]) -> tuple[float, float, float]:
    """Give precision, recall and F1."""
    hit, missed, false = counts["hit"], counts["missed"], counts["false"]
    return (
        hit / (hit + false) if hit + false else 1.0,
        hit / (hit + missed) if hit + missed else 1.0,
        2 * hit / (2 * hit + missed + false) if hit + missed + false else 1.0,
    )


def _curve(scores: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> Iterator[tuple[float, float, int]]:
    for low, high in itertools.pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high == 1.0))
        if inside.any():
            yield float(scores[inside].mean()), float(right[inside].mean()), int(inside.sum())
