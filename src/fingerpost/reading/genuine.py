"""Speech told from titles, scare quotes and words about words."""

from __future__ import annotations

from fingerpost.reading.attribution import Source
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.frames import Frame, Piece
from fingerpost.reading.model import QuoteKind

SHORT_WORDS = 3
"""Up to this many words in marks without any cue are a scare quote."""
CUES = frozenset({"cue", "according-to", "colon"})


def is_speech(
    columns: Columns, frame: Frame, piece: Piece, kind: QuoteKind, source: Source | None, *, bare: bool
) -> bool:
    """Tell speech from titles, scare quotes and words about words."""
    before = [i for i in frame.outside if i < piece.first]
    words = piece.text.split()
    last = columns.low[before[-1]] if before else ""
    adjacent = bool(before) and before[-1] >= piece.first - 2
    if adjacent and (_names(columns, before) or (last == "(" and piece.text[-1:] not in ".?!")):
        return False
    if not words or not any(char.isalpha() for char in piece.text):
        return False
    if bare:
        return True
    if piece.text[-1:] not in ".?!" and is_term(columns, frame, piece, words):
        return False
    cue = source is not None and source.why in CUES
    if not cue and len(words) <= SHORT_WORDS and kind == "mixed":
        return bool(source and (source.why == "paper" or columns.lemma[source.cue] in speech.DEMANDS))
    return bool(cue or last == ":" or not _is_title(words))


def _names(columns: Columns, before: list[int]) -> bool:
    """Tell whether what stands right before the marks announces a name or a word about words."""
    last = before[-1]
    if columns.low[last] == "of" and len(before) > 1:
        return columns.low[before[-2]] in speech.NAMING and columns.low[before[-2]] != "words"
    low = columns.low[last]
    if low not in speech.NAMING and columns.lemma[last] not in speech.NAMING:
        return False
    if low == "as":
        return len(before) > 1 and columns.low[before[-2]] in ("known", "such", "titled")
    if low in ("called", "named", "termed", "dubbed", "labelled", "labeled"):
        return columns.dep[last] in ("acl", "amod") or (len(before) > 1 and columns.pos[before[-2]] == "AUX")
    return True


def is_term(columns: Columns, frame: Frame, piece: Piece, words: list[str]) -> bool:
    """Tell whether the words only name a thing: "sister cities", or what the sentence goes on to define."""
    plain = [word.strip(".,;:").lower() for word in words]
    if all(word in speech.TIE_TERMS for word in plain):
        return True
    return is_defined(columns, frame, piece)


def is_defined(columns: Columns, frame: Frame, piece: Piece) -> bool:
    """Tell whether the sentence begins with the words and goes on to explain them."""
    after = [columns.low[i] for i in frame.outside if i >= piece.last][:5]
    return any(low in speech.DEFINING for low in after) and not any(i < piece.first for i in frame.outside)


def _is_title(words: list[str]) -> bool:
    """Tell whether words look like a title: two capitals or more, and no small word but the usual ones."""
    content = [word for word in words if word.isalpha()]
    capitals = [word for word in content if word[0].isupper()]
    small = [word for word in content if word[0].islower() and word not in speech.SMALL_IN_TITLES]
    return len(capitals) >= 2 and not small and words[-1][-1] not in ".?!,"
