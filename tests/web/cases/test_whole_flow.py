"""The moment Fingerpost is built for, in a real browser: from the article to the vote and the letters.

The article is the project's own (docs/sample): Bangor's council is to vote on its tie with Tver.
"""

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
from tests.web.by_keyboard import review_all

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

CONDITION = "until the last soldier has gone home"
INSTRUMENT = "the sister city agreement with Tver is hereby suspended"


@pytest.fixture(params=[1280, 390])
def desk(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Desk]:
    desk = Desk(browser, live_server.url, request.param)
    yield desk
    desk.page.close()


def test_from_the_article_to_the_vote_and_what_follows(desk: Desk, root: Path) -> None:
    begin(desk)
    add_and_read(desk, root / "docs" / "sample" / "bangor-tver.txt")
    review_by_keyboard(desk)
    open_the_case(desk)
    case = desk.page.url
    say_who_decides(desk)
    record_the_vote(desk, case)
    follow_up(desk)
    hand_out(desk)
    look_around(desk)
    asked_which_bangor = "Failed to load resource: the server responded with a status of 400 (Bad Request)"
    assert desk.complaints == [asked_which_bangor]


def begin(desk: Desk) -> None:
    desk.go("/desk/")
    desk.fill(
        "Begin", home="Bangor", name="Ada Clerk", email="ada@example.org", password="a long pass phrase"
    )
    desk.page.get_by_label("Bangor, Maine, United States").check()
    desk.fill("Begin", password="a long pass phrase")
    expect(desk.page).to_have_url(re.compile("/desk/inbox/$"))


def add_and_read(desk: Desk, article: Path) -> None:
    from fingerpost.web.evidence.models import Source
    from fingerpost.web.evidence.reading import read_now

    desk.page.set_input_files("[name=files]", article)
    desk.fill("Add and read", published="2022-03-04", publisher="The Penobscot Sampler")
    expect(desk.page.locator("main")).to_contain_text("is being read")
    read_now(Source.objects.get().pk)
    expect(desk.page.locator(".tag.read")).to_have_text("Read")


def review_by_keyboard(desk: Desk) -> None:
    """Judge every finding; the tie and the council go into the register on the way."""
    from fingerpost.web.evidence.models import Fact, Finding
    from fingerpost.web.register.models import Body, Tie

    desk.follow(desk.page.locator("td.number a").first)
    expect(desk.page.locator(".by-keys")).to_be_visible()
    desk.page.keyboard.press("?")
    expect(desk.page.locator("dialog")).to_be_visible()
    desk.page.keyboard.press("Escape")
    assert review_all(desk, adding=("Tie", "Bangor City Council")) <= Finding.objects.count()
    assert (str(Tie.objects.get()), str(Body.objects.get())) == ("Bangor – Tver", "Bangor City Council")
    assert not Finding.objects.filter(state="open").exists()
    assert Fact.objects.filter(superseded=None, tie=Tie.objects.get()).count() > 15
    desk.looks_right()


def open_the_case(desk: Desk) -> None:
    desk.page.keyboard.press("o")
    expect(desk.page.locator("h1")).to_have_text("Open a case")
    desk.fill("Save", vote_due="2022-03-07")
    expect(desk.page.locator("main")).to_contain_text("The vote is due March 7, 2022")
    expect(desk.page.locator("main")).to_contain_text("Dana Whitcomb")


def say_who_decides(desk: Desk) -> None:
    desk.follow(desk.page.get_by_role("link", name="Bangor – Tver"))
    desk.fill("Record it: Bangor City Council decides about it")
    expect(desk.page.locator("main")).to_contain_text("Bangor City Council: decides about it")


def record_the_vote(desk: Desk, case: str) -> None:
    desk.go(case)
    desk.follow(desk.page.get_by_role("link", name="Record a motion"))
    desk.fill(
        "Save",
        text="That the agreement with Tver be suspended.",
        date="2022-03-07",
        outcome="carried",
        votes_for="3",
        votes_against="0",
    )
    expect(desk.page.locator("main")).to_contain_text("Carried 3–0, March 7, 2022, Bangor City Council")
    desk.follow(desk.page.get_by_role("link", name="Roll call"))
    desk.fill("Save", votes_for="Ann Able\nBen Baker")
    expect(desk.page.locator(".warnings").first).to_contain_text("2 named, 3 recorded")
    desk.follow(desk.page.get_by_role("link", name="Roll call"))
    desk.fill("Save", votes_for="Ann Able\nBen Baker\nCy Cole")
    desk.fill("Publish")
    desk.follow(desk.page.get_by_role("link", name="Record the decision"))
    desk.fill(
        "Save",
        result="suspended",
        instrument="Resolution 22-104",
        operative_words=INSTRUMENT,
        condition=CONDITION,
        review="2023-03-07",
        press_verb="cut",
        must_tell_partner="City Clerk",
    )
    expect(desk.page.locator("main")).to_contain_text(CONDITION)
    expect(desk.page.locator("main")).to_contain_text("to be reviewed on March 7, 2023")


def follow_up(desk: Desk) -> None:
    desk.page.get_by_text("Add what is to be done").click()
    desk.fill("Add", what="Take down the flag at City Hall", due="2022-12-01")
    events = Calendar.from_ical(desk.download("Calendar")).walk("VEVENT")
    assert min(event.start for event in events) == date(2022, 3, 7)


def hand_out(desk: Desk) -> None:
    desk.fill("Issue the briefing")
    expect(desk.page.locator("main")).to_contain_text("Briefing 1 is issued.")
    assert Document(BytesIO(desk.download("DOCX"))).paragraphs
    for to in ("to the partner city", "to the association", "to the press"):
        words = "\n".join(paragraph.text for paragraph in Document(BytesIO(desk.download(to))).paragraphs)
        assert CONDITION in words
        assert "March 7, 2023" in words
    desk.follow(desk.page.get_by_role("link", name="HTML"))
    expect(desk.page.locator("h1")).to_be_visible()


def look_around(desk: Desk) -> None:
    desk.go("/desk/")
    calendar = Calendar.from_ical(desk.download("Calendar of all that is due"))
    days = {event.start for event in calendar.walk("VEVENT")}
    assert days >= {date(2022, 12, 1), date(2023, 3, 7)}
    desk.go("/desk/ties/")
    desk.follow(desk.page.get_by_role("link", name="Bangor – Tver"))
    desk.go(f"{desk.page.url}?as_of=2022-03-08")
    expect(desk.page.locator(".arm.suspended")).to_contain_text("Suspended since March 7, 2022")
    desk.go("/desk/search/")
    desk.fill("Search", q="bangor tver")
    desk.follow(desk.page.get_by_role("link", name="Bangor – Tver").first)
    desk.go("/desk/reports/2022/")
    expect(desk.page.locator("table.report")).to_contain_text("suspended since March 7, 2022")
