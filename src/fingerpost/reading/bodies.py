"""The bodies of a page: councils, committees, associations, offices, by name or by noun phrase."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.model import ActorKind
from fingerpost.reading.names import HYPHENS

LEFT_DEPS = frozenset({"compound", "amod", "nmod", "poss"})


class Body(Struct):
    """A mention of a body: tokens ``start`` to ``end`` (half-open) around its head noun."""

    start: int
    end: int
    head: int
    kind: ActorKind
    noun: str
    """The head noun, lower case, singular for holders of seats ("councillors": "council")."""
    modifiers: frozenset[str]
    """The words that tell it from others of its kind, lower case."""
    definite: bool
    named: bool
    block: int


def find_bodies(columns: Columns, atlas: Atlas, taken: set[int]) -> list[Body]:
    """Find the mentions of bodies, in text order; tokens in ``taken`` belong to names of people."""
    found: list[Body] = []
    done = -1
    for start, end, block in columns.spans:
        for i in range(start, end):
            if i <= done or i in taken or columns.low[i] not in words.BODY_HEADS:
                continue
            body = _body(columns, i, start, end, block, taken)
            if body:
                found.append(body)
                done = body.end - 1
    return found


def _body(columns: Columns, i: int, start: int, end: int, block: int, taken: set[int]) -> Body | None:
    low, noun = columns.low[i], columns.low[i]
    capital = columns.is_cap(i)
    if columns.pos[i] not in ("NOUN", "PROPN", "X", "ADJ") or (not capital and low not in words.PLAIN_HEADS):
        return None
    if low == "hall" and (
        i == start or columns.low[i - 1] not in ("city", "town") or not columns.is_subject(i)
    ):
        return None
    if _leads_on(columns, i, end, taken):
        return None
    left = _left(columns, i, start, taken)
    right = _right(columns, i, end) if left < i or capital else i + 1
    if low in words.SEATS and right == i + 1:
        noun = words.SEATS[low]
    named = capital and any(columns.is_cap(j) for j in range(left, right) if j != i)
    if not named and left == i and right == i + 1 and low in words.NEEDS_MORE:
        return None
    before = columns.low[left - 1] if left > start else ""
    definite = named or before in words.DEFINITE or "’s" in columns.low[left:i] or "'s" in columns.low[left:i]
    if not before and not named and left == i:
        definite = True
    modifiers = frozenset(
        word
        for j in range(left, right)
        if j != i and (word := columns.low[j]) not in words.EMPTY and word[0].isalnum()
    )
    return Body(left, right, i, words.BODY_HEADS[low], noun, modifiers, definite, named, block)


def _leads_on(columns: Columns, i: int, end: int, taken: set[int]) -> bool:
    """Tell whether the noun only modifies what follows: "the council chamber", "Association President"."""
    j = i + 1
    if j >= end or j in taken:
        return False
    if columns.text[j] in HYPHENS and columns.glued[i] and columns.glued[j]:
        return True
    if columns.low[j] in words.BODY_HEADS:
        return columns.pos[j] in ("NOUN", "PROPN")
    if columns.dep[i] in ("compound", "nmod", "amod") and i < columns.head[i] < i + 4:
        head = columns.low[columns.head[i]]
        titled = head in words.TITLES or columns.low[j] in words.TITLES
        return not (titled and columns.is_cap(i)) and columns.head[i] not in taken
    return columns.low[j] in words.MEMBERS


def _left(columns: Columns, i: int, start: int, taken: set[int]) -> int:
    """Give the first token of the body's name or noun phrase, without its article."""
    j = i
    while j > start and (j - 1) not in taken:
        k = j - 1
        text, low = columns.text[k], columns.low[k]
        if low in words.ARTICLES or low in words.NO_MODIFIERS:
            break
        if text in HYPHENS and columns.glued[k] and columns.glued[k - 1]:
            j = k
        elif text == "&" or (text in ("'s", "’s", "’", "'") and columns.dep[k] == "case"):
            if text == "&" and not columns.is_cap(k - 1):
                break
            j = k
        elif columns.is_cap(k) and low not in words.NOT_CAPITALS and columns.pos[k] != "VERB":
            if low in words.TITLES and low not in ("executive", "mayor", "mayors", "member"):
                break
            j = k
        elif (
            (columns.dep[k] in LEFT_DEPS and k < columns.head[k] <= i and columns.pos[k] != "PRON")
            or (low in words.PARTICLES and k > start and columns.is_cap(k - 1) and columns.is_cap(j))
            or (low == "and" and k > start and _joined(columns, k, i, start))
            or (text == "," and k > start and columns.is_cap(k - 1) and _list_name(columns, k, i))
        ):
            j = k
        else:
            break
    while j < i and (
        columns.low[j] in words.EMPTY_FIRST
        or columns.text[j] in ("'s", "’s", "&", "’")
        or columns.text[j] in HYPHENS
    ):
        j += 1
    return j


