"""Where a place is, in words."""

from __future__ import annotations

from fingerpost.briefing.placing import WITH_REGION
from fingerpost.places.codes import code_name


def where(name: str, *, kind: str, country: str | None, admin1: str | None) -> str:
    """Give "Norfolk, Virginia, United States" or "Tver, Russia"; a code where no name is known.

    Args:
        country: ISO 3166-1 alpha-2.
        admin1: ISO 3166-2, as US-VA.
    """
    parts = [name]
    if admin1 and country in WITH_REGION and kind in {"populated", "admin2"}:
        parts.append(code_name(admin1))
    if country and kind != "country":
        parts.append(code_name(country))
    return ", ".join(parts)
