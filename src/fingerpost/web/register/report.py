"""The annual report: every tie as it stood at the year's end, and what happened in the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fingerpost.web.register.health import Alert, Thresholds
from fingerpost.web.register.models import Exchange, Letter, Tie
from fingerpost.web.register.reckoning import Reckoned, reckon_all
from fingerpost.web.register.status import Standing


@dataclass
class Sums:
    """What happened in a year."""

    exchanges: int = 0
    people: int = 0
    youth: int = 0
    volunteers: int = 0
    sent: int = 0
    received: int = 0
    money: Counter[str] = field(default_factory=Counter)
    """By currency, never added across; "" where the register does not say which."""

    def add(self, other: Sums) -> None:
        """Add another's sums to these."""
        for name in ("exchanges", "people", "youth", "volunteers", "sent", "received"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.money.update(other.money)

    @property
    def spent(self) -> str:
        """Give the money in words: "1,200.00 USD and 300.00 EUR"."""
        parts = [
            f"{Decimal(sum_):,.2f} {code or '(currency not known)'}"
            for code, sum_ in sorted(self.money.items())
        ]
        return " and ".join(parts)


@dataclass(frozen=True)
class Line:
    """One tie in the report."""

    tie: Tie
    sides: list[tuple[str, Standing]]
    """Each side's place, and its formal status at the year's end."""
    sums: Sums
    vacancies: list[tuple[str, str]]
    """Title of each post vacant at the year's end, and since when."""
    alerts: list[Alert]


@dataclass
class Report:
    """The report on a year; ``on``: its last day, or today where the year is not over."""

    year: int
    on: date
    lines: list[Line] = field(default_factory=list)
    ties: int = 0
    sums: Sums = field(default_factory=Sums)
    statuses: Counter[str] = field(default_factory=Counter)
    """How many ties stand in each formal status, by the side whose register this is."""

    def add(self, line: Line) -> None:
        """Add a tie to the sums."""
        self.ties += 1
        self.sums.add(line.sums)
        if line.sides:
            self.statuses[line.sides[0][1].status] += 1


def annual_report(
    year: int, today: date, *, ties: Sequence[Tie] | None = None, thresholds: Thresholds | None = None
) -> Report:
    """Give the report on a year, with a line for each tie.

    What has a date within the year counts for it; an exchange counts in the year it began. What is dated to a decade
    only counts in no year.

    Args:
        today: where the year is not over, the report stands as of this day.
        ties: which ties, as many as a page shows; None: all.
    """
    report = Report(year, last_day(year, today))
    for line in lines_of(report, ties, thresholds):
        report.lines.append(line)
    return report


def lines_of(
    report: Report, ties: Sequence[Tie] | None = None, thresholds: Thresholds | None = None
) -> Iterator[Line]:
    """Yield the lines of a report, adding each to its sums: for more ties than anybody wants to hold in memory."""
    found = Tie.objects.filter(merged_into=None) if ties is None else ties
    for one in reckon_all(found, report.on, thresholds=thresholds):
        line = _line(one, report.on)
        report.add(line)
        yield line


def last_day(year: int, today: date) -> date:
    """Give the day a report on a year stands on: its last, or today where it is not over."""
    return min(date(year, 12, 31), today)


def _line(one: Reckoned, on: date) -> Line:
    year = f"{on.year:04}"
    exchanges = [e for e in one.held.exchanges if _within(e.date, year)]
    letters = [letter for letter in one.held.letters if _within(letter.date, year)]
    sides = [(side.place.name, standing) for side, standing in one.sides]
    return Line(one.held.tie, sides, _sums(exchanges, letters), one.vacancies, one.alerts)


def _within(value: str, year: str) -> bool:
    return value.startswith(year) and not value.endswith("s")


def _sums(exchanges: Sequence[Exchange], letters: Sequence[Letter]) -> Sums:
    money: Counter[str] = Counter()
    for exchange in exchanges:
        if exchange.money:
            money[exchange.currency.upper()] += exchange.money
    directions = Counter(letter.direction for letter in letters)
    return Sums(
        exchanges=len(exchanges),
        people=sum(e.people or 0 for e in exchanges),
        youth=sum(e.youth or 0 for e in exchanges),
        volunteers=sum(e.volunteers or 0 for e in exchanges),
        sent=directions[Letter.Direction.SENT],
        received=directions[Letter.Direction.RECEIVED],
        money=money,
    )
