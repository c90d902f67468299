"""Where citations lead: paragraphs numbered, passages marked, labels that say both."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct, UnsetType

from fingerpost.briefing.lookup import is_american
from fingerpost.briefing.model import Briefing, Line
from fingerpost.briefing.proof import citations_of, lines_of
from fingerpost.briefing.recording import record_note, record_origin, record_spoken
from fingerpost.briefing.words import UNREVIEWED, day
from fingerpost.casefile.model import CaseSource, Citation, Span
from fingerpost.casefile.register import Record

WHOLE = 60_000
"""Code points up to which a source is shown whole; of a longer one, what is near a marked passage."""

AROUND = '"“”„«», \n'
"""What may stand around a passage and is not part of the words quoted."""

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
    """A citation as the reader sees it: "1.5" is paragraph 5 of source 1, "R4" record 4 of the register.

    ``is_open``: nobody has reviewed yet what was read there.
    """

    label: str
    anchor: str
    note: str
    spoken: str
    is_open: bool = False

    @property
    def shown(self) -> str:
        """The label as set, with a mark where what it cites is not reviewed."""
        return self.label + UNREVIEWED if self.is_open else self.label


class Note(Struct, frozen=True):
    """What is cited of one paragraph, or of a record, for paper.

    ``under``: the section that quotes all of it word for word; empty where none does.
    """

    label: str
    note: str
    text: str
    spoken: str
    under: str = ""

    @property
    def printed(self) -> str:
        """The words as printed: a passage stands on paper once, so of one that is quoted it says where."""
        where = f"Quoted under “{self.under}”."
        return where if self.under and len(where) < len(self.text) else self.text


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
        self.quotes = _quotes(briefing)
        self.records = cited_records(briefing)
        reviewed = briefing.casefile.reviewed
        self.reviewed = None if isinstance(reviewed, UnsetType) else _by_source(reviewed)
        self.american = is_american(briefing.casefile)

    def paragraph_of(self, citation: Citation) -> int:
        """Give the number of the paragraph in which a citation begins, from 1."""
        return max(1, bisect_right(self.starts[citation.source], citation.start))

    def references(self, line: Line) -> tuple[Reference, ...]:
        """Give what a line cites, one reference per paragraph, in order; then the records it stands on."""
        found: dict[tuple[int, int], list[Citation]] = defaultdict(list)
        for citation in sorted(set(line.citations)) or sorted(set(citations_of(line))):
            found[citation.source, self.paragraph_of(citation)].append(citation)
        cited = [self._reference(*key, citations) for key, citations in found.items()]
        if line.kind == "scope":
            return tuple(cited)
        kept = (number for number in line.records or () if number in self.records)
        return (*cited, *(Reference(f"R{n}", f"r{n}", f"nr{n}", record_spoken(n)) for n in kept))

    def _reference(self, source: int, paragraph: int, citations: list[Citation]) -> Reference:
        return Reference(
            f"{source}.{paragraph}",
            self.anchor(citations[0]),
            f"n{source}-{paragraph}",
            f"Source {source}, paragraph {paragraph}",
            not all(map(self.is_reviewed, citations)),
        )

    def is_reviewed(self, citation: Citation) -> bool:
        """Tell whether people accepted what was read there; True too where nobody was asked to review."""
        if self.reviewed is None:
            return True
        spans = self.reviewed.get(citation.source, ())
        return any(span.start <= citation.start and citation.end <= span.end for span in spans)

    def anchor(self, citation: Citation) -> str:
        """Give the address of the marked passage that holds a citation."""
        return f"s{citation.source}-{bisect_right(self.marked[citation.source], citation.start)}"

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Give what is cited of each cited paragraph, in order, and then the records: a printed page's notes."""
        cited: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for number, spans in self.spans.items():
            for start, end in spans:
                cited[number, self.paragraph_of(Citation(number, start, end, ""))].append((start, end))
        passages = (self._note(*key, spans) for key, spans in sorted(cited.items()))
        return (*passages, *(self._record_note(record) for record in self.records.values()))

    def _record_note(self, record: Record) -> Note:
        n = record.number
        return Note(f"R{n}", f"nr{n}", record_note(record, american=self.american), record_spoken(n))

    def _note(self, source: int, paragraph: int, spans: list[tuple[int, int]]) -> Note:
        text = self.sources[source].document.text
        words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
        spoken = f"Source {source}, paragraph {paragraph}"
        under = [self._under(source, *_bare(text, start, end)) for start, end in spans]
        return Note(
            f"{source}.{paragraph}",
            f"n{source}-{paragraph}",
            words,
            spoken,
            under[0] if all(under) else "",
        )

    def _under(self, source: int, start: int, end: int) -> str:
        """Give the section that quotes a passage in full; "" where none does."""
        quotes = self.quotes.get(source, ())
        return next((title for first, last, title in quotes if first <= start and end <= last), "")

    def day(self, value: str) -> str:
        """Give an ISO value as the country that asks writes it."""
        return day(value, american=self.american)

    def origin(self, record: Record) -> str:
        """Give the source of a record, its entry in the history, and its digest in full."""
        return record_origin(record, american=self.american, whole=True)

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


def cited_records(briefing: Briefing) -> dict[int, Record]:
    """Give the records that lines stand on, by number, in order."""
    register = briefing.casefile.register
    if not register:
        return {}
    cited = {n for _, line in lines_of(briefing) if line.kind != "scope" for n in line.records or ()}
    return {record.number: record for record in register.ledger if record.number in cited}


def _quotes(briefing: Briefing) -> dict[int, list[tuple[int, int, str]]]:
    """Give by source where each quote begins and ends in it, and the section that quotes it."""
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for section, line in lines_of(briefing):
        for run in line.runs:
            if run.style == "quote" and run.at:
                found[run.at.source].append((run.at.start, run.at.end, section.title))
    return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a passage without the marks and the comma around it, as a quote of it is set."""
    while start < end and text[start] in AROUND:
        start += 1
    while end > start and text[end - 1] in AROUND:
        end -= 1
    return start, end


def _by_source(spans: Iterable[Span]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        found[span.source].append(span)
    return found


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
