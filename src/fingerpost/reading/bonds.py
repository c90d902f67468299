"""Where a page ties places together: one rule for each way the text may put it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fingerpost.reading.bond import Bond
from fingerpost.reading.bonds_by_form import heading, pair, the_two
from fingerpost.reading.en import ties as en
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page
from fingerpost.reading.sides import Sides, stretches
from fingerpost.reading.tie_words import Word, bare

REACH = 12
"""How many tokens a tie word may stand before the "with" that names its other side."""
NEAR = 4
TOPIC = 20
"""How many tokens after "As for P" its agreement may stand."""


def bonds_on(page: Page, names: Names, words: dict[int, Word]) -> Iterator[Bond]:
    """Yield the bonds of a page, sentence by sentence."""
    sides = Sides(page, names, words)
    for start, end in stretches(page):
        if not any(names.at(at) for at in range(start, end)):
            yield from the_two(sides, start, end)
            continue
        last: Bond | None = None
        for at in range(start, end):
            for bond in _again(sides, last, at, end) or _joined(sides, at, start, end):
                yield bond
                last = bond
            if word := words.get(at):
                yield from _called(sides, word, start, end)
            if named := names.starting(at):
                yield from pair(sides, named, start, end)
        yield from heading(sides, start, end)


# "with P", "to P", "between A and B", "twin A with B"


def _joined(sides: Sides, at: int, start: int, end: int) -> list[Bond]:
    text = sides.page.lower[at]
    if text in en.BETWEEN:
        found = sides.list_from(at + 1, end)
        word = _word_before(sides, at, start)
        return [Bond(at, word, found[1], found[0], "tie-between")] if len(found) == 2 and word else []
    if text not in en.WITH:
        return []
    lower = sides.page.lower
    if at + 1 < end and lower[at + 1] == en.WHICH:
        return _with_which(sides, at, start, end)
    if at > start + 1 and lower[at - 1] == en.DID:
        return _as_did(sides, at, start, end)
    partners = sides.list_from(at + 1, end)
    word = _word_before(sides, at, start) if partners else None
    if not word:
        return []
    by_pronoun = sides.by_pronoun(word.start, start)
    inside = sides.names.ending(at) if at - word.end <= NEAR else None
    if inside:
        return [Bond(at, word, partner, inside, "tie-with") for partner in partners]
    twins = sides.names.ending(word.start) if lower[word.start] in en.TWINS else None
    home = twins or sides.owner(word.start, start) or sides.subject(word.start, start)
    if home is None and sides.stranger(word.start, start):
        return []
    other = sides.names.ending(home.start - 1) if home and lower[home.start - 1] in en.AND else None
    if home and len(partners) == 2 and lower[at] == en.AND_WITH and _is_theirs(sides, word, start):
        second = sides.names.at(home.end + 1) if lower[home.end] in en.AND else None
        both = (other, home) if other else (home, second) if second else (home, home)
        return [
            Bond(at, word, far, near, "tie-with", by_pronoun)
            for near, far in zip(both, partners, strict=True)
        ]
    homes = [other, home] if other and len(partners) == 1 else [home]
    return [Bond(at, word, partner, near, "tie-with", by_pronoun) for near in homes for partner in partners]


def _is_theirs(sides: Sides, word: Word, start: int) -> bool:
    """True for "A and B ended their twinnings with P and Q": to each its own, where several ties are meant."""
    several = sides.page.doc[word.name_end - 1].tag_ == "NNS"
    return several and en.THEIR in sides.page.lower[max(start, word.start - NEAR) : word.start]


def _as_did(sides: Sides, at: int, start: int, end: int) -> list[Bond]:
    """Read "frozen, as P did with Q" where the sentence speaks of a tie."""
    home = sides.names.ending(at - 1)
    partners = sides.list_from(at + 1, end)
    if home is None or len(partners) != 1 or sides.page.lower[home.start - 1] not in en.AS:
        return []
    return [Bond(at, bare(at - 1), partners[0], home, "tie-with")]


def _with_which(sides: Sides, at: int, start: int, end: int) -> list[Bond]:
    """Read "P, with which A has been twinned since 1953"."""
    partners = sides.list_before(at - 1 if sides.page.lower[at - 1] == "," else at, start)
    ahead = range(at + 2, min(end, at + REACH))
    word = next((w for here in ahead if (w := _joining(sides, here))), None)
    home = next((n for here in ahead if (n := sides.names.at(here))), None)
    if word is None or (home and home.start > word.end):
        return []
    return [Bond(at, word, partner, home, "tie-with") for partner in partners]


def _joining(sides: Sides, at: int) -> Word | None:
    """Give the tie word or joining verb at a token."""
    return sides.word_at.get(at) or (bare(at) if sides.page.lower[at] in en.JOINING else None)


def _again(sides: Sides, last: Bond | None, at: int, end: int) -> list[Bond]:
    """Read ", and with P" after the bond before in the sentence."""
    lower = sides.page.lower
    if last is None or last.why != "tie-with" or lower[at] != lower[last.at] or lower[at - 1] not in en.AND:
        return []
    return [replace(last, at=at, partner=partner) for partner in sides.list_from(at + 1, end)]


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
        if lower[back] in en.CONTACTS:
            return bare(back) if sides.subject(back, start) else None
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
    return (
        token.ent_type_ in {"DATE", "TIME", "CARDINAL", "GPE", "NORP"}
        or token.tag_ in {"VBN", "VBD"}
        or token.lower_ in en.CIVIC
    )


# "its sister city, P", "P as a sister city", "sister city of P", "P is A's sister city", "the P agreement"


def _called(sides: Sides, word: Word, start: int, end: int) -> Iterator[Bond]:
    lower = sides.page.lower
    owner = sides.owner(word.start, start)
    verb = lower[word.start] in en.TWINS and lower[word.end : word.end + 1] == [en.AND_WITH]
    noun = not verb and (sides.page.doc[word.start].pos_ != "VERB" or lower[word.start] != en.TWIN)
    if noun and word.end == word.name_end and (word.strong or lower[word.start] in en.SIDES):
        yield from _far_side(sides, word, owner, start, end)
    if not owner and (topic := _topic(sides, word, start)):
        yield Bond(word.start, word, topic, None, "sister-of")
    compound = sides.names.ending(word.start)
    related = lower[word.end - 1] in en.RELATION and not sides.page.doc[word.end - 1].text.istitle()
    if compound and compound.place.kind == "admin1" and word.kind != "sister_state":
        return  # "Sakhalin friendship ties": those of its towns
    if compound and related and compound is not owner and compound.start >= start:
        yield Bond(word.start, word, compound, None, "place-tie")


def _topic(sides: Sides, word: Word, start: int) -> Named | None:
    """Give P of "As for P in Chile, the agreement ends in June"."""
    lower = sides.page.lower
    if (
        word.start - start > TOPIC
        or lower[start] != "as"
        or lower[start + 1 : start + 2] not in (["for"], ["to"])
    ):
        return None
    named = sides.phrase(start + 2, word.start)
    if named is None or named.place.kind == "country":
        return None
    past = sides.past_container(named.end, word.start)
    between = lower[past : word.start]
    determined = between[:1] == [","] and between[1:2] and between[1] in en.ARTICLES | en.PRONOUN_OWNERS
    return named if determined else None


def _far_side(sides: Sides, word: Word, owner: Named | None, start: int, end: int) -> Iterator[Bond]:
    lower = sides.page.lower
    by_pronoun = sides.by_pronoun(word.start, start)
    at = word.end
    if at + 2 < end and lower[at] == en.OF and lower[at + 1] in en.ARTICLES and lower[at + 2] in en.TOWNS:
        at += 3  # "among the partners of the town are"
    if at < end and lower[at] == en.OF:
        found = sides.list_from(at + 1, end, over=frozenset())
        if (
            at < end
            and found
            and (past := sides.past_container(found[-1].end, end)) < end
            and lower[past] in en.WITH
        ):
            return  # "the twinning of A with B" is told by its "with"
        if len(found) == 2 and lower[at - 1].endswith("s") and not owner:
            yield Bond(word.start, word, found[1], found[0], "both-sisters")
            return
        home = owner or sides.subject(word.start, start)
        yield from (Bond(word.start, word, partner, home, "sister-of") for partner in found)
        return
    if lower[at : at + 1] == [en.AND_WITH] and _is_theirs(sides, word, start):
        return  # "their twinnings with P and Q", each to its own, is told by its "with"
    at = _past_having(sides, _past_abroad(sides, at, end), end)
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
    for before in _before(sides, word, owner, start, end):
        near = owner or (_apart_from(before, sides.subject(word.start, start)) if by_pronoun else None)
        yield Bond(word.start, word, before, near, "as-sister")
    yield from _two_sides(sides, word, start)


def _apart_from(partner: Named, home: Named | None) -> Named | None:
    """Give the subject of "A dropped P, its sister city", unless it is P itself."""
    return home if home is not None and home.place.id != partner.place.id else None


def _past_having(sides: Sides, at: int, end: int) -> int:
    """Step over what says whose they are: "the sister cities that Bristol does have: Hanover and ..."."""
    lower = sides.page.lower
    close = next((here for here in range(at, min(end, at + NEAR * 2)) if lower[here] == ":"), None)
    if close is None or close == at or (lower[at] not in en.RELATIVE and sides.names.at(at) is None):
        return at
    return close if not en.HAVING.isdisjoint(lower[at:close]) else at


def _past_abroad(sides: Sides, at: int, end: int) -> int:
    """Step over "in Europe", "abroad" and the like."""
    lower, doc = sides.page.lower, sides.page.doc
    if at < end and lower[at] in en.ABROAD:
        return at + 1
    if at + 2 < end and lower[at] in en.SINCE and lower[at + 1].isdigit() and lower[at + 2] in en.AMONG:
        return at + 2
    if at < end and lower[at] in en.IN:
        after = at + 1
        while after < end and after - at < 5 and (lower[after] in en.FILLERS or doc[after].pos_ == "PROPN"):
            after += 1
        if after < end and lower[after] in en.AMONG:
            return after
    return at


def _before(sides: Sides, word: Word, owner: Named | None, start: int, end: int) -> list[Named]:
    """Give P of "P as a sister city", "P, A's sister city since 1992," and "P became A's sister city"."""
    lower, doc = sides.page.lower, sides.page.doc
    back = (owner.start if owner else word.start) - 1
    while back > start and (lower[back] in en.FILLERS or doc[back].pos_ in {"ADJ", "DET", "NUM"}):
        back -= 1
    if back <= start or (word.end < end and doc[word.end].pos_ in {"NOUN", "PROPN"}):
        return []
    between = lower[back + 1 : word.start]
    dated = lower[word.end : word.end + 1] == ["since"]  # "Korsakov, a partner since 1991,"
    owned = owner is not None or dated or not en.OWNERS.isdisjoint(between)
    if lower[back] in en.AS and lower[back - 1] in en.BEING:
        return sides.list_before(back - 1, start)
    if lower[back] in en.AS or (lower[back] == "," and owned):
        found = sides.back_from(back, start)
        return [found] if found else _as_what(sides, back, start) if lower[back] in en.AS else []
    if lower[back] in en.LISTS:
        while back > start and (lower[back - 1] in en.PRONOUN_OWNERS or lower[back - 1] in en.ON_LISTS):
            back -= 1
        found = sides.back_from(back, start)
        return [found] if found else []
    named = sides.names.at(back)
    if named and named.start > start and lower[named.start - 1] in en.NAMING:
        return [named]
    alone = word.end >= end or lower[word.end] not in en.WITH | {en.OF}
    if lower[back] in en.BEING and (owned or (alone and not lower[word.end - 1].endswith("s"))):
        several = sides.list_before(back, start)
        if len(several) > 1:
            return several
        found = sides.subject(word.start, start)
        return [found] if found and not (owner and found.place.id == owner.place.id) else []
    return []


def _as_what(sides: Sides, at: int, start: int) -> list[Named]:
    """Give P of "P should take its place as a sister city": the nearest place before in the clause."""
    lower = sides.page.lower
    for back in range(at - 1, max(start, at - REACH) - 1, -1):
        named = sides.names.at(back)
        if named and named.place.kind == "populated":
            return [named]
        if lower[back] in {",", ";", ":"}:
            return []
    return []


def _two_sides(sides: Sides, word: Word, start: int) -> Iterator[Bond]:
    """Read "A and B became sister cities"."""
    lower, doc = sides.page.lower, sides.page.doc
    start = _clause_start(sides, start)
    back = word.start - 1
    while back > start and (lower[back] == "," or doc[back].pos_ in _BETWEEN_SIDES):
        back -= 1
    second = sides.back_from(back + 1, start) if sides.names.at(back) else None
    if not second or second.start <= start + 1:
        return
    joint = second.start - 1
    while joint > start and lower[joint] not in en.AND and sides.fills(joint) and lower[joint] != ",":
        joint -= 1
    becoming = lower[joint] == "," and not en.BECOMING.isdisjoint(lower[second.end : word.start])
    first = sides.back_from(joint, start) if lower[joint] in en.AND or becoming else None
    if first:
        yield Bond(word.start, word, second, first, "both-sisters")


_BETWEEN_SIDES = frozenset({"AUX", "ADV", "VERB", "DET", "NUM", "ADJ", "PART"})


def _clause_start(sides: Sides, start: int) -> int:
    """Give the start of a sentence that the parser broke off inside a list of names."""
    for back in range(start - 1, max(0, start - 6) - 1, -1):
        if not (sides.page.doc[back].text[0].isalnum() or sides.page.lower[back] in {",", "and"}):
            return back + 1
    return max(0, start - 5)
