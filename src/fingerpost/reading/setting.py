"""Where a page plays, as far as it is known; and how well a place fits there."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fingerpost.places import Candidate

NEAR_KM, REGIONAL_KM = 80.0, 300.0
_ONE_DEGREE_KM = 111.2
_ONE_PLACE_KM = 40.0
_POINTS = 40
"""As many settled towns tell where a page plays; more would only cost time in long documents."""
_QUORUM, _LEAD = 1.2, 0.5
_STRONGEST_HINT = 2.2

_Voted = TypeVar("_Voted", str, tuple[str, str | None])


@dataclass(slots=True)
class Setting:
    """The home of the page, and the countries, regions and points that it names."""

    home_country: str | None = None
    home_region: str | None = None
    countries: set[str] = field(default_factory=set)
    hinted: dict[str, float] = field(default_factory=dict)
    """Countries in whose news the page's words are at home, with tenfold odds."""
    named_in: set[str] = field(default_factory=set)
    """Regions named only inside the names of bodies ("University of Idaho")."""
    regions: set[str] = field(default_factory=set)
    points: list[tuple[float, float]] = field(default_factory=list)

    def add(self, place: Candidate) -> None:
        """Take a settled place into account."""
        if place.admin1 and place.kind != "country":
            self.regions.add(place.admin1)
        elif not place.admin1:
            self.countries.add(place.country)
        if (
            place.kind in ("populated", "admin2")
            and place.latitude is not None
            and place.longitude is not None
        ):
            self.points.append((place.latitude, place.longitude))

    def fit(self, place: Candidate) -> tuple[float, str]:
        """Give how well a place fits (about 2 to 13, a point is tenfold odds), and what counts most for it."""
        gains = list(self._gains(place))
        return prior(place) + sum(gain for gain, _ in gains), max(gains, default=(0.0, "population"))[1]

    def _gains(self, place: Candidate) -> Iterable[tuple[float, str]]:
        if place.country in self.countries:
            yield 1.0, "country-named"
        if place.country == self.home_country:
            yield 1.2, "home-country"
        elif place.country in self.hinted and not self.home_country:
            yield min(self.hinted[place.country], _STRONGEST_HINT), "country-hinted"
        if place.admin1 and place.admin1 == self.home_region:
            yield 1.5, "home-region"
        elif place.admin1 and place.admin1 in self.regions:
            yield 0.8, "region-named"
        elif place.admin1 and place.admin1 in self.named_in:
            yield 0.7, "region-in-a-body"
        distance = self.distance(place)
        if distance < NEAR_KM:
            yield 1.3, "near-others"
        elif distance < REGIONAL_KM:
            yield 0.4, "near-others"

    def distance(self, place: Candidate) -> float:
        """Give roughly how far the place is from the nearest settled one, in km; infinite where unknown."""
        if place.latitude is None or place.longitude is None:
            return math.inf
        here = (place.latitude, place.longitude)
        return min((roughly_km(here, point) for point in self.points), default=math.inf)


def prior(place: Candidate) -> float:
    """Give how likely a place is meant before anything else is known: the order of magnitude of its people."""
    if place.kind == "populated":
        return math.log10(place.weight + 100)
    if place.kind == "admin2":
        # Counties of our own tables are well known; of the thousands in the US each is known to its neighbours.
        return 4.5 if place.latitude is not None else 3.0
    return math.log10(place.weight + 100) + 1.0


def home_of(
    names: Iterable[Iterable[Candidate]], *, abroad: Collection[str]
) -> tuple[str, str | None] | None:
    """Give the country and region in which most of the names have a place; None where none stands out.

    Each name shares one vote among the places that bear it, the larger ones more, so that a rare name tells more
    and a namesake in the woods little. The region is None where only the country stands out. Countries ``abroad``
    do not count.
    """
    regions: dict[tuple[str, str | None], float] = defaultdict(float)
    countries: dict[str, float] = defaultdict(float)
    for candidates in names:
        candidates = list(candidates)
        if any(place.kind == "country" for place in candidates):
            continue
        size: dict[tuple[str, str | None], float] = {}
        for place in candidates:
            key = place.country, place.admin1
            size[key] = max(size.get(key, 0.0), math.sqrt(place.weight + 100))
        largest: dict[str, float] = {}
        for (country, _), here in size.items():
            largest[country] = max(largest.get(country, 0.0), here)
        for (country, region), here in size.items():
            if country not in abroad:
                regions[country, region] += here / sum(size.values())
        for country, here in largest.items():
            if country not in abroad:
                countries[country] += here / sum(largest.values())
    if home := _elected(regions):
        return home
    elected = _elected(countries)
    return (elected, None) if elected else None


def _elected(votes: Mapping[_Voted, float]) -> _Voted | None:
    """Give what has the most votes, if these are enough and well ahead of the next."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], str(item[0])))
    if not ranked or ranked[0][1] < _QUORUM or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD):
        return None
    return ranked[0][0]


def same_area(one: Candidate, other: Candidate) -> bool:
    """Tell whether two records are one place for a reader: a town and its district, a city and its province."""
    if one.country != other.country or one.admin1 != other.admin1:
        return False
    if "admin1" in (one.kind, other.kind):
        return True
    if one.population and one.population == other.population:
        return True  # One town in two records, as a place and as a seat.
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return True
    return roughly_km((one.latitude, one.longitude), (other.latitude, other.longitude)) < _ONE_PLACE_KM


def roughly_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance on a plane that touches between the two: near enough to tell neighbours from strangers."""
    east = (one[1] - other[1] + 180) % 360 - 180
    shrunk = east * math.cos(math.radians((one[0] + other[0]) / 2))
    return _ONE_DEGREE_KM * math.hypot(one[0] - other[0], shrunk)
