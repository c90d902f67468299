"""The home of a page: the place whose council, mayor or citizens the text is about."""

from __future__ import annotations

from collections import Counter, defaultdict

from fingerpost.reading.atlas import is_home
from fingerpost.reading.en.ties import BODY_MIDDLE, COUNCILS, DASHES, GROUPS, OF, OFFICES, POSSESSIVE
from fingerpost.reading.model import Place
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page

COUNCIL, OFFICE, DATELINE, HEADLINE, FIRST = 3.0, 2.0, 3.0, 0.75, 0.75
POSSESSOR, MENTION, PARTNER, OTHER = 0.5, 0.4, -2.0, -2.0
"""What each way of naming a place adds to its weight as the home."""
WRITTEN_FROM = 1.5
OPENING_TOKENS = 60
SOCIETY = 4
"""Within how many tokens after a town the noun of its society stands: "Sister City Association"."""
AFTER_DATELINE = 5
"""How many tokens after its town the dash of a dateline may stand: ", Wash. (Wire) —" and the like take more."""


def homes_of(page: Page, names: Names, partners: Counter[str], written_from: Place | None) -> list[Place]:
    """Give the places that may be the home, the likeliest first.

    ``written_from`` is the place of the dateline.
    ``partners`` counts how often a place (by id) is what the text says the home is tied "with".
    """
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, Place] = {}
    for number, named in enumerate(names.all):
        if named.place.kind == "country" or not is_home(named.place):
            continue
        if named.implied and not has_council(page, named) and not has_society(page, named):
            continue
        places[named.place.id] = named.place
        weights[named.place.id] += _weight(page, named) + (FIRST if number < 2 else 0)
    if written_from and written_from.id in places:
        weights[written_from.id] += WRITTEN_FROM
    for key, count in partners.items():
        if key in places:
            weights[key] += PARTNER * count
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    return [places[key] for key, weight in ranked if weight > 0]


def has_council(page: Page, named: Named) -> bool:
    """Tell whether a place's name stands in the name of a council or an office ("Pueblo City Council")."""
    lower = page.lower
    at = named.end
    if at < len(lower) and lower[at] in POSSESSIVE:
        at += 1
    for _ in range(3):
        if at < len(lower) and lower[at] in COUNCILS:
            return True
        if at >= len(lower) or lower[at] not in BODY_MIDDLE:
            return False
        at += 1
    return False


def has_society(page: Page, named: Named) -> bool:
    """Tell whether a place's name begins that of the society for its ties ("Ipswich Sister Cities Circle")."""
    after = page.lower[named.end : named.end + SOCIETY]
    tied = after[:1] == ["twinning"] or after[:2] in (
        ["sister", "city"],
        ["sister", "cities"],
        ["town", "twinning"],
    )
    return tied and not GROUPS.isdisjoint(after)


def is_heading(page: Page, named: Named) -> bool:
    """Tell whether a place's name is a line of its own, or opens one ("GREELEY", "Gdynia: over")."""
    block = page.block_at(page.doc[named.start].idx)
    if block is None or page.doc[named.start].idx != block.start:
        return False
    after = page.doc[named.end] if named.end < len(page.doc) else None
    return after is None or after.idx >= block.end or after.text in {":", "\n"}


def datelines(page: Page, names: Names) -> list[Named]:
    """Give the places that open a block as datelines do ("LEEDS — ", "OGDEN, Utah — "), in text order."""
    found = []
    for named in names.all:
        block = page.block_at(page.doc[named.start].idx)
        if (
            block is not None
            and page.doc[named.start].idx == block.start
            and page.doc[named.start].text.isupper()
        ):
            after = page.lower[named.end : named.end + AFTER_DATELINE]
            if not DASHES.isdisjoint(after) and len(page.doc[named.start].text) > 2:
                found.append(named)
    return found


def _weight(page: Page, named: Named) -> float:
    lower, start = page.lower, named.start
    weight = MENTION + (OTHER if start and lower[start - 1] == "other" else 0)
    if has_council(page, named):
        weight += COUNCIL
    elif named.end < len(lower) and lower[named.end] in POSSESSIVE:
        weight += POSSESSOR
    elif has_society(page, named):
        weight += COUNCIL
    if start > 1 and lower[start - 1] == OF and lower[start - 2] in OFFICES:
        weight += OFFICE
    block = page.block_at(page.doc[start].idx)
    if block and block.kind == "headline":
        weight += HEADLINE
    if block and (block.kind == "dateline" or _is_dateline(page, named, block.start)):
        weight += DATELINE
    return weight


def _is_dateline(page: Page, named: Named, block_start: int) -> bool:
    """True for "NORFOLK, Va. —": capitals at the head of one of the first blocks, a dash soon after."""
    token = page.doc[named.start]
    return (
        token.idx == block_start
        and token.text.isupper()
        and len(token.text) > 2
        and named.start < 4 * OPENING_TOKENS
    )
