"""The iCalendar feed of what is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from fingerpost.web.casework.models import Case, FollowUp

REMIND_BEFORE = timedelta(days=7)


def calendar_of(items: Iterable[FollowUp], votes: Iterable[Case], now: datetime, site: str) -> bytes:
    """Give the calendar: an all-day event for each follow-up that has a day, and for each vote."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fingerpost//Casework//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Fingerpost")
    for item in items:
        if item.due:
            words = f"{item.case}: {item.what}"
            calendar.add_component(
                _event(f"followup-{item.pk}@{site}", words, item.due, now, item.until_words)
            )
    for case in votes:
        if len(case.vote_due) == 10:
            day = date.fromisoformat(case.vote_due)
            calendar.add_component(_event(f"vote-{case.pk}@{site}", f"Vote: {case}", day, now, case.question))
    return bytes(calendar.to_ical())


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
