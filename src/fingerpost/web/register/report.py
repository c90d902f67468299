"""The annual report: every tie as it stood at the year's end, and what happened in the year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, prefetch_related_objects

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.health import Alert, Thresholds, Vitals, alerts
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import (
    Agreement,
    Decision,
    Exchange,
    Law,
    Letter,
    Post,
    ReceivedReport,
    Tie,
)
from fingerpost.web.register.picture import decided, holder, since_of, vacant_since
from fingerpost.web.register.reach import bearings, in_force
from fingerpost.web.register.setting import thresholds_set
from fingerpost.web.register.status import Standing, Term, standing

AT_ONCE = 500
"""Ties that are read together: enough to be quick, few enough for a database's limit on values in one query."""


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


@dataclass(frozen=True)
class Report:
    """The report on a year; ``on``: its last day, or today where the year is not over."""

    year: int
    on: date
    lines: list[Line]
    sums: Sums
    statuses: Counter[str]
    """How many ties stand in each formal status, by the side whose register this is."""


def annual_report(
    year: int, today: date, *, ties: Sequence[Tie] | None = None, thresholds: Thresholds | None = None
) -> Report:
    """Give the report on a year.

    What has a date within the year counts for it; an exchange counts in the year it began. What is dated to a decade
    only counts in no year.

    Args:
        today: where the year is not over, the report stands as of this day.
        ties: which ties; None: all.
    """
    on = min(date(year, 12, 31), today)
    if ties is None:
        ties = list(Tie.objects.filter(merged_into=None))
    laws = list(Law.objects.filter(in_force(on)).exclude(deadline=""))
    thresholds = thresholds or thresholds_set()
    lines = [
        line
        for start in range(0, len(ties), AT_ONCE)
        for line in _lines(ties[start : start + AT_ONCE], on, laws, thresholds)
    ]
    sums = Sums()
    for line in lines:
        sums.add(line.sums)
    statuses = Counter(line.sides[0][1].status for line in lines if line.sides)
    return Report(year, on, lines, sums, statuses)


class _Shelf:
    """The records of many ties, a query per table, by the tie that each stands under after merges."""

    def __init__(self, ties: Sequence[Tie], on: date, laws: Sequence[Law]) -> None:
        self.laws = laws
        self.under = all_merged(Tie, [tie.pk for tie in ties])
        day = on.isoformat()
        past = Q(date__lte=day)
        ids = list(self.under)
        self.exchanges = self._by_tie(Exchange.objects.filter(past, tie__in=ids))
        self.letters = self._by_tie(Letter.objects.filter(past, tie__in=ids))
        self.agreements = self._by_tie(Agreement.objects.filter(tie__in=ids))
        self.reports = self._by_tie(ReceivedReport.objects.filter(past, tie__in=ids))
        self.posts = self._by_tie(
            Post.objects.filter(tie__in=ids).select_related("body").prefetch_related("tenures")
        )
        self.facts = self._by_tie(Fact.objects.filter(tie__in=ids, predicate="tie", superseded=None))
        self.decisions: dict[int, list[Decision]] = defaultdict(list)
        for one in Decision.objects.filter(side__tie__in=ids, withdrawn=None).select_related("side"):
            self.decisions[self.under[one.side.tie_id]].append(one)

    def _by_tie(self, records: Iterable[Any]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for record in records:
            found[self.under[record.tie_id]].append(record)
        return found


def _lines(ties: Sequence[Tie], on: date, laws: Sequence[Law], thresholds: Thresholds) -> Iterable[Line]:
    prefetch_related_objects(ties, "sides__place")
    shelf = _Shelf(ties, on, laws)
    for tie in ties:
        yield _line(tie, shelf, on, thresholds)


def _line(tie: Tie, shelf: _Shelf, on: date, thresholds: Thresholds) -> Line:
    exchanges, letters = shelf.exchanges[tie.pk], shelf.letters[tie.pk]
    decisions = [d for d in shelf.decisions[tie.pk] if d.date <= on.isoformat()]
    agreements = shelf.agreements[tie.pk]
    began = min((since for fact in shelf.facts[tie.pk] if (since := since_of(fact))), default="")
    terms = [Term(a.pk, a.begins, a.ends) for a in agreements]
    sides = []
    for side in tie.sides.all():
        own = [decided(d) for d in decisions if d.side.place_id == side.place_id]
        sides.append((side.place.name, standing(own, terms, on, known_since=began)))
    day = on.isoformat()
    posts = [post for post in shelf.posts[tie.pk] if holder(post, day) is None]
    vacancies = [(str(post), vacant_since(post)) for post in posts]
    vitals = Vitals(
        last_exchange=max((e.until if "" < e.until <= day else e.date for e in exchanges), default=""),
        last_letter=max((letter.date for letter in letters), default=""),
        vacancies=vacancies,
        terms=[(a.title, a.ends) for a in agreements if a.ends],
        reviews=[(d.instrument or d.get_result_display(), d.review) for d in decisions if d.review],
        deadlines=[
            (law.title, law.deadline) for law, _ in bearings(shelf.laws, list(tie.sides.all()), tie.kind)
        ],
        last_report=max((one.date for one in shelf.reports[tie.pk]), default=""),
        status=sides[0][1].status if sides else "unknown",
    )
    year = day[:4]
    sums = _sums(
        [e for e in exchanges if _within(e.date, year)], [x for x in letters if _within(x.date, year)]
    )
    return Line(tie, sides, sums, vacancies, list(alerts(vitals, thresholds, on)))


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
