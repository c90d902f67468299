"""The list of ties is narrowed by place, country, kind and how a tie stands, however they are put together."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fingerpost.web.accounts.models import User
from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Agreement, Decision, Place, Tie
from fingerpost.web.site.publishing import withhold_tie

pytestmark = pytest.mark.django_db

NAMES = ("Kaliningrad", "Toulouse", "Nantes", "Tver")


@pytest.fixture
def ties(clem: User, tie: Tie) -> list[Tie]:
    """Four ties of Norfolk: two with Russia, one of them suspended; two with France, one a twin town that ended."""
    home = Place.objects.get(name="Norfolk")
    made = [tie]
    for name, country, kind in (
        ("Toulouse", "FR", "sister_city"),
        ("Nantes", "FR", "twin_town"),
        ("Tver", "RU", "sister_city"),
    ):
        there = Place.objects.create(name=name, country=country)
        made.append(add_tie(by=clem, here=home, there=there, kind=kind))
    for one, result in zip(made, ("suspended", "established", "ended", "established"), strict=True):
        decide(clem, one, result)
    return made


def decide(clem: User, tie: Tie, result: str, order: int = 0) -> None:
    side = tie.sides.get(order=order)
    keep(by=clem, record=Decision(), changes={"side": side, "result": result, "date": "2020"})


def shown(visitor: Client, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def listed(visitor: Client, query: str) -> list[str]:
    page = shown(visitor, f"/ties/?{query}").partition("<tbody>")[2]
    return [name for name in NAMES if name in page]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Kaliningrad", "Toulouse", "Nantes", "Tver"]),
        ("country=RU", ["Kaliningrad", "Tver"]),
        ("country=ru", ["Kaliningrad", "Tver"]),
        ("country=DE", []),
        ("country=nowhere", ["Kaliningrad", "Toulouse", "Nantes", "Tver"]),
        ("kind=twin_town", ["Nantes"]),
        ("kind=nonsense", ["Kaliningrad", "Toulouse", "Nantes", "Tver"]),
        ("status=active", ["Toulouse", "Tver"]),
        ("status=ended", ["Nantes"]),
        ("status=active&country=FR", ["Toulouse"]),
        ("status=suspended&q=norfolk", ["Kaliningrad"]),
        ("status=suspended&q=toulouse", []),
        ("q=t&country=RU", ["Tver"]),
        ("q=t&kind=sister_city", ["Toulouse", "Tver"]),
    ],
)
def test_ties_are_narrowed_by_what_is_asked_for(
    visitor: Client, ties: list[Tie], query: str, names: list[str]
) -> None:
    assert listed(visitor, query) == names


def test_a_tie_whose_other_side_stands_differently_is_found_by_both(
    visitor: Client, clem: User, ties: list[Tie]
) -> None:
    decide(clem, ties[3], "ended", order=1)
    assert "Tver" in listed(visitor, "status=active")
    assert "Tver" in listed(visitor, "status=ended")


def test_a_tie_of_which_only_a_year_is_known_has_begun(visitor: Client, tie: Tie) -> None:
    Fact.objects.create(tie=tie, predicate="tie", data={"since": {"value": "1992"}}, at=timezone.now())
    assert listed(visitor, "status=active") == ["Kaliningrad"]
    assert listed(visitor, "status=unknown") == []


def test_countries_are_those_of_public_ties_in_the_readers_language(
    visitor: Client, clem: User, ties: list[Tie]
) -> None:
    assert '<option value="FR">Frankreich</option>' in shown(visitor, "/de/ties/")
    for tie in ties[1:3]:
        withhold_tie(by=clem, tie=tie, withheld=True, why="Not yet")
    page = shown(visitor, "/ties/")
    assert "France" not in page and "Russia" in page


def test_what_was_asked_for_stays_chosen(visitor: Client, ties: list[Tie]) -> None:
    page = shown(visitor, "/ties/?country=DE&kind=twin_town&status=ended&q=nant")
    for chosen in (
        'value="DE" selected',
        'value="twin_town" selected',
        'value="ended" selected',
        'value="nant"',
    ):
        assert chosen in page
    assert "No tie fits." in page


@pytest.mark.parametrize("query", ["q=norfolk", "country=FR", "status=active", "status=active&q=norfolk"])
def test_whatever_is_asked_for_every_page_is_reached(
    visitor: Client, clem: User, tie: Tie, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr("fingerpost.web.site.views.ties.A_PAGE", 2)
    home = Place.objects.get(name="Norfolk")
    for n in range(5):
        there = Place.objects.create(name=f"Town {n}", country="FR")
        decide(clem, add_tie(by=clem, here=home, there=there, kind="sister_city"), "established")
    found = [
        n
        for page in (1, 2, 3)
        for n in range(5)
        if f"Town {n}" in shown(visitor, f"/ties/?{query}&page={page}")
    ]
    assert found == [0, 1, 2, 3, 4]
    assert visitor.get(f"/ties/?{query}&page=4").status_code == 404


@pytest.mark.parametrize(
    "query", ["country=FR", "kind=sister_city", "status=active", "status=active&q=norfolk"]
)
def test_more_ties_take_no_more_queries(visitor: Client, clem: User, tie: Tie, query: str) -> None:
    home = Place.objects.get(name="Norfolk")
    counts = []
    for some in (1, 10):
        for n in range(some):
            there = Place.objects.create(name=f"Town {some} {n}", country="FR")
            decide(clem, add_tie(by=clem, here=home, there=there, kind="sister_city"), "established")
        with CaptureQueriesContext(connection) as context:
            shown(visitor, f"/ties/?{query}")
        counts.append(len(context))
    assert counts[0] == counts[1]


def test_a_beginning_is_told_as_exactly_as_any_source_knows_it(visitor: Client, tie: Tie) -> None:
    for signed in ("1992-05-14", "1992-05", "1992", "1993-01-01"):
        Agreement.objects.create(tie=tie, title="Agreement", signed=signed)
    assert "May 14, 1992" in shown(visitor, "/ties/")


def test_a_narrowed_list_leads_back_to_all_ties(visitor: Client, tie: Tie) -> None:
    assert "All ties" not in shown(visitor, "/ties/")
    assert "All ties" in shown(visitor, "/ties/?q=kalin")
