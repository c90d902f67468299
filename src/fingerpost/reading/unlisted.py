"""Places that the gazetteer does not know: what the text itself says of them, or that they are not settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from fingerpost.places import Candidate, normal
from fingerpost.reading.en import places as en
from fingerpost.reading.en.ordinary import ORDINARY
from fingerpost.reading.toponyms import OWNERS, Lookout, Sign, Spot, country_of, region_of


@dataclass(slots=True)
class Unlisted:
    """A name that is labelled as a place and is none of the gazetteer's; ``told`` where the text places it."""

    spots: list[Spot]
    told: Candidate | None = None


def unlisted(look: Lookout) -> list[Unlisted]:
    """Give the names that the gazetteer does not know, in text order.

    A place told has the country and region of "X, Region" or "X in Region", and no position.
    """
    found: dict[str, Unlisted] = {}
    tied = {spot.start: spot for spot in _tied(look)}
    inside = {i for spot in tied.values() for i in range(spot.start, spot.end)}
    called = list(_labelled(look))
    labelled = [spot for spot in called if not inside.intersection(range(spot.start, spot.end))]
    sure = {spot.start for spot in called}
    for spot in sorted([*labelled, *tied.values()], key=lambda spot: spot.start):
        one = found.setdefault(spot.form, Unlisted([]))
        one.spots.append(spot)
        one.told = one.told or _told(look, spot)
    # A name that nothing but "twinned with" makes a place, and that is said once, may be anything.
    return [
        one
        for one in found.values()
        if one.told or one.spots[0].start in sure or one.spots[0].start not in tied or _is_repeated(look, one)
    ]


def _is_repeated(look: Lookout, one: Unlisted) -> bool:
    first = look.words[one.spots[0].start : one.spots[0].end]
    return sum(look.words[at : at + len(first)] == first for at in range(len(look.words) - len(first))) > 1


def _tied(look: Lookout) -> Iterator[Spot]:
    """Yield what the words of a tie name as its other side: "twinned with X", "its sister city, X"."""
    if en.TYING.isdisjoint(look.lower) and en.FAR_SIDES.isdisjoint(look.lower):
        return
    people = {i for ent in look.doc.ents if ent.label_ == "PERSON" for i in range(ent.start, ent.end)}
    for at in range(2, len(look.words)):
        if not look.words[at][0].isupper() or at in look.within or not _is_far_side(look, at):
            continue
        end = _end(look, at)
        if not en.BODY.isdisjoint(look.lower[at:end]) or not en.THING.isdisjoint(look.lower[at:end]):
            continue
        following = look.lower[end] if end < len(look.lower) else ""
        if look.words[at].isupper() or look.lower[at] in en.TITLES or following in OWNERS:
            continue
        if at in people and following in en.SPEECH:
            continue
        if _is_name(look, at, end):
            text = look.text[look.offsets[at] : look.end_of(end)]
            yield Spot(at, end, text, normal(text), ())


def _is_far_side(look: Lookout, at: int) -> bool:
    """Tell whether the words before a token of a line ask for the other side of a tie."""
    back = at - 1
    while back > 0 and back + 1 not in look.breaks and at - back < _BESIDE and _describes(look, back):
        if look.words[back] in en.FAR_SIDES and back < at - 1:
            return look.lower[back + 1] in en.SETTLEMENT  # "its sister city, X", "the twin town of X"
        back -= 1
    if look.lower[back] not in ("with", "to") or back + 1 in look.breaks:
        return False
    words = en.TYING if look.lower[back] == "to" else en.TYING | en.FAR_SIDES | en.TIED_NOUNS
    return not words.isdisjoint(look.lower[max(0, back - 4) : back])


def _describes(look: Lookout, at: int) -> bool:
    """Tell whether a token may stand between the words of a tie and the name of its other side."""
    word = look.lower[at]
    if word in (",", ":", "of", "the", "a", "its", "their", "our"):
        return True
    known = word in en.SETTLEMENT or word in en.FAR_SIDES or word in en.AREA
    return known or country_of(look.words[at]) is not None or look.doc[at].pos_ in {"ADJ", "NUM"}


def _end(look: Lookout, at: int) -> int:
    """Give the end of a run of capitals, small words inside names included."""
    end = at + 1
    while end < len(look.words) and end - at < _LONGEST and end not in look.breaks:
        joins = look.lower[end] in _INSIDE or look.words[end] in "-–"
        if look.words[end][0].isupper() and end not in look.within:
            end += 1
        elif joins and end + 1 < len(look.words) and look.words[end + 1][0].isupper():
            end += 2
        else:
            break
    return end


def _labelled(look: Lookout) -> Iterator[Spot]:
    for ent in look.doc.ents:
        if ent.label_ != "GPE" or any(i in look.within for i in range(ent.start, ent.end)):
            continue
        start, end = _trimmed(look, ent)
        if start < end and _is_name(look, start, end):
            text = look.text[look.offsets[start] : look.end_of(end)]
            yield Spot(start, end, text, normal(text), ())


def _trimmed(look: Lookout, ent: Span) -> tuple[int, int]:
    """Give the tokens of an entity without its article and ending."""
    start, end = ent.start, ent.end
    while start < end and not look.words[start][0].isupper():
        start += 1
    while end > start and (look.lower[end - 1] in OWNERS or not look.words[end - 1][0].isalnum()):
        end -= 1
    return start, end


def _is_name(look: Lookout, start: int, end: int) -> bool:
    words = [look.words[i] for i in range(start, end)]
    form = normal(" ".join(words))
    plain = all(word[0].isupper() or word in "-–" or word.lower() in en.JOINERS for word in words)
    known = any(country_of(word) or region_of(word) for word in words)
    short = len(form) < 4 or (words[0].isupper() and len(words) == 1 and len(words[0]) < 5)
    return plain and not (known or short or form in ORDINARY or form in en.BROAD or form in en.PEOPLES)


def _told(look: Lookout, spot: Spot) -> Candidate | None:
    """Give the place as ``X, Region`` and ``X in Region`` tell it."""
    at = spot.end
    while (
        at < len(look.words)
        and at not in look.breaks
        and (look.lower[at] in (",", "in", "the") or look.lower[at] in en.AREA)
    ):
        at += 1
    region = look.at.get(at) if at > spot.end else None
    if region is None or region.sign < Sign.LIKELY or not region.regions:
        return _belonging(look, spot)
    holder = region.regions[0]
    if holder is not region.candidates[0]:
        return None
    return Candidate(spot.text, "populated", holder.country, holder.admin1)


def _belonging(look: Lookout, spot: Spot) -> Candidate | None:
    """Give the place that "the Russian port of X", "its German twin, X" and "the Bavarian town X" tell."""
    for at in range(spot.start - 1, max(spot.start - _BESIDE, -1), -1):
        if at + 1 in look.breaks:
            return None
        if region := region_of(look.words[at]):
            return Candidate(spot.text, "populated", region.partition("-")[0], region)
        if country := country_of(look.words[at]):
            return Candidate(spot.text, "populated", country, None)
        word = look.lower[at]
        called = word in en.SETTLEMENT or word in en.FAR_SIDES or word in en.BETWEEN or word in en.AREA
        if not (called or look.doc[at].pos_ in {"ADJ", "NUM"}):
            return None
    return None


_INSIDE = en.JOINERS - frozenset({"and", "in", "of", "on", "by", "the", "under", "next"})
"""Small words inside the name of a place that no gazetteer tells from a phrase."""
_BESIDE = 7
"""How many tokens before a name the words of a tie, or of a people, are looked for."""
_LONGEST = 5
