"""Which place each name on a page stands for: what the text says first, then what fits together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from fingerpost.places import Candidate
from fingerpost.reading.choice import Choice, merged
from fingerpost.reading.en import places as en
from fingerpost.reading.namesakes import namesakes
from fingerpost.reading.setting import NEAR_KM, Setting, home_of, prior, same_area
from fingerpost.reading.telling import Telling
from fingerpost.reading.toponyms import Lookout, Sign, Spot, country_of, is_joint, region_of

_MARGIN = 0.45
_LIKELY = 0.75
"""Candidates nearer to the best than this are likely too."""
_ALONE = 9.0
_KNOWN = 10_000
_OFTEN = 3
_TELLING = frozenset({"called", "locative", "tied", "owning", "measured", "dateline"})
"""Signs by which even a village is meant."""
_SHORT = 3
_SPELLING = 0.5
_CITY_STATES = frozenset({"HK", "MO", "SG", "GI", "MC"})


class Placing:
    """Settles the names of a page in turn: told by the text, then by what fits the rest, surest first."""

    def __init__(self, look: Lookout) -> None:
        self.look = look
        self.setting = Setting()
        self.told: dict[int, tuple[Candidate, str]] = {}
        self.by_form: dict[str, list[Spot]] = defaultdict(list)

    def choices(self) -> list[Choice]:
        """Give the places of the page, each once, in text order of their first mention."""
        telling = Telling(self.look)
        for spot in self.look.spots:
            if spot.sign >= Sign.PART and (told := telling.of(spot)):
                self.told[spot.start] = told
        self.sure = [spot for spot in self.look.spots if spot.sign >= Sign.LIKELY or spot.start in self.told]
        self.known = {spot.form for spot in self.sure}
        self._look_around()
        for spot in self.look.spots:
            if spot.sign >= Sign.WEAK or spot.start in self.told:
                self.by_form[spot.form].append(spot)
        found = list(self._settled(spot.form for spot in self.sure))
        weak = [spot for spot in self.look.spots if spot.sign == Sign.WEAK and spot.form not in self.known]
        found += self._settled(spot.form for spot in weak if self._belongs(spot))
        found += namesakes(self.look, found)
        self.forms = {spot.form for choice in found for spot in choice.spots}
        return sorted(merged(found), key=lambda choice: choice.order)

    def implied(self) -> list[Choice]:
        """Give towns named only inside a body's name, or with nothing to show that they are meant; after ``choices``.

        Only what is settled; a reader takes one up where something else says that a town must be there.
        """
        open_: dict[str, list[Spot]] = defaultdict(list)
        for spot in self.look.spots:
            if (
                spot.sign in (Sign.PART, Sign.WEAK)
                and spot.form not in self.forms
                and len(spot.form) > _SHORT
            ):
                open_[spot.form].append(spot)
        return [choice for choice in self._fitted(list(open_.values())) if choice.settled]

    def _settled(self, forms: Iterable[str]) -> Iterator[Choice]:
        """Give the places that names stand for: those told first, then those that fit."""
        open_ = []
        for form in dict.fromkeys(forms):
            spots = self.by_form[form]
            if any(spot.start in self.told for spot in spots):
                yield from self._senses(spots)
            else:
                open_.append(spots)
        yield from self._fitted(open_)

    def _belongs(self, spot: Spot) -> bool:
        """Tell whether a name with nothing for or against it is a place: it fits the page closely."""
        return len(spot.form) > 3 and any(self._fits_closely(place) for place in spot.candidates if place.own)

    def _fits_closely(self, place: Candidate) -> bool:
        setting = self.setting
        if place.kind != "populated":
            return place.country == setting.home_country
        if place.admin1 is not None and place.admin1 == setting.home_region:
            return place.weight > 1000 or setting.distance(place) < NEAR_KM
        named = place.country in setting.countries or place.country == setting.home_country
        return setting.distance(place) < NEAR_KM or (named and place.weight > 5000) or place.weight > 300_000

    def _look_around(self) -> None:
        """Fill the setting with what the page names plainly, and find its home."""
        setting = self.setting
        for word in set(self.look.words):
            if word[0].isupper() and (code := country_of(word)):
                setting.countries.add(code)
            if word[0].isupper() and (code := region_of(word)):
                setting.regions.add(code)
            for country, weight in en.HINTS.get(word.lower().rstrip("."), ()):
                setting.hinted[country] = setting.hinted.get(country, 0.0) + weight
        for spot in self.sure:
            if spot.start not in self.told and spot.candidates[0].kind in ("country", "admin1"):
                setting.add(spot.candidates[0])
        for place, _ in self.told.values():
            setting.add(place)
        inside = (spot.candidates[0] for spot in self.look.spots if spot.sign == Sign.PART)
        setting.named_in.update(place.admin1 for place in inside if place.kind == "admin1" and place.admin1)
        self._find_home()

    def _publisher_region(self) -> Candidate | None:
        """Give the region or country in the publisher's name ("Idaho Statesman")."""
        words = (self.look.page.document.publisher or "").split()
        for name in (*map(" ".join, pairwise(words)), *words):
            places = self.look.gazetteer.candidates(name) if name[0].isupper() else ()
            if places and places[0].kind != "populated":
                return places[0]
        return None

    def _find_home(self) -> None:
        setting = self.setting
        for spot in self.sure:
            if spot.start in self.told and self.look.is_dateline(spot):
                place = self.told[spot.start][0]
                setting.home_country, setting.home_region = place.country, place.admin1
                return
        if region := self._publisher_region():
            setting.home_country, setting.home_region = region.country, region.admin1
            return
        told = {self.look.at[start].form for start in self.told} | self._far_sides()
        names = {spot.form: spot.candidates for spot in self.look.spots if spot.sign >= Sign.PART}
        votes = [candidates for form, candidates in names.items() if form not in told]
        # Papers seldom name their own country: one that is named is abroad, unless nothing else is left.
        if home := home_of(votes, abroad=setting.countries) or home_of(votes, abroad=frozenset()):
            setting.home_country, setting.home_region = home

    def _far_sides(self) -> set[str]:
        """Give the names that only ever stand after "with", or in a list that does: they are elsewhere."""
        far: set[str] = set()
        near: set[str] = set()
        last: Spot | None = None
        for spot in self.look.spots:
            if spot.sign < Sign.PART or spot.regions:
                continue
            listed = last is not None and last.form in far and is_joint(self.look, last.end, spot.start)
            after = spot.start > 0 and self.look.lower[spot.start - 1] == "with"
            (far if listed or after else near).add(spot.form)
            last = spot
        return far - near

    def _senses(self, spots: list[Spot]) -> Iterator[Choice]:
        """Split the mentions of one name among the places told; the others go with the first one told.

        In "Shannon and Shannon, County Clare" they do not: then they are settled without the places told.
        """
        senses: dict[tuple[object, ...], Choice] = {}
        untold: list[Spot] = []
        for spot in spots:
            if told := self.told.get(spot.start):
                senses.setdefault(told[0].identity, Choice(*told, True, [])).spots.append(spot)
            else:
                untold.append(spot)
        if untold and self._is_paired(spots):
            taken = {choice.best.identity for choice in senses.values()}
            left = tuple(place for place in untold[0].candidates if place.identity not in taken)
            yield from self._fitted([[replace(spot, candidates=left) for spot in untold]] if left else [])
        else:
            next(iter(senses.values())).spots.extend(untold)
        yield from senses.values()

    def _is_paired(self, spots: list[Spot]) -> bool:
        """Tell whether a name stands twice in a row, the second one told apart: "X and X, Region"."""
        return any(
            two.start == one.end + 1 and one.start not in self.told and two.start in self.told
            for one, two in pairwise(spots)
        )

    def _fitted(self, groups: list[list[Spot]]) -> Iterator[Choice]:
        """Settle the other names, the surest first; each one settled counts for those after it."""
        for spots in sorted(groups, key=lambda spots: -self._ranking(spots)[0]):
            margin, why, places = self._ranking(spots)
            settled = margin >= _MARGIN and self._is_plausible(places[0], spots)
            if settled:
                self.setting.add(places[0])
            yield Choice(
                places[0],
                why,
                settled,
                spots,
                tuple(places[1:6]),
                country=None if settled or margin >= _MARGIN else self._country(spots),
            )

    def _country(self, spots: list[Spot]) -> str | None:
        """Give the country in which all the likely places of a name lie, where these are towns of one."""
        text = spots[0].text.casefold()
        scored = [self._scored(place, text) for place in spots[0].candidates]
        best = max(score for score, *_ in scored)
        likely = [place for score, _, place in scored if best - score < _LIKELY]
        one = len({place.country for place in likely}) == 1
        return likely[0].country if one and all(place.kind == "populated" for place in likely) else None

    def _is_plausible(self, place: Candidate, spots: list[Spot]) -> bool:
        """Tell whether a place may be meant at all: not a village in a country the page has nothing to do with."""
        score, _ = self.setting.fit(place)
        spelled = not place.name.isascii() and spots[0].text.casefold() == place.name.casefold()
        told = any(spot.why in _TELLING for spot in spots)
        return place.weight > _KNOWN or score > prior(place) or spelled or told or len(spots) >= _OFTEN

    def _ranking(self, spots: list[Spot]) -> tuple[float, str, list[Candidate]]:
        """Give the lead of the best candidate over the next one elsewhere, the reason, and all in order."""
        text = spots[0].text.casefold()
        scored = sorted((self._scored(place, text) for place in spots[0].candidates), key=lambda one: -one[0])
        best, why, place = scored[0]
        if place.kind == "country" and place.country in _CITY_STATES:
            place = next((other for *_, other in scored if other.kind == "populated"), place)
        if place.kind in ("admin1", "admin2") and any(self._has_town_council(spot) for spot in spots):
            scored = [one for one in scored if one[2].kind == "populated"] or scored
            best, why, place = scored[0]
        rival = next((score for score, _, other in scored[1:] if not same_area(place, other)), None)
        places = [place, *(other for *_, other in scored if other is not place)]
        return (_ALONE, "only-one", places) if rival is None else (best - rival, why, places)

    def _has_town_council(self, spot: Spot) -> bool:
        """Tell a town from its namesakes: "Victoria city council"."""
        ahead = self.look.lower[spot.end : spot.end + 2]
        return len(ahead) == 2 and ahead[0] in en.CITY and ahead[1] in en.COUNCIL

    def _scored(self, place: Candidate, text: str) -> tuple[float, str, Candidate]:
        score, why = self.setting.fit(place)
        same = text == place.name.casefold()  # Accents and all: Komárno, not Komarno.
        return score + _SPELLING * same, why, place
