"""Train the learned positions: from studied articles to weights. The same articles give the same weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from fingerpost.evaluation.studying import Studied
from fingerpost.reading.learned_evidence import CHANGES, TARGET_FACTS, Evidence
from fingerpost.reading.learned_model import (
    OPPOSED,
    POLARITIES,
    Proposal,
    Weights,
    proposals,
    stances_of,
)

SEEN_AT_LEAST = 4
"""A feature counts where this many sentences have it."""
STRENGTH = 0.1
"""Inverse regularisation of the polarity: small, because there are few articles and many words."""
SURE = 0.35
"""A second sentence of an actor counts as showing its stance from this probability on, in the second round."""
SURE_OF_NONE = 0.7
_COUNTED = re.compile(r"=.*\d")
"""A feature whose word holds a number, as "7–3" does: nothing is learned of those."""
LEAST_WEIGHT = 0.03
"""Smaller weights are left out of the file."""


def learn(studied: Sequence[Studied]) -> Weights:
    """Give weights; the same articles give the same weights.

    The last step learns from what the first two say of hands that they did not see, else it would trust
    them too much.
    """
    hands = sorted({article.hand for article in studied})
    examples: list[tuple[Proposal, bool]] = []
    for hand in hands:
        rest = [article for article in studied if article.hand != hand]
        weights = _first_steps(rest or studied)
        for article in studied:
            if article.hand == hand:
                examples += judged(article, weights)
    return replace(_first_steps(studied), position=_position(examples))


def judged(article: Studied, weights: Weights) -> Iterator[tuple[Proposal, bool]]:
    if article.evidences is None:
        return
    likely = [stances_of(unit, weights) for unit in article.evidences.units]
    for proposal in proposals(article.evidences, likely):
        right = any(proposal.actor in g.actors and proposal.stance == g.stance for g in article.golds)
        yield proposal, right


def _first_steps(studied: Sequence[Studied]) -> Weights:
    sure: list[tuple[list[str], str]] = []
    open_: list[tuple[list[str], frozenset[str]]] = []
    targets: list[tuple[Evidence, str]] = []
    for article in studied:
        for unit, shown, held in _labels(article):
            if shown:
                sure.append((unit.features, _polarity(shown)))
                if shown in CHANGES:
                    targets.append((unit, shown))
            elif held:
                open_.append((unit.features, frozenset(map(_polarity, held))))
            else:
                sure.append((unit.features, "none"))
    first = _polarities(sure)
    bias, polarity = _polarities([*sure, *_settled(open_, *first)])
    return Weights(bias=bias, polarity=polarity, target=_target(targets), position={})


def _labels(article: Studied) -> Iterator[tuple[Evidence, str, list[str]]]:
    """Yield each unit with the stance that it shows ("" for none) and all that its actor holds in the article."""
    if article.evidences is None:
        return
    for unit, (start, end) in zip(article.evidences.units, article.spans, strict=True):
        own = [gold for gold in article.golds if unit.actor in gold.actors]
        here = [gold.stance for gold in own if 0 <= gold.start < end and gold.end > start]
        yield unit, here[0] if here else "", [gold.stance for gold in own]


def _polarity(stance: str) -> str:
    if stance in CHANGES:
        return "change"
    return "against" if stance in OPPOSED.values() else stance


def _settled(
    open_: Sequence[tuple[list[str], frozenset[str]]],
    bias: tuple[float, ...],
    polarity: dict[str, tuple[float, ...]],
) -> Iterator[tuple[list[str], str]]:
    """Yield the further sentences of those who hold a stance, where a first round is sure what they show."""
    for names, held in open_:
        odds = np.array(bias) + sum((np.array(polarity[n]) for n in names if n in polarity), np.zeros(4))
        chances = np.exp(odds - odds.max()) / np.exp(odds - odds.max()).sum()
        found = dict(zip(POLARITIES, chances, strict=True))
        best = max(sorted(held), key=lambda one: found[one])
        if found[best] > SURE:
            yield names, best
        elif found["none"] > SURE_OF_NONE:
            yield names, "none"


def _polarities(
    examples: Sequence[tuple[list[str], str]],
) -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for names, _ in examples for name in names)
    known = sorted(n for n, count in counts.items() if count >= SEEN_AT_LEAST and not _COUNTED.search(n))
    column = {name: at for at, name in enumerate(known)}
    rows = [sorted(column[name] for name in names if name in column) for names, _ in examples]
    ends = np.cumsum([0, *map(len, rows)])
    inside = np.array([at for row in rows for at in row])
    matrix = csr_matrix((np.ones(len(inside)), inside, ends), shape=(len(rows), len(known)))
    right = [polarity for _, polarity in examples]
    regression = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3).fit(matrix, right)
    assert tuple(regression.classes_) == POLARITIES
    weights = {
        name: tuple(round(float(v), 2) for v in regression.coef_[:, at]) for name, at in column.items()
    }
    bias = tuple(round(float(value), 3) for value in regression.intercept_)
    return bias, {name: row for name, row in weights.items() if max(map(abs, row)) >= LEAST_WEIGHT}


def _target(examples: Sequence[tuple[Evidence, str]]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    matrix = np.array([facts for unit, _ in examples for facts in unit.targets])
    right = [change == stance for _, stance in examples for change in CHANGES]
    regression = LogisticRegression(C=0.3, max_iter=1000).fit(matrix, right)
    return {name: round(float(v), 3) for name, v in zip(TARGET_FACTS, regression.coef_[0], strict=True)}


def _position(examples: Sequence[tuple[Proposal, bool]]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for proposal, _ in examples for name in proposal.facts} - {"bias"})
    matrix = np.array([[proposal.facts.get(name, 0.0) for name in names] for proposal, _ in examples])
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0)
    spread[spread == 0] = 1.0
    regression = LogisticRegression(C=0.05, max_iter=2000)
    regression.fit((matrix - mean) / spread, [right for _, right in examples])
    slopes = regression.coef_[0] / spread
    found = {name: round(float(slope), 3) for name, slope in zip(names, slopes, strict=True)}
    return {"bias": round(float(regression.intercept_[0] - slopes @ mean), 3), **found}
