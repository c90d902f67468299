"""Signpost and map in a real browser: nothing refused by the policy, nothing asked of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.web.suspension import norfolk_tie

from fingerpost.web.accounts.models import User
from fingerpost.web.register.models import Place, Tie
from fingerpost.web.site.publishing import arrange_site

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    path = Path("/usr/bin/chromium")
    if not path.exists():
        pytest.skip("needs Chromium at /usr/bin/chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        yield play.chromium.launch(executable_path=str(path), args=flags)


@pytest.fixture
def tie(ada: User, clem: User) -> Tie:
    arrange_site(by=ada, changes={"open": True, "name": "City of Norfolk"})
    made = norfolk_tie(clem)
    Place.objects.filter(name="Norfolk").update(latitude=36.85, longitude=-76.29)
    Place.objects.filter(name="Kaliningrad").update(latitude=54.71, longitude=20.5)
    return made


@pytest.fixture(params=[1280, 390])
def page(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 844}, base_url=live_server.url)
    complaints: list[str] = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda one: None if one.url.startswith(live_server.url) else complaints.append(one.url)
    )
    yield page
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert complaints == []
    assert width <= request.param


def test_one_drawing_of_the_signpost_is_seen(page: Page, tie: Tie) -> None:
    page.goto("/")
    seen = page.locator(".drawing svg:visible")
    expect(seen).to_have_count(1)
    shape = "tall" if page.viewport_size and page.viewport_size["width"] < 700 else "wide"
    expect(seen).to_have_class(f"signpost sp-{shape}")
    page.locator(".drawing a:visible").first.click()
    expect(page).to_have_url(f"{page.url.partition('/ties')[0]}/ties/{tie.pk}")


def test_letters_stay_within_their_arms_in_the_browsers_own_measure(page: Page, tie: Tie) -> None:
    page.goto("/")
    page.evaluate("document.fonts.ready")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".drawing .sp-arm")].filter((arm) => arm.getClientRects().length)
        .flatMap((arm) => {
          const plate = arm.querySelector(".sp-plate").getBoundingClientRect();
          return [...arm.querySelectorAll("text")].map((text) => text.getBoundingClientRect())
            .filter((box) => box.left < plate.left || box.right > plate.right);
        }).length"""
    )
    assert outside == 0


def test_the_map_moves_and_leads_to_the_list(page: Page, tie: Tie) -> None:
    if finders.find("site/built/leaflet.js") is None:
        pytest.skip("tools/front has not built the map's script")
    page.goto("/map/")
    expect(page.locator(".moving canvas")).to_have_count(1)
    page.locator(".leaflet-control-zoom-in").click()
    page.locator("a.show").first.click()
    expect(page.locator(f"#tie-{tie.pk}.lit")).to_have_count(1)


def test_without_script_the_map_is_the_drawing(browser: Browser, live_server: Any, tie: Tie) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/map/")
    expect(page.locator("svg.map")).to_be_visible()
    page.locator("a.show").first.click()
    expect(page.locator(f"#line-{tie.pk}:target")).to_have_count(1)
    context.close()
