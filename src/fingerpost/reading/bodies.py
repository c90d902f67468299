"""The bodies of a page: councils, committees, associations, offices, by name or by noun phrase."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.reading.columns import HYPHENS, Columns
from fingerpost.reading.en import cast as words
from fingerpost.reading.extent import POSSESSIVES, left_end, right_end
from fingerpost.reading.model import ActorKind


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
    seats: bool
    """True for those who sit in it: "councillors"."""
    vague: bool
    """True for "the club" and the like: it can mean a body met before, and makes no new one."""
    block: int
    leading: bool = False
    """True where the noun only modifies what follows ("the City Council vote"): a name, and nobody who acts."""


def find_bodies(columns: Columns, taken: set[int]) -> list[Body]:
    """Find the mentions of bodies, in text order; tokens in ``taken`` belong to names of people.

    Of those that lead on to another noun only formal names of councils are given ("City Council member").
    """
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
    low, capital = columns.low[i], columns.is_cap(i)
    if not _may_be_body(columns, i, start, taken):
        return None
    leading = _leads_on(columns, i, end, taken)
    if leading and not _is_formal(columns, i, start):
        return None
    left = left_end(columns, i, start, taken)
    right = right_end(columns, i, end)
    noun = words.SEATS.get(low, low) if right == i + 1 else low
    named = capital and any(columns.is_cap(j) for j in range(left, right) if j != i)
    bare = left == i and right == i + 1
    vague = not named and bare and low in words.NEEDS_MORE
    before = columns.low[left - 1] if left > start else ""
    possessed = any(columns.low[j] in POSSESSIVES for j in range(left, i))
    definite = named or possessed or before in words.DEFINITE or (bare and not before)
    modifiers = frozenset(
        word
        for j in range(left, right)
        if j != i and (word := columns.low[j]) not in words.EMPTY and word[0].isalnum()
    )
    return Body(
        left,
        right,
        i,
        words.BODY_HEADS[low],
        noun,
        modifiers,
        definite,
        named,
        low in words.PLURAL_SEATS and noun != low,
        vague,
        block,
        leading,
    )


def _is_formal(columns: Columns, i: int, start: int) -> bool:
    """Tell whether a council has its formal name here, as in "City Council"."""
    formal = i > start and columns.low[i - 1] in words.LEVELS and columns.is_cap(i - 1)
    return formal and columns.is_cap(i) and columns.low[i] in words.COUNCIL_LIKE


def _may_be_body(columns: Columns, i: int, start: int, taken: set[int]) -> bool:
    """Tell whether a head noun stands for a body here: by its form, and by the word that some nouns need."""
    low, before = columns.low[i], columns.low[i - 1] if i > start else ""
    if columns.pos[i] not in ("NOUN", "PROPN", "X", "ADJ"):
        return False
    if low in words.PLURAL_SEATS and i + 1 in taken and before not in words.LEVELS and low != before:
        return False  # "Greens councillors Ann Farr and Joe Dale" are themselves, not the council
    if low in words.PLURAL_SEATS and columns.pos[i - 1] == "NUM" and columns.dep[i - 2] == "case":
        return False  # "the League's three councillors"
    if i > start + 1 and columns.text[i - 1] in HYPHENS and columns.low[i - 2] in words.NOT_BODY_PREFIXES:
        return False
    if low in words.NEEDS_BEFORE:
        return before in words.NEEDS_BEFORE[low] and (columns.is_cap(i) or columns.is_subject(i))
    return columns.is_cap(i) or low in words.PLAIN_HEADS


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
