"""Which place each name on a page stands for: what the text says first, then what fits together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from fingerpost.places import Candidate
from fingerpost.reading.en import demonyms
from fingerpost.reading.en import places as en
from fingerpost.reading.toponyms import Lookout, Sign, Spot, holds

_NEAR_KM, _FAR_KM = 100.0, 300.0
_MARGIN = 0.5


@dataclass(slots=True)
class Choice:
    """One place of the page: the candidates left, the best first, and why that one."""

    name: str
    best: Candidate | None
    why: str
    status: str
    spots: list[Spot]
    others: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Setting:
    """What is known so far of where the page plays."""

    home_country: str | None = None
    home_region: str | None = None
    countries: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    anchors: list[tuple[float, float]] = field(default_factory=list)

    def add(self, place: Candidate) -> None:
        """Take a settled place into account."""
        self.countries.add(place.country)
        if place.admin1 and place.kind != "country":
            self.regions.add(place.admin1)
        if (
            place.kind in ("populated", "admin2")
            and place.latitude is not None
            and place.longitude is not None
        ):
            self.anchors.append((place.latitude, place.longitude))

    def fit(self, place: Candidate) -> tuple[float, str]:
        """Give how well a candidate fits, and what counts most for it."""
        score, why = math.log10(place.weight + 100), "population"
        if place.kind == "admin2" and place.latitude is not None:
            score += 3.0
        if place.kind in ("admin1", "country"):
            score += 1.0
        if place.country in self.countries:
            score, why = score + 1.2, "country-named"
        if place.country == self.home_country:
            score, why = score + 1.2, "home-country"
        if place.admin1 and place.admin1 in self.regions:
            score, why = score + 0.8, "region-named"
        if place.admin1 and place.admin1 == self.home_region:
            score, why = score + 1.5, "home-region"
        near = self._nearest(place)
        if near < _NEAR_KM:
            score, why = score + 1.0, "near-others"
        elif near < _FAR_KM:
            score += 0.4
        return score, why

    def _nearest(self, place: Candidate) -> float:
        if place.latitude is None or place.longitude is None:
            return math.inf
        return min(
            (_roughly_km(place.latitude, place.longitude, *anchor) for anchor in self.anchors),
            default=math.inf,
        )


def place_names(lookout: Lookout, spots: list[Spot]) -> list[Choice]:
    """Give the places of a page, each once, in text order of their first mention."""
    return Placing(lookout, spots).choices()


class Placing:
    """Settles names in turn: told by the text, then by what fits the rest, surest first."""

    def __init__(self, lookout: Lookout, spots: list[Spot]) -> None:
        self.lookout = lookout
        self.by_start = {spot.start: spot for spot in spots}
        self.kept = _kept(spots)
        self.setting = Setting()
        self.told: dict[int, tuple[Candidate, str]] = {}

    def choices(self) -> list[Choice]:
        """Give the places of the page."""
        for spot in self.kept:
            if told := self._told(spot):
                self.told[spot.start] = told
        self._look_around()
        groups: dict[str, list[Spot]] = defaultdict(list)
        for spot in self.kept:
            groups[spot.form].append(spot)
        found, open_ = [], []
        for form, spots in groups.items():
            if any(spot.start in self.told for spot in spots):
                found.extend(self._senses(spots))
            else:
                open_.append((form, spots))
        found.extend(self._fitted(open_))
        return sorted(_merged(found), key=lambda choice: choice.spots[0].start)

    def _told(self, spot: Spot) -> tuple[Candidate, str] | None:
        """Give the candidate that the words around the spot single out, with the reason."""
        for held, why in ((self._after(spot), "region-after"), (self._before(spot), "region-before")):
            if held:
                return max(held, key=_first_sight), why
        return None

    def _after(self, spot: Spot) -> list[Candidate]:
        """``X, Region``, ``X (Region)``, ``X in Region``, ``X, a town in northern Region``."""
        look, at = self.lookout, spot.end
        limit = min(at + 10, len(look.words) - 1)
        seen_in = False
        first = at
        while at < limit and at not in look.breaks:
            word = look.lower[at]
            if word in (",", "(") and at == first:
                if held := look.holders(spot, at + 1, self.by_start):
                    return held
            elif word in ("in", "of") and (not seen_in):
                seen_in = True
            elif seen_in and (held := look.holders(spot, at, self.by_start)):
                return held
            elif seen_in:
                if not (word in en.AREA or word in ("the", "'s", "’s") or at in self.by_start):
                    return []
            elif word not in en.SETTLEMENT and word not in ("a", "an", "the", ",", "small", "large"):
                return []
            at += 1
        return []

    def _before(self, spot: Spot) -> list[Candidate]:
        """``the Turkish city of X``, ``its Russian sister city, X``, ``the Ontario town X``."""
        look, generic = self.lookout, False
        for at in range(spot.start - 1, max(spot.start - 8, -1), -1):
            if at + 1 in look.breaks:
                return []
            word = look.lower[at]
            if code := country_of(look.words[at]):
                return [
                    place for place in spot.candidates if place.country == code and place.kind != "country"
                ]
            if code := demonyms.REGIONS.get(look.words[at]):
                return [
                    place for place in spot.candidates if place.admin1 == code and place.kind == "populated"
                ]
            other = self.by_start.get(at)
            if generic and other and other.end == at + 1 and (regions := other.regions()):
                return [place for place in spot.candidates if any(holds(region, place) for region in regions)]
            if word in en.SETTLEMENT or word in en.REGION:
                generic = True
            elif word not in ("of", "sister", ",", "-", "partner", "the", "called", "named", "'s", "’s"):
                return []
        return []

    def _look_around(self) -> None:
        """Fill the setting with what the page names plainly."""
        for word in self.lookout.words:
            if code := country_of(word):
                self.setting.countries.add(code)
        for spot in self.kept:
            if spot.start in self.told:
                continue
            best = spot.candidates[0]
            if best.kind in ("country", "admin1") and spot.sign >= Sign.LIKELY:
                self.setting.add(best)
        for place, _ in self.told.values():
            self.setting.add(place)
        self._find_home()

    def _find_home(self) -> None:
        lines = [spot for spot in self.kept if self.lookout.is_dateline(spot)]
        for spot in lines:
            if spot.start in self.told:
                place = self.told[spot.start][0]
                self.setting.home_country, self.setting.home_region = place.country, place.admin1
                return

    def _senses(self, spots: list[Spot]) -> list[Choice]:
        """Split the mentions of one name among the places told; the others follow the first one told."""
        senses: dict[tuple[object, ...], Choice] = {}
        first: Choice | None = None
        for spot in spots:
            if spot.start in self.told:
                place, why = self.told[spot.start]
                choice = senses.setdefault(place.identity, Choice(spot.text, place, why, "resolved", []))
                first = first or choice
        for spot in spots:
            told = self.told.get(spot.start)
            choice = senses[told[0].identity] if told else first  # type: ignore[assignment]
            choice.spots.append(spot)
        return list(senses.values())

    def _fitted(self, groups: list[tuple[str, list[Spot]]]) -> list[Choice]:
        """Settle the other names, each time the surest of those left, which then counts for the rest."""
        found, left = [], groups
        while left:
            ranked = [(self._ranking(spots), form, spots) for form, spots in left]
            ranked.sort(key=lambda item: -item[0][0])
            (margin, places, why), form, spots = ranked[0]
            best = places[0]
            settled = margin >= _MARGIN
            choice = Choice(
                spots[0].text, best, why, "resolved" if settled else "ambiguous", spots, tuple(places[1:6])
            )
            found.append(choice)
            if settled:
                self.setting.add(best)
            left = [item for item in left if item[0] != form]
        return found

    def _ranking(self, spots: list[Spot]) -> tuple[float, list[Candidate], str]:
        """Give the lead of the best candidate over the next one elsewhere, all candidates, and the reason."""
        scored = sorted(
            ((*self.setting.fit(place), place) for place in spots[0].candidates), key=lambda s: -s[0]
        )
        best, why, place = scored[0]
        rival = next((score for score, _, other in scored[1:] if not _same_area(place, other)), None)
        lead = 9.0 if rival is None else best - rival
        return lead, [other for *_, other in scored], "only-one" if rival is None else why


def country_of(word: str) -> str | None:
    """Give the country of an adjective or noun of belonging, singular or plural."""
    return demonyms.COUNTRIES.get(word) or (demonyms.COUNTRIES.get(word[:-1]) if word.endswith("s") else None)


def _kept(spots: Iterable[Spot]) -> list[Spot]:
    """Keep the spots that are places: by their own sign, or because the name is known as one on this page."""
    spots = list(spots)
    known = {spot.form for spot in spots if spot.sign >= Sign.LIKELY}
    return [
        spot
        for spot in spots
        if spot.sign >= Sign.LIKELY or (spot.sign == Sign.WEAK and (spot.form in known or _is_big(spot)))
    ]


def _is_big(spot: Spot) -> bool:
    return max(place.weight for place in spot.candidates) > 15_000


def _first_sight(place: Candidate) -> tuple[float, bool]:
    return (place.weight, place.own)


def _same_area(one: Candidate, other: Candidate) -> bool:
    """Tell whether two records are the same place for a reader: a town and its district."""
    if one.country != other.country or one.admin1 != other.admin1:
        return False
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return True
    return _roughly_km(one.latitude, one.longitude, other.latitude, other.longitude) < 50  # type: ignore[arg-type]


def _merged(choices: list[Choice]) -> list[Choice]:
    """Join choices that stand for the same place under two spellings."""
    found: dict[tuple[object, ...], Choice] = {}
    for choice in choices:
        if choice.best is None or choice.status != "resolved":
            found[(choice.name, id(choice))] = choice
        elif choice.best.identity in found:
            other = found[choice.best.identity]
            other.spots = sorted(other.spots + choice.spots, key=lambda spot: spot.start)
            other.name = other.spots[0].text
        else:
            found[choice.best.identity] = choice
    for choice in found.values():
        choice.spots.sort(key=lambda spot: spot.start)
    return list(found.values())


def _roughly_km(north: float, east: float, north2: float, east2: float) -> float:
    """Great-circle distance on a sphere: near enough to tell neighbours from strangers."""
    a, b = math.radians(north), math.radians(north2)
    half = (
        math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(east - east2) / 2) ** 2
    )
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
