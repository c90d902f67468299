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
        yield from _silence("exchange", "exchange", vitals.last_exchange, thresholds.exchange, now)
        yield from _silence("letter", "letter", vitals.last_letter, thresholds.letter, now)
        yield from _silence("report", "report", vitals.last_report, thresholds.report, now)
    for title, since in vitals.vacancies:
        yield from _vacancy(title, since, thresholds.vacancy, now)
    for title, ends in vitals.terms:
        yield from _coming("term", f"The term of {title} runs out", ends, thresholds.ahead, now)
    for title, due in vitals.reviews:
        yield from _coming("review", f"The review of {title} is due", due, thresholds.ahead, now)


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


def _coming(kind: str, what: str, when: str, ahead: int, now: date) -> Iterator[Alert]:
    day = earliest(when)
    if day is None:
        return
    if day < now:
        yield Alert(
            kind, f"{what.replace(' runs out', ' ran out').replace(' is due', ' was due')} on {when}."
        )
    elif day - now <= timedelta(days=ahead):
        yield Alert(kind, f"{what} on {when}.")


def _years(days: int) -> str:
    if days >= 365:
        years = round(days / 365, 1)
        return f"{years:g} year{'' if years == 1 else 's'}"
    months = round(days / 30.5)
    return f"{months} month{'' if months == 1 else 's'}"
