"""Sentences as a reader of quotes sees them: the words around the marks, whatever the parser cut apart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.marks import Marked

ENDS = ".?!…"


class Piece(Struct, eq=False):
    """Words in marks with their tokens, ``first`` to ``last`` (half-open), without the marks."""

    marked: Marked
    text: str
    first: int
    last: int
    block: int


class Frame(Struct, eq=False):
    """One sentence of a block, tokens ``start`` to ``end`` (half-open), with what it has in marks."""

    start: int
    end: int
    block: int
    pieces: list[Piece]
    outside: list[int]
    """Indices of the words that stand in no marks."""


def frames(columns: Columns) -> Iterator[list[Frame]]:
    """Yield the frames of each block that has words in marks, block by block."""
    for number in columns.marks:
        found = list(_frames(columns, number))
        if found:
            yield found


def _frames(columns: Columns, number: int) -> Iterator[Frame]:
    block = columns.page.document.blocks[number]
    start, end = columns.at(block.start), columns.at(block.end)
    pieces = _pieces(columns, number)
    frame = Frame(start, start, number, [], [])
    i = start
    while i < end:
        piece = pieces.get(i)
        if piece:
            frame.pieces.append(piece)
            i = max(piece.last, i + 1)
            over = _ends_sentence(columns, piece, i, end)
        else:
            if not _is_mark(columns.text[i]) and not columns.text[i].isspace():
                frame.outside.append(i)
            over = columns.text[i] in ".?!" or _cut(columns, i, end)
            i += 1
        if over:
            while i < end and _is_closing(columns, i):
                i += 1
            frame.end = i
            yield frame
            frame = Frame(i, i, number, [], [])
    if frame.pieces or frame.outside:
        frame.end = end
        yield frame


def _pieces(columns: Columns, number: int) -> dict[int, Piece]:
    """Give the pieces of a block by their first token."""
    text = columns.page.document.text
    found = {}
    for pair in columns.marks[number]:
        content = text[pair.start : pair.end].rstrip()
        first, last = columns.at(pair.start), columns.at(pair.end)
        if last > first:
            found[first] = Piece(pair, content, first, last, number)
    return found


def _is_mark(text: str) -> bool:
    return text in "\"“”„«»‹›‘’‚'"


def _is_closing(columns: Columns, i: int) -> bool:
    return columns.text[i] in "”»’›" or (columns.text[i] in "\"'" and columns.glued[i - 1])


def _cut(columns: Columns, i: int, end: int) -> bool:
    """Tell whether a sentence ends in an abbreviation: "at 8 p.m. The council ..."."""
    following = i + 1
    return (
        following < end
        and columns.text[i].endswith(".")
        and columns.starts[following]
        and columns.is_cap(following)
    )


def _ends_sentence(columns: Columns, piece: Piece, i: int, end: int) -> bool:
    """Tell whether the sentence around a piece ends with it."""
    if not piece.text or piece.text[-1] not in ENDS:
        return False
    j = i
    while j < end and (_is_mark(columns.text[j]) or columns.text[j].isspace()):
        if not _is_closing(columns, j):
            return True
        j += 1
    if j >= end:
        return True
    if columns.text[j] in "—–-,;:" or columns.text[j][0].islower():
        return False
    if columns.text[j] == ".":
        return False
    return piece.text[-1] == "." or not _short_cue(columns, j, end)


def _short_cue(columns: Columns, start: int, end: int) -> bool:
    """Tell whether nothing but a cue follows: "Smith asked." after a question."""
    cue = -1
    for i in range(start, min(end, start + 14)):
        if columns.text[i] in ".?!":
            return cue >= 0 and i - cue < 8
        if columns.low[i] in speech.CUE_FORMS:
            cue = i
        elif cue >= 0 and columns.pos[i] in ("VERB", "AUX", "SCONJ"):
            return False
    return cue >= 0
