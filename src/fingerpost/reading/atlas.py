"""The places of a page: which names are places, which place each one is, and why."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace
from spacy.tokens import Span, Token

from fingerpost.places import Candidate, Gazetteer
from fingerpost.reading.choice import Choice
from fingerpost.reading.en.places import SHORT_FORMS
from fingerpost.reading.model import Place, PlaceStatus
from fingerpost.reading.page import Page
from fingerpost.reading.placing import Placing
from fingerpost.reading.signs import judge
from fingerpost.reading.toponyms import Lookout, Sign, country_of, region_of
from fingerpost.reading.unlisted import Unlisted, unlisted


class Atlas:
    """The places found on a page. ``places`` holds each once, with all its mentions.

    Attributes:
        home: the place the page is written from: its dateline, or the town it names most; None if neither.
        in_body: tokens of place names that stand inside the name of a body ("Norfolk City Council").
        implied: towns named only there, or with nothing to show that they are meant: none of ``places`` unless
            something needs them.
    """

    def __init__(
        self,
        places: tuple[Place, ...],
        at: dict[int, str],
        *,
        home: Place | None = None,
        in_body: frozenset[int] = frozenset(),
        implied: tuple[Place, ...] = (),
    ) -> None:
        self.places = places
        self.implied = implied
        self.by_id = {place.id: place for place in (*places, *implied)}
        self.home = home
        self.in_body = in_body
        self._at = at

    def at(self, token: Token) -> Place | None:
        """Give the place whose name the token is part of, also where it stands inside a body's name."""
        found = self._at.get(token.i)
        return self.by_id[found] if found else None

    def with_implied(self, ids: Iterable[str]) -> tuple[Place, ...]:
        """Give the places, and those implied that have one of ``ids``."""
        needed = set(ids)
        return self.places + tuple(place for place in self.implied if place.id in needed)

    def within(self, span: Span) -> list[Place]:
        """Give the places named in a span, each once, in text order."""
        return list({place.id: place for token in span if (place := self.at(token))}.values())

    def country_of(self, token: Token) -> str | None:
        """Give the country (ISO 3166-1) that a word names or belongs to: "Russia", "Russian", "Russians"."""
        place = self.at(token)
        if place:
            return place.country if place.kind == "country" else None
        return country_of(token.text)

    def region_of(self, token: Token) -> str | None:
        """Give the first-level region (ISO 3166-2) that a word names or belongs to: "Virginia", "Virginian"."""
        place = self.at(token)
        if place:
            return place.admin1 if place.kind == "admin1" else None
        return region_of(token.text)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Give the gazetteer, opened once per process."""
    return Gazetteer.open()


def find_places(page: Page) -> Atlas:
    """Find the places named on a page."""
    look = Lookout(page, gazetteer())
    judge(look)
    placing = Placing(look)
    choices = placing.choices()
    found = [(choice.spots, _settled(choice)) for choice in choices]
    found += [(one.spots, _unlisted(one)) for one in unlisted(look)]
    found.sort(key=lambda pair: pair[0][0].start)
    places: list[Place] = []
    by_form: dict[str, str] = {}
    at: dict[int, str] = {}
    for number, (spots, place) in enumerate(found, 1):
        id_ = f"p{number}"
        mentions = tuple(page.passage_of(page.doc[spot.start : spot.end]) for spot in spots)
        places.append(replace(place, id=id_, mentions=mentions))
        for spot in spots:
            by_form.setdefault(spot.form, id_)
            at.update(dict.fromkeys(range(spot.start, spot.end), id_))
    inside = [spot for spot in look.spots if spot.sign == Sign.PART and spot.form in by_form]
    in_body = {i: by_form[spot.form] for spot in inside for i in range(spot.start, spot.end)}
    implied = tuple(
        replace(
            _settled(choice),
            id=f"p{len(places) + number}",
            mentions=tuple(page.passage_of(page.doc[spot.start : spot.end]) for spot in choice.spots),
        )
        for number, choice in enumerate(placing.implied(), 1)
    )
    return Atlas(
        tuple(places),
        in_body | at,
        home=_home(look, places, at),
        in_body=frozenset(in_body),
        implied=implied,
    )


def _settled(choice: Choice) -> Place:
    """Give the place of a name that the gazetteer knows, still without id and mentions."""
    best, name = choice.best, _name(choice)
    if not choice.settled:
        shown = tuple(_shown(candidate) for candidate in (best, *choice.others))
        status: PlaceStatus = "ambiguous" if len(shown) > 1 else "unresolved"
        return Place(
            id="",
            name=name,
            status=status,
            kind=best.kind,
            country=choice.country,
            why=choice.why,
            candidates=shown,
            mentions=(),
        )
    return Place(
        id="",
        name=name,
        status="resolved",
        kind=best.kind,
        geonames=best.geonames,
        country=best.country,
        admin1=best.admin1,
        latitude=best.latitude,
        longitude=best.longitude,
        why=choice.why,
        mentions=(),
    )


def _unlisted(one: Unlisted) -> Place:
    """Give the place of a name that the gazetteer does not know: settled as far as the text does it."""
    name, told = one.spots[0].text, one.told
    if told is None:
        return Place(id="", name=name, status="unresolved", why="not-in-gazetteer", mentions=())
    return Place(
        id="",
        name=name,
        status="resolved",
        country=told.country,
        admin1=told.admin1,
        why="not-in-gazetteer-region-after",
        mentions=(),
    )


def is_home(place: Place) -> bool:
    """Tell whether a place is known well enough to be the home of a page: at least its country."""
    return place.status == "resolved" or (place.status == "ambiguous" and place.country is not None)


def _shown(candidate: Candidate) -> dict[str, object]:
    return {
        "name": candidate.name,
        "geonames": candidate.geonames,
        "country": candidate.country,
        "admin1": candidate.admin1,
        "population": candidate.population,
    }


def _name(choice: Choice) -> str:
    """Give the name as the page writes it, in ordinary case; for "Va." the region's own."""
    if choice.name:
        return choice.name
    names = [spot.text for spot in choice.spots if spot.form not in SHORT_FORMS]
    ordinary = next((name for name in names if not name.isupper()), None)
    return " ".join((ordinary or (names[0].title() if names else choice.best.name)).split())