def _joined(columns: Columns, k: int, i: int, start: int) -> bool:
    """Tell whether "and" stands inside a name: "Perth and Kinross Council", "Trade and Tourism Committee"."""
    if not (columns.is_cap(k - 1) and columns.is_cap(k + 1) and columns.is_cap(i)):
        return False
    if columns.low[k - 1] in words.BODY_HEADS or columns.low[k - 1] in words.NOT_CAPITALS:
        return False
    if columns.ent[k] == "ORG":
        return True
    j = k - 1
    while j > start and (columns.is_cap(j - 1) or columns.text[j - 1] in HYPHENS):
        j -= 1
    return j == start or columns.low[j - 1] in ("the", "of", "full")


def _list_name(columns: Columns, k: int, i: int) -> bool:
    """Tell whether a comma stands inside a name: "Newry, Mourne and Down District Council"."""
    inside = {columns.low[j] for j in range(k, i)}
    return (
        "and" in inside
        and "." not in inside
        and (columns.ent[k] == "ORG" or i - k < 7)
        and all(columns.is_cap(j) or columns.text[j] in (",", "and") for j in range(k, i))
    )


def _right(columns: Columns, i: int, end: int) -> int:
    """Give the end of the name: "Friends of Ukraine", "Department of Housing and Heritage"."""
    j = i + 1
    if j < end and columns.is_cap(i) and columns.is_cap(j) and columns.low[j] in ("inc", "ltd", "general"):
        j += 1
    if j + 1 < end and columns.low[j] == "in" and columns.low[i] in words.SEATED_IN and columns.is_cap(j + 1):
        return _of(columns, j + 1, end, wide=False)
    if j >= end or columns.low[j] not in words.OF_WORDS:
        return j
    if columns.is_cap(i):
        return _of(columns, j, end, wide=columns.low[i] in words.WIDE)
    if columns.low[j] == "of" and columns.low[i] in words.OF_PLACES:
        named = _of(columns, j, end, wide=False)
        return named if named > j else _of_matter(columns, j, end)
    return j


def _of_matter(columns: Columns, j: int, end: int) -> int:
    """Give the end of what an office is for: "the department of international relations"."""
    k = j + 1
    while (k < end and columns.pos[k] in ("NOUN", "ADJ")) or (
        columns.low[k] == "and" and columns.pos[k + 1] == "NOUN"
    ):
        k += 1
    return k if k > j + 1 and columns.pos[k - 1] == "NOUN" and columns.low[j - 1] in words.OFFICES else j


def _of(columns: Columns, j: int, end: int, *, wide: bool) -> int:
    stop = k = j
    while k < end and k - j < 12:
        low = columns.low[k]
        if columns.is_cap(k) and low not in words.NOT_CAPITALS:
            stop = k = k + 1
        elif (
            low in words.OF_WORDS
            or low in ("the", "&")
            or low in words.PARTICLES
            or (columns.text[k] in HYPHENS and columns.glued[k] and columns.glued[k - 1])
            or (low == "and" and k + 1 < end and columns.is_cap(k + 1) and wide and stop == k)
            or (low == "," and wide and stop == k and _and_follows(columns, k, end))
            or (low in ("city", "town", "german", "local", "justice", "foreign") and k + 1 < end and stop < k)
        ):
            k += 1
        else:
            break
    return stop if stop > j else j


def _and_follows(columns: Columns, k: int, end: int) -> bool:
    for j in range(k + 1, min(k + 7, end)):
        if columns.low[j] == "and":
            return columns.is_cap(j + 1) if j + 1 < end else False
        if not columns.is_cap(j) and columns.text[j] != ",":
            return False
    return False


def mentions_of(bodies: list[Body]) -> Iterator[tuple[int, Body]]:
    """Yield each token of each mention with its body."""
    for body in bodies:
        for i in range(body.start, body.end):
            yield i, body
