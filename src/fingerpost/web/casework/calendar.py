"""The iCalendar feed of what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.dates import earliest

REMIND_BEFORE = timedelta(days=7)


def calendar_of(items: Iterable[FollowUp], votes: Iterable[Case], now: datetime, site: str) -> bytes:
    """Give the calendar: an all-day event for each follow-up that has a day, and for each vote."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fingerpost//Casework//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Fingerpost")
    for uid, what, due, about in _things(items):
        calendar.add_component(_event(f"{uid}@{site}", what, due, now, about))
    for case in votes:
        if len(case.vote_due) == 10:
            day = date.fromisoformat(case.vote_due)
            calendar.add_component(_event(f"vote-{case.pk}@{site}", f"Vote: {case}", day, now, case.question))
    return bytes(calendar.to_ical())


def _things(items: Iterable[FollowUp]) -> Iterator[tuple[str, str, date, str]]:
    """Yield each thing that has a day: what identifies it, its words, the day, and more of it.

    What is to be done for each tie of a class on one day is one thing, with all of them in its description.
    """
    together: dict[tuple[int, date], list[FollowUp]] = {}
    for item in items:
        if item.due is None:
            continue
        of = item.decision.class_decision_id if item.decision else None
        if of and item.due != earliest(item.decision.review):
            together.setdefault((of, item.due), []).append(item)
        else:
            yield f"followup-{item.pk}", f"{item.case}: {item.what}", item.due, item.until_words
    for (of, due), several in together.items():
        if len(several) == 1:
            words = f"{several[0].case}: {several[0].what}"
        else:
            words = f"{several[0].case}: {len(several)} things to be done"
        yield f"class-{of}-{due:%Y%m%d}", words, due, "\n".join(item.what for item in several)


def _event(uid: str, summary: str, day: date, now: datetime, description: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", summary)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("dtstamp", now)
    if description:
        event.add("description", description)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -REMIND_BEFORE)
    event.add_component(alarm)
    return event
