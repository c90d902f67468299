"""A browser at the desk, with what went wrong on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
PATIENCE_MS = 60_000
"""How long something may take that is sure to come: on a busy machine, a request can take some seconds."""
expect.set_options(timeout=PATIENCE_MS)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's browser; where there is none the test is skipped."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs Chromium at {CHROMIUM}")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        # Playwright runs an event loop in this thread; the ORM would take the test for asynchronous code
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield play.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS])


class Desk:
    """A browser at the desk, with what went wrong on its pages."""

    def __init__(self, browser: Browser, root: str, width: int, **context: Any) -> None:
        viewport = {"width": width, "height": 844}
        self.page: Page = browser.new_page(viewport=viewport, base_url=root, **context)
        self.page.set_default_timeout(PATIENCE_MS)
        self.root, self.width = root, width
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._own(request.url, root))

    def _own(self, url: str, root: str) -> None:
        if not url.startswith((root, "data:")):
            self.complaints.append(f"asked for {url}")

    def sign_in(self, user: Any) -> None:
        """Sign in without the form."""
        client = Client()
        client.force_login(user)
        cookie = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.root}])

    def go(self, address: str) -> None:
        self.page.goto(address)
        self.looks_right()

    def fill(self, button: str, **fields: str) -> None:
        """Fill in a form, send it, and look at the page that follows."""
        for name, value in fields.items():
            field = self.page.locator(f"main [name={name}]").first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()
        self.looks_right()

    def follow(self, link: Locator) -> None:
        """Follow a link, and look at the page that follows."""
        with self.page.expect_navigation():
            link.click()
        self.looks_right()

    def looks_right(self) -> None:
        """Nothing runs off the side."""
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.width, self.page.url

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=name, exact=True).click()
        return Path(waiting.value.path()).read_bytes()
