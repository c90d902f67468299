"""The public pages in a real browser, at phone and desk width, light and dark: no barrier, no cookie, no burden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Response
from tests.web.browsing import Desk, chromium
from tests.web.looks.test_every_page import barriers

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.register.keeping import add_tie
from fingerpost.web.register.models import Agreement, Body, Decision, Exchange, Person, Place, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.sample.reviewing import review_sample
from fingerpost.web.site.publishing import arrange_site

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

MOST_BYTES = 150_000
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch am Ende der Welt"


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(params=[1280, 390])
def visitor(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Desk]:
    """A browser that has never been here; named so that no test signs it in."""
    visitor = Desk(browser, live_server.url, request.param)
    yield visitor
    visitor.page.close()


def sample() -> list[str]:
    """Make the sample's site, and give an address of each kind of page."""
    user = load_sample(date(2026, 11, 23)).user
    for one in Source.objects.all():
        read_now(one.pk)
    review_sample(user)
    hard_to_show(user)
    tver = Tie.objects.get(sides__place__name="Tver").pk
    long = Tie.objects.get(sides__place__name=LONG).pk
    return [
        "/",
        "/de/",
        "/ties/",
        "/ties/?q=nobody",
        f"/ties/{tver}",
        f"/de/ties/{tver}",
        f"/ties/{tver}?as_of=2001-01-01",
        f"/ties/{tver}?as_of=someday",
        f"/ties/{long}",
        "/cases/",
        f"/cases/{Case.objects.get().pk}",
        f"/people/{Person.objects.get(name='Amy Pelkey').pk}",
        f"/bodies/{Body.objects.order_by('pk')[0].pk}",
        f"/places/{Place.objects.get(is_home=True).pk}",
        f"/sources/{Source.objects.get(name='vote-on-tver.txt').pk}",
        "/search",
        "/search?q=tver",
        "/search?q=nobody+bears+this",
        "/corrections/",
        "/about/",
        "/data/",
        "/de/data/",
        "/nowhere",
    ]


def hard_to_show(user: User) -> None:
    """Add a tie with a long name, dates of every precision, a far side and nothing known of it."""
    home = Place.objects.get(is_home=True)
    far = Place.objects.create(name=LONG, country="GB")
    tie = add_tie(by=user, here=home, there=far, kind="sister_county", label=LONG)
    side = tie.sides.get(order=0)
    for day in ("", "1990s", "1992", "1992-05", "1992-05-14"):
        Decision.objects.create(side=side, result="kept", date=day, instrument=LONG, operative_words=LONG * 5)
        Exchange.objects.create(tie=tie, direction="both", title=LONG, date=day, people=10_000)
        Agreement.objects.create(tie=tie, title=LONG, signed=day, parties=LONG, exit_clause=LONG)


def test_no_public_page_has_a_barrier(visitor: Desk) -> None:
    addresses, axe, found = sample(), Axe(), []
    for address in addresses:
        visitor.page.goto(address)
        found += barriers(visitor, axe)
    assert not found, "\n".join(found)
    assert [words for words in visitor.complaints if "status of 4" not in words] == []
    assert visitor.page.context.cookies() == []


def test_a_page_with_all_its_files_is_light(visitor: Desk) -> None:
    heavy = {}
    for address in sample():
        context = visitor.page.context.browser.new_context(viewport={"width": visitor.width, "height": 844})
        page = context.new_page()
        sizes: list[int] = []

        def weigh(response: Response, sizes: list[int] = sizes) -> None:
            sizes.append(len(response.body()))

        page.on("response", weigh)
        page.goto(visitor.root + address)
        page.wait_for_load_state("networkidle")
        if sum(sizes) >= MOST_BYTES:
            heavy[address] = sizes
        context.close()
    assert heavy == {}


def test_an_empty_site_and_a_closed_one_have_no_barrier(visitor: Desk, ada: User) -> None:
    axe = Axe()
    visitor.page.goto("/ties/")
    found = barriers(visitor, axe)
    arrange_site(by=ada, changes={"open": True})
    for address in ("/", "/ties/", "/cases/", "/corrections/", "/search?q=x", "/about/"):
        visitor.page.goto(address)
        found += barriers(visitor, axe)
    assert not found, "\n".join(found)


def test_what_is_typed_and_its_button_stand_in_one_row(visitor: Desk, ada: User) -> None:
    arrange_site(by=ada, changes={"open": True})
    visitor.page.goto("/search")
    field, button = (visitor.page.locator(f"main {one}").bounding_box() for one in ("input", "button"))
    assert field["y"] == pytest.approx(button["y"], abs=1)
    visitor.page.goto("/ties/")
    country, kind = (visitor.page.locator(f"#{one}").bounding_box() for one in ("country", "kind"))
    assert country["y"] == kind["y"]
    if visitor.width < 700:
        assert country["width"] == pytest.approx(kind["width"], abs=1)


def test_a_visitor_finds_the_way_without_scripts(browser: Browser, live_server: Any) -> None:
    sample()
    page = browser.new_page(base_url=live_server.url, java_script_enabled=False, locale="de-DE")
    page.goto("/")
    page.get_by_role("link", name="Tver").last.click()
    assert page.locator("h1").inner_text() == "Bangor – Tver"
    assert "Was geschehen ist" in page.content()
    page.get_by_role("link", name="English").click()
    page.locator("#as_of").fill("2001-01-01")
    page.get_by_role("button", name="Show").click()
    assert "what came later is left out" in page.content()
    page.get_by_role("link", name="Search").click()
    page.locator("#q").fill("калинин")
    page.locator("#q").press("Enter")
    assert page.get_by_role("link", name="Bangor – Tver").is_visible()
    page.goto("/cases/")
    page.get_by_role("link", name="Tver, March 2022").click()
    page.get_by_role("link", name="Bangor council to vote on its ties with Tver").first.click()
    assert page.locator("mark").count() > 3
    page.close()


def test_paper_has_all_of_a_page_and_its_address(browser: Browser, live_server: Any) -> None:
    tie = next(one for one in sample() if one.startswith("/ties/") and one[6:].isdecimal())
    page = browser.new_page(base_url=live_server.url)
    page.goto(tie)
    page.emulate_media(media="print")
    assert page.get_by_text(live_server.url + tie, exact=False).last.is_visible()
    assert not page.locator(".sign nav").is_visible() and not page.locator(".asof").is_visible()
    assert page.locator("details .voice, details blockquote").first.bounding_box()["height"] > 0
    page.goto("/map/")
    assert page.locator(".map").is_visible() and not page.locator(".leaflet-container").is_visible()
    page.close()
