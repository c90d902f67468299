"""Who holds which post: descriptions before and after names, and noun phrases for people."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.beside import NOMINAL, head_after, head_before, head_of_called
from fingerpost.reading.columns import HYPHENS, Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.names import Name

CLOSED = frozenset({"PRON", "DET", "PUNCT", "VERB", "AUX", "ADP", "CCONJ", "ADV"})
"""Parts of speech that begin no noun phrase."""


class Role(Struct):
    """A noun phrase for a person, tokens ``start`` to ``end`` (half-open), without its article."""

    start: int
    end: int
    head: int
    post: str
    """The post in one word, with its rank: "mayor", "deputy mayor", "spokesperson"."""
    definite: bool
    block: int


def find_roles(columns: Columns, taken: set[int]) -> Iterator[Role]:
    """Yield the noun phrases for one person or several, in text order; names' own tokens are left out."""
    for start, end, block in columns.spans:
        for i in range(start, end):
            low = columns.low[i]
            if low in words.ROLE_HEADS and i not in taken and columns.pos[i] in NOMINAL:
                role = _role(columns, i, start, end, block)
                if role:
                    yield role


def _role(columns: Columns, i: int, start: int, end: int, block: int) -> Role | None:
    following = i + 1
    if following < end and columns.head[i] > i and columns.dep[i] in ("compound", "nmod", "amod"):
        if columns.pos[following] in ("NOUN", "PROPN") and columns.low[following] not in words.ROLE_HEADS:
            return None
        if columns.low[following] in words.ROLE_HEADS:
            return None
    if following < end and columns.text[following] in HYPHENS and columns.glued[i]:
        return None
    left = noun_start(columns, i, start)
    before = columns.low[left - 1] if left > start else ""
    possessed = any(columns.low[j] in ("'s", "’s", "’", "'") for j in range(left, i))
    definite = before in words.DEFINITE or possessed or columns.is_cap(i)
    return Role(left, noun_end(columns, i, end), i, post_of(columns, left, i), definite, block)


def noun_start(columns: Columns, i: int, start: int) -> int:
    """Give the first token of the noun phrase that ends in ``i``, without its article."""
    j = i
    while j > start and _modifies(columns, j - 1, i):
        j -= 1
    return j


def _modifies(columns: Columns, k: int, i: int) -> bool:
    """Tell whether token ``k`` is part of the noun phrase before its head ``i``."""
    low, pos = columns.low[k], columns.pos[k]
    inside = k < columns.head[k] <= i
    if low in words.NOT_CAPITALS and pos != "NUM":
        return False
    if columns.text[k] in HYPHENS:
        return columns.glued[k] and columns.glued[k - 1]
    if columns.dep[k] == "case":
        return True
    if low in words.ARTICLES or pos in CLOSED:
        return inside and pos == "VERB" and columns.dep[k] in ("amod", "compound")
    return inside or columns.is_cap(k)


def noun_end(columns: Columns, i: int, end: int) -> int:
    """Give the end of the noun phrase headed by ``i``: with its "of" or "in" phrases, up to a comma."""
    j = i + 1
    if j >= end or columns.low[j] not in words.DESCRIBING:
        return j
    if columns.head[j] != i:
        return j + 2 if _says_where(columns, j) else j
    stop = min(columns.tokens[j].right_edge.i + 1, end, i + 14)
    while j < stop and columns.text[j] not in ',;:.()"“”‘—–' and columns.pos[j] not in ("VERB", "AUX"):
        j += 1
    while (
        columns.low[j - 1] in words.DESCRIBING
        or columns.low[j - 1] in words.RELATIVES
        or columns.low[j - 1] in words.ARTICLES
    ):
        j -= 1
    return j


def _says_where(columns: Columns, j: int) -> bool:
    """Tell whether a place follows that the parser joins to the verb: "wrote a nurse in Kazan"."""
    place = columns.low_at(j + 1)
    if columns.low[j] not in words.WHERE or not place or not columns.is_cap(j + 1):
        return False
    return columns.pos[j + 1] == "PROPN" and place not in words.NOT_NAMES and place not in words.NOT_CAPITALS


def post_of(columns: Columns, start: int, head: int) -> str:
    """Give the post named by a noun phrase, with the rank before it."""
    post: str = words.POSTS.get(columns.low[head], columns.low[head])
    for i in range(start, head):
        if columns.low[i] in words.RANKS:
            return f"{words.RANK_OF.get(columns.low[i], columns.low[i])} {post}"
    return post


def apposed(columns: Columns, name: Name) -> tuple[int, bool] | None:
    """Give the head of the noun phrase that describes a name beside it, and whether it stands before.

    "Its chair, Paul Oyelaran,", "X, president of the association", "spokesman X".
    """
    start, end = name.title, name.end
    called = head_of_called(columns, start)
    if called is not None:
        return called, True
    before = head_before(columns, start)
    if before is not None:
        return before, True
    after = head_after(columns, end)
    if after is not None:
        return after, False
    joined = _joined_before(columns, start, end)
    return (joined, True) if joined is not None else None


def _joined_before(columns: Columns, start: int, end: int) -> int | None:
    """Give the common noun that the parser joins to the name after it: "its rector, Callum Abercorn"."""
    head = columns.head[end - 1]
    if columns.dep[end - 1] != "appos" or not 0 < start - head < 12 or columns.text[start - 1] != ",":
        return None
    common = columns.pos[head] == "NOUN" and columns.low[head] not in words.BODY_HEADS
    return head if common and columns.low[head] not in words.PLACE_HEADS else None
