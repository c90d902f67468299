"""When each tie of a page began: the date, the words that say it, and the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from spacy.tokens import Span

from fingerpost.reading.calendar import Calendar
from fingerpost.reading.dates import When
from fingerpost.reading.en import ties as en
from fingerpost.reading.model import Date
from fingerpost.reading.page import Page

REACH = 20
"""How many tokens before a date its verb is looked for."""
NAMING = 4
"""How many tokens the kind of a tie takes before its noun: "sister-city"."""
HELD = 14
"""How many tokens before "since" what has held, or been missing, is looked for."""


class Founding(Struct, frozen=True):
    """The start of a tie as the text gives it. ``weak``: the words may mean an earlier root."""

    tie: str
    date: Date
    sent: Span
    why: str
    weak: bool = False


TieAt = Callable[[Span, When, str], str | None]


def foundings_on(page: Page, calendar: Calendar, tie_at: TieAt) -> Iterator[Founding]:
    """Yield the starts of ties, in text order.

    Args:
        page: the page.
        calendar: its dates; only those with a year of their own are looked at.
        tie_at: gives the tie that a sentence dates, by the rule that reads it.
    """
    newest = (calendar.published or "9999")[:4]
    for sent in page.sents:
        for when, date in calendar.dates_in(sent):
            if when.year is None or when.sort == "decade":
                continue
            why = _begins(page, when, sent, older=str(when.year) < newest)
            tie = tie_at(sent, when, why) if why else None
            if why and tie:
                weak = why == "year-noted" or why.removeprefix("begun-") in en.BEGUN_WEAK
                yield Founding(tie, date, sent, why, weak)


def _begins(page: Page, when: When, sent: Span, *, older: bool) -> str | None:
    """Give the rule by which a date is the start of a tie, None where it is not."""
    lower = page.lower
    if _dated_noun(page, when, sent):
        return "dated-tie"
    if _since_opening(lower, when, sent):
        return "since"
    if _noted(page, when):
        return "year-noted"
    said = _verb_before(lower, when, sent, older=older)
    if said:
        return said
    # "In 2007 the two towns signed ..."
    after = lower[when.end : min(sent.end, when.end + REACH)]
    opens = when.start - sent.start <= 1
    if opens and any(word in _SIGNED for word in after) and not en.NOT_BEGUN.intersection(after[:6]):
        return "begun-after"
    if lower[when.end : when.end + 3] == [",", "the", "year"] and en.RELATION.intersection(after):
        return "the-year"
    return None


def _since_opening(lower: list[str], when: When, sent: Span) -> bool:
    """True for "Since 1996, Brighton has maintained a sister city relationship with Ziebice"."""
    if when.start - sent.start > 2 or when.start == sent.start or lower[when.start - 1] not in en.SINCE:
        return False
    after = lower[when.end : min(sent.end, when.end + HELD)]
    return bool(en.SINCE_STATES.intersection(after)) and not en.NEVER.intersection(after)


def _noted(page: Page, when: When) -> bool:
    """True for a year alone in brackets: "its sister cities Tashkent (1973) and Perugia (1993)"."""
    lower = page.lower
    inside = (
        when.start > 1
        and when.end < len(lower)
        and lower[when.start - 1] == "("
        and lower[when.end] in {")", ","}
    )
    return inside and when.end - when.start == 1 and page.doc[when.start - 2].text[0].isupper()


_SIGNED = frozenset(["signed", "founded", "established", "formed", "concluded", "forged", "began", "twinned"])


def _verb_before(lower: list[str], when: When, sent: Span, *, older: bool) -> str | None:
    """Look back from the date: the first verb met decides whether something begins there."""
    for at in range(when.start - 1, max(sent.start, when.start - REACH) - 1, -1):
        if lower[at] in en.SINCE:
            held = "since-noted" if lower[at - 1] == "(" else "since"
            return held if _held(lower, at, sent) else None
        if lower[at] in en.NOT_BEGUN or (
            lower[at] == en.PUT and not en.ICE.isdisjoint(lower[at + 1 : at + 3])
        ):
            return None
        if lower[at] in en.BEGUN or tuple(lower[at : at + 2]) in en.BEGUN_PHRASES:
            return None if lower[at - 1] in en.GROUPS else f"begun-{lower[at]}"
        if older and lower[at] in en.APPROVED:
            return "approved"
        if lower[at] in {";", "."}:
            return None
    return None


def _held(lower: list[str], since: int, sent: Span) -> bool:
    """True where a tie has held since then, rather than something about it has been missing."""
    before = lower[max(sent.start, since - HELD) : since]
    return before[-1:] == ["("] or (
        not en.NEVER.intersection(before) and bool(en.SINCE_STATES.intersection(before))
    )


def _dated_noun(page: Page, when: When, sent: Span) -> bool:
    """True for "its 1990 agreement" and "the agreement of October 1985"."""
    lower = page.lower
    naming = when.end  # "its 1990 sister-city agreement"
    while naming < sent.end and naming - when.end < NAMING and lower[naming] in en.NAMING_TIES:
        naming += 1
    ahead = lower[when.end : min(sent.end, max(naming + 1, when.end + 3))]
    noun = next((at for at, word in enumerate(ahead) if word in en.RELATION), None)
    if noun is not None:
        between = ahead[:noun]
        if not en.NOT_BEGUN.intersection(between) and not {",", ".", "the", "and"}.intersection(between):
            return True
    before = lower[max(sent.start, when.start - 3) : when.start]
    return before[-1:] == ["of"] and any(word in en.RELATION for word in before)
