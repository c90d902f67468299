"""Whose words a headline quotes: the ones that the text below gives again, in full or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
SHARE = 0.6
"""Share of a headline's words, weighed by length, that the text must give again."""


def speaker_elsewhere(headline: str, spoken: Iterable[tuple[str, T]]) -> T | None:
    """Give what goes with the spoken words that hold most of a headline's words; None below ``SHARE``."""
    wanted = _words(headline)
    total = sum(map(len, wanted))
    best, found = 0.0, None
    for text, value in spoken:
        share = sum(len(word) for word in wanted & _words(text)) / total if total else 0.0
        if share > best:
            best, found = share, value
    return found if best >= SHARE else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
