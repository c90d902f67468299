"""The public text of a source: whole with its reviewed passages marked, or these passages alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fingerpost.web.evidence.marking import NOT_MARKED, Block, Paragraph, Span, blocks_of, cut, spans_of
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.register.sides import sides_and_places
from fingerpost.web.site import gate


def reviewed(source: Source) -> list[Finding]:
    """Give what was found in a source and reviewed, in the order of the text."""
    found = (
        gate.findings()
        .filter(source=source)
        .exclude(kind__in=NOT_MARKED)
        .select_related("tie", "person__merged_into", "body", "source")
        .defer("source__text")
    )
    return list(found.prefetch_related("passages", sides_and_places("tie__")).order_by("start", "pk"))


def paragraphs(source: Source, findings: Sequence[Finding]) -> list[Paragraph]:
    """Give what of the text the public sees. Of a source shown as passages nothing else leaves this function."""
    spans = spans_of(source, (one for finding in findings for one in finding.passages.all()))
    blocks = blocks_of(source) if source.shown == Source.Shown.WHOLE else _joined(spans)
    return [cut(source.text, block, spans) for block in blocks]


def _joined(spans: Iterable[Span]) -> Iterator[Block]:
    """Yield the stretches that the spans cover, each once."""
    start = end = -1
    for left, right, _ in spans:
        if left > end:
            if end > 0:
                yield Block("passage", start, end)
            start, end = left, right
        end = max(end, right)
    if end > 0:
        yield Block("passage", start, end)
