"""Prove a briefing against its sources: every passage equal, or the character where it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import msgspec
from msgspec import Struct

from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import citations_of, lines_of, sound_records, stands
from fingerpost.briefing.sealing import seal_of
from fingerpost.casefile.model import CaseSource, Citation
from fingerpost.documents.model import Document
from fingerpost.errors import PlainError


class NoBriefing(PlainError):
    """A file that is no briefing of this format."""


class Outcome(Struct, frozen=True):
    """What a check found. ``problems`` are plain sentences; none means proved."""

    passages: int
    sources: int
    problems: tuple[str, ...]
    records: int = 0


def read_briefing(data: bytes, name: str) -> Briefing:
    """Give the briefing in a file.

    Raises:
        NoBriefing: it is not JSON of format ``fingerpost/briefing/1``; the message says where it departs.
    """
    try:
        return msgspec.json.decode(data, type=Briefing)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NoBriefing(
            f'{name} is not a briefing in JSON ({error}). Make one with "fingerpost brief -o briefing.json".'
        ) from error


def check(briefing: Briefing, documents: Sequence[Document]) -> Outcome:
    """Compare all passages with the briefing's own copy of each source, and each copy with the source itself."""
    problems = [*_inside(briefing)]
    pairs, strangers = _paired(briefing.casefile.sources, documents)
    for source in briefing.casefile.sources:
        document = pairs.get(source.number)
        if document is None:
            problems.append(f"{_named(source)} was not handed in, so it could not be compared.")
        else:
            problems.extend(_against(briefing, source, document))
    problems.extend(f"{d.name or d.id} is no source of this briefing." for d in strangers)
    passages = {citation for _, line in lines_of(briefing) for citation in citations_of(line)}
    return Outcome(len(passages), len(pairs), tuple(problems), len(sound_records(briefing)))


def _inside(briefing: Briefing) -> Iterator[str]:
    """Find what does not agree within the briefing itself."""
    texts = {source.number: source.document.text for source in briefing.casefile.sources}
    sound = sound_records(briefing)
    found = False
    for section, line in lines_of(briefing):
        where = f'Section "{section.title}", line "{_short(line.text)}"'
        if not stands(line):
            found = True
            yield f"{where}: cites nothing."
        for citation in citations_of(line):
            there = texts.get(citation.source, "")[citation.start : citation.end]
            if there != citation.text or not citation.text:
                found = True
                yield f"{where}: {_difference(citation, there)}"
        for number in line.records or ():
            if number not in sound:
                found = True
                yield f"{where}: record {number} of the register is missing, or is not what its digest says."
        for run in line.runs:
            if run.style == "quote" and (run.at is None or run.at.text != run.text):
                found = True
                place = f" {_first(run.text, run.at.text, run.at.start, 'passage')}" if run.at else ""
                yield f"{where}: the quote is not the passage it points to.{place}"
    if not found and briefing.seal != seal_of(briefing):
        yield "The seal does not match: something in the briefing was changed after it was made."


def _difference(citation: Citation, there: str) -> str:
    return f"the passage of source {citation.source} is not what stands there. " + _first(
        citation.text, there, citation.start, "stored source"
    )


def _first(quoted: str, there: str, start: int, what: str) -> str:
    at = _alike_for(quoted, there)
    return (
        f"First difference at character {start + at}: the briefing has {_shown(quoted, at)}, "
        f"the {what} {_shown(there, at)}."
    )


def _shown(text: str, at: int) -> str:
    """Give the character at a place with a few after it, escaped where it cannot be seen."""
    if at >= len(text):
        return "nothing more"
    around = text[max(0, at - 12) : at + 13]
    return f"{_visible(text[at])} (in {_visible(around)})"


def _visible(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _alike_for(one: str, other: str) -> int:
    """Give for how many characters two texts are equal from the start; found by halving, as texts may be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _against(briefing: Briefing, source: CaseSource, document: Document) -> Iterator[str]:
    """Compare the text a briefing was made from with the text of the file handed in."""
    stored, given = source.document.text, document.text
    name = document.name or _named(source)
    if stored != given:
        at = _alike_for(stored, given)
        line = stored.count("\n", 0, at) + 1
        column = at - (stored.rfind("\n", 0, at) + 1) + 1
        yield (
            f"{name} is not source {source.number} as the briefing was made from it. First difference at "
            f"character {at} (line {line}, column {column}): the briefing has {_shown(stored, at)}, "
            f"the file {_shown(given, at)}.{_affected(briefing, source.number, at)}"
        )
    elif source.document.id != document.id:
        yield (
            f"{name}: its bytes are not those that source {source.number} was read from (the digest differs), "
            "though the text read from it is the same, and every passage stands."
        )


def _affected(briefing: Briefing, source: int, at: int) -> str:
    for section, line in lines_of(briefing):
        if any(c.source == source and c.start <= at < c.end for c in citations_of(line)):
            return f' It stands in a passage cited under "{section.title}".'
    return " No cited passage holds it."


def _paired(
    sources: Sequence[CaseSource], documents: Sequence[Document]
) -> tuple[dict[int, Document], list[Document]]:
    """Give each source its file: by digest, else by name, else the file most like it."""
    pairs: dict[int, Document] = {}
    left = list(documents)
    for same in (_same_digest, _same_name, _alike):
        for source in sources:
            if source.number not in pairs:
                document = next((d for d in left if same(source.document, d)), None)
                if document:
                    pairs[source.number] = document
                    left.remove(document)
    return pairs, left


def _same_digest(one: Document, other: Document) -> bool:
    return one.id == other.id


def _same_name(one: Document, other: Document) -> bool:
    return bool(one.name and other.name and PurePath(one.name).name == PurePath(other.name).name)


def _alike(one: Document, other: Document) -> bool:
    """Tell whether two texts begin or end alike over half their length."""
    head = _alike_for(one.text, other.text)
    tail = _alike_for(one.text[::-1], other.text[::-1])
    return head + tail >= min(len(one.text), len(other.text)) / 2


def _named(source: CaseSource) -> str:
    name = source.document.name
    return f"Source {source.number} ({name})" if name else f"Source {source.number}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
