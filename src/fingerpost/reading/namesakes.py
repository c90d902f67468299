"""Places of the same name that the page speaks of without naming them again.

"The other Paris", "its namesake in Ontario", "the other Cambridges, in Massachusetts and in England".
"""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.places import normal
from fingerpost.reading.choice import Choice
from fingerpost.reading.en import places as en
from fingerpost.reading.setting import prior
from fingerpost.reading.toponyms import Lookout, Sign, Spot


def namesakes(look: Lookout, found: list[Choice]) -> list[Choice]:
    """Give the further places; where a mention was counted with its namesake, it is taken from there."""
    by_form = {spot.form: choice for choice in reversed(found) for spot in choice.spots if choice.settled}
    new = list(_others(look, by_form))
    for at, word in enumerate(look.lower):
        if word in en.NAMESAKE:
            new += _in_region(look, at, by_form)
        elif (
            word.endswith("s") and look.words[at][0].isupper() and (choice := by_form.get(normal(word[:-1])))
        ):
            new += _in_regions(look, at + 1, choice, Spot(at, at + 1, look.words[at], "", ()))
    known = {choice.best.identity for choice in found}
    return [choice for choice in new if choice.best.identity not in known]


def _others(look: Lookout, by_form: dict[str, Choice]) -> Iterator[Choice]:
    """``the other Paris``: the best known place of that name, after the one the page is about."""
    for spot in look.spots:
        first = by_form.get(spot.form)
        if (
            first is None
            or look.lower[spot.start - 1] != "other"
            or look.lower[spot.start - 2] not in ("the", "that")
        ):
            continue
        rest = [place for place in spot.candidates if place.kind == "populated" and place.own]
        rest = [place for place in rest if place.identity != first.best.identity]
        if rest:
            first.spots = [mention for mention in first.spots if mention is not spot] or first.spots
            yield Choice(max(rest, key=prior), "the-other", True, [spot])


def _in_region(look: Lookout, at: int, by_form: dict[str, Choice]) -> Iterator[Choice]:
    """``its namesake in Ontario``: of the name that stands last before."""
    before = [
        spot for spot in look.spots if spot.end <= at and spot.form in by_form and spot.sign > Sign.PART
    ]
    before = [spot for spot in before if by_form[spot.form].best.kind == "populated"]
    if before:
        mention = Spot(at, at + 1, look.words[at], "", ())
        yield from _in_regions(look, at + 1, by_form[before[-1].form], mention)


def _in_regions(look: Lookout, at: int, first: Choice, mention: Spot) -> Iterator[Choice]:
    """Yield the place of the name of ``first`` in each of the regions listed from ``at`` on."""
    name = first.name or next(spot.text for spot in first.spots)
    candidates = look.gazetteer.candidates(name)
    while at < len(look.words) and at not in look.breaks:
        region = look.at.get(at)
        if region and region.regions:
            held = [place for place in candidates if any(one.holds(place) for one in region.regions)]
            if held:
                yield Choice(max(held, key=prior), "namesake-in", True, [mention], name=_title(name))
            at = region.end
        elif look.lower[at] in (",", "and", "in", "the", "or", "one", "both"):
            at += 1
        else:
            return


def _title(name: str) -> str:
    return name.title() if name.isupper() else name