def is_town_too(place: Place) -> bool:
    """Tell whether a region's name is also its town's, which is then meant beside a town ("Okayama in Japan")."""
    if place.kind != "admin1":
        return False
    return any(
        other.kind == "populated" and other.country == place.country and other.weight > TOWN_SIZE
        for other in gazetteer().candidates(place.name)
    )


TOWN_SIZE = 20_000
"""People from which on a town is meant by the name that it shares with its region ("Okayama")."""
OFTEN = 2
"""How often a town is named that a report from elsewhere in its country is about."""


def _home(look: Lookout, places: Iterable[Place], at: dict[int, str]) -> Place | None:
    """Give the town of the dateline, or the one named most."""
    towns = {
        place.id: place
        for place in places
        if is_home(place) and (place.kind == "populated" or is_town_too(place))
    }
    for spot in look.spots:
        if look.is_dateline(spot) and at.get(spot.start) in towns:
            return _reported(towns[at[spot.start]], towns.values())
    return max(towns.values(), key=lambda town: len(town.mentions), default=None)


def _reported(dateline: Place, towns: Iterable[Place]) -> Place:
    """Give the town that a report tells of, where its dateline is all that is said of the place it comes from."""
    if len(dateline.mentions) > 1:
        return dateline
    written = dateline.mentions[0].start
    after = [town for town in towns if town.mentions[0].start > written]
    first = min(after, key=lambda town: town.mentions[0].start, default=dateline)
    return first if first.country == dateline.country and len(first.mentions) >= OFTEN else dateline
