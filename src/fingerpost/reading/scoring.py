"""Score findings: how likely each is right, learned from the labelled articles.

A finding is described by binary features (the rule that proposed it, its fields, the words of its sentence) and
scored by logistic regression: small, trained by ``fingerpost train``, shipped as JSON, read without any library. No
proper noun and no number is a feature, so nothing is learned about the people and towns of the training articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from spacy.tokens import Span

from fingerpost.reading.model import (
    Action,
    Actor,
    Authority,
    Claim,
    Event,
    Position,
    Quote,
    Tie,
)
from fingerpost.reading.page import Page

Finding = Tie | Quote | Position | Authority | Event | Action | Claim
F = TypeVar("F", Tie, Quote, Position, Authority, Event, Action, Claim)

KINDS: dict[type, str] = {
    Tie: "ties",
    Quote: "quotes",
    Position: "positions",
    Authority: "authority",
    Event: "events",
    Action: "actions",
    Claim: "claims",
}
WORDY = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PART", "SCONJ", "ADP"})
"""Parts of speech whose lemmas are features."""


class Weights(Struct, frozen=True):
    """A logistic regression: log-odds of being right. Findings below ``threshold`` are dropped."""

    bias: float
    weights: dict[str, float]
    threshold: float = 0.0
    temper: float = 1.0
    shift: float = 0.0
    """Factor on the log-odds, and what is added: they make the score mean what it says on fresh articles."""


@lru_cache(maxsize=4)
def load_weights(language: str = "en") -> dict[str, Weights]:
    """Give the weights of each kind of finding that a language pack ships; empty where it ships none."""
    path = files("fingerpost.reading") / language / "weights.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Weights]) if path.is_file() else {}


class Scorer:
    """Scores the findings of one page."""

    def __init__(
        self, page: Page, actors: Sequence[Actor], weights: dict[str, Weights] | None = None
    ) -> None:
        self._page = page
        self._actors = {actor.id: actor for actor in actors}
        self._weights = load_weights() if weights is None else weights
        self._words: dict[int, list[str]] = {}

    def kept(self, findings: Sequence[F]) -> tuple[F, ...]:
        """Give the findings with their scores, without those below the threshold of their kind.

        Findings that have a score of their own keep it.
        """
        if not findings or findings[0].score is not None:
            return tuple(findings)
        if not (weights := self._weights.get(KINDS[type(findings[0])])):
            return tuple(findings)
        scored = [(finding, self.score(finding, weights)) for finding in findings]
        return tuple(
            msgspec.structs.replace(finding, score=round(score, 3))
            for finding, score in scored
            if score >= weights.threshold
        )

    def score(self, finding: Finding, weights: Weights) -> float:
        """Give the probability, 0 to 1, that a finding is right."""
        odds = weights.bias + sum(weights.weights.get(name, 0.0) for name in self.features(finding))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds * weights.temper + weights.shift))))

    def features(self, finding: Finding) -> list[str]:
        """Give the names of the binary features of a finding."""
        start = finding.start if isinstance(finding, Quote) else finding.passages[0].start
        return [*_own_features(finding, self._actors), *self._sentence_features(start)]

    def _sentence_features(self, start: int) -> list[str]:
        if start not in self._words:
            sent = self._page.sent_at(start)
            self._words[start] = list(_words_of(sent, self._page)) if sent is not None else []
        return self._words[start]


def _words_of(sent: Span, page: Page) -> Iterator[str]:
    yield from dict.fromkeys(f"word={token.lemma_.lower()}" for token in sent if token.pos_ in WORDY)
    block = page.block_at(sent.start_char)
    yield f"block={block.kind if block else None}"
    yield f"root={sent.root.tag_}"
    if sent.text.rstrip().endswith("?"):
        yield "question"
    if sent.start_char < FIRST_CHARACTERS:
        yield "early"


FIRST_CHARACTERS = 300
"""A finding this near the beginning may stand in the headline or the lead."""


def _own_features(finding: Finding, actors: dict[str, Actor]) -> Iterator[str]:
    fields: dict[str, Any] = {"why": finding.why}
    match finding:
        case Quote():
            fields |= _quote_fields(finding, actors)
        case Position():
            fields |= {"stance": finding.stance, "force": finding.force, "quoted": bool(finding.quotes)}
            fields |= {"condition": finding.condition is not None}
        case Authority():
            fields |= {"power": finding.power}
        case Event():
            fields |= {
                "kind": finding.kind,
                "dated": finding.date is not None,
                "vote": finding.vote is not None,
            }
        case Action():
            fields |= {"status": finding.status, "until": finding.until is not None}
            fields |= {"length": min(len(finding.what.split()) // 3, 5)}
        case Claim():
            fields |= {"kind": finding.kind, "comparator": finding.stated.comparator}
            fields |= {
                "verdict": finding.verdict,
                "unit": finding.stated.unit if finding.kind != "vote" else "-",
            }
        case Tie():
            fields |= {"kind": finding.kind, "since": finding.since is not None}
            fields |= {"passages": min(len(finding.passages), 4)}
    actor = finding.speaker if isinstance(finding, Quote) else getattr(finding, "actor", None)
    fields["actor"] = actors[actor].kind if actor in actors else None
    kind = next(
        (value for key, value in fields.items() if key in {"stance", "power", "kind", "status"}), None
    )
    for name, value in fields.items():
        yield f"{name}={value}"
        if kind is not None and name in {"why", "actor", "force"}:
            yield f"{kind}&{name}={value}"


def _quote_fields(quote: Quote, actors: dict[str, Actor]) -> dict[str, Any]:
    words = quote.text.split()
    return {
        "kind": quote.kind,
        "cue": quote.cue.text.lower() if quote.cue and len(quote.cue.text.split()) == 1 else bool(quote.cue),
        "words": min(len(words), 8),
        "lower": quote.text[:1].islower(),
        "stop": quote.text[-1:] if quote.text[-1:] in ",.?!" else "-",
        "named": bool(quote.source_span),
    }
