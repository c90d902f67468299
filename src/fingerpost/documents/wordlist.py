"""Sets of words, written as a reader would: in a row."""

from __future__ import annotations


def terms(words: str, mark: str | None = None) -> frozenset[str]:
    """Give the words of a row as a set; ``mark`` parts them (white space by default)."""
    return frozenset(words.split(mark))
