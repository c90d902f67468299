"""Words for people: dates as they are written, of whatever precision."""

from __future__ import annotations

from django import template

from fingerpost.briefing import words

register = template.Library()


@register.filter
def day(value: str | None) -> str:
    """Give a date of any precision as "8 March 2022", "March 2022", "1992" or "the 1990s"; "" for none."""
    value = value or ""
    if value.endswith("s"):
        return f"the {value}"
    return words.day(value, american=False)


@register.filter
def on_day(value: str | None) -> str:
    """Give a date of any precision with its preposition: "on 8 March 2022", "in October 2022", "in 1992"."""
    words = day(value)
    return f"{'on' if len(value or '') == 10 else 'in'} {words}" if words else ""
