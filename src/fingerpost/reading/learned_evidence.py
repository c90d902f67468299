"""The evidence of a page for the learned positions: each sentence with each actor in it, and the page as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import Columns
from fingerpost.reading.learned_sentences import Sentence
from fingerpost.reading.model import Actor, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frames
from fingerpost.reading.ties import Ties

CHANGES = ("end", "suspend", "establish", "renew", "restore")
"""What may be proposed to be done with a tie; to be against the first two is to keep."""
SILENT = frozenset({"press"})
"""Kinds of actors whose positions are not looked for."""
TELLING = {"nsubj": 4, "nsubjpass": 3, "agent": 2, "conj": 2, "appos": 2, "pobj": 1}
"""Relations by how much they tell of an actor that a sentence names more than once."""
LEAD_SENTENCES = 3


class Evidence(NamedTuple):
    """One sentence that has to do with one actor."""

    actor: str
    start: int
    end: int
    """Tokens of the sentence, half-open."""
    features: list[str]
    targets: list[list[float]]
    """For each of ``CHANGES``, how much speaks for it as what the sentence is about (``TARGET_FACTS``)."""
    rules: tuple[Candidate, ...]
    """What the rules read in this sentence for this actor."""


TARGET_FACTS = (
    *("here", "here-word", "under", "before", "before-word", "last", "put", "question", "rule", "rule-keep"),
    *("share", "lead-share", "word-share", "lead-word-share", "motion-share"),
    *(f"is-{change}" for change in CHANGES),
)


class Evidences:
    """All evidence of a page.

    Args:
        told: what the rules read, before one is chosen per actor and stance.
        chosen: what they chose, by actor and stance.
    """

    def __init__(
        self,
        page: Page,
        cast: Cast,
        ties: Ties,
        quotes: Sequence[Quote],
        frames: Frames,
        told: Sequence[Candidate],
        chosen: Sequence[Candidate],
    ) -> None:
        self.actors: Mapping[str, Actor] = cast.by_id
        self.chosen = {(c.actor, c.stance): c for c in chosen}
        self.ties = len(ties.ties)
        self.quoted = Counter(q.speaker for q in quotes if q.speaker)
        self._cast, self._told = cast, told
        self._operations = {op.token.i: op.stance for op in frames.operations}
        columns = cast.columns
        self._sentences = [Sentence(columns, start, end, self._operations) for start, end, _ in columns.spans]
        self._weigh(frames)
        self.units = list(self._units(columns, quotes))

    def _weigh(self, frames: Frames) -> None:
        """Count what the page speaks of doing with the tie: as operations, as bare words, in the lead, as motions."""
        words = [[group for own in s.at.values() for group in own] for s in self._sentences]
        lead = [group for groups in words[:LEAD_SENTENCES] for group in groups]
        every = [group for groups in words for group in groups]
        self.motions = [(m.at, m.stance) for m in frames.motions.all if not m.amends and m.stance in CHANGES]
        self.shares = _shares(every, "op-")
        put = _shares([stance for _, stance in self.motions])
        likeliest = max(CHANGES, key=lambda change: put[change] * 2 + self.shares[change])
        found = put[likeliest] + self.shares[likeliest] > 0
        self.question = frames.motions.question or (likeliest if found else "")
        measured = (self.shares, _shares(lead, "op-"), _shares(every), _shares(lead), put)
        self._measures = {change: [m[change] for m in measured] for change in CHANGES}

    def _units(self, columns: Columns, quotes: Sequence[Quote]) -> Iterator[Evidence]:
        speaking = [(columns.at(q.start), columns.at(q.end), q.speaker) for q in quotes if q.speaker]
        told: dict[int, list[Candidate]] = {}
        for candidate in self._told:
            told.setdefault(candidate.token.sent.start, []).append(candidate)
        before: tuple[str, ...] = ()
        last = put = ""
        motion = quote = 0
        for sentence in self._sentences:
            start, end = sentence.start, sentence.end
            while quote < len(speaking) and speaking[quote][1] <= start:
                quote += 1
            while motion < len(self.motions) and self.motions[motion][0] < start:
                put = self.motions[motion][1]
                motion += 1
            speakers = {s[2] for s in speaking[quote : quote + 4] if s[0] < end and s[1] > start}
            here = told.get(start, [])
            around = (before, last, put)
            for actor, i in self._actors(columns, start, end, speakers, here).items():
                rules = tuple(c for c in here if c.actor == actor)
                names = sentence.features(self.actors[actor], i, speaks=actor in speakers)
                targets = self._targets(sentence, names, around, rules)
                yield Evidence(actor, start, end, names, targets, rules)
            before = sentence.groups
            done = [self._operations[i] for i in range(start, end) if i in self._operations]
            last = next((stance for stance in reversed(done) if stance in CHANGES), last)

    def _actors(
        self, columns: Columns, start: int, end: int, speakers: set[str], here: Sequence[Candidate]
    ) -> dict[str, int]:
        """Give the actors of a sentence, each with its most telling token (-1: it is not named)."""
        found: dict[str, int] = {}
        rank = TELLING.get
        for i in range(start, end):
            actor = self._cast.id_at(i)
            if actor is None:
                continue
            if actor not in found or rank(columns.dep[i], 0) > rank(columns.dep[found[actor]], 0):
                found[actor] = i
        for actor in (*sorted(speakers), *(c.actor for c in here)):
            found.setdefault(actor, -1)
        return {actor: i for actor, i in found.items() if self.actors[actor].kind not in SILENT}

    def _targets(
        self,
        sentence: Sentence,
        names: Sequence[str],
        around: tuple[tuple[str, ...], str, str],
        rules: Sequence[Candidate],
    ) -> list[list[float]]:
        before, last, put = around
        groups, under = sentence.groups, set(names)
        stances = {candidate.stance for candidate in rules}
        return [
            [
                float(f"op-{change}" in groups),
                float(change in groups),
                float(f"under={change}" in under),
                float(f"op-{change}" in before),
                float(change in before),
                float(last == change),
                float(put == change),
                float(self.question == change),
                float(change in stances),
                float("keep" in stances and change in {"end", "suspend"}),
                *self._measures[change],
                *(float(change == other) for other in CHANGES),
            ]
            for change in CHANGES
        ]


def _shares(names: Sequence[str], prefix: str = "") -> dict[str, float]:
    """Give the share of each change among the names, 0 to 1."""
    counts = Counter(names)
    total = sum(counts[prefix + change] for change in CHANGES) or 1
    return {change: counts[prefix + change] / total for change in CHANGES}
