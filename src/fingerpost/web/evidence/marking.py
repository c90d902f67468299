"""The text of a source in paragraphs, cut where a passage begins or ends. Offsets count code points of the text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fingerpost.web.evidence.models import Finding, Passage, Source

NOT_MARKED = frozenset({Finding.Kind.ACTOR, Finding.Kind.PLACE})
"""Kinds whose passages are names, so many that marking them would mark everything."""


class Span(NamedTuple):
    """Where a passage of a finding lies."""

    start: int
    end: int
    finding: int


class Block(NamedTuple):
    """A paragraph, heading or the like, as the reader laid the source out."""

    kind: str
    start: int
    end: int


class Run(NamedTuple):
    """A stretch of text with the findings that cite it; ``first_of``: those whose first passage begins here."""

    start: int
    text: str
    findings: tuple[int, ...]
    first_of: tuple[int, ...]


class Paragraph(NamedTuple):
    """A block of the source as runs."""

    kind: str
    start: int
    runs: list[Run]


def marked(source: Source, findings: Sequence[Finding] | None = None) -> list[Paragraph]:
    """Give the paragraphs of a source, cut where the passage of one of its findings begins or ends."""
    if findings is None:
        spans = spans_of(
            source, Passage.objects.filter(finding__source=source).exclude(finding__kind__in=NOT_MARKED)
        )
    else:
        marking = [finding for finding in findings if finding.kind not in NOT_MARKED]
        spans = spans_of(source, (passage for finding in marking for passage in finding.passages.all()))
    return [cut(source.text, block, spans) for block in blocks_of(source)]


def spans_of(source: Source, passages: Iterable[Passage]) -> list[Span]:
    """Give the spans of those passages that still are what the text says there, in the order of the text."""
    return sorted(
        Span(one.start, one.end, one.finding_id)
        for one in passages
        if source.text[one.start : one.end] == one.text
    )


def blocks_of(source: Source) -> list[Block]:
    """Give the blocks of a source; one that was not read yet is a single paragraph."""
    reading = source.readings.first()
    blocks = reading.data["document"]["blocks"] if reading else []
    if not blocks and source.text:
        return [Block("paragraph", 0, len(source.text))]
    return [Block(block["kind"], block["start"], block["end"]) for block in blocks]


def cut(text: str, block: Block, spans: Sequence[Span]) -> Paragraph:
    """Give a block of a text, cut where a span begins or ends."""
    first = {span.finding: span.start for span in reversed(spans)}
    here = [span for span in spans if span.start < block.end and span.end > block.start]
    return Paragraph(block.kind, block.start, list(_runs(text, block, here, first)))


def _runs(text: str, block: Block, spans: Sequence[Span], first: dict[int, int]) -> Iterator[Run]:
    _, start, end = block
    cuts = {start, end, *(max(start, span.start) for span in spans), *(min(end, span.end) for span in spans)}
    for left, right in itertools.pairwise(sorted(cuts)):
        over = [span.finding for span in spans if span.start < right and span.end > left]
        begin = [span.finding for span in spans if span.start == left == first[span.finding]]
        yield Run(left, text[left:right], tuple(dict.fromkeys(over)), tuple(dict.fromkeys(begin)))
