"""Numbers of people and things that are said of a tie: visitors, students, signatures, partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from fingerpost.reading.en import claims as en
from fingerpost.reading.en.ties import SIDES
from fingerpost.reading.measures import Measure
from fingerpost.reading.page import Page

REACH = 4
"""How many tokens a number may stand before its noun."""
LEAST = 2


def counts_in(page: Page, measures: Iterable[Measure]) -> Iterator[Measure]:
    """Yield the counts with the counted noun, in the singular, as their unit."""
    for measure in measures:
        if measure.unit or measure.value < LEAST or not page.is_read(page.doc[measure.start]):
            continue
        noun = _noun(page, measure)
        if noun is not None and (unit := _unit(page, measure, noun)):
            yield replace(measure, end=noun.i + 1, unit=unit)


def _noun(page: Page, measure: Measure) -> Token | None:
    """Give the head of the noun phrase that a number opens."""
    doc = page.doc
    last = None
    for at in range(measure.end, min(measure.end + REACH, len(doc))):
        token = doc[at]
        if token.pos_ in {"NOUN", "PROPN"}:
            last = token
        elif last is not None or (token.pos_ not in {"ADJ", "VERB"} and token.lower_ != "-"):
            break
    return last if last is not None and last.pos_ == "NOUN" else None


def _unit(page: Page, measure: Measure, noun: Token) -> str | None:
    lower = page.lower
    unit = str(en.SINGULARS.get(noun.lower_, noun.lemma_.lower()))
    before = lower[max(0, measure.start - 5) : measure.start]
    after = lower[noun.i + 1 : noun.i + 6]
    if unit not in en.COUNTED or measure.value < en.LEAST.get(unit, 0):
        return None
    if measure.value <= 3 and en.DEFINITE.intersection(before[-1:]):
        return None
    if unit in en.HELD and not _counts_ties(lower[measure.end : noun.i], after):
        return None
    if unit in en.PEOPLE and (_is_population(before, after) or _is_body(before, after)):
        return None
    return f"student {unit}" if noun.i > measure.end and noun.nbor(-1).lower_ == "student" else unit


def _counts_ties(inside: list[str], after: list[str]) -> bool:
    """True for "eight other sister cities" and "31 cities have Chinese partners"."""
    return bool(SIDES.intersection(inside)) or "partners" in after


def _is_population(before: list[str], after: list[str]) -> bool:
    return "home" in before or ("of" in before[-2:] and bool(en.INHABITED.intersection(before)))


def _is_body(before: list[str], after: list[str]) -> bool:
    return "voted" in after or bool(en.RULING.intersection(before + after[:4]))
