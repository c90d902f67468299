"""Ties that a page shows by form rather than by a phrase: pairs of names, headings, lists, "the two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fingerpost.documents.model import Block
from fingerpost.reading.bond import Bond
from fingerpost.reading.en import ties as en
from fingerpost.reading.named import Named
from fingerpost.reading.page import Page
from fingerpost.reading.sides import Sides
from fingerpost.reading.tie_words import Word, bare

REACH = 12
"""How many tokens after a pair of names a tie word may stand."""
NEAR = 4
LONGEST_LIST = 400
"""How many tokens above an item the line over its list is looked for."""

# "The two have been sister cities since 1978."


def the_two(sides: Sides, start: int, end: int) -> Iterator[Bond]:
    """Tie the two places named in the two sentences before, if there are just two, in two countries."""
    page = sides.page
    word = next((w for at in range(start, end) if (w := sides.word_at.get(at)) and _joins(page, w)), None)
    if word is None or start == 0 or en.TWO.isdisjoint(page.lower[start : start + 3]):
        return
    before = page.doc[start - 1].sent
    first = page.doc[before.start - 1].sent.start if before.start else before.start
    named = {n.place.id: n for at in range(first, start) if (n := sides.names.starting(at))}
    towns = [n for n in named.values() if n.place.kind == "populated"]
    if len(towns) == 2 and towns[0].place.country != towns[1].place.country:
        yield Bond(word.start, word, towns[1], towns[0], "the-two")


def _joins(page: Page, word: Word) -> bool:
    """True for a strong word, and for "have been partners" and "became twins"."""
    before = page.lower[max(0, word.start - 3) : word.start]
    return word.strong or (page.lower[word.start] in en.PLURAL_SIDES and not en.BEING.isdisjoint(before))


# "Missoula–Kazan Sister City Association", "the Norfolk-Kaliningrad tie", "the mayors of A and B signed a charter"


def pair(sides: Sides, first: Named, start: int, end: int) -> Iterator[Bond]:
    lower = sides.page.lower
    if first.end + 1 >= end or lower[first.end] not in en.DASHES | en.AND:
        return
    second = sides.names.starting(first.end + 1)
    if not second:
        return
    dashed = lower[first.end] in en.DASHES
    after = sides.past_container(second.end, end)
    tail = lower[second.end : second.end + NEAR]
    titled = second.end < end and sides.page.doc[second.end].text[0].isupper()
    word = next((w for at in range(after, min(end, after + REACH)) if (w := sides.word_at.get(at))), None)
    next_to = word is not None and word.start <= second.end + 1
    heads = dashed and first.start == start and (tail[:1] in (["("], ["."], [":"]) or second.end >= end - 1)
    if (titled and en.SOCIETIES.intersection(tail)) or heads or (dashed and next_to):
        yield Bond(first.start, word or bare(first.start), second, first, "society-of-both")
    elif word and not dashed and en.SIGNING.intersection(lower[after : after + 3]):
        yield Bond(first.start, word, second, first, "both-signed")


# "(b) Sopron, Hungary" over the lines about a charter; "- Osaka, Japan (1957)" under "Sister cities"


def heading(sides: Sides, start: int, end: int) -> Iterator[Bond]:
    page = sides.page
    named = next((n for at in range(start, min(end, start + NEAR)) if (n := sides.names.at(at))), None)
    if named is None:
        return
    block = page.block_at(page.doc[start].idx)
    if block and block.kind == "list" and page.doc[start].idx - block.start < NEAR:
        word = _word_over(sides, start)
        if word:
            yield Bond(named.start, word, named, None, "listed")
        return
    if block and named.start == start and (word := _word_over_entries(sides, block)):
        yield Bond(named.start, word, named, None, "listed")
        return
    yield from _listing(sides, start, end)
    enumerated = named.start > start and page.lower[start] in en.ENUMERATORS
    if not enumerated or end - start > 10 or sides.past_container(named.end, end) < end - 1:
        return
    ahead = range(end, min(end + 30, len(page.lower)))
    word = next((w for at in ahead if (w := sides.word_at.get(at))), None)
    if word and not any(sides.names.at(at) for at in range(end, word.start)):
        yield Bond(word.start, word, named, None, "under-heading")


def _listing(sides: Sides, start: int, end: int) -> Iterator[Bond]:
    """Read "Osaka, Japan (1957); Pune, India (1998); ..." after "... sister cities." or "the others?"."""
    before = range(start - 1, max(-1, start - NEAR), -1)
    word = next((w for at in before if (w := sides.word_at.get(at)) and w.strong), None)
    others = not en.OTHERS.isdisjoint(sides.page.lower[max(0, start - NEAR) : start])
    if (word is None and not others) or sides.names.starting(start) is None:
        return
    found = sides.list_from(start, end)
    if len(found) > (1 if word else 2) and sides.past_container(found[-1].end, end) >= end - 1:
        yield from (Bond(named.start, word or bare(named.start), named, None, "listed") for named in found)


ENTRY = re.compile(r"[^()\n]{2,60}\((1[89]|20)\d\d\b[^()]*\)\W*")
"""A line of a list of ties: "Lahti, Finland (1987)"."""


def _word_over_entries(sides: Sides, block: Block) -> Word | None:
    """Give the plural tie word of the line over lines that each have a place and a year, though no list marks."""
    page = sides.page
    text, blocks = page.document.text, page.document.blocks
    if block.end - block.start > LONGEST_ENTRY or not ENTRY.fullmatch(text, block.start, block.end):
        return None
    number = blocks.index(block)
    while number and ENTRY.fullmatch(text, blocks[number].start, blocks[number].end):
        number -= 1
    over = blocks[number]
    if over.end - over.start > LONGEST_ENTRY:
        return None
    span = page.doc.char_span(over.start, over.end, alignment_mode="expand")
    found = [word for at in range(span.start, span.end) if (word := sides.word_at.get(at)) and word.strong]
    return found[-1] if found and page.lower[found[-1].name_end - 1].endswith("s") else None


LONGEST_ENTRY = 90
"""Most characters of such a line, and of the line over the list."""


def _word_over(sides: Sides, start: int) -> Word | None:
    """Give the plural tie word of the line over a list ("Our sister cities:")."""
    page = sides.page
    first = last = None
    for at in range(start - 1, max(-1, start - LONGEST_LIST), -1):
        block = page.block_at(page.doc[at].idx)
        if first is None and block is not None and block.kind != "list":
            first = block
        if first is not None and page.doc[at].idx < first.start:
            break
        word = sides.word_at.get(at)
        if first is not None and word is not None and word.strong:
            last = last or word
    if first is None or last is None:
        return None
    closes = page.document.text[first.start : first.end].rstrip().endswith(":") or first.kind == "headline"
    return last if closes and page.lower[last.name_end - 1].endswith("s") else None
