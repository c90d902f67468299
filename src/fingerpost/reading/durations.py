"""Lengths of time that are said of a tie: its age, its terms, its silences, vacancies and notice periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.reading.en import claims as en
from fingerpost.reading.en.ties import RELATION
from fingerpost.reading.measures import Measure
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

CLOSE = 10
"""How many tokens from a length of time the words that make it one of a tie may stand."""
PERIODS = frozenset(en.PERIODS.values())


def durations_in(page: Page, ties: Ties, measures: Iterable[Measure]) -> Iterator[tuple[Measure, str]]:
    """Yield those measures that are durations of a tie, in text order, each with the rule that took it."""
    for measure in measures:
        if measure.unit in PERIODS and page.is_read(page.doc[measure.start]):
            why = _why(page, ties, measure)
            if why:
                yield measure, why


def _why(page: Page, ties: Ties, measure: Measure) -> str | None:
    lower = page.lower
    sent = page.doc[measure.start].sent
    after = lower[measure.end : min(sent.end, measure.end + CLOSE)]
    before = lower[max(sent.start, measure.start - CLOSE) : measure.start]
    if en.NOTICE in after[:4]:
        return "notice"
    if lower[measure.end - 2] == "-":
        return "age" if _compound(ties, after, measure) else None
    if before[-1:] == ["every"] and en.LASTING.intersection(before):
        return "every"
    if after[:1] in (["ago"], ["old"]) or before[-1:] in (["every"], ["$"]):
        return None
    if en.LIVED.intersection(before) or en.GRACE.intersection(before):
        return None
    if after and after[0] in en.AFTER:
        return "after" if en.PAUSED.intersection(after if after[0] != "later" else before) else None
    if measure.unit == "day":
        return None
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in RELATION | en.PERIOD_NOUNS:
        return "age" if before[-2] in RELATION else "term"
    if measure.start - sent.start <= 3:
        return "opening"
    if ties.has_word(sent.start, sent.end):
        return "tie-sentence"
    return "lasting" if (en.MISSING | en.LASTING).intersection(before) else None


def _compound(ties: Ties, after: list[str], measure: Measure) -> bool:
    """True for "14-year twinning link" and "32-year-old tie", not for "19-year-old student"."""
    near = after[2:6] if after[:2] == ["-", "old"] else after[:4]
    if near[:1] == ["-"]:
        return False
    return ties.has_word(measure.end, measure.end + 6) or bool(
        (RELATION | en.PERIOD_NOUNS).intersection(near)
    )
