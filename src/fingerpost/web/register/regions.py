"""Countries and first-level regions by their names or codes."""

from __future__ import annotations

import re

from fingerpost.places import Gazetteer
from fingerpost.places.codes import code_name
from fingerpost.web.errors import WebError


class UnknownRegion(WebError):
    """No country or region, or several, are called so."""


def country_code(words: str) -> str:
    """Give the ISO 3166-1 code of a country: "Russia" and "ru" are RU.

    Raises:
        UnknownRegion: there is no such country.
    """
    code = words.strip().upper()
    if re.fullmatch("[A-Z]{2}", code) and code_name(code) != code:
        return code
    # a country within a country (Scotland) is a region here
    candidates = Gazetteer.open().candidates(words)
    found = {place.country for place in candidates if place.kind == "country" and not place.admin1}
    if len(found) != 1:
        raise UnknownRegion(f'"{words}" is not a country. Write its name, as Russia, or its code, as RU.')
    return found.pop()


def region_code(words: str) -> str:
    """Give the ISO 3166-2 code of a state, province or region: "Virginia" is US-VA.

    Raises:
        UnknownRegion: there is none, or several are called so.
    """
    code = words.strip().upper()
    if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code):
        return code
    name, _, country = words.partition(",")
    within = country_code(country) if country.strip() else None
    found = {
        place.admin1
        for place in Gazetteer.open().candidates(name)
        if place.kind in {"admin1", "country"} and place.admin1 and within in {None, place.country}
    }
    if len(found) == 1:
        return found.pop()
    if not found:
        raise UnknownRegion(f'"{words}" is not a state or region. Write its name, or its code, as US-VA.')
    offered = ", ".join(f"{code} ({code_name(code[:2])})" for code in sorted(found))
    raise UnknownRegion(f'"{words}" is the name of several regions. Write the code of one: {offered}.')


def region_words(country: str, admin1: str) -> str:
    """Give a region and country in words: "Virginia", "Russia"; empty where neither is given."""
    return code_name(admin1) if admin1 else code_name(country) if country else ""
