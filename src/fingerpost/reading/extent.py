"""How far the name of a body reaches, to the left and to the right of its head noun."""

from __future__ import annotations

from fingerpost.reading.columns import HYPHENS, Columns
from fingerpost.reading.en import cast as words

LEFT_DEPS = frozenset({"compound", "amod", "nmod", "poss"})
POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
LONGEST_OF = 12
"""Longest "of" part of a name, in tokens."""


def left_end(columns: Columns, i: int, start: int, taken: set[int]) -> int:
    """Give the first token of the body's name or noun phrase, without its article."""
    j = i
    while j > start and (j - 1) not in taken and _goes_left(columns, j - 1, j, i, start):
        j -= 1
    while j < i and (columns.low[j] in words.EMPTY_FIRST or columns.text[j] in STRAY):
        j += 1
    return j


STRAY = POSSESSIVES | HYPHENS | {"&"}


def _goes_left(columns: Columns, k: int, j: int, i: int, start: int) -> bool:
    """Tell whether token ``k``, right before ``j``, is part of the name whose head is ``i``."""
    text, low = columns.text[k], columns.low[k]
    if low in words.ARTICLES or low in words.NO_MODIFIERS or columns.pos[k] == "NUM":
        return False
    if text in HYPHENS:
        return columns.glued[k] and k > start and columns.glued[k - 1]
    if k > start and columns.text[k - 1] in HYPHENS and columns.text[k + 1] in HYPHENS:
        return columns.glued[k - 1] and columns.glued[k]  # "Barton-upon-Humber"
    if text == "&":
        return k > start and columns.is_cap(k - 1)
    if text in POSSESSIVES:
        return columns.dep[k] == "case"
    if columns.is_cap(k) and low not in words.NOT_CAPITALS and columns.pos[k] != "VERB":
        return low not in words.TITLES or low in words.TITLES_IN_NAMES
    if columns.dep[k] in LEFT_DEPS and k < columns.head[k] <= i:
        return columns.pos[k] != "PRON"
    if k == start or not columns.is_cap(k - 1):
        return False
    if low in words.PARTICLES:
        return columns.is_cap(j)
    return (low in words.AND and _joined(columns, k, i, start)) or (text == "," and _list_name(columns, k, i))


def _joined(columns: Columns, k: int, i: int, start: int) -> bool:
    """Tell whether "and" stands inside a name: "Perth and Kinross Council", "Trade and Tourism Committee"."""
    if not (columns.is_cap(k + 1) and columns.is_cap(i)) or columns.low[k - 1] in words.BODY_HEADS:
        return False
    if columns.ent[k] == "ORG":
        return True
    j = k - 1
    while j > start and (columns.is_cap(j - 1) or columns.text[j - 1] in HYPHENS):
        j -= 1
    return j == start or columns.low[j - 1] in words.BEFORE_NAMES


def _list_name(columns: Columns, k: int, i: int) -> bool:
    """Tell whether a comma stands inside a name: "Newry, Mourne and Down District Council"."""
    if i - k > 7:
        return False
    inside = columns.low[k:i]
    return any(low in words.AND for low in inside) and all(
        columns.is_cap(j) or columns.text[j] == "," or columns.low[j] in words.AND for j in range(k, i)
    )


def right_end(columns: Columns, i: int, end: int) -> int:
    """Give the end of the name: "Friends of Ukraine", "Department of Housing and Heritage"."""
    j = i + 1
    if j < end and columns.is_cap(i) and columns.is_cap(j) and columns.low[j] in words.NAME_ENDS:
        j += 1
    if j + 1 >= end:
        return j
    low = columns.low[i]
    if low in words.SEATED_IN and columns.low[j] == "in" and columns.is_cap(j + 1):
        return _of(columns, j + 1, end, wide=False)
    if (
        low in words.ON_MATTERS
        and columns.low[j] == "on"
        and columns.is_cap(i)
        and columns.ent[j + 1] != "DATE"
    ):
        return _of(columns, j + 1, end, wide=True) if columns.is_cap(j + 1) else j  # "Commission on Tourism"
    if columns.low[j] not in words.OF_WORDS or not (columns.is_cap(i) or low in words.OF_PLACES):
        return j
    found = _of(columns, j, end, wide=columns.is_cap(i) and low in words.WIDE)
    return found if found > j or low not in words.OFFICES else _of_matter(columns, j, end)


def _of_matter(columns: Columns, j: int, end: int) -> int:
    """Give the end of what an office is for: "the department of international relations"."""
    k = j + 1
    while k < end and (columns.pos[k] in ("NOUN", "ADJ") or columns.low[k] in words.AND):
        k += 1
    while columns.pos[k - 1] != "NOUN" and k > j + 1:
        k -= 1
    return k if k > j + 1 else j


def _of(columns: Columns, j: int, end: int, *, wide: bool) -> int:
    """Give the end of an "of" part; with ``wide`` it may be a list."""
    stop = k = j
    while k < end and k - j < LONGEST_OF:
        low = columns.low[k]
        if (columns.is_cap(k) and low not in words.NOT_CAPITALS) or (low in words.PLACE_HEADS and k > j + 1):
            stop = k = k + 1
        elif _inside_of(columns, k, j) or (wide and stop == k and _lists(columns, k, end)):
            k += 1
        else:
            break
    return stop


def _inside_of(columns: Columns, k: int, j: int) -> bool:
    low = columns.low[k]
    if low in words.OF_WORDS or low in words.ARTICLES or low in words.PARTICLES or low == "&":
        return True
    if columns.text[k] in HYPHENS:
        return columns.glued[k] and columns.glued[k - 1]
    return k > j and columns.pos[k] == "ADJ" and columns.low[k - 1] in words.ARTICLES


def _lists(columns: Columns, k: int, end: int) -> bool:
    """Tell whether a comma or "and" goes on with a list of capitalised matters."""
    if columns.low[k] in words.AND:
        return k + 1 < end and columns.is_cap(k + 1)
    if columns.text[k] != ",":
        return False
    for j in range(k + 1, min(k + 7, end)):
        if columns.low[j] in words.AND:
            return j + 1 < end and columns.is_cap(j + 1)
        if not columns.is_cap(j) and columns.text[j] != ",":
            return False
    return False
