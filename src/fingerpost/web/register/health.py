"""Warnings about ties, each with its reason. Nobody decides "dormant"; thresholds are the user's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fingerpost.web.dates import earliest, latest


@dataclass(frozen=True)
class Thresholds:
    """After how long something is worth a warning. Days."""

    exchange: int = 3 * 365
    letter: int = 2 * 365
    vacancy: int = 183
    ahead: int = 183
    """How long before a term's end or a review a warning is given."""
    report: int = 400


@dataclass(frozen=True)
class Vitals:
    """What is known of one tie. Dates are reduced ISO 8601, empty where nothing is known."""

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
    ahead = timedelta(days=thresholds.ahead)
    if vitals.status in {"active", "unknown"}:
        yield from _silence("exchange", "exchange", vitals.last_exchange, thresholds.exchange, now)
        yield from _silence("letter", "letter", vitals.last_letter, thresholds.letter, now)
        yield from _silence("report", "report", vitals.last_report, thresholds.report, now)
    for title, since in vitals.vacancies:
        yield from _vacancy(title, since, thresholds.vacancy, now)
    for title, ends in vitals.terms:
        yield from _coming(
            "term", ("The term of {} runs out", "The term of {} ran out"), title, ends, ahead, now
        )
    if vitals.status in {"active", "suspended", "unknown"}:
        for title, by in vitals.deadlines:
            yield from _coming(
                "deadline", ("The deadline of {} is", "The deadline of {} was"), title, by, ahead, now
            )
    for title, due in vitals.reviews:
        yield from _coming(
            "review", ("The review of {} is due", "The review of {} was due"), title, due, ahead, now
        )


def _silence(kind: str, word: str, last: str, limit: int, now: date) -> Iterator[Alert]:
    day = latest(last)
    if day is None:
        yield Alert(kind, f"No {word} is in the register.")
    elif now - day > timedelta(days=limit):
        yield Alert(kind, f"The last {word} was {last}, more than {_years(limit)} ago.")


def _vacancy(title: str, since: str, limit: int, now: date) -> Iterator[Alert]:
    day = latest(since)
    if day is None:
        yield Alert("vacancy", f"{title}: nobody holds this post, and since when is not known.")
    elif now - day > timedelta(days=limit):
        yield Alert("vacancy", f"{title}: vacant since {since}, more than {_years(limit)}.")


def _coming(
    kind: str, words: tuple[str, str], title: str, when: str, ahead: timedelta, now: date
) -> Iterator[Alert]:
    """Yield what comes up or is past; ``words`` says both, with a hole for the title."""
    first, last = earliest(when), latest(when)
    if first is None or last is None or first - now > ahead:
        return
    said = words[1] if last < now else words[0]
    yield Alert(kind, f"{said.format(title)} {'on' if first == last else 'in'} {when}.")


def _years(days: int) -> str:
    if days >= 365:
        years = round(days / 365, 1)
        return f"{years:g} year{'' if years == 1 else 's'}"
    months = round(days / 30.5)
    return f"{months} month{'' if months == 1 else 's'}"
