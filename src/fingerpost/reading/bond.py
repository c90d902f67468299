"""Words that tie two places on a page."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.reading.named import Named
from fingerpost.reading.tie_words import Word


class Bond(Struct, frozen=True):
    """Words that tie two sides. ``home`` is None where they leave it to the reader."""

    at: int
    word: Word
    partner: Named
    home: Named | None
    why: str
    by_pronoun: bool = False
    """True where "its" or "their" stands for the home, which is then the subject of the clause at best."""
