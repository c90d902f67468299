"""Records of the register in words: for the notes of a printed page, and for the panel beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing.words import day, days_in, upper_first
from fingerpost.casefile.register import Record

KIND = {
    "involvement": "part of a body",
    "followup": "follow-up",
    "law": "law or policy",
}
"""Kinds of record that people call otherwise."""

SHORT = 16
"""Hexadecimal digits of a digest that are printed; the whole stands in the JSON."""


def record_spoken(number: int) -> str:
    """Give how a reference to a record is read out."""
    return f"Record {number} of the register"


def record_title(record: Record) -> str:
    """Give "Decision 12": the kind of record, with its number in the register."""
    return f"{upper_first(KIND.get(record.kind, record.kind))} {record.id}"


def record_note(record: Record, *, american: bool) -> str:
    """Give what the record is, what it says, when it was entered, and from which source; or that it has none."""
    return " ".join(part if part[-1] in ".?!…" else f"{part}." for part in _parts(record, american))


def _parts(record: Record, american: bool) -> Iterator[str]:
    said = record.fields.get("says") or record.fields.get("title")
    yield record_title(record) + (f": {days_in(said, american=american)}" if said else "")
    yield record_source(record, american=american)
    if record.imported_from:
        yield f"Imported from {record.imported_from}, not reviewed"
    if record.entered:
        entry = f", entry {record.entry}" if record.entry else ""
        yield f"Entered {day(record.entered, american=american)}{entry}"
    yield f"SHA-256 {short(record.digest)}"


def record_source(record: Record, *, american: bool) -> str:
    """Give the source a record was entered from, with its digest; or that none is recorded."""
    source = record.source
    if source is None:
        return "No source is recorded"
    if source.number:
        return f"From source {source.number}"
    published = f", {day(source.published, american=american)}" if source.published else ""
    return f"From “{source.title}”{published} (SHA-256 {short(source.digest)})"


def short(digest: str) -> str:
    """Give the first digits of a digest, for print."""
    return digest.removeprefix("sha256:")[:SHORT]
