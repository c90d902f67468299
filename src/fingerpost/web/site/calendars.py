"""What is due in public, as calendars: votes, reviews, and the ends of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from fingerpost.web.casework.models import Case
from fingerpost.web.dates import earliest, latest, precision
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Tie
from fingerpost.web.site import gate, words

MOST_DUE = 500
"""In the calendar of everything."""


class Due(NamedTuple):
    """Something due on a day, or within a month; ``key`` names it for good."""

    key: str
    what: str
    date: str
    text: str
    page: str
    number: int


def due_of_tie(tie: Tie) -> Iterator[Due]:
    """Yield what is due about a tie."""
    ids = list(all_merged(Tie, [tie.pk]))
    for case in gate.cases().filter(tie__in=ids, state=Case.State.OPEN).order_by("pk"):
        yield from _vote(case)
    for decision in gate.decisions().filter(side__tie__in=ids).exclude(review="").order_by("pk"):
        yield _review(decision, str(tie), tie.pk)
    for agreement in gate.agreements().filter(tie__in=ids).exclude(ends="").order_by("pk"):
        yield _term(agreement, tie)


def due_of_case(case: Case) -> Iterator[Due]:
    """Yield what is due in a case."""
    if case.state == Case.State.OPEN:
        yield from _vote(case)
    decisions = gate.case_decisions(case).exclude(review="").select_related("side").distinct()
    for decision in decisions.prefetch_related("side__tie__sides__place").order_by("pk"):
        yield _review(decision, str(decision.side.tie), decision.side.tie_id)


def due_of_everything(since: date) -> list[Due]:
    """Give what is due about anything from a day on, the soonest first; of more than ``MOST_DUE`` the first."""
    # Dates are kept as 2022, 2022-03 and 2022-03-08: by a month, the whole of it is compared.
    begins = since.isoformat()[:7]
    cases = gate.cases().filter(state=Case.State.OPEN, vote_due__gte=begins).order_by("vote_due", "pk")
    decisions = gate.decisions().filter(review__gte=begins).select_related("side")
    decisions = decisions.prefetch_related("side__tie__sides__place").order_by("review", "pk")
    terms = gate.agreements().filter(ends__gte=begins).prefetch_related("tie__sides__place")
    found = [due for case in cases[:MOST_DUE] for due in _vote(case)]
    found += [_review(one, str(tie), tie.pk) for one in decisions[:MOST_DUE] if (tie := one.side.tie)]
    found += [_term(one, one.tie) for one in terms.order_by("ends", "pk")[:MOST_DUE]]
    return sorted(found, key=lambda due: due.date)[:MOST_DUE]


def _term(agreement: Agreement, tie: Tie) -> Due:
    what = _("%(tie)s: the term of “%(title)s” ends") % {"tie": tie, "title": agreement.title}
    return Due(f"term-{agreement.pk}", what, agreement.ends, agreement.exit_clause, "site:tie", tie.pk)


def _vote(case: Case) -> Iterator[Due]:
    if case.vote_due:
        what = _("Vote: %(case)s") % {"case": case}
        yield Due(f"vote-{case.pk}", what, case.vote_due, case.question, "site:case", case.pk)


def _review(decision: Decision, tie: str, number: int) -> Due:
    what = _("%(tie)s: to be looked at again (%(result)s)") % {
        "tie": tie,
        "result": words.RESULT[decision.result],
    }
    return Due(f"review-{decision.pk}", what, decision.review, decision.condition, "site:tie", number)


def calendar_of(
    items: Iterable[Due], *, name: str, host: str, changed: datetime, addresses: dict[str, str]
) -> bytes:
    """Give the calendar: an all-day event for each day, and one over the whole month for each month.

    Args:
        items: what is due; what is known to the year only has no place in a calendar.
        name: the calendar's name.
        host: makes the events' names the only ones of their kind.
        changed: when the register changed last.
        addresses: by key of an item: its page.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Fingerpost//Public site//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for item in items:
        if precision(item.date) in {"day", "month"}:
            calendar.add_component(_event(item, host, changed, addresses.get(item.key, "")))
    return bytes(calendar.to_ical())


def _event(item: Due, host: str, changed: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{item.key}@{host}")
    event.add("summary", item.what)
    event.add("dtstart", earliest(item.date) or date.min)
    event.add("dtend", (latest(item.date) or date.min) + timedelta(days=1))
    event.add("dtstamp", changed)
    event.add("transp", "TRANSPARENT")
    if item.text:
        event.add("description", item.text)
    if address:
        event.add("url", address)
    return event
