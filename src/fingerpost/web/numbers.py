"""Numbers out of what was sent."""

from __future__ import annotations

MOST_DIGITS = 18
"""What a database counts up to, and a little less; Python itself refuses to read very long numbers."""


def number_in(words: str | None) -> int:
    """Give the number of a record that words name; 0, which no record has, where they are none."""
    words = (words or "").strip()
    return int(words) if words.isdecimal() and len(words) <= MOST_DIGITS else 0
