"""The public text of a source: whole with its reviewed passages marked, or these passages alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.site import gate

NOT_MARKED = frozenset({Finding.Kind.ACTOR, Finding.Kind.PLACE})
"""Their passages are names: marking them would mark everything."""
Span = tuple[int, int, int]
"""Start, end and finding of a passage; offsets count code points of the source's text."""


class Run(NamedTuple):
    """A stretch of text; ``is_marked``: a finding rests on it; ``anchors``: findings that begin here."""

    text: str
    is_marked: bool
    anchors: tuple[int, ...]


@dataclass(frozen=True)
class Paragraph:
    """A block of the text, or a passage that stands alone."""

    kind: str
    runs: list[Run]


def reviewed(source: Source) -> list[Finding]:
    """Give what was found in a source and reviewed, in the order of the text."""
    found = (
        gate.findings()
        .filter(source=source)
        .exclude(kind__in=NOT_MARKED)
        .select_related("tie", "person__merged_into", "body", "source")
        .defer("source__text")
    )
    return list(found.prefetch_related("passages", "tie__sides__place").order_by("start", "pk"))


def paragraphs(source: Source, findings: Sequence[Finding]) -> list[Paragraph]:
    """Give what of the text the public sees. Of a source shown as passages nothing else leaves this function."""
    spans = _spans(source, findings)
    if source.shown == Source.Shown.WHOLE:
        return [
            Paragraph(kind, list(_runs(source.text, start, end, spans)))
            for kind, start, end in _blocks(source)
        ]
    return [
        Paragraph("passage", list(_runs(source.text, start, end, spans))) for start, end in _joined(spans)
    ]


def _spans(source: Source, findings: Iterable[Finding]) -> list[Span]:
    """Give the spans of passages that still are what the text says there."""
    return sorted(
        (one.start, one.end, finding.pk)
        for finding in findings
        for one in finding.passages.all()
        if source.text[one.start : one.end] == one.text
    )


def _joined(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that the spans cover, each once."""
    start = end = -1
    for left, right, _ in spans:
        if left > end:
            if end > 0:
                yield start, end
            start, end = left, right
        end = max(end, right)
    if end > 0:
        yield start, end


def _blocks(source: Source) -> Iterator[tuple[str, int, int]]:
    reading = source.readings.first()
    blocks = reading.data["document"]["blocks"] if reading else []
    for block in blocks:
        yield block["kind"], block["start"], block["end"]
    if not blocks and source.text:
        yield "paragraph", 0, len(source.text)


def _runs(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Run]:
    here = [span for span in spans if span[0] < end and span[1] > start]
    first = {pk: s for s, _, pk in reversed(spans)}
    cuts = sorted({start, end, *(max(start, s) for s, _, _ in here), *(min(end, e) for _, e, _ in here)})
    for left, right in itertools.pairwise(cuts):
        marked = any(s < right and e > left for s, e, _ in here)
        anchors = dict.fromkeys(pk for s, _, pk in here if s == left and s == first[pk])
        yield Run(text[left:right], marked, tuple(anchors))
