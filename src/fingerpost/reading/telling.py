"""What the words around a name tell of where the place lies: "Perth, Ontario", "the Turkish city of Mardin"."""

from __future__ import annotations

from fingerpost.places import Candidate
from fingerpost.reading.en import places as en
from fingerpost.reading.setting import prior
from fingerpost.reading.toponyms import OWNERS, Lookout, Sign, Spot, country_of, past_city, region_of

_REACH = 14
"""How many tokens after a name the words may go on that tell where it lies."""
_STOPS = frozenset({",", ".", ")", ";", "—", "–", "-", ":"})


class Telling:
    """Looks around names on a page."""

    def __init__(self, look: Lookout) -> None:
        self.look = look

    def of(self, spot: Spot) -> tuple[Candidate, str] | None:
        """Give the candidate that the words around the spot single out, with the reason."""
        if spot.form in en.SHORT_FORMS:
            return max(spot.candidates, key=prior), "short-form"
        for held, why in ((self._after(spot), "region-after"), (self._before(spot), "region-before")):
            if held and self._is_meant(spot, max(held, key=prior), why):
                return max(held, key=prior), why
        if place := self._elsewhere(spot):
            return place, "not-in-gazetteer-region-after"
        return None

    def _elsewhere(self, spot: Spot) -> Candidate | None:
        """Give the place of ``X, Region`` where the gazetteer knows an X only elsewhere: it is none of those."""
        look, at = self.look, spot.end + 1
        region = look.at.get(at)
        if (
            spot.sign < Sign.LIKELY
            or region is None
            or look.words[at - 1] != ","
            or {at - 1, at} & look.breaks
        ):
            return None
        best = max(region.candidates, key=prior)
        ends = region.end in look.breaks or look.words[region.end] in _STOPS
        if best.kind != "admin1" or not ends or any(place.kind != "populated" for place in spot.candidates):
            return None
        name = spot.text.title() if spot.text.isupper() else spot.text
        return Candidate(name, "populated", best.country, best.admin1)

    def _is_meant(self, spot: Spot, place: Candidate, why: str) -> bool:
        """Tell "Illinois, Missouri and Ohio" from "Ontario, California": a list of regions from a town in one."""
        first = max(spot.candidates, key=prior)
        if (
            first.kind not in ("country", "admin1")
            or place.kind != "populated"
            or place.admin1 == first.admin1
        ):
            return True
        if why == "region-before":
            return False
        region = self.look.at.get(spot.end + 1)
        return region is None or not (self._is_region(region.end + 1) or self._is_region(spot.start - 2))

    def _is_region(self, at: int) -> bool:
        """Tell whether the name at a token is first of all one of a region or country."""
        spot = self.look.within.get(at)
        return spot is not None and max(spot.candidates, key=prior).kind in ("country", "admin1")

    def _after(self, spot: Spot) -> list[Candidate]:
        """``X, Region``, ``X (Region)``, ``X in Region``, ``X is a small town in Y County, Region``.

        Each region narrows down what the one before it left.
        """
        held: list[Candidate] = []
        look, at = self.look, self._opening(spot)
        while at and at < min(spot.end + _REACH, len(look.words)) and at not in look.breaks:
            other = look.at.get(at)
            if other is None:
                if (
                    look.lower[at] not in en.LINKS
                    and look.lower[at] not in en.AREA
                    and look.words[at] not in OWNERS
                ):
                    break
                at += 1
                continue
            narrower = [
                place
                for place in held or spot.candidates
                if any(region.holds(place) for region in other.regions)
            ]
            if not narrower and (held or other.regions):
                break
            held, at = narrower or held, other.end
        return held

    def _opening(self, spot: Spot) -> int:
        """Give the token after what opens the telling of where a place lies; 0 where nothing does."""
        look, at = self.look, past_city(self.look, spot.end)
        if at in look.breaks:
            return 0
        if look.words[at] in (",", "(") and at + 1 in look.at and look.at[at + 1].regions:
            return at + 1
        called = plain = True
        for i in range(at, min(at + _REACH, len(look.words))):
            word = look.lower[i]
            if i in look.breaks or (i > at and look.words[i][0].isupper()):
                return 0
            if word == "in":
                return i + 1 if called else 0
            if word in en.DEFINES:
                called, plain = i == at and word == ",", False
            elif word in en.SETTLEMENT or word in en.REGION:
                called = True
            elif plain or word in ",.;:":
                return 0
        return 0

    def _before(self, spot: Spot) -> list[Candidate]:
        """``the Turkish city of X``, ``its Russian sister city, X``, ``the Ontario town X``."""
        look, called = self.look, False
        for at in range(spot.start - 1, max(spot.start - 8, -1), -1):
            if at + 1 in look.breaks:
                return []
            word = look.lower[at]
            if code := region_of(look.words[at]):
                held = [place for place in spot.candidates if place.admin1 == code and place.kind != "admin1"]
                if held:
                    return held
            if code := country_of(look.words[at]):
                return [
                    place for place in spot.candidates if place.country == code and place.kind != "country"
                ]
            other = look.within.get(at)
            if called and other and other.sign > Sign.PART and other.regions:
                return [
                    place for place in spot.candidates if any(region.holds(place) for region in other.regions)
                ]
            if word in en.SETTLEMENT or word in en.REGION:
                called = True
            elif word not in en.BETWEEN and word not in OWNERS:
                return []
        return []
