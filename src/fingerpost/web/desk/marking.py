"""The text of a source in paragraphs, with the passages of findings marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fingerpost.web.evidence.models import Finding, Passage, Source

NOT_MARKED = frozenset({Finding.Kind.ACTOR, Finding.Kind.PLACE})
"""Kinds with so many passages that marking them would mark everything."""


class Run(NamedTuple):
    """A stretch of text with the findings that cite it; ``first_of``: findings whose passages begin here."""

    start: int
    text: str
    findings: tuple[int, ...]
    first_of: tuple[int, ...]


class Paragraph(NamedTuple):
    """A block of the source as runs; offsets count code points of the source's text."""

    kind: str
    start: int
    runs: list[Run]


def marked(source: Source, findings: Sequence[Finding] | None = None) -> list[Paragraph]:
    """Give the paragraphs of a source, cut where the passage of a finding begins or ends."""
    passages = [p for f in findings for p in f.passages.all()] if findings is not None else _passages(source)
    kinds = {f.pk: f.kind for f in findings} if findings is not None else {}
    spans = sorted(
        (p.start, p.end, p.finding_id)
        for p in passages
        if kinds.get(p.finding_id) not in NOT_MARKED and source.text[p.start : p.end] == p.text
    )
    return [
        Paragraph(
            kind,
            start,
            list(_runs(source.text, start, end, [s for s in spans if s[0] < end and s[1] > start])),
        )
        for kind, start, end in _blocks(source)
    ]


def _passages(source: Source) -> Iterable[Passage]:
    return Passage.objects.filter(finding__source=source).exclude(finding__kind__in=NOT_MARKED)


def _blocks(source: Source) -> Iterator[tuple[str, int, int]]:
    reading = source.readings.first()
    blocks = reading.data["document"]["blocks"] if reading else []
    for block in blocks:
        yield block["kind"], block["start"], block["end"]
    if not blocks and source.text:
        yield "paragraph", 0, len(source.text)


def _runs(text: str, start: int, end: int, spans: list[tuple[int, int, int]]) -> Iterator[Run]:
    cuts = sorted({start, end, *(max(start, s) for s, _, _ in spans), *(min(end, e) for _, e, _ in spans)})
    for left, right in itertools.pairwise(cuts):
        here = tuple(dict.fromkeys(f for s, e, f in spans if s < right and e > left))
        first = tuple(dict.fromkeys(f for s, _, f in spans if s == left))
        yield Run(left, text[left:right], here, first)
