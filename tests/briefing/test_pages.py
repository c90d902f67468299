"""The HTML page: self-contained, safe with hostile sources, the same without a script."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hostile import WORDS, hostile

from fingerpost.briefing import Briefing, build
from fingerpost.briefing.as_html import as_html
from fingerpost.briefing.as_markdown import as_markdown
from fingerpost.casefile import assemble


class Page(HTMLParser):
    """The tags and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"] or "")
        if tag == "a":
            self.links.append(found.get("href") or "")
        self.loads += [value or "" for name, value in attrs if name in {"src", "srcset", "data"}]


@pytest.fixture(scope="module")
def attacked() -> Briefing:
    return build(assemble([hostile()], now="2022-03-02"))


def test_every_citation_leads_to_a_marked_passage(later_briefing: Briefing) -> None:
    page = Page(as_html(later_briefing))
    targets = [link[1:] for link in page.links if link != "#_"]
    assert len(targets) > 60
    assert set(targets) <= set(page.ids)


def test_no_id_is_given_twice(later_briefing: Briefing) -> None:
    ids = Page(as_html(later_briefing)).ids
    assert len(ids) == len(set(ids))


def test_the_page_loads_nothing_and_links_nowhere_else(later_briefing: Briefing) -> None:
    page = as_html(later_briefing)
    assert Page(page).loads == []
    assert all(link.startswith("#") for link in Page(page).links)
    assert not re.search(r"url\((?!data:|#)", page)
    assert "default-src 'none'" in unescape(page)


def test_a_hostile_source_stays_text(attacked: Briefing) -> None:
    page = as_html(attacked)
    parsed = Page(page)
    assert parsed.tags.count("script") == 1
    assert "img" not in parsed.tags
    assert "i" not in parsed.tags and "u" not in parsed.tags
    assert not any("javascript:" in link for link in parsed.links)
    assert "{{ 7 * 7 }}" in page
    assert "&lt;script&gt;window.hacked = 1" in page


def test_hostile_markdown_stays_text(attacked: Briefing) -> None:
    page = as_markdown(attacked)
    assert "<script>" not in page.replace("\\<script\\>", "")
    assert "[click](javascript" not in page
    assert "\\*\\*bold\\*\\*" in page
    assert WORDS[:8] not in page


def test_letters_beyond_latin_1_bring_the_larger_fonts(briefing: Briefing, later_briefing: Briefing) -> None:
    assert as_html(briefing).count("@font-face") == 2
    polish = build(later_briefing.casefile, title="Łódź and Kaliningrad")
    assert as_html(polish).count("@font-face") == 4


def test_a_page_stays_small(briefing: Briefing) -> None:
    assert len(as_html(briefing)) < 120_000


def test_markdown_has_a_footnote_for_every_reference(later_briefing: Briefing) -> None:
    page = as_markdown(later_briefing)
    used = set(re.findall(r"\[\^([\d.]+)\](?!:)", page))
    told = set(re.findall(r"^\[\^([\d.]+)\]:", page, re.MULTILINE))
    assert used and used <= told
