"""The dates of a page: words to dates with a precision, against the day of publication."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property
from math import floor

from spacy.tokens import Span, Token

from fingerpost.documents.model import PublishedFrom
from fingerpost.reading.dates import When, dates_in
from fingerpost.reading.en.dates import FUTURE
from fingerpost.reading.en.ties import BEGUN, RELATION
from fingerpost.reading.model import Date, DatePrecision, ResolvedFrom
from fingerpost.reading.numbers import STARTS, number_at
from fingerpost.reading.page import Page

CLAUSE_TOKENS = 12
"""How far before a date the words that turn it forwards are looked for."""
CLOSE_AHEAD = timedelta(days=60)
"""A day without a year that lies this near after publication is still to come."""
_PRECISIONS: tuple[DatePrecision, ...] = ("unknown", "year", "month", "day")


class Calendar:
    """Reads the date words of a page.

    Dates without a year, and relative ones, are counted from the publication date; where the document has
    none, from a year inferred from the text (a start in 1992 and a relationship of 30 years give 2022).
    Without either, the words are kept and ``value`` is None. A value is reduced ISO 8601, as precise as
    the words allow: "last week" is the month (or year) that holds the whole week.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The date expressions of the page, in text order."""
        doc = self.page.doc
        return tuple(dates_in(self.page.lower, lambda at: doc[at].text[0].isupper()))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates of the page, in text order, one per expression in ``whens``."""
        return tuple(self._date(when) for when in self.whens)

    @property
    def unresolved(self) -> int:
        """How many date expressions stay words, without a value."""
        return sum(found.value is None for found in self.dates)

    @property
    def published(self) -> str | None:
        """The publication date, reduced ISO 8601: the document's, or the inferred year."""
        return self.page.document.published or self._inferred

    @property
    def published_from(self) -> PublishedFrom:
        """Where the publication date comes from."""
        return "inferred" if self._inferred else self.page.document.published_from

    def dates_in(self, span: Span) -> list[tuple[When, Date]]:
        """Give the dates named in a span, in text order."""
        at = bisect_left(self._starts, span.start)
        end = bisect_left(self._starts, span.end)
        return list(zip(self.whens[at:end], self.dates[at:end], strict=True))

    def date_in(self, span: Span) -> Date | None:
        """Give the first date named in a span."""
        found = self.dates_in(span)
        return found[0][1] if found else None

    def date_of(self, token: Token) -> Date | None:
        """Give the date that hangs on a verb or noun in its own clause."""
        doc = token.doc
        dates = self.dates_in(token.sent)
        return next((date for when, date in dates if self._hangs_on(doc[when.start : when.end], token)), None)

    @staticmethod
    def _hangs_on(words: Span, token: Token) -> bool:
        """True where the first verb (or noun asked about) above the date words is the token."""
        above = words.root
        for _ in range(5):
            above = above.head
            if above == token:
                return True
            if above.pos_ in {"VERB", "AUX"} or above.head == above:
                return False
        return False

    @cached_property
    def _starts(self) -> list[int]:
        return [when.start for when in self.whens]

    @cached_property
    def _anchor(self) -> tuple[int, int | None, int | None] | None:
        try:
            parts = [int(part) for part in (self.published or "")[:10].split("-")]
        except ValueError:
            return None
        year, month, day = [*parts, None, None][:3]
        return (year, month, day) if year else None

    @cached_property
    def _inferred(self) -> str | None:
        """Give the year of publication that follows from a start and an age, where the document has none."""
        if self.page.document.published:
            return None
        lower = self.page.lower
        starts = {
            when.year
            for when in self.whens
            if when.year
            and when.sort == "calendar"
            and BEGUN.intersection(lower[max(0, when.start - 6) : when.start])
        }
        if len(starts) != 1:
            return None
        ages = {age for at in range(len(lower)) if (age := self._age(at))}
        return str(starts.pop() + ages.pop()) if len(ages) == 1 else None

    def _age(self, at: int) -> int | None:
        """Give the years of "a relationship of 30 years" or "a 30-year-old relationship"."""
        lower = self.page.lower
        if lower[at] not in STARTS and not lower[at][0].isdigit():
            return None
        found = number_at(lower, at)
        if not found:
            return None
        end = found[1] + (lower[found[1] : found[1] + 1] == ["-"])
        if lower[end : end + 1] not in (["year"], ["years"]):
            return None
        before = at >= 2 and lower[at - 1] == "of" and lower[at - 2] in RELATION
        old = lower[end + 1 : end + 3] == ["-", "old"]
        after = RELATION.intersection(lower[end + 1 : end + (6 if old else 4)])
        return int(found[0]) if before or (after and lower[end] == "year") else None

    def _date(self, when: When) -> Date:
        value, source = self._resolve(when)
        words = self.page.passage_of(self.page.doc[when.start : when.end])
        precision: DatePrecision = "unknown"
        if value is not None:
            precision = "decade" if when.sort == "decade" else _PRECISIONS[value.count("-") + 1]
        return Date(value=value, precision=precision, text=words.text, resolved_from=source, passage=words)

    def _resolve(self, when: When) -> tuple[str | None, ResolvedFrom]:
        if when.year is not None:
            return _iso(when.year, when.month if when.sort == "calendar" else None, when.day), "text"
        relative: ResolvedFrom = "inferred" if self._inferred else "published"
        value = self._against(when, self._anchor) if self._anchor else None
        return (value, relative) if value else (None, "none")

    def _against(self, when: When, anchor: tuple[int, int | None, int | None]) -> str | None:
        year, month, day = anchor
        today = _date_or_none(year, month, day)
        if when.sort == "calendar" and when.month:
            return _nearest(when, anchor, today, forwards=self._forwards(when))
        if when.sort == "season" and when.month and month:
            return str(_turned_year(when.month, when.turn or 0, year, month))
        if when.sort == "unit" and when.unit in {"year", "month"}:
            return _turned(when.unit, int(when.turn or 0), year, month)
        if when.sort == "ago" and when.unit == "year":
            return str(year - floor(when.count))
        if when.sort == "ago" and when.unit == "month" and month:
            return _turned("month", -floor(when.count), year, month)
        return self._from_today(when, today) if today else None

    def _from_today(self, when: When, today: date) -> str | None:
        if when.sort == "day":
            return (today + timedelta(days=when.turn or 0)).isoformat()
        if when.sort == "weekday" and when.day is not None:
            return _weekday(when.day, when.turn, today, forwards=self._forwards(when)).isoformat()
        if when.sort == "ago" and when.unit == "day":
            return (today - timedelta(days=floor(when.count))).isoformat()
        weeks = {"week": 1, "fortnight": 2}.get(when.unit)
        if weeks is None:
            return None
        steps = (when.turn or 0) * weeks if when.sort == "unit" else -floor(when.count) * weeks
        return _week(today + timedelta(weeks=steps))

    def _forwards(self, when: When) -> bool:
        lower = self.page.lower
        first = max(0, when.start - CLAUSE_TOKENS)
        for at in range(when.start - 1, first - 1, -1):
            if lower[at] in {".", "?", "!", ";", "\n"}:
                return False
            if lower[at] in FUTURE:
                return True
        return False


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month and day and not _date_or_none(year, month, day):
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day if month else None) if part)])


