"""The public pages speak German throughout, and no text of theirs is left out of the catalogue."""

from __future__ import annotations

import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from django.test import Client
from django.utils.translation import override
from tests.web.site.test_every_public_page import full_register
from tests.web.site.walking import walk

from fingerpost.web.register.models import Tie
from fingerpost.web.site import dates

HOLES = re.compile(r"%\(\w+\)s|\{\w+\}")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The project's own command for translations."""
    path = Path(__file__).parents[3] / "tools" / "translations"
    loader = SourceFileLoader("translations", str(path))
    module = module_from_spec(spec_from_loader("translations", loader))
    loader.exec_module(module)
    return module


def strings(message: object) -> list[str]:
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string]


def test_every_text_is_in_every_catalogue_and_no_other(tool: ModuleType) -> None:
    texts = {(message.context, message.id) for message in tool.collected()}
    assert tool.catalogues()
    for path in tool.catalogues():
        known = {(message.context, message.id) for message in tool.read(path)}
        assert known ^ texts == set(), "Run tools/translations collect, then translate what is new."


def test_every_text_is_translated_and_none_is_a_guess(tool: ModuleType) -> None:
    for path in tool.catalogues():
        messages = [message for message in tool.read(path) if message.id]
        assert [message.id for message in messages if not all(strings(message))] == []
        assert [message.id for message in messages if message.fuzzy] == []


def test_translations_have_the_holes_of_the_text(tool: ModuleType) -> None:
    for path in tool.catalogues():
        for message in tool.read(path):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            for string in strings(message):
                assert set(HOLES.findall(string)) == set(HOLES.findall(ids[-1])), message.id


def test_what_is_read_is_what_was_translated(tool: ModuleType) -> None:
    for path in tool.catalogues():
        before = path.with_suffix(".mo").read_bytes()
        tool.compile_all()
        assert path.with_suffix(".mo").read_bytes() == before, "Run ./run, which compiles the translations."


@pytest.mark.django_db
def test_no_english_is_left_on_german_pages(tool: ModuleType, visitor: Client, request: object) -> None:
    names = ("clem", "rita", "tie", "case", "article")
    full_register(*(request.getfixturevalue(name) for name in names))
    english = {
        message.id: message.string
        for message in tool.read(tool.catalogues()[0])
        if isinstance(message.id, str) and len(message.id) > 5 and "%" not in message.id
    }
    english = [text for text, german in english.items() if text not in german]
    for address, answer in walk(visitor, "/de/", "/de/corrections/", "/de/about/", "/de/nowhere"):
        if not address.startswith("/de/") or "html" not in answer.headers["Content-Type"]:
            continue
        page = re.sub(r"<[^>]+>", "\n", answer.content.decode().partition("<main")[2])
        lines = {line.strip() for line in page.split("\n")}
        assert lines & set(english) == set(), address


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        ("1991-06-10", "since June 10, 1991", "seit dem 10. Juni 1991"),
        ("2022-03", "since March 2022", "seit März 2022"),
        ("1991", "since 1991", "seit 1991"),
        ("1990s", "since the 1990s", "seit den 1990er Jahren"),
        ("", "", ""),
    ],
)
def test_dates_are_written_as_the_language_writes_them(written: str, english: str, german: str) -> None:
    assert dates.since(written) == english
    with override("de"):
        assert dates.since(written) == german


@pytest.mark.django_db
def test_figures_are_grouped_as_the_language_groups_them(visitor: Client, tie: Tie) -> None:
    for order, (latitude, longitude) in enumerate([(36.85, -76.29), (54.71, 20.51)]):
        place = tie.sides.get(order=order).place
        place.latitude, place.longitude = latitude, longitude
        place.save()
    assert "4,449 mi" in visitor.get(f"/en/ties/{tie.pk}").content.decode()
    assert "4.449 mi" in visitor.get(f"/de/ties/{tie.pk}").content.decode()
