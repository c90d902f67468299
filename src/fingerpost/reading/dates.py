"""Date words in running text: where they stand and what they name, before any calendar is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from fingerpost.reading.en.dates import (
    AGO,
    BEFORE_MONTH,
    BEFORE_YEAR,
    DAYS,
    MONTHS,
    NOT_A_YEAR_AFTER,
    PARTS_OF_DAY,
    SEASONS,
    TURNS,
    UNITS,
    WEEKDAYS,
)
from fingerpost.reading.numbers import number_at

Sort = Literal["calendar", "decade", "season", "weekday", "unit", "ago", "day"]


class When(Struct, frozen=True):
    """One date expression: tokens ``start`` to ``end`` (half-open) and what its words say."""

    start: int
    end: int
    sort: Sort
    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: int | None = None
    """-1 last, 0 this, 1 next; for ``day`` the number of days from today; None: nothing said."""
    count: float = 0
    unit: str = ""


IsCapital = Callable[[int], bool]


def dates_in(lower: Sequence[str], is_capital: IsCapital) -> Iterator[When]:
    """Yield the date expressions of a text, in order, without overlaps.

    Args:
        lower: its tokens in lower case.
        is_capital: tells whether a token is written with a capital; "May" and "March" count only so.
    """
    at, last = 0, 0
    while at < len(lower):
        look = _LOOKS.get(lower[at])
        if look is None:
            first = lower[at][0]
            look = _figure if first.isdigit() else None
        found = look(lower, is_capital, at) if look else None
        if found and found.start >= last:
            yield found
            at = last = found.end
        else:
            at += 1


def _year(word: str) -> int | None:
    return (
        int(word)
        if len(word) == 4 and word.isdigit() and word[0] in "12" and "1500" <= word < "2100"
        else None
    )


def _day(word: str) -> int | None:
    plain = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
    return int(plain) if plain.isdigit() and len(plain) <= 2 and 1 <= int(plain) <= 31 else None


def _at(lower: Sequence[str], index: int) -> str:
    return lower[index] if 0 <= index < len(lower) else ""


def _year_after(lower: Sequence[str], at: int) -> tuple[int | None, int]:
    """Give the year at ``at``, after a comma or "of" too, and where it ends."""
    skip = 1 if _at(lower, at) in {",", "of"} else 0
    year = _year(_at(lower, at + skip))
    return (year, at + skip + 1) if year else (None, at)


def _month(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    if not is_capital(at):
        return None
    month, before = MONTHS[lower[at]], _at(lower, at - 1)
    day = _day(_at(lower, at + 1))
    if day and _at(lower, at + 1)[0] != "0":
        year, end = _year_after(lower, at + 2)
        return When(at, end, "calendar", year, month, day)
    year, end = _year_after(lower, at + 1)
    start = at - 2 if before == "of" and at > 1 else at - 1
    day = _day(_at(lower, start)) if at else None
    if day:
        return When(start, end, "calendar", year, month, day)
    if before in TURNS:
        return When(at - 1, end, "calendar", year, month, turn=TURNS[before])
    if year or before in BEFORE_MONTH:
        return When(at, end, "calendar", year, month)
    return None


def _figure(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    word = lower[at]
    if len(word) == 5 and word[4] == "s" and _year(word[:4]) and word[3] == "0":
        return When(at, at + 1, "decade", int(word[:4]))
    year = _year(word)
    if year is None:
        return _ago(lower, is_capital, at)
    if _at(lower, at + 1) == "-" == _at(lower, at + 3) and _at(lower, at + 2).isdigit():
        month, day = int(lower[at + 2]), _day(_at(lower, at + 4))
        return When(at, at + 5, "calendar", year, month, day) if 1 <= month <= 12 and day else None
    return When(at, at + 1, "calendar", year) if _is_year(lower, at) else _ago(lower, is_capital, at)


def _is_year(lower: Sequence[str], at: int) -> bool:
    """A bare year stands after a preposition, a determiner or a possessive, and counts nothing."""
    before, after = _at(lower, at - 1), _at(lower, at + 1)
    if (
        before in NOT_A_YEAR_AFTER
        or after in {"%", "km", "mi"}
        or number_at(lower, at) != (int(lower[at]), at + 1)
    ):
        return False
    counts = after.endswith("s") and not after.startswith(("'", "’")) and before not in {"in", "since", "of"}
    return before in BEFORE_YEAR and not (counts and before not in {"its", "their", "our", "the"})


def _season(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    before = _at(lower, at - 1)
    year, end = _year_after(lower, at + 1)
    if year:
        return When(at, end, "season", year, SEASONS[lower[at]])
    if before in TURNS:
        return When(at - 1, end, "season", None, SEASONS[lower[at]], turn=TURNS[before])
    return None


def _weekday(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    if not is_capital(at):
        return None
    before, after = _at(lower, at - 1), _at(lower, at + 1)
    if (
        (after in MONTHS and is_capital(at + 1))
        or _day(after)
        or (after == "," and _at(lower, at + 2) in MONTHS)
    ):
        return None
    end = at + 2 if after in PARTS_OF_DAY else at + 1
    turn = TURNS.get(before)
    return When(at - 1 if turn is not None else at, end, "weekday", day=WEEKDAYS[lower[at]], turn=turn)


def _turn(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    unit = _at(lower, at + 1)
    if unit in PARTS_OF_DAY:
        return When(at, at + 2, "day", turn=-1 if lower[at] == "last" else 0) if lower[at] != "next" else None
    if unit in UNITS and not unit.endswith("s"):
        return When(at, at + 2, "unit", turn=TURNS[lower[at]], unit=UNITS[unit])
    return None


def _ago(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    found = number_at(lower, at) or ((1.0, at + 1) if lower[at] in {"a", "an"} else None)
    if found and _at(lower, found[1]) in UNITS and _at(lower, found[1] + 1) in AGO:
        return When(at, found[1] + 2, "ago", count=found[0], unit=UNITS[lower[found[1]]])
    return None


def _days(lower: Sequence[str], is_capital: IsCapital, at: int) -> When | None:
    end = at + 2 if _at(lower, at + 1) in PARTS_OF_DAY else at + 1
    return When(at, end, "day", turn=DAYS[lower[at]])


_Look = Callable[[Sequence[str], IsCapital, int], When | None]


def _looks() -> dict[str, _Look]:
    from fingerpost.reading.en.numbers import SMALL, TENS

    groups: tuple[tuple[_Look, object], ...] = (
        (_ago, [*SMALL, *TENS, "a", "an"]),
        (_turn, TURNS),
        (_days, DAYS),
        (_weekday, WEEKDAYS),
        (_season, SEASONS),
        (_month, MONTHS),
    )
    return {word: look for look, words in groups for word in words}  # type: ignore[attr-defined]


_LOOKS = _looks()
