"""Feeds and calendars, read by the programs that people read them with."""

from __future__ import annotations

from datetime import date

import feedparser
import pytest
from django.test import Client
from icalendar import Calendar
from tests.web.site.conftest import position
from tests.web.site.test_every_public_page import full_register
from tests.web.site.walking import walk
from tests.web.suspension import CONDITION, suspend

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Agreement, Exchange, Tie
from fingerpost.web.site.publishing import arrange_site, publish_case, withhold_tie

pytestmark = pytest.mark.django_db


def feed(visitor: Client, address: str) -> feedparser.FeedParserDict:
    answer = visitor.get(address)
    assert answer.headers["Content-Type"].startswith("application/atom+xml"), address
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def events(visitor: Client, address: str) -> list:
    answer = visitor.get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_what_is_new_is_in_the_sites_feed(
    visitor: Client, clem: User, rita: User, tie: Tie, case: Case, article: Source
) -> None:
    suspend(clem, case)
    publish_case(by=clem, case=case)
    finding = position(article, "The association wants it kept.", "keep", tie=tie)
    judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    keep(
        by=clem, record=Exchange(), changes={"tie": tie, "direction": "in", "title": "Choir", "date": "2019"}
    )
    found = feed(visitor, "/feeds/all.atom")
    assert [entry.title for entry in found.entries] == [
        "Norfolk – Kaliningrad: an exchange",
        "Norfolk – Kaliningrad: Keep it",
        "Norfolk and Kaliningrad",
        "Norfolk – Kaliningrad: Suspended (Norfolk)",
    ]
    assert found.feed.rights == "CC BY 4.0"
    assert "hereby suspended" in found.entries[3].summary


def test_every_feed_and_calendar_that_a_page_names_is_read(
    visitor: Client, clem: User, rita: User, tie: Tie, case: Case, article: Source
) -> None:
    full_register(clem, rita, tie, case, article)
    named = {address for address, _ in walk(visitor, "/", "/de/") if "/feeds/" in address}
    feeds = {address for address in named if address.endswith(".atom")}
    calendars = {address for address in named if address.endswith(".ics")}
    assert feeds | calendars == named and min(len(feeds), len(calendars)) >= 6
    for address in feeds:
        for entry in feed(visitor, address).entries:
            assert entry.id and entry.title and entry.updated_parsed and entry.link.startswith("http"), (
                address
            )
    for address in calendars:
        for event in events(visitor, address):
            assert event["uid"] and event["dtstart"].dt < event["dtend"].dt and event["dtstamp"], address


def test_the_entries_of_a_feed_have_the_same_names_in_every_language(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    decision = suspend(clem, case)
    english, german = (
        feed(visitor, f"/feeds/ties/{tie.pk}.atom"),
        feed(visitor, f"/de/feeds/ties/{tie.pk}.atom"),
    )
    assert english.feed.id == german.feed.id
    assert english.entries[0].id == german.entries[0].id == f"http://testserver/ties/{tie.pk}#d{decision.pk}"
    assert german.entries[0].link == f"http://testserver/de/ties/{tie.pk}#d{decision.pk}"
    assert "Ausgesetzt" in german.entries[0].title


def test_a_feed_has_only_what_is_its_ties(visitor: Client, clem: User, tie: Tie, case: Case) -> None:
    other = Tie.objects.create()
    keep(
        by=clem,
        record=Exchange(),
        changes={"tie": other, "direction": "in", "title": "Elsewhere", "date": "2019"},
    )
    assert feed(visitor, f"/feeds/ties/{tie.pk}.atom").entries == []
    withhold_tie(by=clem, tie=other, withheld=True, why="talks")
    assert feed(visitor, "/feeds/all.atom").entries == []


def test_an_empty_feed_is_one(visitor: Client, site: object) -> None:
    found = feed(visitor, "/feeds/all.atom")
    assert found.feed.title == "City of Norfolk" and found.entries == []


def test_hostile_names_stay_text_in_a_feed(visitor: Client, clem: User, tie: Tie) -> None:
    changes = {"tie": tie, "direction": "in", "title": "<script>alert(1)</script> & ]]>", "date": "2019"}
    keep(by=clem, record=Exchange(), changes=changes)
    found = feed(visitor, "/feeds/all.atom")
    assert "<script" not in found.entries[0].summary
    assert "&lt;script&gt;" in found.entries[0].summary


def test_a_feed_that_did_not_change_is_not_sent_again(visitor: Client, tie: Tie) -> None:
    first = visitor.get("/feeds/all.atom")
    headers = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert visitor.get("/feeds/all.atom", headers=headers).status_code == 304


def test_the_vote_the_review_and_the_term_are_in_the_calendar(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    publish_case(by=clem, case=case)
    keep(by=clem, record=Agreement(), changes={"tie": tie, "title": "Agreement", "ends": "2031-05"})
    found = events(visitor, f"/feeds/ties/{tie.pk}.ics")
    assert [(str(one["summary"]), one["dtstart"].dt, one["dtend"].dt) for one in found] == [
        ("Vote: Norfolk and Kaliningrad", date(2022, 3, 8), date(2022, 3, 9)),
        ("Norfolk – Kaliningrad: the term of “Agreement” ends", date(2031, 5, 1), date(2031, 6, 1)),
    ]
    suspend(clem, case)
    (review,) = events(visitor, f"/feeds/cases/{case.pk}.ics")
    assert review["dtstart"].dt == date(2023, 3, 8)
    assert str(review["description"]) == CONDITION
    assert str(review["url"]) == f"http://testserver/ties/{tie.pk}"


def test_a_year_has_no_place_in_a_calendar(visitor: Client, clem: User, tie: Tie) -> None:
    keep(by=clem, record=Agreement(), changes={"tie": tie, "title": "Agreement", "ends": "2031"})
    assert events(visitor, f"/feeds/ties/{tie.pk}.ics") == []


def test_feeds_of_a_closed_site_are_closed(visitor: Client, ada: User, clem: User, tie: Tie) -> None:
    arrange_site(by=ada, changes={"open": False})
    for address in ("all.atom", f"ties/{tie.pk}.atom", f"ties/{tie.pk}.ics"):
        assert visitor.get(f"/feeds/{address}").status_code == 404


def test_pages_name_their_feeds(visitor: Client, tie: Tie) -> None:
    page = visitor.get(f"/ties/{tie.pk}").content.decode()
    assert (
        f'type="application/atom+xml" title="Norfolk – Kaliningrad" href="/feeds/ties/{tie.pk}.atom"' in page
    )
    assert f'type="text/calendar" title="Norfolk – Kaliningrad" href="/feeds/ties/{tie.pk}.ics"' in page
