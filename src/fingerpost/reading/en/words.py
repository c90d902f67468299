"""How the pack writes its lists of words."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text, divided at white space."""
    return frozenset(text.split())
