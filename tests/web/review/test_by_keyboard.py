"""Review by keyboard in a real browser: how many keys it takes, and what happens when things cross."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, expect
from tests.web.browsing import Desk
from tests.web.by_keyboard import press, review_all

from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Finding, Judgement, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

READING_SECONDS = 3.0
"""What a person takes to read a finding beside its sentence."""
PRESSING_SECONDS = 0.5
"""What a person takes to choose a key and press it."""
MOST_SECONDS = 180
MOST_KEYS = {"docs/sample/bangor-tver.txt": 33, "evaluation/dev/000.txt": 29}
"""A floor: measured when review by sentence came. One key for each finding would be 42 and 40."""


@pytest.fixture
def desk(browser: Browser, live_server: Any, rita: User) -> Iterator[Desk]:
    desk = Desk(browser, live_server.url, 1280)
    desk.sign_in(rita)
    yield desk
    desk.page.close()


def opened(desk: Desk, rita: User, article: Path, published: str = "2022-03-04") -> Source:
    """Add and read an article, and open its review."""
    made, _ = receive_source(by=rita, data=article.read_bytes(), name=article.name, published=published)
    read_now(made.pk)
    desk.go(f"/desk/review/{made.pk}/")
    return Source.objects.get(pk=made.pk)


def states() -> list[str]:
    return sorted(Finding.objects.exclude(state="open").values_list("state", flat=True))


@pytest.mark.parametrize("article", MOST_KEYS)
def test_an_article_is_reviewed_in_under_three_minutes(
    desk: Desk, rita: User, root: Path, article: str
) -> None:
    source = opened(desk, rita, root / article)
    number, began = source.findings.count(), time.monotonic()
    keys = review_all(desk, adding=("Tie",))
    elapsed = time.monotonic() - began
    assert keys <= MOST_KEYS[article]
    assert number * READING_SECONDS + keys * PRESSING_SECONDS < MOST_SECONDS, "by the model"
    assert elapsed < MOST_SECONDS / 3, "the page takes its share of the time"
    assert set(states()) == {"accepted"}
    assert Finding.objects.filter(state="accepted").count() == number
    assert desk.complaints == []


def test_the_keys_judge_go_on_and_take_back(desk: Desk, rita: User, root: Path) -> None:
    opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    left = desk.page.locator("[data-left]")
    before = int(left.inner_text())
    for key in "aru":
        press(desk, key)
    expect(left).to_have_text(str(before - 3))
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    assert states() == ["accepted", "rejected", "unsure"]
    press(desk, "z")
    expect(left).to_have_text(str(before - 2))
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    assert states() == ["accepted", "rejected"]
    press(desk, "z")
    press(desk, "z")
    expect(left).to_have_text(str(before))
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    assert states() == []
    assert Judgement.objects.count() == 6


def test_a_step_over_several_findings_is_taken_back_as_one(desk: Desk, rita: User, root: Path) -> None:
    opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    desk.page.locator("[data-sure]:not([hidden])").first.locator("xpath=ancestor::section[1]").locator(
        ".finding"
    ).first.click()
    press(desk, "s")
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    assert len(states()) > 1
    press(desk, "z")
    expect(desk.page.locator(".finding.accepted")).to_have_count(0)
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    assert states() == []


def test_a_finding_is_corrected_by_keyboard(desk: Desk, rita: User, root: Path) -> None:
    source = opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    event = source.findings.filter(kind="event").first()
    desk.page.locator(f"#f{event.pk}").click()
    press(desk, "c")
    expect(desk.page.locator(".finding.current select").first).to_be_focused()
    desk.page.locator(".finding.current select").first.select_option("renewed")
    desk.page.get_by_role("button", name="Accept as corrected").click()
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    event.refresh_from_db()
    assert (event.state, event.judged["kind"]) == ("corrected", "renewed")


def test_loaded_again_the_page_is_where_it_was(desk: Desk, rita: User, root: Path) -> None:
    opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    for _ in range(5):
        press(desk, "j")
    here = desk.page.locator(".finding.current").get_attribute("id")
    desk.page.reload()
    expect(desk.page.locator(".finding.current")).to_have_id(here)


def test_what_another_reviewer_judged_meanwhile_is_told_and_the_rest_is_kept(
    desk: Desk, rita: User, ravi: User, root: Path
) -> None:
    opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    first, second = (
        int(desk.page.locator(".finding").nth(at).get_attribute("data-finding")) for at in (0, 1)
    )
    judge_finding(by=ravi, finding=Finding.objects.get(pk=first), verdict="reject", seen=0)
    press(desk, "a")
    told = desk.page.locator("[data-refused]")
    expect(told).to_contain_text("Ravi judged it (reject)")
    press(desk, "a")
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    told.get_by_role("link").click()
    expect(desk.page.locator(".finding.current")).to_have_id(f"f{first}")
    expect(desk.page.locator(f"#f{first} [data-problem]")).to_contain_text("Ravi judged it (reject)")
    assert Finding.objects.get(pk=first).state == "rejected"
    assert Finding.objects.get(pk=second).state == "accepted"


def test_the_keys_can_be_switched_off(desk: Desk, rita: User, root: Path) -> None:
    opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    press(desk, "?")
    desk.page.get_by_label("Keys are on").uncheck()
    desk.page.get_by_role("button", name="Close").click()
    press(desk, "a")
    desk.page.wait_for_timeout(300)
    assert states() == []


def test_all_of_it_works_without_a_script(browser: Browser, live_server: Any, rita: User, root: Path) -> None:
    desk = Desk(browser, live_server.url, 390, java_script_enabled=False)
    desk.sign_in(rita)
    source = opened(desk, rita, root / "docs/sample/bangor-tver.txt")
    tie = source.findings.get(kind="tie")
    card = desk.page.locator(f"#f{tie.pk}")
    card.get_by_role("button", name="Add it").click()
    expect(desk.page.locator(f"#f{tie.pk}")).to_contain_text("Belongs to Bangor – Tver.")
    card.get_by_role("button", name="Accept", exact=False).first.click()
    assert states() == ["accepted"]
    card.get_by_role("button", name="Take back").click()
    assert states() == []
    desk.page.get_by_role("button", name="sure ones").first.click()
    assert len(states()) > 1
    desk.page.get_by_role("link", name="Open a case on Bangor – Tver").click()
    expect(desk.page.locator("h1")).to_have_text("Open a case")
    desk.page.close()
