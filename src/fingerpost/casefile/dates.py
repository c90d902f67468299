"""Compare dates of different precision; values are reduced ISO 8601, so text order is date order."""

from __future__ import annotations

from fingerpost.reading.model import Date


def value_of(date: Date | None) -> str | None:
    """Give the ISO value, or None where there is no date or only its words are known."""
    return date.value if date else None


def agree(one: str | None, other: str | None) -> bool:
    """Tell whether two values can be the same day: one is unknown, or one refines the other."""
    if one is None or other is None:
        return True
    return one.startswith(other) or other.startswith(one)


def finer(one: Date | None, other: Date | None) -> Date | None:
    """Give the more precise of two dates that agree; a known value beats words alone."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda date: len(date.value or ""))
