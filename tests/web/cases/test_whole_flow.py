"""The moment Fingerpost is built for, in a real browser: from the article to the vote and the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser, expect
from tests.web.browsing import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

CONDITION = "until peace and the sovereignty of Ukraine are restored"


@pytest.fixture(params=[1280, 390])
def desk(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Desk]:
    desk = Desk(browser, live_server.url, request.param)
    yield desk
    desk.page.close()


def test_from_the_article_to_the_vote_and_what_follows(desk: Desk, founding: Path) -> None:
    begin(desk)
    add_and_read(desk, founding)
    review_by_keyboard(desk)
    tie = add_the_tie(desk)
    case = open_the_case(desk, tie)
    record_the_vote(desk, case)
    follow_up(desk, case)
    hand_out(desk, case)
    look_around(desk, tie)
    assert desk.complaints == []


def begin(desk: Desk) -> None:
    desk.go("/desk/")
    desk.fill(
        "Begin",
        home="Norfolk, Virginia",
        name="Ada Clerk",
        email="ada@example.org",
        password="a long pass phrase",
    )
    which = desk.page.locator("input[type=radio][name=place]")
    if which.count():
        which.first.check()
        desk.fill("Begin")
    expect(desk.page).to_have_url(re.compile("/desk/inbox/$"))


def add_and_read(desk: Desk, founding: Path) -> None:
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import read_now

    desk.page.set_input_files("[name=files]", founding)
    desk.fill("Add and read", published="2022-03-01", publisher="The Virginian-Pilot")
    expect(desk.page.locator("main")).to_contain_text("is being read")
    read_now(Source.objects.get().pk)
    desk.go("/desk/inbox/")
    expect(desk.page.locator(".tag.read")).to_have_text("Read")


def review_by_keyboard(desk: Desk) -> None:
    from fingerpost.web.evidence.models import Fact, Finding

    desk.page.locator("td.number a").first.click()
    desk.page.wait_for_load_state()
    desk.looks_right()
    left = desk.page.locator("[data-left]")
    before = int(left.inner_text())
    assert before > 10
    desk.page.keyboard.press("?")
    expect(desk.page.locator("dialog")).to_be_visible()
    desk.page.keyboard.press("Escape")
    for number, key in enumerate("aaru", start=1):
        desk.page.keyboard.press(key)
        expect(left).to_have_text(str(before - number))
    states = sorted(Finding.objects.exclude(state="open").values_list("state", flat=True))
    assert states == ["accepted", "accepted", "rejected", "unsure"]
    assert Fact.objects.filter(superseded=None).count() == 2


def add_the_tie(desk: Desk) -> str:
    desk.go("/desk/ties/new")
    desk.fill("Save", here="Norfolk, Virginia", there="Kaliningrad, Russia")
    expect(desk.page.locator("h1")).to_have_text("Norfolk – Kaliningrad")
    tie = desk.page.url.rstrip("/").rpartition("/")[2]
    desk.go("/desk/register/body/new")
    desk.fill("Save", name="Norfolk City Council", kind="council")
    desk.go(f"/desk/register/involvement/new?tie={tie}")
    desk.fill("Save", body="Norfolk City Council", role="decides")
    return tie


def open_the_case(desk: Desk, tie: str) -> str:
    from fingerpost.web.evidence.models import Source

    desk.go(f"/desk/cases/new?tie={tie}&source={Source.objects.get().pk}")
    desk.fill("Save", vote_due="2022-03-08")
    expect(desk.page.locator("main")).to_contain_text("The vote is due 2022-03-08")
    return desk.page.url


def record_the_vote(desk: Desk, case: str) -> None:
    desk.go(f"{case}motions/new")
    desk.fill(
        "Save",
        body="Norfolk City Council",
        text="That the sister city relationship be suspended.",
        date="2022-03-08",
        outcome="carried",
        votes_for="3",
        votes_against="0",
    )
    desk.page.get_by_role("link", name="Roll call").click()
    desk.fill("Save", votes_for="Ann Able\nBen Baker")
    expect(desk.page.locator(".warnings").first).to_contain_text("2 named, 3 recorded")
    desk.page.get_by_role("link", name="Roll call").click()
    desk.fill("Save", votes_for="Ann Able\nBen Baker\nCy Cole")
    desk.fill("Publish")
    desk.page.get_by_role("link", name="Record the decision").click()
    desk.fill(
        "Save",
        result="suspended",
        instrument="Resolution 22-104",
        operative_words="the sister city relationship with Kaliningrad is hereby suspended",
        condition=CONDITION,
        review="2023-03-08",
        press_verb="cut",
        must_tell_partner="City Clerk",
    )
    expect(desk.page.locator("main")).to_contain_text(CONDITION)


def follow_up(desk: Desk, case: str) -> None:
    desk.page.get_by_text("Add what is to be done").click()
    desk.fill("Add", what="Uncover the arm of the signpost", due="2022-12-01")
    (first, *_) = sorted(
        Calendar.from_ical(desk.download("Calendar")).walk("VEVENT"), key=lambda event: event.start
    )
    assert first.start == date(2022, 3, 8)


def hand_out(desk: Desk, case: str) -> None:
    desk.fill("Issue the briefing")
    expect(desk.page.locator("main")).to_contain_text("Briefing 1 is issued.")
    assert Document(BytesIO(desk.download("DOCX"))).paragraphs
    for to in ("to the partner city", "to the association", "to the press"):
        words = "\n".join(paragraph.text for paragraph in Document(BytesIO(desk.download(to))).paragraphs)
        assert CONDITION in words
        assert "March 8, 2023" in words
    desk.page.get_by_role("link", name="HTML").click()
    expect(desk.page.locator("h1")).to_be_visible()


def look_around(desk: Desk, tie: str) -> None:
    desk.go("/desk/")
    days = [
        event.start
        for event in Calendar.from_ical(desk.download("Calendar of all that is due")).walk("VEVENT")
    ]
    assert sorted(days) == [date(2022, 12, 1), date(2023, 3, 8)]
    desk.go(f"/desk/ties/{tie}/?as_of=2022-03-09")
    expect(desk.page.locator(".tag.suspended")).to_be_visible()
    desk.go("/desk/search/")
    desk.fill("Search", q="norfolk kalin")
    desk.page.get_by_role("link", name="Norfolk – Kaliningrad").first.click()
    desk.go("/desk/reports/2022/")
    expect(desk.page.locator("table.report")).to_contain_text("suspended since March 8, 2022")
