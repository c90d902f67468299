"""Show why something was found: the words that match, or the other name that does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fingerpost.web.words.folding import terms_in, words_in

_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*")
AROUND = 120
"""Characters shown before the first word that matches."""
LONGEST = 300


def matching_parts(text: str, typed: str) -> list[tuple[str, bool]]:
    """Give a text in parts, each with whether it is a word that matches what was typed; cut where it is long."""
    terms = terms_in(typed)
    hits = [match.span() for match in _TOKEN.finditer(text) if _matches(match[0], terms)]
    text, hits = _cut(text, hits)
    parts, at = [], 0
    for start, end in hits:
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    parts.append((text[at:], False))
    return [part for part in parts if part[0]]


def number_matching(text: str, typed: str) -> int:
    """Give how many of the words typed a text has."""
    words = words_in(text)
    return sum(any(word.startswith(term) for word in words) for term in terms_in(typed))


def other_name_found(names: Sequence[str], others: Iterable[str], typed: str) -> str:
    """Give the other name that was found, where what is typed does not stand in the names shown; else nothing."""
    shown = set().union(*map(words_in, names))
    missing = [term for term in terms_in(typed) if not any(word.startswith(term) for word in shown)]
    if not missing:
        return ""
    best = max(others, key=lambda other: number_matching(other, " ".join(missing)), default="")
    return best if number_matching(best, " ".join(missing)) else ""


def _matches(word: str, terms: Sequence[str]) -> bool:
    return any(one.startswith(term) for one in words_in(word) for term in terms)


def _cut(text: str, hits: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    if len(text) <= LONGEST:
        return text, hits
    start = max(0, (hits[0][0] if hits else 0) - AROUND)
    end = min(len(text), start + LONGEST)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = start - len(before)
    return before + text[start:end] + after, [
        (a - shift, b - shift) for a, b in hits if a >= start and b <= end
    ]
