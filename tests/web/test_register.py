"""The register keeps what people enter, with who, when and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fingerpost.web.audit.models import Entry
from fingerpost.web.register.keeping import add_tie, keep, merge, merged_ids, unmerge
from fingerpost.web.register.models import Body, Decision, Involvement, Place, Tie
from fingerpost.web.register.picture import picture

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def norfolk(db: None) -> Place:
    return Place.objects.create(name="Norfolk", country="US", admin1="US-VA", geonames=4776222, is_home=True)


@pytest.fixture
def kaliningrad(db: None) -> Place:
    return Place.objects.create(name="Kaliningrad", country="RU", geonames=554234)


@pytest.fixture
def tie(rita: User, norfolk: Place, kaliningrad: Place) -> Tie:
    return add_tie(by=rita, here=norfolk, there=kaliningrad, kind="sister_city")


def decide(clem: User, tie: Tie, result: str, day: str, **more: object) -> Decision:
    changes = {"side": tie.sides.get(order=0), "result": result, "date": day, **more}
    return keep(by=clem, record=Decision(), changes=changes)


def test_a_suspension_holds_for_one_side_only(clem: User, tie: Tie) -> None:
    decide(clem, tie, "established", "1992")
    decide(clem, tie, "suspended", "2022-03-08", condition="until peace is restored")
    here, there = picture(tie, date(2022, 3, 9)).sides
    assert (here.standing.status, there.standing.status) == ("suspended", "unknown")


def test_status_is_as_of_the_day_asked_about(clem: User, tie: Tie) -> None:
    decide(clem, tie, "established", "1992")
    decide(clem, tie, "suspended", "2022-03-08")
    decide(clem, tie, "restored", "2022-03-16")
    days = [date(2022, 3, 7), date(2022, 3, 8), date(2022, 3, 15), date(2022, 3, 16)]
    assert [picture(tie, day).sides[0].standing.status for day in days] == [
        "active",
        "suspended",
        "suspended",
        "active",
    ]


def test_a_suspension_without_words_is_listed_as_open_ended(clem: User, tie: Tie) -> None:
    decide(clem, tie, "suspended", "2022-03-08")
    assert "open-ended" in picture(tie, date(2022, 4, 1)).sides[0].standing.notes[0]


def test_a_decision_by_another_body_is_shown_as_a_mismatch(clem: User, tie: Tie) -> None:
    council, mayor = (Body.objects.create(name=name) for name in ("Norfolk City Council", "Mayor's office"))
    keep(by=clem, record=Involvement(), changes={"body": council, "role": "decides", "tie": tie})
    decision = decide(clem, tie, "ended", "2022-03-01", body=mayor)
    assert "Norfolk City Council may decide" in picture(tie, date(2022, 4, 1)).checks[decision.pk].why


def test_merge_keeps_both_and_can_be_undone(clem: User, norfolk: Place) -> None:
    other = Place.objects.create(name="City of Norfolk", country="US")
    merge(by=clem, record=other, into=norfolk)
    other.refresh_from_db()
    assert (other.current, merged_ids(norfolk)) == (norfolk, [norfolk.pk, other.pk])
    unmerge(by=clem, record=other)
    other.refresh_from_db()
    assert other.current == other


def test_a_change_says_what_was_before(rita: User, tie: Tie) -> None:
    keep(by=rita, record=tie, changes={"label": "friendship city"}, why="the agreement says so")
    entry = Entry.objects.get(action="change-tie")
    assert (entry.payload["before"], entry.why) == ({"label": ""}, "the agreement says so")


def test_the_same_tie_twice_is_one(rita: User, tie: Tie, norfolk: Place, kaliningrad: Place) -> None:
    assert add_tie(by=rita, here=kaliningrad, there=norfolk, kind="sister_city") == tie


def test_a_tie_is_added_from_names(client: Client, rita: User) -> None:
    client.force_login(rita)
    words = {"here": "Norfolk, Virginia", "there": "Kaliningrad, Russia", "kind": "sister_city"}
    page = client.post("/desk/ties/new", words, follow=True)
    assert page.status_code == 200
    assert {side.place.country for side in Tie.objects.get().sides.all()} == {"US", "RU"}


def test_an_ambiguous_place_is_asked_about(client: Client, rita: User) -> None:
    client.force_login(rita)
    page = client.post(
        "/desk/ties/new", {"here": "Springfield", "there": "Ryazan, Russia", "kind": "sister_city"}
    )
    assert page.status_code == 400
    assert "is the name of several places" in page.content.decode()


def test_a_contributor_changes_nothing(client: Client, cora: User, tie: Tie) -> None:
    client.force_login(cora)
    assert client.post(f"/desk/register/tie/{tie.pk}/edit", {"kind": "other"}).status_code == 403
    tie.refresh_from_db()
    assert tie.kind == "sister_city"


def test_the_tie_page_shows_it_as_of_a_day(client: Client, clem: User, tie: Tie) -> None:
    decide(clem, tie, "suspended", "2022-03-08", condition="until peace is restored", review="2023-03-08")
    client.force_login(clem)
    page = client.get(f"/desk/ties/{tie.pk}/?as_of=2022-05-01").content.decode()
    assert "until peace is restored" in page
    assert "Suspended" in page
