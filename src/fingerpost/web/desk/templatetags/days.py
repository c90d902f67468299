"""Dates as people write them, in templates."""

from __future__ import annotations

from django import template

from fingerpost.web.dates import day_words, on_day_words

register = template.Library()
day = register.filter("day", day_words)
on_day = register.filter("on_day", on_day_words)


@register.filter
def until(words: str) -> str:
    """Give the words for until when something holds, with "until" before them where they do not begin with it."""
    return words if words.casefold().startswith("until ") else f"until {words}"
