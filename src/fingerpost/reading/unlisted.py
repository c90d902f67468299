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
    for spot in _labelled(look):
        one = found.setdefault(spot.form, Unlisted([]))
        one.spots.append(spot)
        one.told = one.told or _told(look, spot)
    return list(found.values())


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
        return None
    holder = region.regions[0]
    if holder is not region.candidates[0]:
        return None
    return Candidate(spot.text, "populated", holder.country, holder.admin1)
