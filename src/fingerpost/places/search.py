"""Search by a person: which places a name can mean, in which order, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.places.distance import inverse
from fingerpost.places.errors import PlacesError
from fingerpost.places.gazetteer import Candidate, Gazetteer


class UnknownPlaceError(PlacesError):
    """Nothing in the gazetteer bears the name."""

    def __init__(self, name: str, why: str = "no place of that name is in the gazetteer") -> None:
        super().__init__(
            f'"{name}": {why}. Try another spelling, or add the place to a file of your own (FINGERPOST_PLACES).'
        )
        self.name = name


@dataclass(frozen=True, slots=True)
class Found:
    """A place with the reason for its rank; ``km`` is how far it is from the place asked for, if any."""

    place: Candidate
    why: str
    km: float | None = None


def search(
    gazetteer: Gazetteer, name: str, *, within: str | None = None, near: str | None = None
) -> list[Found]:
    """Give the places that a name can mean, the likeliest first; with ``near`` the nearest first.

    Args:
        name: as people write it; what follows a comma narrows it down ("Norfolk, Virginia").
        within: a country or region, by code (US, US-VA) or name.
        near: another place, written in the same way.

    Raises:
        UnknownPlaceError: no place bears one of the names.
    """
    head, *regions = (part.strip() for part in name.split(","))
    places: Sequence[Candidate] = gazetteer.candidates(head)
    if not places:
        raise UnknownPlaceError(head)
    for region in [*regions, *([within] if within else [])]:
        places = _within(gazetteer, places, region)
    if not near:
        return [Found(place, _why(place)) for place in places]
    middle = search(gazetteer, near)[0].place
    found = [_measured(place, middle) for place in places]
    return sorted(found, key=lambda one: (one.km is None, one.km))


def dominates(found: Sequence[Candidate]) -> bool:
    """Tell whether the first alone bears the name as its own, or is far larger than all others that do."""
    if not found[0].own:
        return False
    first, *others = (place for place in found if place.own)
    return not others or first.population > 20 * max(place.population for place in others)


def _within(gazetteer: Gazetteer, places: Sequence[Candidate], region: str) -> list[Candidate]:
    """Keep the places that lie in a region given by code or name."""
    code = region.upper()
    held = [place for place in places if code in (place.country, place.admin1)]
    if held:
        return held
    holders = [place for place in gazetteer.candidates(region) if place.kind != "populated"]
    if not holders and len(code) != 2:
        raise UnknownPlaceError(region, "no country or region of that name or code is in the gazetteer")
    return [place for place in places if any(holder.holds(place) for holder in holders)]


def _measured(place: Candidate, middle: Candidate) -> Found:
    ends = (middle.latitude, middle.longitude, place.latitude, place.longitude)
    if any(value is None for value in ends):
        return Found(place, f"{_why(place)}; its position is not known")
    way = inverse(*(value for value in ends if value is not None))
    where = f"{way.km:,.0f} km ({way.miles:,.0f} miles) {way.point} of {middle.name}"
    return Found(place, f"{where}; {_why(place)}", way.km)


def _why(place: Candidate) -> str:
    name = "its own name" if place.own else f"another name of {place.name}"
    people = f"{place.population:,} people" if place.population else "people not known"
    return f"{name}; {people}"
