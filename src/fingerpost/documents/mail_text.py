"""The text of a mail in pieces: its own words, what it quotes of another mail, the sender's signature."""

from __future__ import annotations

import re

from fingerpost.documents.draft import Piece
from fingerpost.documents.lines import pieces_of
from fingerpost.documents.model import BlockKind

QUOTED = re.compile(r"[ \t]*>")
REPLY_HEAD = re.compile(
    r"(?:On|Am|Le|El) .{5,200}(?:wrote|schrieb|a écrit|escribió) ?:$|-{2,} ?(?:Original|Forwarded) ", re.S
)
SIGNATURE_MARK = "--"


def mail_pieces(text: str, start: int) -> list[Piece]:
    """Give the pieces of a mail's text from ``start`` on."""
    pieces: list[Piece] = []
    for begin, end, kind in _stretches(text, start):
        for piece in pieces_of(text, start=begin, end=end):
            is_head = kind is None and REPLY_HEAD.match(text[piece.start : min(piece.end, piece.start + 400)])
            pieces.append(Piece(piece.start, piece.end, "other" if is_head else kind))
    return pieces


def _stretches(text: str, start: int) -> list[tuple[int, int, BlockKind | None]]:
    """Give half-open stretches of lines of one sort: own words, quoted words, signature."""
    found: list[tuple[int, int, BlockKind | None]] = []
    at, signing = start, False
    for line in text[start:].splitlines(keepends=True):
        end = at + len(line)
        signing = signing or line.rstrip() == SIGNATURE_MARK
        kind: BlockKind | None = "signature" if signing else "other" if QUOTED.match(line) else None
        if found and (found[-1][2] == kind or not line.strip()):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((at, end, kind))
        at = end
    return found


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Give format=flowed text with its paragraphs on one line each (RFC 3676)."""
    lines: list[str] = []
    open_depth: int | None = None
    for raw in text.split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        words = raw[depth:].removeprefix(" ")
        if open_depth == depth and words.rstrip() != SIGNATURE_MARK:
            lines[-1] += words
        else:
            lines.append(">" * depth + (" " if depth else "") + words)
        soft = words.endswith(" ") and words != "-- "
        if soft and delete_space:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if soft else None
    return "\n".join(lines)
