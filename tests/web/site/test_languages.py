"""The public pages answer in the visitor's language, without remembering it."""

from __future__ import annotations

import pytest
from django.test import Client

from fingerpost.web.register.models import Tie
from fingerpost.web.site.languages import in_address, preferred

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,en;q=0.7", "de"),
        ("en-US,de;q=0.9", "en"),
        ("fr,de;q=0.4,en;q=0.2", "de"),
        ("fr", "en"),
        ("*", "en"),
        ("x" * 10_000, "en"),
    ],
)
def test_the_browsers_language_is_taken(asked: str, answered: str) -> None:
    assert preferred(asked) == answered


@pytest.mark.parametrize(
    ("address", "language", "rest"),
    [
        ("/de/ties/12", "de", "/ties/12"),
        ("/de/", "de", "/"),
        ("/de", "", "/de"),
        ("/ties/12", "", "/ties/12"),
        ("/fr/ties/", "", "/fr/ties/"),
        ("/destinations/", "", "/destinations/"),
    ],
)
def test_a_language_may_begin_an_address(address: str, language: str, rest: str) -> None:
    assert in_address(address) == (language, rest)


def test_links_keep_a_chosen_language(visitor: Client, tie: Tie) -> None:
    page = visitor.get(f"/de/ties/{tie.pk}").content.decode()
    assert '<html lang="de">' in page
    assert 'href="/de/ties/"' in page and 'href="/desk/"' in page


def test_an_address_without_a_language_answers_in_the_browsers(visitor: Client, tie: Tie) -> None:
    page = visitor.get(f"/ties/{tie.pk}", headers={"Accept-Language": "de"}).content.decode()
    assert '<html lang="de">' in page
    assert 'href="/ties/"' in page
    assert f'<link rel="canonical" href="http://testserver/ties/{tie.pk}">' in page
    assert f'hreflang="en" href="http://testserver/en/ties/{tie.pk}"' in page


def test_a_page_of_one_language_is_not_given_for_another(visitor: Client, tie: Tie) -> None:
    german = visitor.get("/", headers={"Accept-Language": "de"})
    english = visitor.get("/", headers={"Accept-Language": "en", "If-None-Match": german.headers["ETag"]})
    assert english.status_code == 200 and '<html lang="en">' in english.content.decode()


def test_the_desk_and_its_files_have_no_language(visitor: Client, tie: Tie) -> None:
    assert visitor.get("/de/desk/").status_code == 404
    page = visitor.get("/account/login/", headers={"Accept-Language": "de"}).content.decode()
    assert '<html lang="en">' in page
