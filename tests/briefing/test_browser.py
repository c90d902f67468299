"""The page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import hostile
from playwright.sync_api import Browser, Page, sync_playwright

from fingerpost.briefing import Briefing, build
from fingerpost.briefing.as_html import as_html
from fingerpost.casefile import assemble

pytestmark = pytest.mark.browser

INSCOE = "To that end, we desire to continue our quest"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = Path("/usr/bin/chromium")
    if not path.exists():
        pytest.skip("needs Chromium at /usr/bin/chromium")
    with sync_playwright() as play:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        yield play.chromium.launch(executable_path=str(path), args=flags)


class Opened:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri())


def opened(browser: Browser, folder: Path, briefing: Briefing, **options: object) -> Opened:
    file = folder / "briefing.html"
    file.write_text(as_html(briefing), "utf-8")
    return Opened(browser.new_page(**options), file)  # type: ignore[arg-type]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_citation_shows_its_source_with_the_sentence_marked(
    browser: Browser, tmp_path: Path, briefing: Briefing, width: int, script: bool
) -> None:
    size = {"width": width, "height": 844}
    page = opened(browser, tmp_path, briefing, viewport=size, java_script_enabled=script).page
    page.locator("#voices li", has_text="Marguerite Inscoe").locator("a.cite").first.click()
    mark = page.locator("mark:target")
    assert mark.count() == 1
    page.wait_for_timeout(300)
    box = mark.bounding_box()
    assert box and 0 <= box["y"] < size["height"]
    assert "It is, however, our firm belief" in (mark.text_content() or "")
    colour = "element => getComputedStyle(element).backgroundColor"
    assert mark.evaluate(colour) != page.locator("mark:not(:target)").first.evaluate(colour)


def test_escape_closes_the_source_and_returns_to_the_line(
    browser: Browser, tmp_path: Path, briefing: Briefing
) -> None:
    page = opened(browser, tmp_path, briefing, viewport={"width": 390, "height": 844}).page
    page.locator("#glance a.cite").first.click()
    assert page.locator("aside").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert not page.locator("aside").is_visible()
    assert page.evaluate("document.activeElement.className") == "cite"


def test_the_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, tmp_path: Path, later_briefing: Briefing
) -> None:
    page = opened(browser, tmp_path, later_briefing)
    page.page.locator("a.cite").first.click()
    assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []
    assert page.complaints == []


def test_the_lettering_is_overpass(browser: Browser, tmp_path: Path, briefing: Briefing) -> None:
    page = opened(browser, tmp_path, briefing).page
    page.evaluate("document.fonts.ready")
    assert (
        page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
        == ["Overpass"] * 2
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_runs_off_the_side(
    browser: Browser, tmp_path: Path, later_briefing: Briefing, width: int
) -> None:
    page = opened(browser, tmp_path, later_briefing, viewport={"width": width, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_founding_case_prints_on_two_pages(
    browser: Browser, tmp_path: Path, briefing: Briefing, paper: str
) -> None:
    from pypdf import PdfReader

    page = opened(browser, tmp_path, briefing).page
    page.pdf(path=tmp_path / "printed.pdf", format=paper)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_a_hostile_source_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, build(assemble([hostile()], now="2022-03-02")))
    assert page.page.evaluate("window.hacked") is None
    assert page.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(
    browser: Browser, tmp_path: Path, later_briefing: Briefing, scheme: str
) -> None:
    page = opened(browser, tmp_path, later_briefing, color_scheme=scheme).page
    page.locator("a.cite").first.click()
    poor = page.evaluate(CONTRAST)
    assert poor == []


CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const poor = [];
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${e.tagName} ${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
  }
  return poor;
}"""
