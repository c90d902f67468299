"""The places of a page: which names are places, which place each one is, and why."""

from __future__ import annotations

from spacy.tokens import Span, Token

from fingerpost.reading.model import Place
from fingerpost.reading.page import Page


class Atlas:
    """The places found on a page. ``places`` holds each once, with all its mentions."""

    def __init__(self, places: tuple[Place, ...], at: dict[int, str]) -> None:
        self.places = places
        self.by_id = {place.id: place for place in places}
        self._at = at

    def at(self, token: Token) -> Place | None:
        """Give the place whose name the token is part of."""
        found = self._at.get(token.i)
        return self.by_id[found] if found else None

    def within(self, span: Span) -> list[Place]:
        """Give the places named in a span, each once, in text order."""
        return list({place.id: place for token in span if (place := self.at(token))}.values())


def find_places(page: Page) -> Atlas:
    """Find the places named on a page."""
    found: dict[str, list[Span]] = {}
    for ent in page.doc.ents:
        if ent.label_ == "GPE":
            found.setdefault(ent.text, []).append(ent)
    places, at = [], {}
    for number, (name, spans) in enumerate(found.items(), 1):
        mentions = tuple(page.passage_of(span) for span in spans)
        places.append(Place(id=f"p{number}", name=name, status="unresolved", mentions=mentions))
        at.update({token.i: f"p{number}" for span in spans for token in span})
    return Atlas(tuple(places), at)
