"""How templates of the public pages write dates, figures and the register's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import number_format

from fingerpost.web.dates import latest
from fingerpost.web.site import dates, gate, words

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
