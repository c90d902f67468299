"""Where places are named on a page, by token, also inside the names of bodies ("Norfolk City Council")."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.en.ties import GENERIC, OWN_BODIES, POSSESSIVE, WIDER
from fingerpost.reading.model import Place
from fingerpost.reading.page import Page

BODY_LENGTH = 4
"""How many tokens after a name the words of a body are looked for."""


class Named(Struct, frozen=True):
    """A place's name in the text: tokens ``start`` to ``end``, half-open."""

    start: int
    end: int
    place: Place
    implied: bool = False
    """True where nothing but the name of a body, or nothing at all, shows that the place is meant."""


class Names:
    """The namings of the places of a page, in text order; ``at`` looks one up by any of its tokens."""

    def __init__(self, page: Page, atlas: Atlas, *, every: bool = False) -> None:
        """Take the places of the page, and those implied that a town's own body names; ``every`` takes all these."""
        self.page = page
        implied = [place for place in atlas.implied if every or _is_own(page, place)]
        self.all = _namings(page, atlas, implied)
        self._at = {token: named for named in self.all for token in range(named.start, named.end)}

    def at(self, token: int) -> Named | None:
        """Give the naming that holds a token."""
        return self._at.get(token)

    def starting(self, token: int) -> Named | None:
        """Give the naming that begins at a token."""
        found = self._at.get(token)
        return found if found and found.start == token else None

    def ending(self, end: int) -> Named | None:
        """Give the naming that ends before token ``end``, a possessive mark between them allowed."""
        if end > 0 and self.page.lower[end - 1] in POSSESSIVE:
            end -= 1
        found = self._at.get(end - 1)
        return found if found and found.end == end else None


def _is_own(page: Page, place: Place) -> bool:
    """Tell whether the town's own body names it, not that of a district ("Westland District Council")."""
    if place.kind != "populated":
        return False
    for mention in place.mentions:
        span = page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        ahead = page.lower[span.end : span.end + BODY_LENGTH] if span is not None else []
        wider = next((at for at, word in enumerate(ahead) if word in WIDER), len(ahead))
        if any(word in OWN_BODIES for word in ahead[:wider]):
            return True
    return not any(_stands_in_body(page, mention.start, mention.end) for mention in place.mentions)


def _stands_in_body(page: Page, start: int, end: int) -> bool:
    """True where a capital follows the name: it is part of a longer one."""
    span = page.doc.char_span(start, end, alignment_mode="expand")
    return span is not None and span.end < len(page.doc) and page.doc[span.end].text[0].isupper()


def _namings(page: Page, atlas: Atlas, implied: list[Place]) -> list[Named]:
    forms: dict[str, list[tuple[tuple[str, ...], Place]]] = defaultdict(list)
    for place in (*atlas.places, *implied):
        if GENERIC.issuperset(place.name.lower().split()):
            continue  # "The City"
        for words in {
            form for mention in place.mentions if (form := _words(page, mention.start, mention.end))
        }:
            forms[words[0]].append((words, place))
    for group in forms.values():
        group.sort(key=lambda form: -len(form[0]))
    only = {place.id for place in implied}
    found: list[Named] = []
    last = 0
    for at, word in enumerate(page.lower):
        if at < last or word not in forms or not page.doc[at].text[0].isupper():
            continue
        named = _longest(page, atlas, at, forms[word], only)
        if named:
            found.append(named)
            last = named.end
    return found


def _words(page: Page, start: int, end: int) -> tuple[str, ...]:
    span = page.doc.char_span(start, end, alignment_mode="expand")
    return tuple(page.lower[span.start : span.end]) if span is not None else ()


def _longest(
    page: Page, atlas: Atlas, at: int, group: list[tuple[tuple[str, ...], Place]], implied: set[str]
) -> Named | None:
    for words, place in group:
        if tuple(page.lower[at : at + len(words)]) == words:
            place = atlas.at(page.doc[at]) or place
            return Named(at, at + len(words), place, place.id in implied)
    return None
