"""Noun phrases that stand beside a name and say who it is."""

from __future__ import annotations

from fingerpost.reading.columns import HYPHENS, Columns
from fingerpost.reading.en import cast as words

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def head_of_called(columns: Columns, start: int) -> int | None:
    """Give the noun of somebody "who gave her name only as" what stands at ``start``."""
    if start < 3 or columns.low[start - 1] not in words.CALLED:
        return None
    for i in range(start - 2, max(start - 12, 0), -1):
        if columns.text[i] in ',;:."“”':
            return None
        if columns.low[i] == "who":
            head = columns.head[columns.head[i]]
            for _ in range(3):
                if is_role(columns, head):
                    return head
                head = columns.head[head]
            return None
    return None


def head_before(columns: Columns, start: int) -> int | None:
    low, text = columns.low, columns.text
    i = start - 1
    while i > 0 and (low[i] in words.LATE or low[i] in words.AGE or low[i].isdigit()):
        i -= 1
    if i < 0 or columns.block[i] != columns.block[start]:
        return None
    if text[i] != ",":
        if low[i] in ("named", "called") and i:
            i -= 1
        return i if is_calling(columns, i) else None
    j = i - 1
    while j >= 0 and i - j < 12 and columns.block[j] == columns.block[start]:
        if text[j] in ',;:."“”()' or columns.pos[j] in ("VERB", "AUX", "SCONJ"):
            return None
        if is_role(columns, j) and text[j + 1] not in HYPHENS:
            if j + 1 != i and low[j + 1] not in words.DESCRIBING:
                return None
            outer = columns.head[columns.head[j]] if columns.dep[j] == "pobj" else j
            return outer if is_role(columns, outer) and i - outer < 12 else j
        j -= 1
    return None


def head_after(columns: Columns, end: int) -> int | None:
    low, text, last = columns.low, columns.text, len(columns.text)
    if end + 1 >= last or text[end] != ",":
        return None
    for j in range(end + 1, min(end + 9, last)):
        if text[j] in ',;:."“”()' or columns.pos[j] in ("VERB", "AUX", "ADP", "SCONJ") or low[j] == "and":
            return None
        if is_role(columns, j):
            following = low[j + 1] if j + 1 < last else ","
            if following in words.PERSON_NOUNS or (columns.pos[j + 1 : j + 2] == ["NOUN"]):
                continue
            if j + 1 < last and columns.is_cap(j + 1) and following not in words.NOT_CAPITALS:
                return None
            return j
    return None


def is_calling(columns: Columns, i: int) -> bool:
    """Tell whether a noun for one person stands right before a name, whatever the parser takes it for."""
    low = columns.low[i]
    if low not in words.PERSON_NOUNS or low in words.PLURAL_TITLES:
        return False
    return columns.pos[i] in NOMINAL or (low not in words.ALSO_VERBS and not columns.is_cap(i))


def is_role(columns: Columns, i: int) -> bool:
    """Tell whether a token is a noun for one person, or a noun that the parser joins to a name beside it."""
    low = columns.low[i]
    return low in words.PERSON_NOUNS and low not in words.PLURAL_TITLES and columns.pos[i] in NOMINAL
