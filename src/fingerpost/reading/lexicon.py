"""Helps the language packs to write their words down."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of a text, which are written with spaces between them."""
    return frozenset(text.split())
