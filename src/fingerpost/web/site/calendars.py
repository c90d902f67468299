"""What is due in public, as calendars: votes, reviews, and the ends of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Case as Choose
from django.db.models import F, QuerySet, When
from django.db.models.functions import Left
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from fingerpost.web.casework.models import Case
from fingerpost.web.dates import earliest, latest, precision
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Tie
from fingerpost.web.register.sides import sides_and_places
from fingerpost.web.site import gate, words

MOST_DUE = 500
"""In the calendar of everything: programs ask for it again each day, on phones too."""
MOST_A_YEAR = 5_000
"""In the calendar of a year."""
A_DAY = timedelta(days=1)
KEPT_PAST = timedelta(days=365)
"""How long what was due stays in the calendar of everything."""


class Due(NamedTuple):
    """Something due on a day, or within a month; ``key`` names it for good."""

    key: str
    what: str
    date: str
    text: str
    page: str
    number: int


class Span(NamedTuple):
    """What is due within a time: ``cut``, that there is more than is given."""

    items: list[Due]
    cut: bool


def due_of_tie(tie: Tie) -> Iterator[Due]:
    """Yield what is due about a tie."""
    ids = list(all_merged(Tie, [tie.pk]))
    for case in gate.cases().filter(tie__in=ids, state=Case.State.OPEN).exclude(vote_due="").order_by("pk"):
        yield _vote(case)
    for decision in gate.decisions().filter(side__tie__in=ids).exclude(review="").order_by("pk"):
        yield _review(decision, str(tie), tie.pk)
    for agreement in gate.agreements().filter(tie__in=ids).exclude(ends="").order_by("pk"):
        yield _term(agreement, tie)


def due_of_case(case: Case) -> Iterator[Due]:
    """Yield what is due in a case."""
    if case.state == Case.State.OPEN and case.vote_due:
        yield _vote(case)
    decisions = gate.case_decisions(case).exclude(review="").select_related("side").distinct()
    for decision in decisions.prefetch_related(sides_and_places("side__tie__")).order_by("pk"):
        yield _review(decision, str(decision.side.tie), decision.side.tie_id)


def due_of_everything(today: date) -> Span:
    """Give what is due about anything from this month on, and was within a year; of too much what is due soonest."""
    since, this_month = (today - KEPT_PAST).isoformat()[:7], today.isoformat()[:7]
    found = [due for kind in _all_due() for due in kind.within(since, "", this_month, MOST_DUE + 1)]
    coming = sorted((due for due in found if due.date >= this_month), key=lambda due: due.date)
    past = sorted((due for due in found if due.date < this_month), key=lambda due: due.date, reverse=True)
    kept = [*coming, *past][:MOST_DUE]
    return Span(sorted(kept, key=lambda due: due.date), len(found) > MOST_DUE)


def due_in(year: int) -> Span:
    """Give what is due about anything in a year; of more than ``MOST_A_YEAR`` the first."""
    begins, ends = str(year), str(year + 1)
    found = [due for kind in _all_due() for due in kind.within(begins, ends, begins, MOST_A_YEAR + 1)]
    return Span(sorted(found, key=lambda due: due.date)[:MOST_A_YEAR], len(found) > MOST_A_YEAR)


def years_due(today: date) -> list[int]:
    """Give the years, from this one on, in which anything is due."""
    found: set[str] = set()
    for kind in _all_due():
        dates = kind.records.filter(**{f"{kind.field}__gte": str(today.year), f"{kind.field}__contains": "-"})
        found |= set(dates.order_by().values_list(Left(kind.field, 4), flat=True).distinct())
    return sorted(map(int, found))


class _Kind(NamedTuple):
    """Records with a date on which something is due."""

    records: QuerySet[Any]
    field: str
    due: Callable[[Any], Due]

    def within(self, since: str, until: str, ahead: str, most: int) -> Iterator[Due]:
        """Yield what is due from one date to before another: first what lies ahead, the soonest first.

        Dates are kept as 2022, 2022-03 and 2022-03-08, and compared as texts; a year alone has no place here.
        """
        field = self.field
        found = self.records.filter(**{f"{field}__gte": since, f"{field}__contains": "-"})
        if until:
            found = found.filter(**{f"{field}__lt": until})
        lies_ahead = When(**{f"{field}__gte": ahead}, then=F(field))
        order = (Choose(lies_ahead, default=None).asc(nulls_last=True), F(field).desc(), "pk")
        for record in found.order_by(*order)[:most]:
            yield self.due(record)


def _all_due() -> tuple[_Kind, ...]:
    # the ties in the query itself: by themselves they would be an "or" for each on SQLite (see ``register.sides``)
    decisions = gate.decisions().select_related("side__tie").prefetch_related(sides_and_places("side__tie__"))
    terms = gate.agreements().select_related("tie").prefetch_related(sides_and_places("tie__"))
    return (
        _Kind(gate.cases().filter(state=Case.State.OPEN), "vote_due", _vote),
        _Kind(decisions, "review", lambda one: _review(one, str(one.side.tie), one.side.tie_id)),
        _Kind(terms, "ends", lambda one: _term(one, one.tie)),
    )


def _term(agreement: Agreement, tie: Tie) -> Due:
    what = _("%(tie)s: the term of “%(title)s” ends") % {"tie": tie, "title": agreement.title}
    return Due(f"term-{agreement.pk}", what, agreement.ends, agreement.exit_clause, "site:tie", tie.pk)


def _vote(case: Case) -> Due:
    what = _("Vote: %(case)s") % {"case": case}
    return Due(f"vote-{case.pk}", what, case.vote_due, case.question, "site:case", case.pk)


def _review(decision: Decision, tie: str, number: int) -> Due:
    what = _("%(tie)s: to be looked at again (%(result)s)") % {
        "tie": tie,
        "result": words.RESULT[decision.result],
    }
    return Due(f"review-{decision.pk}", what, decision.review, decision.condition, "site:tie", number)


def calendar_of(
    items: Iterable[Due],
    *,
    name: str,
    host: str,
    changed: datetime,
    addresses: dict[str, str],
    about: str = "",
) -> bytes:
    """Give the calendar: an all-day event for each day, and one over the whole month for each month.

    Args:
        items: what is due; what is known to the year only has no place in a calendar.
        name: the calendar's name.
        host: makes the events' names the only ones of their kind.
        changed: when the register changed last.
        addresses: by key of an item: its page.
        about: what somebody should know of the calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Fingerpost//Public site//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    calendar.add("refresh-interval", A_DAY, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    if about:
        calendar.add("x-wr-caldesc", about)
        calendar.add("description", about)
    for item in items:
        if precision(item.date) in {"day", "month"}:
            calendar.add_component(_event(item, host, changed, addresses.get(item.key, "")))
    return bytes(calendar.to_ical())


def _event(item: Due, host: str, changed: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{item.key}@{host}")
    event.add("summary", item.what)
    event.add("dtstart", earliest(item.date) or date.min)
    event.add("dtend", (latest(item.date) or date.min) + A_DAY)
    event.add("dtstamp", changed)
    event.add("transp", "TRANSPARENT")
    if item.text:
        event.add("description", item.text)
    if address:
        event.add("url", address)
    return event
