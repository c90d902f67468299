"""The briefing's own English: one place for every fixed phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from fingerpost.reading.model import Activity, Date, EventKind, FormalStatus, Power, Stance, TieKind, Verdict

KIND: dict[TieKind, str] = {
    "sister_city": "sister city",
    "twin_town": "twin town",
    "friendship_city": "friendship city",
    "partner_city": "partner city",
    "sister_county": "sister county",
    "sister_state": "sister state",
    "other": "tie",
}

WANT: dict[Stance, str] = {
    "keep": "Keep the tie",
    "suspend": "Suspend the tie",
    "end": "End the tie",
    "establish": "Establish the tie",
    "renew": "Renew the tie",
    "restore": "Restore the tie",
    "defer": "Wait before deciding",
    "other": "Something else",
}

WANTED: dict[Stance, str] = {
    "keep": "want it kept",
    "suspend": "want it suspended",
    "end": "want it ended",
    "establish": "want it established",
    "renew": "want it renewed",
    "restore": "want it restored",
    "defer": "want to wait",
    "other": "want something else",
}

EARLIER: dict[Stance, str] = {
    "keep": "wanted it kept",
    "suspend": "wanted it suspended",
    "end": "wanted it ended",
    "establish": "wanted it established",
    "renew": "wanted it renewed",
    "restore": "wanted it restored",
    "defer": "wanted to wait",
    "other": "wanted something else",
}

STATUS: dict[FormalStatus, str] = {
    "proposed": "Proposed, not yet agreed",
    "active": "Active",
    "suspended": "Suspended",
    "lapsed": "Lapsed: its term ran out",
    "ended": "Ended",
    "unchanged": "In force, so far as the sources tell: they report no decision to change it",
    "unknown": "Not told by the sources",
}

HELD: dict[str, str] = {
    "proposed": "Proposed, not yet agreed",
    "active": "Active",
    "suspended": "Suspended",
    "lapsed": "Lapsed",
    "ended": "Ended",
    "unknown": "Not known",
}
"""Formal status as the register has it."""

RESULT: dict[str, str] = {
    "established": "established",
    "renewed": "renewed",
    "kept": "kept",
    "kept_condemned": "kept, and condemned what moved the question",
    "suspended": "suspended",
    "ended": "ended",
    "restored": "restored",
    "lapsed": "found lapsed",
    "proposed": "proposed",
    "letter_only": "a letter only",
    "symbols_removed": "symbols removed",
    "activities_frozen": "activities frozen",
    "support_withdrawn": "support withdrawn",
    "handed_over": "handed to the association",
}
"""A decision's result to how a briefing tells it."""

PART: dict[str, str] = {
    "decides": "Decides",
    "recognises": "Recognises it",
    "carries": "Carries it",
    "advises": "Advises",
}
"""What a body has to do with a tie, as the register has it."""

EFFECT: dict[str, str] = {"forbids": "Forbids", "requires": "Requires", "conditions": "Sets conditions"}

OUTCOME: dict[str, str] = {
    "pending": "Not yet voted on",
    "carried": "Carried",
    "lost": "Lost",
    "deferred": "Deferred",
    "withdrawn": "Withdrawn",
}

BALLOT: dict[str, str] = {"for": "For", "against": "Against", "abstained": "Abstained", "absent": "Absent"}

ACTIVITY: dict[Activity, str] = {
    "active": "Active",
    "waning": "Waning",
    "dormant": "Dormant",
    "unknown": "Not told by the sources",
}

POWER: dict[Power, str] = {
    "decides": "Decides",
    "cannot_decide": "May not decide",
    "advises": "Advises",
    "carries_out": "Carries it out",
}

EVENT: dict[EventKind, str] = {
    "established": "The tie begins",
    "renewed": "The tie is renewed",
    "questioned": "The tie is questioned",
    "called_on": "A call to act",
    "suspended": "The tie is suspended",
    "ended": "The tie is ended",
    "kept": "The tie is kept",
    "restored": "The tie is restored",
    "lapsed": "The tie lapses",
    "proposed": "The tie is proposed",
    "waned": "The tie wanes",
    "vacancy": "A seat is empty",
    "vote": "Vote",
    "letter": "Letter",
    "statement": "Statement",
    "exchange": "Exchange",
    "outside": "Elsewhere",
}

