"""Dates as people write them, no more exact than they are known."""

from __future__ import annotations

from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fingerpost.web.dates import earliest, precision


def written(value: str | date) -> str:
    """Give a date: "June 10, 1991", "June 1991", "1991" or "the 1990s"; empty where none is known."""
    return _filled(value, pgettext("a date", "%(day)s"), "%(day)s", "%(day)s", _("the %(day)s"))


def on(value: str | date) -> str:
    """Give when something happened: "on June 10, 1991", "in June 1991", "in 1991", "in the 1990s"."""
    return _filled(
        value,
        pgettext("a day", "on %(day)s"),
        pgettext("a month", "in %(day)s"),
        pgettext("a year", "in %(day)s"),
        _("in the %(day)s"),
    )


def since(value: str | date) -> str:
    """Give since when something holds: "since June 10, 1991"."""
    return _filled(
        value,
        pgettext("a day", "since %(day)s"),
        pgettext("a month", "since %(day)s"),
        pgettext("a year", "since %(day)s"),
        _("since the %(day)s"),
    )


def until(value: str | date) -> str:
    """Give until when something holds: "until June 10, 1991"."""
    return _filled(
        value,
        pgettext("a day", "until %(day)s"),
        pgettext("a month", "until %(day)s"),
        pgettext("a year", "until %(day)s"),
        _("until the %(day)s"),
    )


def _filled(value: str | date, day: str, month: str, year: str, decade: str) -> str:
    """Put a date into the sentence for how exactly it is known."""
    if isinstance(value, date):
        value = value.isoformat()[:10]
    first = earliest(value)
    if first is None:
        return ""
    kind = precision(value)
    if kind == "day":
        return day % {"day": formatted(first, pgettext("format of a date", "F j, Y"))}
    if kind == "month":
        return month % {"day": formatted(first, pgettext("format of a date", "F Y"))}
    if kind == "year":
        return year % {"day": value}
    return decade % {"day": pgettext("a decade", "%(year)ss") % {"year": value[:4]}}
