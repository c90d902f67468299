"""Complete dates written in words or figures, and ISO 8601 dates, checked against the calendar."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from fingerpost.documents.en import MONTHS

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ][0-9:.,]{2,20}\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_MONTH = r"(?P<month{0}>[A-Za-zÀ-ž]{{3,10}})\.?"
WRITTEN = re.compile(
    r"(?<![\w/.-])(?:"
    + _MONTH.format(1)
    + r" (?P<day1>\d{1,2})(?:st|nd|rd|th)?,? (?P<year1>(?:19|20)\d\d)"
    + r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)? (?:of )?"
    + _MONTH.format(2)
    + r",? (?P<year2>(?:19|20)\d\d)"
    + r"|(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)"
    + r"|(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year4>(?:19|20)\d\d)"
    + r")(?![\w/-]|\.\d)"
)


class Found(NamedTuple):
    """A date found in a line: reduced ISO 8601, and the half-open place of its words in the line."""

    value: str
    start: int
    end: int


def iso_date(value: str | None) -> str | None:
    """Give the date part of an ISO 8601 date or time, perhaps reduced (2022, 2022-03); else None."""
    match = ISO.fullmatch((value or "").strip())
    return _checked(*match.groups()) if match else None


def written_date(line: str) -> Found | None:
    """Give the first complete date in a line: "March 2, 2022", "2 Mar 2022", "2022-03-02", "25.3.2022".

    Where day and month cannot be told apart ("03/04/2022") the value is the year alone.
    """
    for match in WRITTEN.finditer(line):
        part = match.groupdict()
        if part["year4"]:
            value = _figures(part)
        elif part["year3"]:
            value = _checked(part["year3"], part["month3"], part["day3"])
        else:
            which = "1" if part["year1"] else "2"
            month = MONTHS.get(part["month" + which].casefold())
            day = part["day" + which].zfill(2)
            value = _checked(part["year" + which], f"{month:02}", day) if month else None
        if value:
            return Found(value, match.start(), match.end())
    return None


def _figures(part: dict[str, str | None]) -> str | None:
    first, second, year = int(part["first"] or 0), int(part["second"] or 0), str(part["year4"])
    if part["mark"] == "." or first > 12 or first == second:  # the dot is used for day.month only
        return _checked(year, f"{second:02}", f"{first:02}")
    if second > 12:
        return _checked(year, f"{first:02}", f"{second:02}")
    return year if first and second else None


def _checked(year: str | None, month: str | None, day: str | None) -> str | None:
    try:
        datetime.date(int(year or 0), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)
