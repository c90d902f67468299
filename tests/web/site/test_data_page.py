"""The page of data and feeds leads to everything that can be taken along, and every page leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.web.site.test_public_pages import plain
from tests.web.site.walking import links
from tests.web.suspension import suspend

from fingerpost.web.accounts.models import User
from fingerpost.web.api.downloads import DOWNLOADS
from fingerpost.web.casework.models import Case
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Agreement, Place, Tie
from fingerpost.web.site import calendars, kept
from fingerpost.web.site.publishing import publish_case, withhold_tie

pytestmark = pytest.mark.django_db
FILES = {f"/downloads/{name}.{form}" for name, one in DOWNLOADS.items() for form in one.forms}
PROGRAMS = {"/feeds/all.atom", "/feeds/all.ics", "/api/v1/", "/api/v1/openapi.json", "/api/reconcile"}


@pytest.mark.parametrize("address", ["/", "/ties/", "/cases/", "/about/", "/map/", "/search", "/data/"])
def test_every_page_leads_to_it_at_its_foot(visitor: Client, tie: Tie, address: str) -> None:
    foot = visitor.get(address).content.decode().rpartition("<footer")[2]
    assert 'href="/data/"' in foot


@pytest.mark.parametrize("address", ["/data/", "/de/data/"])
def test_all_it_leads_to_is_there(visitor: Client, tie: Tie, address: str) -> None:
    named = set(links(visitor.get(address).content.decode(), address))
    feeds = {one.replace("/feeds/", f"{address.removesuffix('/data/')}/feeds/") for one in PROGRAMS}
    assert named >= FILES | feeds
    statuses = {one: visitor.get(one).status_code for one in named}
    assert {one for one, status in statuses.items() if status != 200} == set()


def test_it_says_the_date_and_the_licence(visitor: Client, tie: Tie) -> None:
    page = plain(visitor.get("/data/").content.decode())
    assert re.search(r"As of \w+ \d+, \d{4}. Terms of use of the data: CC BY 4.0. Each file says both.", page)


def test_the_signpost_is_offered_where_it_can_be_drawn(visitor: Client, tie: Tie) -> None:
    assert b"signpost.svg" not in visitor.get("/data/").content
    Place.objects.filter(is_home=True).update(latitude=36.85, longitude=-76.29)
    kept.forget()
    assert b"signpost.svg" in visitor.get("/data/").content


def test_mail_is_offered_where_any_is_sent(
    visitor: Client, tie: Tie, settings: pytest.FixtureRequest
) -> None:
    assert b'href="/alerts"' not in visitor.get("/data/").content
    settings.MAIL_URL = "smtp://mail.example.org"
    kept.forget()
    assert b'href="/alerts"' in visitor.get("/data/").content


def summaries(visitor: Client) -> list[str]:
    answer = visitor.get("/feeds/all.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return [str(one["summary"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")]


def test_all_that_is_due_is_in_one_calendar(visitor: Client, clem: User, tie: Tie, case: Case) -> None:
    Case.objects.update(vote_due="2099-03-08")
    publish_case(by=clem, case=case)
    keep(by=clem, record=Agreement(), changes={"tie": tie, "title": "Agreement", "ends": "2098-05"})
    keep(by=clem, record=Agreement(), changes={"tie": tie, "title": "Long over", "ends": "2001-05"})
    assert summaries(visitor) == [
        "Norfolk – Kaliningrad: the term of “Agreement” ends",
        "Vote: Norfolk and Kaliningrad",
    ]
    decision = suspend(clem, Case.objects.get())
    keep(by=clem, record=decision, changes={"review": "2097-01-02"})
    assert "Norfolk – Kaliningrad: to be looked at again (Suspended)" in summaries(visitor)
    withhold_tie(by=clem, tie=tie, withheld=True, why="talks")
    assert summaries(visitor) == []


def test_the_calendar_of_everything_asks_as_often_for_more(
    visitor: Client, clem: User, tie: Tie, django_assert_max_num_queries: object
) -> None:
    for number in range(20):
        other = Tie.objects.create()
        for order, side in enumerate(tie.sides.order_by("order")):
            other.sides.create(place=side.place, order=order)
        Agreement.objects.create(tie=other, title=f"Agreement {number}", ends="2098-05")
    with django_assert_max_num_queries(8):
        assert len(summaries(visitor)) == 20


def agreements(tie: Tie, ends: Iterable[str]) -> None:
    for end in ends:
        Agreement.objects.create(tie=tie, title=f"Until {end}", ends=end)
    kept.forget()


def calendar(visitor: Client, address: str) -> Calendar:
    return Calendar.from_ical(visitor.get(address).content)


def test_a_calendar_that_is_cut_keeps_what_comes_next_and_says_so(
    visitor: Client, tie: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "MOST_DUE", 3)
    today = timezone.localdate()
    past = [(today - timedelta(days=days)).isoformat() for days in (60, 90, 120)]
    agreements(tie, [*past, "2098-05-02", "2097", "2099-01-01"])
    assert [one[-8:] for one in summaries(visitor)] == [
        f"{day}” ends"[-8:] for day in (past[0], "2098-05-02", "2099-01-01")
    ]
    about = str(calendar(visitor, "/feeds/all.ics")["x-wr-caldesc"])
    assert "there are more" in about and f"http://testserver/feeds/years/{today.year}.ics" in about


def test_a_calendar_of_everything_says_nothing_of_more(visitor: Client, tie: Tie) -> None:
    agreements(tie, ["2098-05-02"])
    found = calendar(visitor, "/feeds/all.ics")
    assert "x-wr-caldesc" not in found
    assert found["refresh-interval"].dt == timedelta(days=1)


def test_each_year_in_which_something_is_due_has_its_calendar(visitor: Client, tie: Tie) -> None:
    agreements(tie, ["2098-05", "2098-01-02", "2097", "2099-12-31", "2001-05-01"])
    page = visitor.get("/data/").content.decode()
    assert re.findall(r"/feeds/years/(\d+)\.ics", page) == ["2098", "2099"]
    events = calendar(visitor, "/feeds/years/2098.ics").walk("VEVENT")
    assert [one["dtstart"].dt.isoformat() for one in events] == ["2098-01-02", "2098-05-01"]
    assert visitor.get("/feeds/years/20980.ics").status_code == 404


def test_the_calendar_of_a_year_may_be_about_a_thousand_ties() -> None:
    ties = Tie.objects.bulk_create([Tie(kind="sister_city") for _ in range(1001)])
    Agreement.objects.bulk_create([Agreement(tie=tie, title="Charter", ends="2031-05-01") for tie in ties])
    assert len(calendars.due_in(2031).items) == 1001
