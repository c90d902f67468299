"""The words of a cell to a value; what cannot be told for sure is a problem, never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from fingerpost.places.normal import normal
from fingerpost.web.dates import read_date


class Problem(Exception):
    """A cell that gives no value; the message says why, and how to write it."""


MOST = 1_000_000_000
"""Larger numbers are slips of the hand; the database would refuse some of them."""


def text(words: str) -> str:
    """Give the words as they are."""
    return words


def day(words: str) -> str:
    """Give a date in reduced ISO 8601: 1992, 1992-05, 1992-05-14, 1990s; also May 14, 1992; May 1992; 14.5.1992."""
    try:
        return read_date(words)
    except ValidationError as error:
        raise Problem(error.messages[0]) from error


def number(words: str) -> int:
    """Give a whole number of people: 22, or 1,200."""
    bare = words.replace("\u00a0", " ")
    if not re.fullmatch(r"\d{1,9}(?:\.0)?|\d{1,3}(?:[ ,.]\d{3})+", bare):
        raise Problem(f'"{words}" is not a number of people. Write it as 22.')
    return int(re.sub(r"[ ,.]", "", bare.removesuffix(".0")))


def money(words: str) -> Decimal:
    """Give an amount: 1200, 1200.50, 1,200.50, 1.200,50 or 1 200,50."""
    bare = re.sub(r"[ \u00a0\u202f']", "", words)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?", bare):
        value = Decimal(bare.replace(",", ""))
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}", bare):
        value = Decimal(bare.replace(".", "").replace(",", "."))
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", bare):
        raise Problem(f'"{words}" can be two amounts. Write it without a point, or with two decimals.')
    else:
        raise Problem(f'"{words}" is not an amount. Write the number alone, as 1200.50.')
    if value > MOST:
        raise Problem(f'"{words}" is too large to be meant.')
    return value


def currency(words: str) -> str:
    """Give the code of a currency: USD."""
    if not re.fullmatch(r"[A-Za-z]{3}", words):
        raise Problem(f'"{words}" is not the code of a currency. Write it as USD or EUR.')
    return words.upper()


def choice(names: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Give a reader of one of several values, each by its own name or by what else people write for it."""
    known = {normal(word): value for value, words in names.items() for word in (value, *words)}
    shown = ", ".join(names)

    def read(words: str) -> str:
        if (value := known.get(normal(words))) is None:
            raise Problem(f'"{words}" is none of these: {shown}.')
        return value

    return read
