"""Every page of the desk in a real browser, at phone and desk width, light and dark: no barrier for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser
from tests.web.addresses import address, patterns, world
from tests.web.browsing import Desk

from fingerpost.web.accounts.models import Invitation
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Body, Tie

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
SEND = """() => {
    const forms = [...document.querySelectorAll("main form")].filter((form) => form.querySelector(".field"));
    const form = forms.find((form) => !form.closest("td")) || forms[0];
    form.noValidate = true;
    setTimeout(() => form.requestSubmit());
}"""
LISTED = (
    "/desk/register/place/",
    "/desk/register/person/",
    "/desk/inbox/?page=2",
    "/desk/search/?q=tver",
    "/desk/search/?q=nobody+bears+this",
    "/desk/nowhere",
    "/account/logout/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/reauthenticate/",
)
"""Pages that no pattern of the desk leads to with what the walk fills in."""
FORMS = ("tie", "place", "body", "person", "post", "involvement", "agreement", "law", "exchange", "letter")
SIGNED_OUT = (
    "/account/login/",
    "/account/signup/",
    "/account/inactive/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-x-y/",
    "/account/password/reset/key/done/",
)
LONG = " ".join(["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"] * 4)


@pytest.fixture(params=[1280, 390])
def desk(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Desk]:
    desk = Desk(browser, live_server.url, request.param)
    yield desk
    desk.page.close()


def pages(client: Client) -> Iterator[str]:
    """Yield the addresses that give a page when one just goes there."""
    for pattern in patterns():
        if pattern.name in {"first_run", "load_sample", "join"}:
            continue
        path = address(pattern)
        found = client.get(path)
        if found.status_code == 200 and found.headers["Content-Type"].startswith("text/html"):
            yield path
    read = Source.objects.get(name="vote-on-tver.txt").pk
    yield from (f"/desk/review/{read}/", f"/desk/sources/{read}/")
    yield f"/desk/cases/{Case.objects.get(title=LONG).pk}/"
    yield f"/desk/register/body/{Body.objects.get(name=LONG).pk}/"
    tie = f"/desk/ties/{Tie.objects.order_by('pk')[0].pk}/"
    yield from (f"{tie}?as_of=1990-01-01", f"{tie}?as_of=someday")
    yield from LISTED
    yield from (f"/desk/register/{kind}/new" for kind in FORMS[1:])


def forms() -> Iterator[str]:
    """Yield the addresses of pages with a form, to be sent empty."""
    yield from ("/desk/inbox/", "/desk/ties/new", "/desk/cases/new", "/desk/people/")
    yield from (
        "/desk/register/body/new",
        f"/desk/register/exchange/new?tie={Tie.objects.order_by('pk')[0].pk}",
    )
    case = f"/desk/cases/{Case.objects.exclude(tie=None).get().pk}"
    yield from (f"{case}/motions/new", f"{case}/decision", "/account/password/change/")


def barriers(desk: Desk, axe: Axe) -> list[str]:
    """Give what is wrong with the page that is open, in the light and in the dark."""
    desk.page.emulate_media(color_scheme="light")
    found = axe.run(desk.page, options=RULES).response["violations"]
    desk.page.emulate_media(color_scheme="dark")
    found += axe.run(desk.page, options=COLOURS).response["violations"]
    told = [
        f"{desk.page.url}: {rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
    wide = desk.page.evaluate("document.documentElement.scrollWidth")
    return told if wide <= desk.width else [*told, f"{desk.page.url}: {wide} pixels wide"]


def send_empty(desk: Desk) -> None:
    """Send the page's form as it is, past the browser's own checks, and wait for what is wrong with it."""
    desk.page.evaluate(SEND)
    desk.page.locator(".look-again").wait_for()


def test_no_page_of_the_desk_has_a_barrier(desk: Desk) -> None:
    keeper = world()
    Case.objects.create(title=LONG, question=LONG, opened="2026-11-23T12:00Z")
    Body.objects.create(name=LONG, kind="council")
    client = Client()
    client.force_login(keeper.user)
    desk.sign_in(keeper.user)
    axe = Axe()
    found = []
    for path in pages(client):
        desk.page.goto(path)
        found += barriers(desk, axe)
    for path in forms():
        desk.page.goto(path)
        send_empty(desk)
        found += barriers(desk, axe)
    assert not found, "\n".join(found)
    assert [words for words in desk.complaints if "status of 4" not in words] == []


def test_no_page_for_those_who_are_signed_out_has_a_barrier(desk: Desk) -> None:
    axe = Axe()
    desk.page.goto("/desk/first-run/")
    found = barriers(desk, axe)
    desk.page.fill("[name=home]", "Springfield")
    send_empty(desk)
    assert desk.page.locator("[name=place][type=radio]").count() > 1
    found += barriers(desk, axe)
    world()
    for path in (*SIGNED_OUT, f"/desk/join/{Invitation.objects.get().token}/", "/desk/join/none/"):
        desk.page.goto(path)
        found += barriers(desk, axe)
    assert not found, "\n".join(found)
