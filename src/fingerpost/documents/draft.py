"""What a format module gives: text and its pieces, not yet told apart, with the format's own metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from fingerpost.documents.canonical import canonical
from fingerpost.documents.model import BlockKind, Document, SourceDate


class Piece(NamedTuple):
    """A half-open stretch of the text that is one block at most; ``kind`` where the format itself tells."""

    start: int
    end: int
    kind: BlockKind | None = None


OpenPart = Callable[[bytes, str], Document]
"""Opens what came inside a document (a mail's attachment), given its bytes and its name."""


@dataclass(kw_only=True)
class Draft:
    """A document before its blocks are told apart. Metadata is as the format states it."""

    media_type: str
    text: str
    pieces: list[Piece]
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: list[SourceDate] = field(default_factory=list)
    attachments: list[Document] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Hints to the typesetter within words, which composed text need not keep and readers stumble over."""


def compose(parts: list[tuple[str, BlockKind | None]]) -> tuple[str, list[Piece]]:
    """Give one canonical text out of parts, a blank line between them (none between list items)."""
    text: list[str] = []
    pieces: list[Piece] = []
    at, previous = 0, None
    for raw, kind in parts:
        words = canonical(raw)[0].translate(INVISIBLE).strip()
        if not words:
            continue
        if pieces:
            gap = "\n" if kind == previous == "list" else "\n\n"
            text.append(gap)
            at += len(gap)
        text.append(words)
        pieces.append(Piece(at, at + len(words), kind))
        at += len(words)
        previous = kind
    return "".join(text), pieces
