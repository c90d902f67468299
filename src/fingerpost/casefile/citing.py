"""Passages of one reading to citations of the case."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.casefile.model import Citation
from fingerpost.reading.model import Passage


def cite(source: int, passages: Iterable[Passage]) -> tuple[Citation, ...]:
    """Give the citations of passages, in text order, each once."""
    return tuple(sorted({Citation(source, p.start, p.end, p.text) for p in passages}))


def together(*groups: Iterable[Citation]) -> tuple[Citation, ...]:
    """Give the citations of several groups, by source and place, each once."""
    return tuple(sorted({citation for group in groups for citation in group}))


def overlap(one: Iterable[Citation], other: Iterable[Citation]) -> bool:
    """Tell whether any two citations share a character of one source."""
    others = tuple(other)
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a in one for b in others)
