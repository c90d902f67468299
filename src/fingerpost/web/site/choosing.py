"""The list of ties, narrowed by what visitors ask for: a place, a country, a kind, how the tie stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, QueryDict

from fingerpost.web.register.models import Tie
from fingerpost.web.register.status import UNKNOWN
from fingerpost.web.site import gate
from fingerpost.web.site.countries import country_name
from fingerpost.web.site.edition import Edition
from fingerpost.web.site.every_standing import NOT_KNOWN, every_standing, rows
from fingerpost.web.site.kept import Once
from fingerpost.web.site.paging import Page, page_listed, page_of
from fingerpost.web.site.words import STATUS, TIE_KIND
from fingerpost.web.words.finding import among_found, find
from fingerpost.web.words.models import Kind

MOST_NAMED = 500
"""More ties than these have nothing in common but a letter."""


@dataclass(frozen=True)
class Choice:
    """What somebody asks for; what is empty narrows nothing, and neither does a word that means nothing."""

    words: str = ""
    country: str = ""
    kind: str = ""
    status: str = ""

    @classmethod
    def out_of(cls, asked: QueryDict) -> Choice:
        """Read it out of a query."""
        country = asked.get("country", "").upper()
        kind, status = asked.get("kind", ""), asked.get("status", "")
        return cls(
            words=asked.get("q", ""),
            country=country if len(country) == 2 and country.isalpha() and country.isascii() else "",
            kind=kind if kind in TIE_KIND else "",
            status=status if status in STATUS else "",
        )

    def __bool__(self) -> bool:
        return self != Choice()


def chosen(request: HttpRequest, choice: Choice, size: int) -> Page:
    """Give the page of the ties that fit.

    Raises:
        Http404: there is no such page.
    """
    found = _narrowed(gate.ties().order_by("pk"), choice)
    if choice.status:
        if choice.words:
            found = among_found(found, Kind.TIE, choice.words)
        return page_listed(request, _standing_so(found, choice.status, request.edition), gate.ties(), size)
    if choice.words:
        named = islice(find(Kind.TIE, choice.words, among=found), MOST_NAMED)
        return page_listed(request, named, gate.ties(), size)
    return page_of(request, found, size)


def _narrowed(ties: QuerySet[Tie], choice: Choice) -> QuerySet[Tie]:
    if choice.kind:
        ties = ties.filter(kind=choice.kind)
    if choice.country:
        there = gate.sides().filter(place__country=choice.country)
        ties = ties.filter(Exists(there.filter(tie=OuterRef("pk"))))
    return ties


def _standing_so(ties: QuerySet[Tie], status: str, edition: Edition) -> Iterator[int]:
    """Yield the ties that the list shows as standing so. Their standing is reckoned, and is in no database."""
    standings = every_standing.of(edition)
    for (tie,) in rows(ties, "pk", ordered=True):
        if status in _shown(*standings.get(tie, NOT_KNOWN)):
            yield tie


def _shown(here: str, there: str) -> tuple[str, ...]:
    """Give what the list says: how this side stands, and the other where it is known to stand differently."""
    return (here,) if UNKNOWN in {here, there} else (here, there)


def _countries(on: date) -> list[str]:
    return sorted(country for (country,) in rows(gate.sides().distinct(), "place__country") if country)


countries = Once(_countries)
"""Codes of the countries that public ties lead to."""


def countries_to_choose(edition: Edition, choice: Choice) -> Sequence[tuple[str, str]]:
    """Give codes and names of countries, by their names in the reader's language."""
    codes = {*countries.of(edition)} | ({choice.country} if choice.country else set())
    return sorted(((code, country_name(code)) for code in codes), key=lambda one: one[1].casefold())
