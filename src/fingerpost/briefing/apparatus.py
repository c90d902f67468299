"""Where citations lead: paragraphs numbered, passages marked, labels that say both."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from fingerpost.briefing.model import Briefing, Line
from fingerpost.briefing.proof import citations_of, lines_of
from fingerpost.casefile.model import CaseSource, Citation

WHOLE = 60_000
"""Code points up to which a source is shown whole; of a longer one, what is near a marked passage."""

NEAR = 2
"""Paragraphs shown before and after a marked one in a long source."""


class Piece(Struct, frozen=True):
    """Text of a source, marked or not. ``first`` is set where a marked passage begins."""

    text: str
    mark: str | None = None
    first: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph of a source by number; ``left_out`` counts those left out before it."""

    number: int
    kind: str
    pieces: tuple[Piece, ...]
    left_out: int = 0


class Reference(Struct, frozen=True):
    """A citation as the reader sees it: "1.5" is paragraph 5 of source 1."""

    label: str
    anchor: str
    note: str
    source: int
    paragraph: int
    citation: Citation


class Note(Struct, frozen=True):
    """What is cited of one paragraph, for paper."""

    label: str
    note: str
    text: str


class Apparatus:
    """The citations of one briefing, ready to be followed."""

    def __init__(self, briefing: Briefing) -> None:
        self.sources = {source.number: source for source in briefing.casefile.sources}
        self.blocks = {n: _blocks(source) for n, source in self.sources.items()}
        cited = {c for _, line in lines_of(briefing) for c in citations_of(line)}
        by_source: dict[int, list[Citation]] = defaultdict(list)
        for citation in sorted(cited):
            by_source[citation.source].append(citation)
        self.spans = {number: _joined(found) for number, found in by_source.items()}
        self.starts = {n: [start for start, _, _ in blocks] for n, blocks in self.blocks.items()}
        self.marked = {n: [start for start, _ in spans] for n, spans in self.spans.items()}

    def paragraph_of(self, citation: Citation) -> int:
        """Give the number of the paragraph in which a citation begins, from 1."""
        return max(1, bisect_right(self.starts[citation.source], citation.start))

    def references(self, line: Line) -> tuple[Reference, ...]:
        """Give what a line cites, one reference per paragraph, in order."""
        found: dict[tuple[int, int], Reference] = {}
        for citation in sorted(set(line.citations)) or sorted(set(citations_of(line))):
            paragraph = self.paragraph_of(citation)
            found.setdefault(
                (citation.source, paragraph),
                Reference(
                    f"{citation.source}.{paragraph}",
                    self.anchor(citation),
                    f"n{citation.source}-{paragraph}",
                    citation.source,
                    paragraph,
                    citation,
                ),
            )
        return tuple(found.values())

    def anchor(self, citation: Citation) -> str:
        """Give the address of the marked passage that holds a citation."""
        return f"s{citation.source}-{bisect_right(self.marked[citation.source], citation.start)}"

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Give for each cited paragraph what is cited of it, in order: the notes of a printed page."""
        cited: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for number, spans in self.spans.items():
            for start, end in spans:
                cited[number, self.paragraph_of(Citation(number, start, end, ""))].append((start, end))
        return tuple(self._note(*key, spans) for key, spans in sorted(cited.items()))

    def _note(self, source: int, paragraph: int, spans: list[tuple[int, int]]) -> Note:
        text = self.sources[source].document.text
        words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
        return Note(f"{source}.{paragraph}", f"n{source}-{paragraph}", words)

    def paragraphs(self, source: CaseSource) -> tuple[Paragraph, ...]:
        """Give a source's paragraphs with the cited passages marked; a long source in extracts."""
        text = source.document.text
        spans = self.spans.get(source.number, [])
        shown: list[Paragraph] = []
        left_out = 0
        keep = self._kept(source)
        for number, (start, end, kind) in enumerate(self.blocks[source.number], 1):
            if keep is not None and number not in keep:
                left_out += 1
                continue
            pieces = tuple(_pieces(text, start, end, spans, source.number))
            shown.append(Paragraph(number, kind, pieces, left_out))
            left_out = 0
        return tuple(shown)

    def _kept(self, source: CaseSource) -> set[int] | None:
        if len(source.document.text) <= WHOLE:
            return None
        starts = self.starts[source.number]
        near: set[int] = set()
        for start, end in self.spans.get(source.number, []):
            first, last = bisect_right(starts, start), bisect_right(starts, max(start, end - 1))
            near.update(range(first - NEAR, last + NEAR + 1))
        return near


def _blocks(source: CaseSource) -> list[tuple[int, int, str]]:
    """Give the paragraphs as people count them: a dateline is part of the paragraph it begins."""
    text = source.document.text
    found: list[tuple[int, int, str]] = []
    for block in source.document.blocks:
        if found and found[-1][2] == "dateline" and "\n" not in text[found[-1][1] : block.start]:
            found[-1] = found[-1][0], block.end, block.kind
        else:
            found.append((block.start, block.end, block.kind))
    return found or [(0, len(text), "paragraph")]


def _joined(citations: Iterable[Citation]) -> list[tuple[int, int]]:
    """Give spans that never overlap: citations that share a character are marked as one."""
    spans: list[tuple[int, int]] = []
    for citation in citations:
        if spans and citation.start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], citation.end)
        else:
            spans.append((citation.start, citation.end))
    return spans


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int]], source: int) -> list[Piece]:
    pieces = []
    at = start
    # Spans stand in order and never overlap: the first that ends after the start, up to the end.
    for number in range(bisect_right(spans, start, key=lambda span: span[1]), len(spans)):
        begins, ends = spans[number]
        if begins >= end:
            break
        left, right = max(begins, start), min(ends, end)
        if left > at:
            pieces.append(Piece(text[at:left]))
        pieces.append(Piece(text[left:right], f"s{source}-{number + 1}", begins >= start))
        at = right
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces
