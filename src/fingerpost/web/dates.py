"""Dates with a precision, as the register keeps them: reduced ISO 8601 in a text column, so that order holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from fingerpost.briefing import words
from fingerpost.documents.dates import iso_date, written_date
from fingerpost.documents.en import MONTHS

FORM = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}0s")
MONTH = re.compile(r"(?P<month>[A-Za-zÀ-ž]{3,10})\.?,? (?P<year>(?:19|20)\d\d)")
WRITE_IT = "Write it as 2022-03-08, 2022-03, 2022 or 1990s."


def check_partial_date(value: str) -> None:
    """Refuse what is not 1992, 1992-05, 1992-05-14 or 1990s."""
    if not FORM.fullmatch(value):
        raise ValidationError(f'"{value}" is not a date. {WRITE_IT}')
    if value.endswith("s"):
        return
    parts = value.split("-")
    try:
        date.fromisoformat("-".join(parts + ["01"] * (3 - len(parts))))
    except ValueError as error:
        raise ValidationError(f'"{value}" is not a date: the calendar has no such day.') from error


def read_date(written: str) -> str:
    """Give a date as people write it, in reduced ISO 8601: "March 8, 2022", "8 Mar 2022", "8.3.2022", "March 2022".

    Raises:
        ValidationError: it is no date, or can be two days: 3/8/2022 is never guessed at.
    """
    if FORM.fullmatch(written):
        check_partial_date(written)
        return written
    if len(written) > len("2022-03-08") and (iso := iso_date(written)):
        return iso
    if (month := MONTH.fullmatch(written)) and (number := MONTHS.get(month["month"].casefold())):
        return f"{month['year']}-{number:02}"
    found = written_date(written)
    if found is None or (found.start, found.end) != (0, len(written)):
        raise ValidationError(f'"{written}" is not a date. {WRITE_IT}')
    if precision(found.value) != "day":
        first, second, year = (int(part) for part in re.findall(r"\d+", written))
        days = f"{year}-{first:02}-{second:02} or {year}-{second:02}-{first:02}"
        raise ValidationError(f'"{written}" can be two days. Write {days}, whichever is meant.')
    return found.value


class PartialDateField(models.CharField):
    """A date known to the year, month or day; empty where nothing is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, check_partial_date]


def precision(value: str) -> str:
    """Give ``day``, ``month``, ``year``, ``decade`` or ``unknown``."""
    if value.endswith("s"):
        return "decade"
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "unknown")


def earliest(value: str) -> date | None:
    """Give the first day a partial date can mean."""
    if not value:
        return None
    value = value.rstrip("s")
    return date.fromisoformat("-".join([*value.split("-"), "01", "01"][:3]))


def latest(value: str) -> date | None:
    """Give the last day a partial date can mean."""
    first = earliest(value)
    if first is None:
        return None
    kind = precision(value)
    if kind == "day":
        return first
    if kind == "month":
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    else:
        following = date(first.year + (10 if kind == "decade" else 1), 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _never() -> bool:
    return False


_american: ContextVar[Callable[[], bool]] = ContextVar("american", default=_never)


@contextmanager
def written(*, american: Callable[[], bool]) -> Iterator[None]:
    """Write dates within the block month first where that is so; it is asked once there is a date to write."""
    before = _american.set(american)
    try:
        yield
    finally:
        _american.reset(before)


def is_american() -> bool:
    """Tell whether dates are written as in America, month first."""
    return _american.get()()


def day_words(value: str | None) -> str:
    """Give a date of any precision as "8 March 2022", "March 2022", "1992" or "the 1990s"; "" for none.

    At the desk of an American place it is "March 8, 2022": see desk/home.py.
    """
    value = value or ""
    if value.endswith("s"):
        return f"the {value}"
    return words.day(value, american=is_american())


def on_day_words(value: str | None) -> str:
    """Give a date of any precision with its preposition: "on 8 March 2022", "in October 2022", "in 1992"."""
    shown = day_words(value)
    return f"{'on' if len(value or '') == 10 else 'in'} {shown}" if shown else ""
