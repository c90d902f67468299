"""The search finds what bears a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from suspension import norfolk_tie, open_norfolk_case, source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def desk(client: Client, clem: User) -> Client:
    open_norfolk_case(clem, norfolk_tie(clem))
    client.force_login(clem)
    return client


def found(desk: Client, words: str) -> str:
    return desk.get("/desk/search/", {"q": words}).content.decode()


def test_two_places_find_the_tie_between_them(desk: Client) -> None:
    from fingerpost.web.register.models import Tie

    assert f'/desk/ties/{Tie.objects.get().pk}/"' in found(desk, "kalin norf")
    assert "Nothing is found by" in found(desk, "Kaliningrad Tacoma")


@pytest.mark.parametrize("words", ["city assoc", "ASSOCIATION", "Norfolk sis"])
def test_a_name_is_found_by_the_beginning_of_each_word(desk: Client, words: str) -> None:
    assert "Norfolk Sister City Association" in found(desk, words)


def test_the_inside_of_a_word_is_not_its_beginning(desk: Client) -> None:
    assert "Nothing is found by" in found(desk, "sociation")


def test_sources_cases_and_people_are_found(desk: Client, clem: User) -> None:
    from fingerpost.web.register.keeping import keep
    from fingerpost.web.register.models import Person

    source(title="Norfolk votes", publisher="WVEC")
    keep(by=clem, record=Person(), changes={"name": "Nora Norfolk"})
    page = found(desk, "norfolk")
    assert all(
        f"<h2>{name}</h2>" in page for name in ("Ties", "Cases", "Sources", "Bodies", "People", "Places")
    )


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"><script>alert(1)</script>', "\0", "a" * 5000])
def test_odd_words_find_nothing_and_break_nothing(desk: Client, words: str) -> None:
    page = desk.get("/desk/search/", {"q": words})
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert "<h2>" not in page.content.decode()


def test_the_number_of_queries_does_not_grow(desk: Client, clem: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fingerpost.web.register.keeping import add_tie
    from fingerpost.web.register.models import Place

    with CaptureQueriesContext(connection) as few:
        found(desk, "norfolk")
    home = Place.objects.get(name="Norfolk")
    for number in range(30):
        add_tie(by=clem, here=home, there=Place.objects.create(name=f"Place {number}"), kind="twin_town")
    with CaptureQueriesContext(connection) as many:
        page = found(desk, "norfolk")
    assert len(many) == len(few)
    assert "There are more than these" in page
    assert page.count("Twin town") == 19


def test_a_stranger_finds_nothing(client: Client, sol: User) -> None:
    assert client.get("/desk/search/").status_code == 302
    client.force_login(sol)
    assert client.get("/desk/search/").status_code == 403


def test_a_passage_that_is_a_quotation_has_its_own_marks_alone(desk: Client) -> None:
    from fingerpost.web.evidence.models import Finding, Passage
    from fingerpost.web.words.indexing import rebuild

    said = '"Nobody has answered," Tillson said.'
    letter = source(said)
    finding = Finding.objects.create(source=letter, kind="quote", key="q0", data={}, start=0)
    Passage.objects.create(finding=finding, start=0, end=len(said), text=said)
    rebuild()
    page = found(desk, "answered")
    assert "<mark>answered</mark>" in page and "<q>" not in page
