"""Review a source as somebody would who accepts everything: by the keyboard, with as few keys as it takes."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.web.browsing import Desk

CURRENT = """() => {
    const item = document.querySelector(".finding.current");
    const form = item.querySelector("[data-assign]");
    const sure = item.closest("[data-group]").querySelector("[data-sure]");
    return {
        left: Number(document.querySelector("[data-left]").textContent),
        kind: item.querySelector(".kind").textContent,
        says: item.querySelector(".says").textContent,
        suggested: Boolean(form && !form.hidden),
        sure: Boolean(sure && !sure.hidden),
    };
}"""


def review_all(desk: Desk, *, adding: tuple[str, ...] = ()) -> int:
    """Judge every finding of the source whose review is open. Gives how many keys that took.

    Args:
        adding: what a finding that is taken for a record of the register is or begins with ("Tie").
    """
    keys = 0
    while (at := desk.page.evaluate(CURRENT))["left"]:
        if at["suggested"] and any(at["kind"] == one or at["says"].startswith(one) for one in adding):
            keys += press(desk, "y")
            expect(desk.page.locator(".finding.current [data-assign]")).to_be_hidden()
        keys += press(desk, "s" if at["sure"] else "a")
    expect(desk.page.locator("[data-saving]")).to_be_hidden()
    return keys


def press(desk: Desk, key: str) -> int:
    desk.page.keyboard.press(key)
    return 1
