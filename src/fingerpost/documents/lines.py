"""Lines of plain text to pieces: either every line is a paragraph, or lines were wrapped at a width.

Wrapped text gives itself away: there is a width at which line after line ends because the next word would
not have fitted. A line that ends early although the next word would have fitted ends a piece (an address,
a byline, the items of a list). Only the places of pieces are decided here; no character is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from fingerpost.documents.draft import Piece
from fingerpost.documents.en import MONTHS

NARROWEST, WIDEST = 30, 130
MIN_WRAPPED = 0.6
"""Share of unfinished lines that must end at the width for the text to count as wrapped."""
MIN_LINES = 3
MAX_LONGER = 0.05
"""Share of lines that may be longer than the width: addresses on the web, tables."""
SLACK = 8
"""How far short of the width a wrapped line may stay beyond the next word, in characters."""

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(
    r"[-*•‣◦▪·–][ \t\u00a0]+\S|(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])[ \t\u00a0]+\S"
)
OPENER = re.compile(r"(?:By|BY) [A-ZÀ-Þ]|[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30}: ")
"""A byline or a form's label: what begins so begins a piece."""
ABBREVIATED = frozenset((*MONTHS, "no", "nos", "art", "sec", "p", "pp", "vol", "ch", "par"))
"""What may stand before a number although it ends with a full stop: "Feb. 28"."""
SENTENCE_END = frozenset(".!?:”\"’')")


class Line(NamedTuple):
    """A line without the white space around it; ``blank_before`` counts empty lines, ``indent`` columns."""

    start: int
    end: int
    blank_before: int
    indent: int
    first_word: int
    """Length of its first word."""


def pieces_of(text: str, *, start: int = 0, end: int | None = None) -> list[Piece]:
    """Give the pieces of canonical plain text (or of the stretch from ``start`` to ``end``), in order."""
    lines = list(_lines(text, start, len(text) if end is None else end))
    width = wrap_width(text, lines)
    if width is None:
        return [Piece(line.start, line.end) for line in lines]
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        is_inner = bool(pieces) and not line.blank_before
        if is_inner and _is_soft(text, lines[number - 1], line, width, pieces[-1].start):
            pieces[-1] = Piece(pieces[-1].start, line.end)
        else:
            pieces.append(Piece(line.start, line.end))
    return pieces


def wrap_width(text: str, lines: list[Line]) -> int | None:
    """Give the width, in characters, at which the text was wrapped; None where every line is a paragraph."""
    # Each inner line says: the width is at least my length, and less than the next word would have needed.
    steps = [0] * (WIDEST + 2)
    inner = fitting = 0
    for line, after in pairwise(lines):
        if after.blank_before or _is_finished(text, line) or _begins_piece(text, after):
            continue
        length = line.end - line.start + line.indent
        inner += length >= NARROWEST  # shorter: a heading above its text, a name
        if NARROWEST <= length <= WIDEST:
            steps[length] += 1
            steps[min(length + 1 + after.first_word + SLACK, WIDEST + 1)] -= 1
    if inner < MIN_LINES:
        return None
    best, level = 0, 0
    for width in range(NARROWEST, WIDEST + 1):
        level += steps[width]
        if level > fitting:
            best, fitting = width, level
    longer = sum(line.end - line.start > best + SLACK for line in lines)
    is_wrapped = fitting >= max(MIN_LINES, MIN_WRAPPED * inner) and longer <= MAX_LONGER * len(lines)
    return best if is_wrapped else None


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    blanks, last_end = 0, start
    for match in LINE.finditer(text, start, end):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        indent = len(words) - len(words.lstrip())
        begin = match.start() + indent
        blanks = text.count("\n", last_end, match.start()) - 1 if last_end > start else 0
        last_end = match.end()
        yield Line(begin, begin + len(stripped), max(blanks, 0), indent, len(stripped.split(None, 1)[0]))


def is_item_by_chance(above: str, mark: str, first: str) -> bool:
    """Tell whether a line that looks like a list's item only does because of where the line above ended.

    Args:
        above: the line above, or its end.
        mark: the first character of the line itself.
        first: how the piece above begins; below an item, the next item is no chance.
    """
    if BULLET.match(first) or mark in "*•‣◦▪·":
        return False
    word = above[-12:].rsplit(None, 1)[-1]
    is_abbreviated = word.rstrip(".").casefold() in ABBREVIATED and len(word) > 1
    return above[-1] not in ".!?:" or is_abbreviated


def _is_soft(text: str, line: Line, after: Line, width: int, piece_start: int) -> bool:
    """Tell whether the line end is only where the width was reached."""
    needed = line.end - line.start + line.indent + 1 + after.first_word
    is_full = needed > width - (0 if _is_finished(text, line) else SLACK)
    if not is_full or not _begins_piece(text, after):
        return is_full
    first = text[piece_start : piece_start + 20]
    return not OPENER.match(text, after.start) and is_item_by_chance(
        text[line.start : line.end], text[after.start], first
    )


def _is_finished(text: str, line: Line) -> bool:
    return text[line.end - 1] in SENTENCE_END


def _begins_piece(text: str, line: Line) -> bool:
    return bool(BULLET.match(text, line.start) or OPENER.match(text, line.start))
