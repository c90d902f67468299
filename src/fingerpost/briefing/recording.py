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
    return f"Register, R{number}"


def record_title(record: Record) -> str:
    """Give "Decision 12": the kind of record, with its number in the register."""
    return f"{upper_first(KIND.get(record.kind, record.kind))} {record.id}"


def record_note(record: Record, *, american: bool) -> str:
    """Give what the record is, what it says, from which source or that it has none, its entry and its digest."""
    said = record.fields.get("says") or record.fields.get("title")
    title = record_title(record) + (f": {days_in(said, american=american)}" if said else "")
    return f"{_ended(title)} {record_origin(record, american=american)}"


def record_origin(record: Record, *, american: bool, whole: bool = False) -> str:
    """Give a record's source, its entry in the history, and its digest; ``whole``: all digits of it."""
    return " ".join(map(_ended, _origin(record, american, whole)))


def _ended(part: str) -> str:
    return part if part[-1] in ".?!…" else f"{part}."


def _origin(record: Record, american: bool, whole: bool) -> Iterator[str]:
    yield record_source(record, american=american)
    if record.imported_from:
        yield f"Imported from {record.imported_from}, not reviewed"
    entered = day(record.entered, american=american) if record.entered else ""
    entry = f"entry {record.entry}" if record.entry else ""
    if whole:
        parts = [f"Entered {entered}" if entered else "Record", entry, f"SHA-256 {_digits(record.digest)}"]
    else:
        # the entry says the day in the history; on paper every word is one that a council reads past
        parts = [upper_first(entry) or f"Record, {entered}".rstrip(", "), short(record.digest)]
    yield ", ".join(part for part in parts if part)


def record_source(record: Record, *, american: bool) -> str:
    """Give the source a record was entered from, with its digest; or that none is recorded."""
    source = record.source
    if source is None:
        return "No source"
    if source.number:
        return f"From source {source.number}"
    published = f", {day(source.published, american=american)}" if source.published else ""
    return f"From “{source.title}”{published} (SHA-256 {short(source.digest)})"


def short(digest: str) -> str:
    """Give the first digits of a digest, for print."""
    return _digits(digest)[:SHORT]


def _digits(digest: str) -> str:
    return digest.removeprefix("sha256:")
