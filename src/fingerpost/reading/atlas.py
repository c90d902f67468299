"""The places of a page: which names are places, which place each one is, and why."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Span, Token

from fingerpost.places import Candidate, Gazetteer
from fingerpost.reading.en import demonyms
from fingerpost.reading.model import Place, PlaceStatus
from fingerpost.reading.page import Page
from fingerpost.reading.placing import Choice, country_of, place_names
from fingerpost.reading.toponyms import Lookout, Sign


class Atlas:
    """The places found on a page. ``places`` holds each once, with all its mentions.

    Attributes:
        home: the place the page is written from: its dateline, or the town it names most; None if neither.
        in_body: tokens of place names that stand inside the name of a body ("Norfolk City Council").
    """

    def __init__(
        self,
        places: tuple[Place, ...],
        at: dict[int, str],
        *,
        home: Place | None = None,
        in_body: frozenset[int] = frozenset(),
    ) -> None:
        self.places = places
        self.by_id = {place.id: place for place in places}
        self.home = home
        self.in_body = in_body
        self._at = at

    def at(self, token: Token) -> Place | None:
        """Give the place whose name the token is part of, also where it stands inside a body's name."""
        found = self._at.get(token.i)
        return self.by_id[found] if found else None

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
        word = token.text
        return demonyms.REGIONS.get(word) or (demonyms.REGIONS.get(word[:-1]) if word.endswith("s") else None)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Give the gazetteer, opened once per process."""
    return Gazetteer.open()


def find_places(page: Page) -> Atlas:
    """Find the places named on a page."""
    lookout = Lookout(page, gazetteer())
    spots = lookout.spots()
    choices = place_names(lookout, spots)
    places: list[Place] = []
    at: dict[int, str] = {}
    by_form: dict[str, str] = {}
    for number, choice in enumerate(choices, 1):
        place = _place(page, f"p{number}", choice)
        places.append(place)
        by_form.setdefault(choice.spots[0].form, place.id)
        at.update({i: place.id for spot in choice.spots for i in range(spot.start, spot.end)})
    inside = [spot for spot in spots if spot.sign == Sign.PART and spot.form in by_form]
    in_body = {i: by_form[spot.form] for spot in inside for i in range(spot.start, spot.end)}
    home = _home(lookout, choices, places)
    return Atlas(tuple(places), in_body | at, home=home, in_body=frozenset(in_body))


def _place(page: Page, id_: str, choice: Choice) -> Place:
    best, doc = choice.best, page.doc
    status: PlaceStatus = "resolved" if choice.status == "resolved" else "ambiguous"
    mentions = tuple(page.passage_of(doc[spot.start : spot.end]) for spot in choice.spots)
    if best is None or status != "resolved":
        all_ = ([best] if best else []) + list(choice.others)
        shown = tuple(_shown(candidate) for candidate in all_)
        return Place(
            id=id_, name=choice.name, status=status, why=choice.why, candidates=shown, mentions=mentions
        )
    return Place(
        id=id_,
        name=_in_ordinary_case(choice),
        status=status,
        kind=best.kind,  # type: ignore[arg-type]
        geonames=best.geonames,
        country=best.country,
        admin1=best.admin1,
        latitude=best.latitude,
        longitude=best.longitude,
        why=choice.why,
        mentions=mentions,
    )


def _shown(candidate: Candidate) -> dict[str, object]:
    return {
        "name": candidate.name,
        "geonames": candidate.geonames,
        "country": candidate.country,
        "admin1": candidate.admin1,
        "population": candidate.population,
    }


def _in_ordinary_case(choice: Choice) -> str:
    names = [spot.text for spot in choice.spots]
    return next((name for name in names if not name.isupper()), names[0].title())


def _home(lookout: Lookout, choices: Iterable[Choice], places: list[Place]) -> Place | None:
    towns = [
        (c, p)
        for c, p in zip(choices, places, strict=True)
        if p.status == "resolved" and p.kind == "populated"
    ]
    for choice, place in towns:
        if any(lookout.is_dateline(spot) for spot in choice.spots):
            return place
    return max(towns, key=lambda town: len(town[0].spots), default=(None, None))[1]
