"""What the pages of the register show around a record."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fingerpost.web.desk.templatetags.days import day, on_day
from fingerpost.web.register.models import Body, Decision, Involvement, Letter, Person, Place, Tie
from fingerpost.web.sample.loading import load_sample

if TYPE_CHECKING:
    pass


@pytest.fixture
def page(client: Client, db: None) -> object:
    keeper = load_sample(date(2026, 11, 23))
    client.force_login(keeper.user)

    def text(address: str) -> str:
        html = client.get(address).content.decode().partition("<main")[2]
        return " ".join(re.sub(r"<[^>]+>", " ", html).split())

    return text


def test_a_councils_page_shows_what_it_decided_about_which_tie(page) -> None:
    council = Body.objects.get(name__startswith="Bangor City Council")
    text = page(f"/desk/register/body/{council.pk}/")
    assert "Suspended: Bangor – Valdivia October 12, 2020, Resolution 20-88" in text
    assert "all ties of Bangor, ME, US decides about it" in text


def test_a_persons_page_shows_the_posts_held(page) -> None:
    person = Person.objects.get(name="Miriam Haskell")
    assert "President, Sister Cities of Bangor" in page(f"/desk/register/person/{person.pk}/")


def test_a_places_page_shows_its_ties(page) -> None:
    place = Place.objects.get(name="Tver")
    assert "Bangor – Tver" in page(f"/desk/register/place/{place.pk}/")


@pytest.mark.parametrize("model", [Decision, Involvement, Letter])
def test_no_page_is_headed_by_an_objects_number(page, model: type) -> None:
    found = model.objects.order_by("pk").first()
    assert "object (" not in page(f"/desk/register/{model._meta.model_name}/{found.pk}/")


def test_the_list_of_ties_says_how_each_side_stands(page) -> None:
    text = page("/desk/ties/")
    assert "Suspended Bangor since October 12, 2020 Active Valdivia since March 10, 2003" in text
    assert "Bangor – Sibiu Active since May 9, 2016" in text


def test_the_list_of_ties_asks_as_often_for_many_as_for_few(page, client: Client) -> None:
    with CaptureQueriesContext(connection) as all_:
        client.get("/desk/ties/?q=Bangor")
    with CaptureQueriesContext(connection) as few:
        client.get("/desk/ties/?q=Tver")
    assert len(all_) == len(few)


def test_a_tie_between_places_of_the_gazetteer_says_how_far_apart_they_are(page) -> None:
    tie = Tie.objects.filter(sides__place__name="Tver").get()
    assert "4,196 miles or 6,753 km apart" in page(f"/desk/ties/{tie.pk}/")


@pytest.mark.parametrize(
    ("value", "words", "with_preposition"),
    [
        ("2022-03-08", "8 March 2022", "on 8 March 2022"),
        ("2022-03", "March 2022", "in March 2022"),
        ("1992", "1992", "in 1992"),
        ("1990s", "the 1990s", "in the 1990s"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(
    value: str | None, words: str, with_preposition: str
) -> None:
    assert (day(value), on_day(value)) == (words, with_preposition)


def test_dates_are_written_as_the_home_places_country_writes_them(page) -> None:
    tie = Tie.objects.get(sides__place__name="Sibiu")
    assert "since May 9, 2016" in page(f"/desk/ties/{tie.pk}/")
    Place.objects.filter(is_home=True).update(country="GB")
    assert "since 9 May 2016" in page(f"/desk/ties/{tie.pk}/")
    assert day("2016-05-09") == "9 May 2016"
