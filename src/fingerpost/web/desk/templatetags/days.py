"""Dates as people write them, in templates."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.timezone import localtime

from fingerpost.briefing.words import days_in
from fingerpost.briefing.words import until as until_words
from fingerpost.web.dates import day_words, is_american, on_day_words

register = template.Library()
on_day = register.filter("on_day", on_day_words)


@register.filter
def day(value: str | date | None) -> str:
    """Give a date in words: one of the register's, of any precision, or a day of the calendar."""
    if isinstance(value, datetime):
        value = localtime(value).date()
    return day_words(value.isoformat() if isinstance(value, date) else value)


@register.filter
def moment(value: datetime) -> str:
    """Give a moment in words, to the minute, in the desk's time zone: "8 March 2022, 14:05"."""
    local = localtime(value)
    return f"{day_words(local.date().isoformat())}, {local:%H:%M}"


@register.filter
def days(text: str) -> str:
    """Give a sentence with its dates in words."""
    return days_in(text, american=is_american())


@register.filter
def until(words: str) -> str:
    """Give the words for until when something holds, with "until" before them."""
    return until_words(words)
