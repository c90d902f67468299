"""Names of countries, in the reader's language."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

from fingerpost.places.codes import code_name


def country_name(code: str) -> str:
    """Give a country's name by its ISO 3166-1 code: "Russia", on a German page "Russland"; empty for no code."""
    return _names(get_language() or "en").get(code) or (code_name(code) if code else "")


@cache
def _names(language: str) -> dict[str, str]:
    try:
        return dict(Locale(language).territories)
    except UnknownLocaleError:
        return {}
