"""No line without a passage: what makes a briefing fail rather than claim."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing.model import Briefing, Line, Section
from fingerpost.casefile.model import Citation
from fingerpost.casefile.register import digest_of
from fingerpost.errors import PlainError


class BriefingError(PlainError):
    """A briefing that must not be written."""


class UncitedLine(BriefingError):
    """A line that stands on nothing."""

    def __init__(self, section: Section, line: Line) -> None:
        self.section = section
        self.line = line
        super().__init__(f'Section "{section.title}": the line "{line.text}" cites nothing.')


class ChangedRecord(BriefingError):
    """A line that stands on a record of the register that is not there, or not as its digest says."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"Record {number} of the register is missing, or is not what its digest says.")


class OrphanPassage(BriefingError):
    """A citation that does not equal its source at its place."""

    def __init__(self, citation: Citation) -> None:
        self.citation = citation
        super().__init__(
            f'Source {citation.source}, characters {citation.start} to {citation.end}: "{citation.text}" '
            "does not stand there."
        )


def prove(briefing: Briefing) -> Briefing:
    """Give the briefing back where every line stands on something and every citation is exact.

    Raises:
        UncitedLine: a line has no citation; the message names section and line.
        OrphanPassage: a citation or a quote is not what stands in its source at its place.
        ChangedRecord: a record that a line stands on is missing, or is not as its digest says.
    """
    sound = sound_records(briefing)
    texts = {source.number: source.document.text for source in briefing.casefile.sources}
    for section, line in lines_of(briefing):
        if not stands(line):
            raise UncitedLine(section, line)
        for citation in citations_of(line):
            if texts[citation.source][citation.start : citation.end] != citation.text or not citation.text:
                raise OrphanPassage(citation)
        for number in line.records or ():
            if number not in sound:
                raise ChangedRecord(number)
        for run in line.runs:
            if run.style == "quote" and (run.at is None or run.at.text != run.text):
                raise UncitedLine(section, line)
    return briefing


def stands(line: Line) -> bool:
    """Tell whether a line has what its kind must stand on."""
    if line.kind in {"finding", "computed"}:
        return bool(line.citations or line.records)
    if line.kind == "scope":
        return bool(line.searched or line.records)
    if line.kind == "source":
        return bool(line.searched)
    return line.kind == "given"


def sound_records(briefing: Briefing) -> frozenset[int]:
    """Give the numbers of the register's records that are as their digests say."""
    register = briefing.casefile.register
    if not register:
        return frozenset()
    return frozenset(
        record.number
        for record in register.ledger
        if record.digest == digest_of(record.kind, record.id, record.fields)
    )


def lines_of(briefing: Briefing) -> Iterator[tuple[Section, Line]]:
    """Yield every line with its section."""
    for section in briefing.sections:
        for group in section.groups:
            for line in group.lines:
                yield section, line


def citations_of(line: Line) -> tuple[Citation, ...]:
    """Give all that a line cites, its quotes included."""
    return line.citations + tuple(run.at for run in line.runs if run.at)
