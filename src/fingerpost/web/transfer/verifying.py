"""Prove the register: the audit chain, every passage, source and issued briefing, and the index of words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.models import Rendition
from fingerpost.web.evidence.models import Judgement, Original, Passage, Reading, Source
from fingerpost.web.transfer.exporting import snapshot
from fingerpost.web.words.proving import misfits


@dataclass
class Proof:
    """What was compared, and a sentence for each fault."""

    entries: int = 0
    sources: int = 0
    passages: int = 0
    briefings: int = 0
    faults: list[str] = field(default_factory=list)


def verify() -> Proof:
    """Prove the register as of one moment; nothing is changed."""
    proof = Proof()
    with snapshot():
        proof.entries = Entry.objects.count()
        proof.faults += broken_links()
        for source in Source.objects.order_by("pk").iterator(chunk_size=20):
            proof.sources += 1
            proof.faults += _faults_of_bytes(source)
            for where, start, end, text in _passages(source):
                proof.passages += 1
                if source.text[start:end] != text:
                    proof.faults.append(
                        f'{where} cites {_short(text)} at {start} to {end} of source {source.pk} ("{source}"), '
                        f"and the source says {_short(source.text[start:end])} there."
                    )
        for rendition in Rendition.objects.select_related("issue").order_by("pk").iterator(chunk_size=5):
            proof.briefings += 1
            if digest_of(bytes(rendition.data)) != rendition.digest:
                proof.faults.append(
                    f"Briefing {rendition.issue.number} of case {rendition.issue.case_id} "
                    f"({rendition.format}) is not as it was issued: its digest differs."
                )
        proof.faults += misfits()
    return proof


def digest_of(data: bytes) -> str:
    """Give ``sha256:`` and the digest of bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _faults_of_bytes(source: Source) -> Iterator[str]:
    original = Original.objects.filter(source=source).first()
    if original is None:
        yield f'The bytes of source {source.pk} ("{source}") are gone.'
    elif digest_of(bytes(original.data)) != source.digest:
        yield f'The bytes of source {source.pk} ("{source}") are not those received: their digest differs.'


def _passages(source: Source) -> Iterator[tuple[str, int, int, str]]:
    """Yield where each passage of a source is kept, with its start, end and text."""
    for passage in Passage.objects.filter(finding__source=source).order_by("pk").iterator():
        yield f"Finding {passage.finding_id}", passage.start, passage.end, passage.text
    for reading in Reading.objects.filter(source=source).order_by("pk"):
        for span in _spans(reading.data):
            yield f"Reading {reading.pk}", *span
    for judgement in Judgement.objects.filter(finding__source=source).exclude(data=None).order_by("pk"):
        for span in _spans(judgement.data):
            yield f"Judgement {judgement.pk}", *span


def _spans(data: Any) -> Iterator[tuple[int, int, str]]:
    """Yield every start, end and text that stand together anywhere in JSON: passages, mentions, quotes."""
    if isinstance(data, list):
        for item in data:
            yield from _spans(item)
    elif isinstance(data, dict):
        if isinstance(data.get("start"), int) and isinstance(data.get("end"), int) and "text" in data:
            yield data["start"], data["end"], data["text"]
        for item in data.values():
            yield from _spans(item)


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 40 else f'"{text[:40]}…"'
