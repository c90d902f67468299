"""Ties whose far side the text calls by its country, and names elsewhere: "the Polish twin", then "Tuchów"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.bond import Bond
from fingerpost.reading.en import ties as en
from fingerpost.reading.named import Named, Names
from fingerpost.reading.page import Page
from fingerpost.reading.sides import Sides
from fingerpost.reading.tie_words import Word

BEFORE, AFTER = 3, 6
"""How many tokens before and after the words of a tie a people's adjective may stand."""
OFTEN = 2
"""How often a town must be named to be the one meant."""


def bonds_by_country(
    page: Page, atlas: Atlas, names: Names, words: dict[int, Word], known: Collection[str | None]
) -> Iterator[Bond]:
    """Yield a bond for each country that a far side is told by; not for those in ``known``, which has them."""
    if en.COUNCILS.isdisjoint(page.lower):
        return
    sides = Sides(page, names, words)
    counts = Counter(named.place.id for named in names.all)
    done = set(known)
    for word in words.values():
        country = _country(page, atlas, word)
        if country is None or country in done:
            continue
        far = _most_named(names, counts, country)
        if far is None:
            continue
        done.add(country)
        start = page.doc[word.start].sent.start
        home = sides.owner(word.start, start) or sides.subject(word.start, start)
        named = home if home and home.place.country != country else None
        yield Bond(word.start, word, far, named, "told-by-country")


def _country(page: Page, atlas: Atlas, word: Word) -> str | None:
    """Give the country of "its Polish twin" and of "twinning with the Russian port"."""
    doc, lower = page.doc, page.lower
    side = (word.strong or lower[word.start] in en.SIDES) and not _is_other(page, word)
    for at in range(word.start - 1, max(-1, word.start - 1 - BEFORE), -1):
        if not doc[at].is_alpha:
            break
        country = atlas.country_of(doc[at])
        if country:
            return country if side else None
    if word.end >= len(lower) or lower[word.end] not in en.WITH | {en.OF}:
        return None
    for at in range(word.end + 1, min(len(lower) - 1, word.end + AFTER)):
        country = atlas.country_of(doc[at])
        if country:
            return country if lower[at + 1] in en.TOWNS else None
    return None


def _is_other(page: Page, word: Word) -> bool:
    """True for "sister company" and "sister school"."""
    after = page.doc[word.end] if word.end < len(page.doc) else None
    single = word.end - word.start == 1
    return single and after is not None and after.pos_ in {"NOUN", "PROPN"} and not after.is_title


def _most_named(names: Names, counts: Counter[str], country: str) -> Named | None:
    """Give the town of a country that the page names most; a capital stands for its government too often."""
    towns = {
        named.place.id: named
        for named in reversed(names.all)
        if named.place.country == country
        and named.place.kind == "populated"
        and counts[named.place.id] >= OFTEN
    }
    others = {key: named for key, named in towns.items() if named.place.name.lower() not in en.METONYMS}
    return max((others or towns).values(), key=lambda named: counts[named.place.id], default=None)
