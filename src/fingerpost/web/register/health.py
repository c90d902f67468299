"""Warnings about ties, each with its reason. Nobody decides "dormant"; thresholds are the user's."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fingerpost.web.dates import day_words, earliest, latest, on_day_words


@dataclass(frozen=True)
class Thresholds:
    """After how many months something is worth a warning; None: never."""

    exchange: int | None = 36
    letter: int | None = 24
    vacancy: int | None = 6
    ahead: int | None = 6
    """How long before a term's end, a review or a deadline; what is past is warned of anyway."""
    report: int | None = None
    """Not every office asks those who carry a tie for reports."""


@dataclass(frozen=True)
class Vitals:
    """What is known of one tie on a day. Dates are reduced ISO 8601, empty where nothing is known."""

    last_exchange: str = ""
    last_letter: str = ""
    vacancies: Sequence[tuple[str, str]] = ()
    """Title of each vacant post, and since when."""
    terms: Sequence[tuple[str, str]] = ()
    """Title of each agreement with a term, and when it runs out."""
    reviews: Sequence[tuple[str, str]] = ()
    """What is to be reviewed, and when."""
    deadlines: Sequence[tuple[str, str]] = ()
    """What a law or policy asks, and by when."""
    last_report: str = ""
    status: str = "active"


@dataclass(frozen=True)
class Alert:
    """Something to look after, and why."""

    kind: str
    why: str


def alerts(vitals: Vitals, thresholds: Thresholds, now: date) -> Iterator[Alert]:
    """Yield what deserves attention about a tie, on a day."""
    if vitals.status in {"active", "unknown"}:
        yield from _silence("exchange", vitals.last_exchange, thresholds.exchange, now)
        yield from _silence("letter", vitals.last_letter, thresholds.letter, now)
    if vitals.status in {"active", "suspended", "unknown"}:
        yield from _silence("report", vitals.last_report, thresholds.report, now)
    for title, since in vitals.vacancies:
        yield from _vacancy(title, since, thresholds.vacancy, now)
    for title, ends in vitals.terms:
        words = ("The term of {} runs out", "The term of {} ran out")
        yield from _coming("term", words, title, ends, thresholds, now)
    if vitals.status in {"active", "suspended", "unknown"}:
        for title, by in vitals.deadlines:
            words = ("The deadline of {} is", "The deadline of {} was")
            yield from _coming("deadline", words, title, by, thresholds, now)
    for title, due in vitals.reviews:
        words = ("The review of {} is due", "The review of {} was due")
        yield from _coming("review", words, title, due, thresholds, now)


def _silence(word: str, last: str, limit: int | None, now: date) -> Iterator[Alert]:
    if limit is None:
        return
    day = latest(last)
    if day is None:
        yield Alert(word, f"No {word} is in the register.")
    elif day < months_before(now, limit):
        yield Alert(word, f"The last {word} was {on_day_words(last)}, more than {_span(limit)} ago.")


def _vacancy(title: str, since: str, limit: int | None, now: date) -> Iterator[Alert]:
    if limit is None:
        return
    day = latest(since)
    if day is None:
        yield Alert("vacancy", f"{title}: nobody holds this post, and since when is not known.")
    elif day < months_before(now, limit):
        yield Alert("vacancy", f"{title}: vacant since {day_words(since)}, more than {_span(limit)}.")


def _coming(
    kind: str, words: tuple[str, str], title: str, when: str, thresholds: Thresholds, now: date
) -> Iterator[Alert]:
    """Yield what comes up or is past; ``words`` says both, with a hole for the title."""
    first, last = earliest(when), latest(when)
    if first is None or last is None:
        return
    is_past = last < now
    if is_past or (thresholds.ahead is not None and months_before(first, thresholds.ahead) <= now):
        yield Alert(kind, f"{words[is_past].format(title)} {on_day_words(when)}.")


def months_before(day: date, months: int) -> date:
    """Give the day so many months earlier; the last of the month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return date.min
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _span(months: int) -> str:
    number, word = (months // 12, "year") if months % 12 == 0 else (months, "month")
    return f"{number} {word}{'' if number == 1 else 's'}"
