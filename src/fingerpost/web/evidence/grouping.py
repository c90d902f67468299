"""The findings of a source in the order of their review: what is not settled first, then sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from fingerpost.web.evidence.marking import blocks_of
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.sentences import sentence_starts

SURE = 0.9
"""Of findings scored so high, nine in ten or more are right: see docs/guide/scores.md."""

ORDER = ("tie", "event", "position", "authority", "action", "quote", "claim", "actor", "place")
"""Of one sentence, what is said comes first, then who and what is named."""

SENTENCES = frozenset({"tie", "event", "position", "authority", "action"})
"""Kinds whose passages are whole sentences."""


class Group(NamedTuple):
    """Findings that are judged together: of one sentence, or of all that the reader did not settle."""

    settled: bool
    text: str
    """The sentence; empty where the findings are of several."""
    findings: list[Finding]
    sure: list[Finding]
    """Those that wait to be judged and that the reader is sure of."""


def is_sure(finding: Finding) -> bool:
    """Tell whether the reader settled everything about a finding, and nine in ten like it are right."""
    if finding.unsettled or finding.reading_id is None:
        return False
    if finding.score is not None:
        return finding.score >= SURE
    if finding.kind == Finding.Kind.ACTOR:
        return is_name(finding.data["name"])
    return True


def is_name(words: str) -> bool:
    """Tell whether words are a name rather than a description: "Kenny Alexander", not "400 students"."""
    long = [word for word in words.split() if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def grouped(source: Source, findings: Sequence[Finding]) -> list[Group]:
    """Give the findings of a source, passages prefetched, in groups to be judged one after the other."""
    starts = sentence_starts(source.text, [block[1:] for block in blocks_of(source)], _whole(findings))

    def sentence(finding: Finding) -> int:
        return 0 if finding.unsettled else bisect_right(starts, finding.start)

    def order(finding: Finding) -> tuple[int, int, int, int]:
        return sentence(finding), ORDER.index(finding.kind), finding.start, finding.pk

    return [
        Group(number > 0, _text(source, starts, number), together, sure_ones(together))
        for number, found in groupby(sorted(findings, key=order), sentence)
        for together in (list(found),)
    ]


def sure_ones(findings: Sequence[Finding]) -> list[Finding]:
    """Give those findings that wait to be judged and that the reader is sure of."""
    return [finding for finding in findings if finding.state == Finding.State.OPEN and is_sure(finding)]


def _text(source: Source, starts: list[int], number: int) -> str:
    """Give the text of a sentence by its number, from 1; of number 0, which is none, ""."""
    if number == 0:
        return ""
    return source.text[starts[number - 1] : (*starts, len(source.text))[number]].strip()


def _whole(findings: Sequence[Finding]) -> list[tuple[int, int]]:
    return [
        (passage.start, passage.end)
        for finding in findings
        if finding.kind in SENTENCES and finding.reading_id is not None
        for passage in finding.passages.all()
    ]
