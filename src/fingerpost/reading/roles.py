"""Who holds which post: descriptions before and after names, and noun phrases for people."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.columns import Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.names import HYPHENS, Name

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


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
    while j > start:
        k = j - 1
        if columns.low[k] in words.ARTICLES or columns.pos[k] in (
            "PRON",
            "DET",
            "PUNCT",
            "VERB",
            "AUX",
            "ADP",
            "CCONJ",
        ):
            glued = columns.text[k] in HYPHENS and columns.glued[k] and columns.glued[k - 1]
            possessive = columns.text[k] in ("’", "'") and columns.dep[k] == "case"
            if not (glued or possessive):
                break
        elif not (
            k < columns.head[k] <= i
            or columns.is_cap(k)
            or columns.dep[k] == "case"
            or columns.text[k] in HYPHENS
        ):
            break
        if columns.low[k] in words.NOT_CAPITALS and columns.pos[k] != "NUM":
            break
        j = k
    return j


def noun_end(columns: Columns, i: int, end: int) -> int:
    """Give the end of the noun phrase headed by ``i``: with its "of" or "in" phrases, up to a comma."""
    j = i + 1
    if j >= end or columns.low[j] not in words.DESCRIBING or columns.head[j] != i:
        return j
    stop = min(columns.page.doc[j].right_edge.i + 1, end, i + 14)
    while j < stop and columns.text[j] not in ',;:.()"“”‘—–' and columns.pos[j] not in ("VERB", "AUX"):
        j += 1
    while (
        columns.low[j - 1] in words.DESCRIBING
        or columns.low[j - 1] in words.RELATIVES
        or columns.low[j - 1] in words.ARTICLES
    ):
        j -= 1
    return j


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
    before = _head_before(columns, start)
    if before is not None:
        return before, True
    after = _head_after(columns, end)
    return (after, False) if after is not None else None


def _head_before(columns: Columns, start: int) -> int | None:
    low, text = columns.low, columns.text
    i = start - 1
    while i > 0 and low[i] in words.LATE:
        i -= 1
    if i < 0 or columns.block[i] != columns.block[start]:
        return None
    if text[i] != ",":
        if low[i] in ("named", "called") and i:
            i -= 1
        return i if _is_role(columns, i) else None
    j = i - 1
    while j >= 0 and i - j < 12 and columns.block[j] == columns.block[start]:
        if text[j] in ',;:."“”()' or columns.pos[j] in ("VERB", "AUX", "SCONJ"):
            return None
        if _is_role(columns, j) and text[j + 1] not in HYPHENS:
            if j + 1 != i and low[j + 1] not in words.DESCRIBING:
                return None
            outer = columns.head[columns.head[j]] if columns.dep[j] == "pobj" else j
            return outer if _is_role(columns, outer) and i - outer < 12 else j
        j -= 1
    return None


def _head_after(columns: Columns, end: int) -> int | None:
    low, text, last = columns.low, columns.text, len(columns.text)
    if end + 1 >= last or text[end] != ",":
        return None
    for j in range(end + 1, min(end + 9, last)):
        if text[j] in ',;:."“”()' or columns.pos[j] in ("VERB", "AUX", "ADP", "SCONJ") or low[j] == "and":
            return None
        if _is_role(columns, j):
            following = low[j + 1] if j + 1 < last else ","
            if following in words.PERSON_NOUNS or (columns.pos[j + 1 : j + 2] == ["NOUN"]):
                continue
            if j + 1 < last and columns.is_cap(j + 1) and following not in words.NOT_CAPITALS:
                return None
            return j
    return None


def _is_role(columns: Columns, i: int) -> bool:
    """Tell whether a token is a noun for one person, or a noun that the parser joins to a name beside it."""
    low = columns.low[i]
    return low in words.PERSON_NOUNS and low not in words.PLURAL_TITLES and columns.pos[i] in NOMINAL
