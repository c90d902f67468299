"""Dates as people write them, in templates."""

from __future__ import annotations

from django import template

from fingerpost.web.dates import day_words, on_day_words

register = template.Library()
day = register.filter("day", day_words)
on_day = register.filter("on_day", on_day_words)
