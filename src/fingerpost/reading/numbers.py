"""Numbers in running text, in figures and in words."""

from __future__ import annotations

from collections.abc import Sequence

from fingerpost.reading.en.numbers import AND, HALF, ONE, SCALES, SMALL, TENS

STARTS = frozenset({*SMALL, *TENS, *ONE})
"""Words, besides figures, with which a number may begin."""


def number_at(lower: Sequence[str], at: int) -> tuple[float, int] | None:
    """Give the number that begins at a token, and the token after it.

    Args:
        lower: the lower-cased tokens of the text.
        at: where to look.

    Figures may be grouped by commas or spaces ("4,400", "11 000"); words go up to the thousands
    ("forty-one", "two and a half thousand", "a hundred").
    """
    word = lower[at]
    if word[0].isdigit():
        return _scaled(lower, *(_figures(lower, at) or (None, at)))
    if word in SMALL or word in TENS:
        value, end = _words(lower, at)
        return _scaled(lower, value, end)
    if word in ONE and at + 1 < len(lower) and lower[at + 1] in SCALES:
        return float(SCALES[lower[at + 1]]), at + 2
    return None


def _figures(lower: Sequence[str], at: int) -> tuple[float, int] | None:
    plain = lower[at].replace(",", "")
    if not plain.replace(".", "", 1).isdigit() or not plain.isascii():
        return None
    digits, end = plain, at + 1
    while len(lower[at]) <= 3 and end < len(lower) and len(lower[end]) == 3 and lower[end].isdigit():
        digits, end = digits + lower[end], end + 1
    return float(digits), end


def _words(lower: Sequence[str], at: int) -> tuple[float, int]:
    word = lower[at]
    if word in SMALL:
        return float(SMALL[word]), at + 1
    rest = at + 2 if lower[at + 1 : at + 2] == ["-"] else at + 1
    if rest < len(lower) and 0 < SMALL.get(lower[rest], 0) < 10:
        return float(TENS[word] + SMALL[lower[rest]]), rest + 1
    return float(TENS[word]), at + 1


def _scaled(lower: Sequence[str], value: float | None, end: int) -> tuple[float, int] | None:
    if value is None:
        return None
    if tuple(lower[end : end + 3]) == HALF:
        value, end = value + 0.5, end + 3
    while end < len(lower) and lower[end] in SCALES:
        value, end = value * SCALES[lower[end]], end + 1
        follows = end + 1 if lower[end : end + 1] == [AND] else end
        if follows < len(lower) and (lower[follows] in SMALL or lower[follows] in TENS):
            more, after = _words(lower, follows)
            if after >= len(lower) or lower[after] not in SCALES:
                value, end = value + more, after
    return value, end
