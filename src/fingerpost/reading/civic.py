"""Whether a page speaks of ties between towns, where it has no word that means nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.reading.bond import Bond
from fingerpost.reading.en import ties as en
from fingerpost.reading.page import Page
from fingerpost.reading.tie_words import Word

ENOUGH = 2.5
BESIDE = 10
"""How many tokens before a tie word another owner of it would stand."""


def is_about_towns(page: Page, words: dict[int, Word], bonds: Iterable[Bond]) -> bool:
    """Tell whether the words of ties on a page tie towns.

    "Sister city" does alone. "Its partnership with Grodno" does where a council stands by, or the owner is a
    city, and nobody else who has partners (a port, an airline) is named beside it.
    """
    strong = [word for word in words.values() if word.strong]
    if any(word.name_end - word.start > 1 for word in strong) or len(strong) > _of_others(page):
        return True
    return sum(_weight(page, bond) for bond in bonds if bond.why != "society-of-both") >= ENOUGH


def _weight(page: Page, bond: Bond) -> float:
    sent = page.doc[bond.at].sent
    lower = page.lower[sent.start : sent.end]
    if bond.partner.place.status != "resolved" or bond.partner.place.kind == "country":
        return 0.0
    owned = page.lower[max(sent.start, bond.word.start - BESIDE) : bond.word.start]
    city = not en.CITY_OWNERS.isdisjoint(owned[-4:]) or _city_owns(owned[-4:])
    beside = owned + page.lower[bond.partner.end : bond.partner.end + 3]
    if not city and not en.TRADES.isdisjoint(beside):
        return -2.0
    weight = 0.5 if bond.home else 0.0
    weight += 1.0 if not en.CIVIC.isdisjoint(lower) else 0.0
    weight += 1.0 if page.lower[bond.word.start] in en.KINDS else 0.25
    return weight + city


def _of_others(page: Page) -> int:
    """Give how often something else than a town is called a sister or twin ("their sister parish")."""
    lower = page.lower
    return sum(
        word in en.TWINNED_OTHERS and lower[at - 1] in en.SIDES | {"-"} for at, word in enumerate(lower) if at
    )


def _city_owns(before: list[str]) -> bool:
    """True for "the city 's"."""
    return any(word in en.CIVIC and before[at + 1] in en.POSSESSIVE for at, word in enumerate(before[:-1]))
