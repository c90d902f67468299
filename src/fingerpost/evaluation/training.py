"""Train and calibrate the scores of findings on the labelled articles.

Right and wrong come from the scorer. The articles of one hand (writer) are always scored by weights that never saw
that hand, so every figure reported is about articles the weights were not trained on.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from fingerpost.documents import open_document
from fingerpost.evaluation.score import Reading, compare, labelled
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page
from fingerpost.reading.scoring import KINDS, Scorer, Weights

SEEN_AT_LEAST = 4
"""A feature counts where this many examples have it."""

STRENGTH = 0.15
"""Inverse regularisation: small, because there are few articles and many words."""

FILTERED = frozenset({"positions", "authority", "events", "actions", "claims"})
"""Kinds whose unlikely findings may be dropped. Ties and quotes stay: other findings point at them."""

WORTH = 0.005
"""A threshold is used only where it lifts F1 on unseen hands by this much."""

BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Example(NamedTuple):
    """A finding as its features, whether it is right, the hand that wrote its article, and whether it is fresh."""

    features: list[str]
    right: bool
    hand: str
    fresh: bool
    """Nobody who wrote rules has read the article."""


class Result(NamedTuple):
    """Weights of one kind, with what was measured on unseen hands."""

    weights: Weights
    curve: list[tuple[float, float, int]]
    """Mean score, share right, and number of findings, bin by bin, on fresh articles."""
    before: float
    after: float
    """F1 without and with the threshold."""


def examples_of(folders: Sequence[Path]) -> tuple[dict[str, list[Example]], Counter[str]]:
    """Give the examples of each kind, and how many labels of each kind there are."""
    cases = [case for folder in folders for case in labelled(folder)]
    documents = [open_document(case.article, published=case.gold.get("published")) for case in cases]
    examples: dict[str, list[Example]] = {kind: [] for kind in KINDS.values()}
    labels: Counter[str] = Counter()
    for case, document, doc in zip(cases, documents, parse_all(documents), strict=True):
        page = Page(document, doc)
        reading = read_page(page, weights={})
        data = msgspec.to_builtins(reading)
        results = compare(case.gold, Reading(data, document.text))
        scorer = Scorer(page, reading.actors, {})
        for kind in KINDS.values():
            pairs, missed, false = results["quotes: with speaker" if kind == "quotes" else kind]
            labels[kind] += len(pairs) + len(missed)
            right = {id(found): True for _, found in pairs} | {id(found): False for found in false}
            for finding, item in zip(getattr(reading, kind), data[kind], strict=True):
                if id(item) in right:
                    examples[kind].append(
                        Example(
                            scorer.features(finding), right[id(item)], hand_of(case.key), is_fresh(case.key)
                        )
                    )
    return examples, labels


PER_HAND = {"g": 18, "h": 15}
"""How many articles count as one hand under a letter, where it is not a hundred or fewer; counted from 1."""


def hand_of(key: str) -> str:
    """Give who wrote an article, by its key: the letters before the number, with a hundred for a hand."""
    letters = key.rstrip("0123456789")
    number = int(key[len(letters) :])
    if letters in HALVED:
        return f"{letters}{1 - number % 2}"
    hand = (number - 1) // PER_HAND[letters] if letters in PER_HAND else number // 100
    return f"{letters or 'dev'}{hand}"


FRESH = {"t": 312, "g": 19, "h": 16}
"""First number of the articles of a series that no writer of rules has read."""

FRESH_IF_EVEN = frozenset({"f"})
"""Series of which only the even numbers are kept so."""
HALVED = FRESH_IF_EVEN | {"k"}
"""Series whose odd and even numbers count as a hand each."""


def is_fresh(key: str) -> bool:
    """Tell whether an article was kept from those who write rules, so that it shows how they do on others."""
    letters = key.rstrip("0123456789")
    number = int(key[len(letters) :])
    if letters in FRESH_IF_EVEN:
        return number % 2 == 0
    return letters in FRESH and number >= FRESH[letters]


def train(examples: Sequence[Example], labels: int, *, may_filter: bool) -> Result:
    """Fit the weights of one kind, with the threshold and temper that serve unseen hands."""
    odds = np.zeros(len(examples))
    for hand in sorted({example.hand for example in examples}):
        weights = fit([example for example in examples if example.hand != hand])
        for at, example in enumerate(examples):
            if example.hand == hand:
                odds[at] = weights.bias + sum(weights.weights.get(name, 0.0) for name in example.features)
    right = np.array([example.right for example in examples])
    fresh = np.array([example.fresh for example in examples])
    if not fresh.any():
        fresh[:] = True
    temper, shift = calibration(odds[fresh], right[fresh])
    scores = 1 / (1 + np.exp(-(odds * temper + shift)))
    before = _f1(right, np.ones(len(right), dtype=bool), labels)
    threshold, after = 0.0, before
    if may_filter:
        reached = {option: _f1(right, scores >= option, labels) for option in np.arange(0.05, 0.75, 0.025)}
        if max(reached.values()) >= before + WORTH:
            # Wrong is worse than missing: of thresholds that serve about as well, the one that drops most.
            threshold = float(max(at for at, f1 in reached.items() if f1 > max(reached.values()) - WORTH))
            after = reached[threshold]
    final = fit(examples)
    weights = msgspec.structs.replace(
        final, threshold=round(threshold, 3), temper=round(temper, 3), shift=round(shift, 3)
    )
    return Result(weights, list(_curve(scores[fresh], right[fresh])), before, after)


def fit(examples: Sequence[Example]) -> Weights:
    """Fit a logistic regression on the examples; the same examples give the same weights."""
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for example in examples for name in set(example.features))
    names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        matrix[row, [column[name] for name in set(example.features) if name in column]] = 1.0
    right = [example.right for example in examples]
    if len(set(right)) < 2:
        share = (sum(right) + 1) / (len(right) + 2)
        return Weights(bias=float(np.log(share / (1 - share))), weights={})
    regression = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, right)
    weights = {name: round(float(regression.coef_[0][at]), 3) for name, at in column.items()}
    return Weights(
        bias=round(float(regression.intercept_[0]), 3),
        weights={name: weight for name, weight in weights.items() if abs(weight) >= 0.02},
    )


def calibration(odds: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> tuple[float, float]:
    """Give the factor on the log-odds and the shift with the smallest log loss."""

    def loss(factor: float, shift: float) -> float:
        moved = odds * factor + shift
        return float(np.mean(np.log1p(np.exp(-np.clip(np.where(right, moved, -moved), -30, 30)))))

    options = itertools.product(np.arange(0.3, 1.55, 0.05), np.arange(-2.0, 1.05, 0.1))
    temper, shift = min(options, key=lambda option: loss(*option))
    return float(temper), float(shift)


def _f1(right: np.ndarray[Any, Any], kept: np.ndarray[Any, Any], labels: int) -> float:
    hits = int(np.sum(right & kept))
    return 2 * hits / (int(np.sum(kept)) + labels) if labels else 1.0


def _curve(scores: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> Iterator[tuple[float, float, int]]:
    for low, high in itertools.pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high == 1.0))
        if inside.any():
            yield float(scores[inside].mean()), float(right[inside].mean()), int(inside.sum())
