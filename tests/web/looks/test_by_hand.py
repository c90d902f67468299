"""The desk by the keyboard, and a form that somebody fills in while a source is being read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, expect
from tests.web.browsing import Desk
from tests.web.suspension import norfolk_tie, open_norfolk_case, source

from fingerpost.web.evidence.models import Source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

FOCUSED = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
    return {
        tag: at.tagName,
        words: (at.innerText || at.name || "").trim(),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.clipPath === "none",
        seen: box.width > 0 && box.height > 0 && box.left >= 0,
    };
}"""


@pytest.fixture
def desk(browser: Browser, live_server: Any, ada: User) -> Iterator[Desk]:
    desk = Desk(browser, live_server.url, 1280)
    desk.sign_in(ada)
    yield desk
    desk.page.close()


def test_the_first_key_skips_to_the_content(desk: Desk) -> None:
    desk.go("/desk/ties/")
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate(FOCUSED)["words"] == "To the content"
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("document.activeElement.closest('main') !== null")


def test_wherever_the_keyboard_goes_one_sees_it(desk: Desk, ada: User) -> None:
    case = open_norfolk_case(ada, norfolk_tie(ada))
    for path in ("/desk/", "/desk/inbox/", f"/desk/ties/{case.tie_id}/", f"/desk/cases/{case.pk}/"):
        desk.go(path)
        unseen = []
        for _ in range(80):
            desk.page.keyboard.press("Tab")
            at = desk.page.evaluate(FOCUSED)
            if at["tag"] == "BODY":
                break
            if not (at["outlined"] and at["seen"]):
                unseen.append(at)
        assert unseen == [], path


def test_what_is_typed_stays_while_a_source_is_being_read(desk: Desk) -> None:
    waiting = source(state="reading")
    desk.go("/desk/inbox/")
    desk.page.get_by_text("Add sources").click()
    desk.page.fill("[name=publisher]", "The Virginian-Pilot")
    Source.objects.filter(pk=waiting.pk).update(state="read")
    expect(desk.page.locator(".tag.read")).to_be_visible()
    assert desk.page.input_value("[name=publisher]") == "The Virginian-Pilot"
    assert desk.complaints == []


def test_on_paper_there_is_nothing_to_press(desk: Desk, ada: User) -> None:
    case = open_norfolk_case(ada, norfolk_tie(ada))
    desk.go(f"/desk/cases/{case.pk}/")
    desk.page.emulate_media(media="print", color_scheme="dark")
    assert desk.page.locator("button:visible, nav:visible, input:visible").count() == 0
    assert desk.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(desk.page.locator("h1")).to_be_visible()
