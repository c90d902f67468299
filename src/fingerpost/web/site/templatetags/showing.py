"""How templates of the public pages write dates, figures and the register's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import number_format

from fingerpost.web.dates import latest
from fingerpost.web.register.models import Place
from fingerpost.web.register.regions import region_words
from fingerpost.web.site import dates, gate, words
from fingerpost.web.site.countries import country_name

MAIL = re.compile(r"[^\s@?&]+@[^\s@?&]+")

register = template.Library()

register.filter("written", dates.written)
register.filter("on", dates.on)
register.filter("since", dates.since)
register.filter("until", dates.until)


@register.filter
def whole(number: float) -> str:
    """Give a number without decimals, grouped as the language does."""
    return str(number_format(round(number), 0, force_grouping=True))


@register.filter
def is_past(value: str) -> bool:
    """Tell whether a date lies wholly in the past."""
    last = latest(value)
    return last is not None and last < timezone.localdate()


@register.filter
def is_web(address: str) -> bool:
    """Tell whether an address is a page's on the web, so that a link to it is one."""
    return address.startswith(("https://", "http://"))


@register.filter
def lines(text: str) -> list[str]:
    """Give the lines of a text."""
    return text.splitlines()


@register.filter
def is_mail(address: str) -> bool:
    """Tell whether this is a mail address and nothing else."""
    return bool(MAIL.fullmatch(address))


@register.filter
def where(place: Place) -> str:
    """Give in which region and country a place lies, the country in the reader's language."""
    region = region_words(place.country, place.admin1) if place.admin1 else ""
    return ", ".join(part for part in (region, country_name(place.country)) if part)


register.filter("may_be_read", gate.may_be_read)


def _in_words(table: Mapping[str, Any]) -> Callable[[str], str]:
    return lambda value: table.get(value, value)


for _name in (
    "status",
    "tie_kind",
    "place_kind",
    "body_kind",
    "result",
    "role",
    "effect",
    "direction",
    "case_state",
    "outcome",
    "choice",
    "stance",
    "force",
    "event",
    "power",
    "action",
    "fact",
):
    register.filter(f"{_name}_words", _in_words(getattr(words, _name.upper())))