CLAIM_VERDICT: dict[Verdict, tuple[str, Literal["holds", "fails", "open"]]] = {
    "consistent": ("Holds", "holds"),
    "inconsistent": ("Does not hold", "fails"),
    "unverifiable": ("Not checked", "open"),
}

COMPARATOR = {
    "exactly": "",
    "about": "about ",
    "more_than": "more than ",
    "less_than": "less than ",
    "at_least": "at least ",
    "at_most": "at most ",
}

UNIT = {"mi": "miles", "km": "km", "year": "years", "month": "months", "day": "days", "week": "weeks"}

SILENCE = {
    "no-side-status": "How the tie stands formally in {about}: the register holds no decision of that side.",
    "no-carrier": "Who carries the tie: the register names nobody.",
    "no-exit": "How the agreement may be ended: no exit clause is recorded.",
    "no-letter": "When anybody last wrote to {about} or heard from there: no letter is recorded.",
    "no-instrument": "The words that decide are not recorded ({about}).",
    "no-partner-statement": "What {about} says: no source quotes anyone from there or reports a wish.",
    "no-decider": "Who may decide.",
    "no-decider-statement": "What {about} itself thinks: neither the body nor a member is quoted.",
    "no-vote-date": "When it will be decided: no source gives a date for a vote.",
    "no-vote-numbers": "How the votes fell.",
    "no-condition": "What would end a suspension: no source names a condition.",
    "no-review-date": "When a suspension would be looked at again: no source names a date.",
    "no-since": "When the tie began.",
    "no-founding-document": "What was agreed: no source is or quotes the founding document.",
    "no-term": "For how long it was agreed, and how it may be ended.",
    "no-exchange": "Who has visited whom: no source tells of an exchange.",
    "no-cost": "What the tie costs: no source names money.",
    "no-precedent": "What other cities with such ties have done.",
}

COMPASS = (
    "north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast",
    "south-southeast", "south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest",
    "northwest", "north-northwest",
)  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def day(value: str, *, american: bool) -> str:
    """Give an ISO value, perhaps reduced, as people write it: "February 28, 2022"."""
    parts = value[:10].split("-")
    if len(parts) == 1 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return value
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    number = int(parts[2])
    return f"{month} {number}, {parts[0]}" if american else f"{number} {month} {parts[0]}"


def when(date: Date | None, *, american: bool) -> str:
    """Give a date in words; without a year, the source's own words; "" where there is none."""
    if date is None:
        return ""
    if date.value is None:
        return f"“{date.text}”" if date.text else ""
    shown = day(date.value, american=american)
    return f"{shown} (year inferred)" if date.resolved_from == "inferred" else shown


def days_in(text: str, *, american: bool) -> str:
    """Give a sentence with its dates, in ISO 8601 or as "8 May 2015", written as people write them."""
    shown = _ISO.sub(lambda found: day(found.group(), american=american), text)
    return _DAY_FIRST.sub(r"\2 \1, \3", shown) if american else shown


_ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")


def until(ends: str) -> str:
    """Give the words for when something ends, with "until" before them where they do not begin with it."""
    return ends if ends.casefold().startswith("until ") else f"until {ends}"


def joined(names: Sequence[str], last: Literal["and", "or"] = "and") -> str:
    """Give "A", "A and B" or "A, B and C"; with ``last`` "or", alternatives."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def the(name: str) -> str:
    """Give a body's name as it stands within a sentence: "the Norfolk City Council"."""
    return name if name.casefold().startswith("the ") else f"the {name}"


def counted(number: int, one: str, many: str) -> str:
    """Give "1 body" or "3 bodies"."""
    return f"{number} {one if number == 1 else many}"


def plain_number(value: float) -> str:
    """Give 4400.0 as "4,400" and 2.5 as "2.5"; a year is the caller's to write without the comma."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def upper_first(text: str) -> str:
    """Give the text with its first letter great."""
    return text[:1].upper() + text[1:]


LEGEND = "Every line cites what it stands on: 1.5 is source 1, paragraph 5"
LEGEND_OF_RECORDS = "R4 is record 4 of the register"

UNREVIEWED = "°"
"""Set after a citation of what no person has reviewed."""
