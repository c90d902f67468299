"""Mergers of municipalities: what a place became, and what that means for its ties."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from suspension import norfolk_tie

from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Body, Decision, Involvement, Place, Succession, Tie
from fingerpost.web.register.picture import picture
from fingerpost.web.register.powers import check_power, rules_over
from fingerpost.web.register.succession import heirs, went_into
from fingerpost.web.words.indexing import index

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

LONG_AFTER = date(2030, 1, 1)


@pytest.fixture
def tie(clem: User) -> Tie:
    return norfolk_tie(clem)


def place(name: str) -> Place:
    made = Place.objects.create(name=name, country="RU")
    index(Place, [made.pk])
    return made


def became(by: User, before: Place, after: Place, day: str = "2024-01-01") -> Succession:
    return keep(by=by, record=Succession(), changes={"predecessor": before, "successor": after, "date": day})


def now(where: Place, on: date = LONG_AFTER) -> list[tuple[str, str]]:
    return [(heir.place.name, heir.since) for heir in heirs([where], on).get(where.pk, [])]


def test_a_place_stands_itself_until_the_day(rita: User) -> None:
    one, other = place("Kaliningrad"), place("Amber City")
    became(rita, one, other)
    assert now(one, date(2023, 12, 31)) == []
    assert now(one, date(2024, 1, 1)) == [("Amber City", "2024-01-01")]


def test_steps_lead_to_the_last_and_a_division_to_all(rita: User) -> None:
    one, two, three, four = (place(name) for name in ("One", "Two", "Three", "Four"))
    became(rita, one, two, "2001")
    became(rita, two, three, "2010")
    became(rita, two, four, "2010")
    assert now(one) == [("Three", "2001"), ("Four", "2001")]
    assert set(went_into(three)) == {one.pk, two.pk}


def test_no_place_becomes_itself_by_any_way(rita: User) -> None:
    one, two, three = (place(name) for name in ("One", "Two", "Three"))
    became(rita, one, two)
    became(rita, two, three)
    with pytest.raises(ValidationError, match="does not become itself"):
        became(rita, one, one)
    with pytest.raises(ValidationError, match="One went into Three already"):
        became(rita, three, one)
    assert Succession.objects.count() == 2


def test_a_ring_made_elsewhere_still_comes_to_an_end(rita: User) -> None:
    one, two = place("One"), place("Two")
    Succession.objects.create(predecessor=one, successor=two)
    Succession.objects.create(predecessor=two, successor=one)
    assert now(one) == []
    assert went_into(one) == [two.pk]


def test_a_tie_says_what_its_town_is_part_of_now(client: Client, rita: User, tie: Tie) -> None:
    town = tie.sides.get(order=1).place
    became(rita, town, place("Amber City"))
    client.force_login(rita)
    after = client.get(f"/desk/ties/{tie.pk}/?as_of=2025-01-01").content.decode()
    assert "Now part of" in after
    assert "since January 1, 2024" in after
    assert "Now part of" not in client.get(f"/desk/ties/{tie.pk}/?as_of=2023-01-01").content.decode()


def test_the_pages_of_both_places_lead_to_each_other_and_to_the_tie(
    client: Client, rita: User, tie: Tie
) -> None:
    town, city = tie.sides.get(order=1).place, place("Amber City")
    became(rita, town, city)
    client.force_login(rita)
    old = client.get(f"/desk/register/place/{town.pk}/").content.decode()
    assert "What it became" in old
    assert f"/desk/register/place/{city.pk}/" in old
    new = client.get(f"/desk/register/place/{city.pk}/").content.decode()
    assert "Ties of what went into it" in new
    assert f'href="/desk/ties/{tie.pk}/"' in new


def test_a_merger_is_recorded_from_the_page_of_the_place(client: Client, rita: User, tie: Tie) -> None:
    town, city = tie.sides.get(order=1).place, place("Amber City")
    client.force_login(rita)
    address = f"/desk/register/succession/new?predecessor={town.pk}"
    assert address.partition("/desk")[2] in client.get(f"/desk/register/place/{town.pk}/").content.decode()
    answer = client.post(address, {"successor": "Amber City", "date": "2024"})
    assert answer.headers["Location"] == f"/desk/register/place/{town.pk}/"
    assert Succession.objects.get().successor == city
    refused = client.post(address, {"successor": f"#{town.pk}"})
    assert refused.status_code == 400
    assert "does not become itself" in refused.content.decode()


def test_after_a_merger_the_new_citys_council_decides(clem: User, tie: Tie) -> None:
    town, city = tie.sides.get(order=0).place, place("Tidewater")
    old, new = Body.objects.get(name="Norfolk City Council"), Body.objects.create(name="Tidewater Council")
    Involvement.objects.filter(body=old).update(tie=None, place=town)
    keep(by=clem, record=Involvement(), changes={"body": new, "role": "decides", "place": city})
    became(clem, town, city, "2024-01-01")

    def verdict(body: Body, day: str) -> str:
        decision = Decision(side=tie.sides.get(order=0), body=body, date=day, result="kept")
        return check_power(decision, *rules_over([decision.side])).verdict

    assert [verdict(old, "2023"), verdict(new, "2023")] == ["fits", "mismatch"]
    assert [verdict(old, "2025"), verdict(new, "2025")] == ["mismatch", "fits"]


def test_a_tie_without_mergers_costs_one_query_more(clem: User, tie: Tie) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            picture(tie, LONG_AFTER)
        return len(context)

    none = queries()
    became(clem, tie.sides.get(order=1).place, place("Amber City"))
    assert queries() <= none + 1