def _date_or_none(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if month and day else None
    except ValueError:
        return None


def _nearest(
    when: When, anchor: tuple[int, int | None, int | None], today: date | None, *, forwards: bool
) -> str | None:
    """Give a month, with or without a day, in the year that the publication date suggests."""
    year, month, _ = anchor
    assert when.month
    if when.turn is not None and month:
        year = _turned_year(when.month, when.turn, year, month)
    elif today and when.day:
        year += _years_away(when.month, when.day, today, forwards=forwards)
    elif month:
        year += when.month < month if forwards else -(when.month > month)
    return _iso(year, when.month, when.day)


def _years_away(month: int, day: int, today: date, *, forwards: bool) -> int:
    """Give -1, 0 or 1 year: a day is past unless the words say otherwise or it is close ahead."""
    near = _date_or_none(today.year, month, day)
    if near is None:
        return 0
    if forwards:
        return int(near < today)
    if near - today > CLOSE_AHEAD:
        return -1
    return int(today - near > timedelta(days=365) - CLOSE_AHEAD)


def _turned_year(month: int, turn: int, year: int, now: int) -> int:
    """Give the year of last, this or next March (or spring), as said in month ``now`` of ``year``."""
    if turn < 0:
        return year - (month >= now)
    if turn > 0:
        return year + (month <= now)
    return year


def _turned(unit: str, steps: int, year: int, month: int | None) -> str | None:
    if unit == "year":
        return str(year + steps)
    if not month:
        return None
    count = year * 12 + month - 1 + steps
    return _iso(count // 12, count % 12 + 1, None)


def _weekday(day: int, turn: int | None, today: date, *, forwards: bool) -> date:
    ahead = (day - today.weekday()) % 7
    if turn == 1 or (turn is None and forwards):
        return today + timedelta(days=ahead or 7)
    behind = (today.weekday() - day) % 7
    return today - timedelta(days=behind or (7 if turn == -1 else 0))


def _week(inside: date) -> str:
    """Give what is certain of a date in the (Monday to Sunday) week of ``inside``: its month, or its year."""
    monday = inside - timedelta(days=inside.weekday())
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return str(inside.year)
    return _iso(monday.year, monday.month if monday.month == sunday.month else None, None) or str(monday.year)
