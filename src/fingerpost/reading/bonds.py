"""Where a page ties places together: one rule for each way the text may put it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.en import ties as en
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page
from fingerpost.reading.sides import Sides
from fingerpost.reading.tie_words import Word, bare

REACH = 12
"""How many tokens a tie word may stand before the "with" that names its other side."""
NEAR = 4


class Bond(Struct, frozen=True):
    """Words that tie two sides. ``home`` is None where they leave it to the reader."""

    at: int
    word: Word
    partner: Named
    home: Named | None
    why: str
    by_pronoun: bool = False
    """True where "its" or "their" stands for the home, which is then the subject of the clause at best."""


def bonds_on(page: Page, names: Names, words: dict[int, Word]) -> Iterator[Bond]:
    """Yield the bonds of a page, sentence by sentence."""
    sides = Sides(page, names, words)
    for sent in page.sents:
        start, end = sent.start, sent.end
        if not any(names.at(at) for at in range(start, end)):
            yield from _the_two(sides, start, end)
            continue
        for at in range(start, end):
            yield from _joined(sides, at, start, end)
            if word := words.get(at):
                yield from _called(sides, word, start, end)
            if named := names.starting(at):
                yield from _pair(sides, named, start, end)
        yield from _heading(sides, start, end)


# "The two have been sister cities since 1978."


def _the_two(sides: Sides, start: int, end: int) -> Iterator[Bond]:
    """Tie the two places named in the two sentences before, if there are just two, in two countries."""
    page = sides.page
    word = next((w for at in range(start, end) if (w := sides.word_at.get(at)) and w.strong), None)
    if word is None or start == 0 or en.TWO.isdisjoint(page.lower[start : start + 3]):
        return
    before = page.doc[start - 1].sent
    first = page.doc[before.start - 1].sent.start if before.start else before.start
    named = {n.place.id: n for at in range(first, start) if (n := sides.names.starting(at))}
    towns = [n for n in named.values() if n.place.kind == "populated"]
    if len(towns) == 2 and towns[0].place.country != towns[1].place.country:
        yield Bond(word.start, word, towns[1], towns[0], "the-two")


# "with P", "to P", "between A and B", "twin A with B"


def _joined(sides: Sides, at: int, start: int, end: int) -> Iterator[Bond]:
    text = sides.page.lower[at]
    if text in en.BETWEEN:
        found = sides.list_from(at + 1, end)
        word = _word_before(sides, at, start)
        if len(found) == 2 and word:
            yield Bond(at, word, found[1], found[0], "tie-between")
    if text not in en.WITH:
        return
    partners = sides.list_from(at + 1, end)
    word = _word_before(sides, at, start) if partners else None
    if not word:
        return
    inside = sides.names.ending(at) if at - word.end <= NEAR else None
    home = inside or sides.owner(word.start, start) or sides.subject(word.start, start)
    for partner in partners:
        yield Bond(at, word, partner, home, "tie-with", not inside and sides.by_pronoun(word.start, start))


def _word_before(sides: Sides, at: int, start: int) -> Word | None:
    """Give the tie word that governs a preposition: its head, or the nearest noun or joining verb before it."""
    lower, doc = sides.page.lower, sides.page.doc
    head = doc[at].head
    if head.i < at and head.i in sides.word_at:
        return sides.word_at[head.i]
    for back in range(at - 1, max(start, at - REACH) - 1, -1):
        if back in sides.word_at:
            return sides.word_at[back]
        if lower[back] in en.JOINING or lower[back] in en.PRO_RELATION:
            return bare(back)
        if lower[back] in en.TALKS:
            strong = any(
                word.strong for word in map(sides.word_at.get, range(start, doc[at].sent.end)) if word
            )
            return bare(back) if strong else None
        if lower[back] in {".", ";"} or (doc[back].pos_ in {"NOUN", "VERB"} and not _is_aside(sides, back)):
            return None
    return None


def _is_aside(sides: Sides, at: int) -> bool:
    """True for the words of a date, a participle or a place that stand between a noun and its "with"."""
    token = sides.page.doc[at]
    return token.ent_type_ in {"DATE", "TIME", "CARDINAL", "GPE", "NORP"} or token.tag_ in {"VBN", "VBD"}


# "its sister city, P", "P as a sister city", "sister city of P", "P is A's sister city", "the P agreement"


def _called(sides: Sides, word: Word, start: int, end: int) -> Iterator[Bond]:
    lower = sides.page.lower
    owner = sides.owner(word.start, start)
    if word.end == word.name_end and (word.strong or lower[word.start] in en.SIDES):
        yield from _far_side(sides, word, owner, start, end)
    compound = sides.names.ending(word.start)
    related = lower[word.end - 1] in en.RELATION and not sides.page.doc[word.end - 1].text.istitle()
    if compound and related and compound is not owner and compound.start >= start:
        yield Bond(word.start, word, compound, None, "place-tie")


def _far_side(sides: Sides, word: Word, owner: Named | None, start: int, end: int) -> Iterator[Bond]:
    lower = sides.page.lower
    by_pronoun = sides.by_pronoun(word.start, start)
    at = word.end
    if at < end and lower[at] == en.OF:
        found = sides.list_from(at + 1, end)
        if len(found) == 2 and lower[at - 1].endswith("s") and not owner:
            yield Bond(word.start, word, found[1], found[0], "both-sisters")
            return
        home = owner or sides.subject(word.start, start)
        yield from (Bond(word.start, word, partner, home, "sister-of") for partner in found)
        return
    at = _past_abroad(sides, at, end)
    passed = at
    while passed < end and lower[passed] in en.AMONG:
        passed += 1
    found = sides.list_from(passed, end)
    if (
        len(found) == 2
        and passed == word.end
        and lower[word.end - 1].endswith("s")
        and not owner
        and not by_pronoun
    ):
        yield Bond(word.start, word, found[1], found[0], "both-sisters")
        return
    for partner in found:
        home = owner or sides.subject(word.start, start)
        yield Bond(word.start, word, partner, home, "sister-named", by_pronoun)
    before = _before(sides, word, owner, start, end)
    if before:
        yield Bond(word.start, word, before, owner, "as-sister")
    yield from _two_sides(sides, word, start)


def _past_abroad(sides: Sides, at: int, end: int) -> int:
    """Step over "in Europe", "abroad" and the like."""
    lower, doc = sides.page.lower, sides.page.doc
    if at < end and lower[at] in en.ABROAD:
        return at + 1
    if at < end and lower[at] in en.IN:
        after = at + 1
        while after < end and after - at < 5 and (lower[after] in en.FILLERS or doc[after].pos_ == "PROPN"):
            after += 1
        if after < end and lower[after] in en.AMONG:
            return after
    return at


def _before(sides: Sides, word: Word, owner: Named | None, start: int, end: int) -> Named | None:
    """Give P of "P as a sister city", "P, A's sister city since 1992," and "P became A's sister city"."""
    lower, doc = sides.page.lower, sides.page.doc
    back = (owner.start if owner else word.start) - 1
    while back > start and (lower[back] in en.FILLERS or doc[back].pos_ in {"ADJ", "DET", "NUM"}):
        back -= 1
    if back <= start or (word.end < end and doc[word.end].pos_ in {"NOUN", "PROPN"}):
        return None
    owned = owner is not None or not en.OWNERS.isdisjoint(lower[back + 1 : word.start])
    if lower[back] in en.AS or (lower[back] == "," and owned):
        return sides.back_from(back, start)
    named = sides.names.at(back)
    if named and named.start > start and lower[named.start - 1] in en.NAMING:
        return named
    if owned and lower[back] in en.BEING:
        found = sides.subject(word.start, start)
        return None if found and owner and found.place.id == owner.place.id else found
    return None


def _two_sides(sides: Sides, word: Word, start: int) -> Iterator[Bond]:
    """Read "A and B became sister cities"."""
    lower, doc = sides.page.lower, sides.page.doc
    start = _clause_start(sides, start)
    back = word.start - 1
    while back > start and (lower[back] == "," or doc[back].pos_ in _BETWEEN_SIDES):
        back -= 1
    second = sides.back_from(back + 1, start) if sides.names.at(back) else None
    if not second or second.start <= start + 1 or lower[second.start - 1] not in en.AND:
        return
    first = sides.back_from(second.start - 1, start)
    if first:
        yield Bond(word.start, word, second, first, "both-sisters")


_BETWEEN_SIDES = frozenset({"AUX", "ADV", "VERB", "DET", "NUM", "ADJ"})


def _clause_start(sides: Sides, start: int) -> int:
    """Give the start of a sentence that the parser broke off inside a list of names."""
    for back in range(start - 1, max(0, start - 6) - 1, -1):
        if not (sides.page.doc[back].text[0].isalnum() or sides.page.lower[back] in {",", "and"}):
            return back + 1
    return max(0, start - 5)


# "Missoula–Kazan Sister City Association", "the Norfolk-Kaliningrad tie", "the mayors of A and B signed a charter"


def _pair(sides: Sides, first: Named, start: int, end: int) -> Iterator[Bond]:
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


def _heading(sides: Sides, start: int, end: int) -> Iterator[Bond]:
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
    enumerated = named.start > start and page.lower[start] in en.ENUMERATORS
    if not enumerated or end - start > 10 or sides.past_container(named.end, end) < end - 1:
        return
    ahead = range(end, min(end + 30, len(page.lower)))
    word = next((w for at in ahead if (w := sides.word_at.get(at))), None)
    if word and not any(sides.names.at(at) for at in range(end, word.start)):
        yield Bond(word.start, word, named, None, "under-heading")


def _word_over(sides: Sides, start: int) -> Word | None:
    """Give the plural tie word of the line over a list ("Our sister cities:")."""
    page = sides.page
    blocks = [block for block in page.document.blocks if block.start <= page.doc[start].idx]
    over = next((block for block in reversed(blocks) if block.kind != "list"), None)
    if over is None:
        return None
    last = None
    for word in sides.word_at.values():
        if word.strong and over.start <= page.doc[word.start].idx < over.end:
            last = word
    closes = page.document.text[over.start : over.end].rstrip().endswith(":") or over.kind == "headline"
    return last if last and closes and page.lower[last.name_end - 1].endswith("s") else None
