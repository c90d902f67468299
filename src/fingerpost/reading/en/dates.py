"""English words of dates."""

from __future__ import annotations

from fingerpost.reading.lexicon import words

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
MONTHS |= {f"{name}.": number for name, number in MONTHS.items() if len(name) <= 4}
"""Month names and their short forms, with and without the point."""

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS.split())}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items() if len(name) > 6}
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Seasons with the month in which each begins in the north."""
UNITS = {form: unit for unit in ("day", "week", "month", "year", "decade") for form in (unit, f"{unit}s")} | {
    "fortnight": "fortnight"
}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
TURNS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
"""Words that turn a unit, a weekday, a month or a season backwards or forwards."""
AGO = frozenset({"ago"})

BEFORE_MONTH = words(
    """
    in since of until till by from to between and early late mid last this next on during before after
    through around about - –
    """
)
"""A month without a day or a year is one only after these ("May" is a verb as well)."""
BEFORE_YEAR = words(
    """
    in since of from until till by to between and to during before after around about through ( , year
    early late mid - – for 's ’s its the their our a
    """
)
NOT_A_YEAR_AFTER = words(
    """
    no. no number resolution policy bill order room section $ £ € item act page
    """
)
FUTURE = words(
    """
    will wo shall 'll ’ll plan plans planned due scheduled expected expects until
    """
)
"""Words that turn a date without a year, or a weekday, forwards."""

NOT_WHEN = words("until till since by before after for from through within between as to")
"""Prepositions whose date is the end, the start or the limit of something, not when a thing was said."""
OCCASIONS = words(
    """
    letter meeting session statement vote email e-mail message speech interview hearing memo memorandum order
    ballot column post resolution petition debate news conference ceremony assembly appearance sitting hour
    """
)
"""Nouns whose date is that of what was said or decided there."""
FUTURE_MODALS = words("will 'll ’ll shall wo would ’d 'd should could might may")
LETTING = words("allow let permit")
AFTER = "after"
VOTE = words("vote decide decision resolve adopt approve")
