"""The calendar of everything that is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from icalendar import Calendar
from suspension import CONDITION, norfolk_tie, open_norfolk_case, suspend

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


def events(client: Client, address: str = "/desk/calendar.ics") -> list[object]:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_an_open_vote_stands_on_its_day(client: Client, cora: User, case: Case) -> None:
    client.force_login(cora)
    (event,) = events(client)
    assert (event["summary"], event.start) == ("Vote: Norfolk and Kaliningrad", date(2022, 3, 8))


def test_the_review_of_a_suspension_is_an_event_with_its_condition(
    client: Client, clem: User, case: Case
) -> None:
    suspend(clem, case)
    client.force_login(clem)
    (event,) = events(client)
    assert event.start == date(2023, 3, 8)
    assert event["description"] == CONDITION


def test_what_is_done_leaves_the_calendar(client: Client, clem: User, case: Case) -> None:
    from fingerpost.web.casework.following import close_follow_up
    from fingerpost.web.casework.models import FollowUp

    suspend(clem, case)
    for item in FollowUp.objects.all():
        close_follow_up(by=clem, item=item, done=True)
    client.force_login(clem)
    assert events(client) == []


def test_line_breaks_and_commas_in_words_stay_inside_their_event(
    client: Client, clem: User, case: Case
) -> None:
    from fingerpost.web.casework.following import add_follow_up

    what = "Write; to them,\r\nBEGIN:VEVENT\r\nEND:VCALENDAR"
    add_follow_up(by=clem, case=case, changes={"what": what, "due": date(2022, 4, 1)})
    client.force_login(clem)
    assert len(events(client)) == 2


def test_a_calendar_program_reads_with_its_key(client: Client, cora: User, case: Case) -> None:
    from fingerpost.web.casework.feeding import feed_key

    assert client.get("/desk/calendar.ics").status_code == 302
    assert len(events(client, f"/desk/calendar.ics?key={feed_key(cora)}")) == 1


@pytest.mark.parametrize("change", ["password", "leaves", "forged"])
def test_a_key_ends_with_the_password_or_the_account(
    client: Client, cora: User, case: Case, change: str
) -> None:
    from fingerpost.web.casework.feeding import feed_key

    key = feed_key(cora)
    if change == "password":
        cora.set_password("another pass phrase")
    cora.is_active = change != "leaves"
    cora.save()
    address = f"/desk/calendar.ics?key={key + 'x' if change == 'forged' else key}"
    assert client.get(address).status_code == 302


def test_a_key_opens_nothing_but_the_calendar(client: Client, cora: User) -> None:
    from fingerpost.web.casework.feeding import feed_key

    client.get(f"/desk/calendar.ics?key={feed_key(cora)}")
    assert client.get(f"/desk/cases/?key={feed_key(cora)}").status_code == 302


def test_a_stranger_gets_no_calendar(client: Client, sol: User) -> None:
    from fingerpost.web.casework.feeding import feed_key

    assert client.get(f"/desk/calendar.ics?key={feed_key(sol)}").status_code == 403
