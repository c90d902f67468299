"""Laws and policies bind classes of ties; permission stands beside status, never in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from suspension import norfolk_tie

from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Law, Place, Tie
from fingerpost.web.register.picture import picture
from fingerpost.web.register.reach import ties_in
from fingerpost.web.register.regions import UnknownRegion, country_code, region_code
from fingerpost.web.register.report import annual_report

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

ON = date(2022, 9, 1)


@pytest.fixture
def tie(clem: User) -> Tie:
    return norfolk_tie(clem)


def law(by: User, **changes: object) -> Law:
    known = {"title": "House Bill 7", "effect": "forbids", "since": "2022-07-01"}
    return keep(by=by, record=Law(), changes=known | changes)


def binding(tie: Tie, on: date = ON) -> list[tuple[str, list[str]]]:
    return [(str(one.law), [side.place.name for side in one.sides]) for one in picture(tie, on).laws]


def test_a_states_law_binds_its_own_side(rita: User, tie: Tie) -> None:
    law(rita, home_admin1="US-VA", partner_country="RU")
    assert binding(tie) == [("House Bill 7", ["Norfolk"])]


def test_the_partners_law_binds_the_partners_side(rita: User, tie: Tie) -> None:
    law(rita, title="Decree", home_country="RU", partner_country="US")
    assert binding(tie) == [("Decree", ["Kaliningrad"])]


@pytest.mark.parametrize(
    "changes",
    [
        {"home_admin1": "US-MD"},
        {"partner_country": "BY"},
        {"kind": "twin_town"},
        {"since": "2022-10"},
        {"until": "2022-08"},
        {"home_country": "RU", "partner_country": "RU"},
    ],
)
def test_what_is_about_others_does_not_bind(rita: User, tie: Tie, changes: dict[str, str]) -> None:
    law(rita, **changes)
    assert binding(tie) == []


def test_a_citys_policy_binds_its_own_ties_alone(rita: User, tie: Tie) -> None:
    there = tie.sides.get(order=1).place
    hampton = Place.objects.create(name="Hampton", country="US", admin1="US-VA")
    other = add_tie(by=rita, here=hampton, there=there, kind="sister_city")
    policy = law(rita, home=tie.sides.get(order=0).place)
    assert binding(tie) == [("House Bill 7", ["Norfolk"])]
    assert binding(other) == []
    assert list(ties_in(policy)) == [tie]


def test_a_law_forbids_and_the_status_stays(rita: User, tie: Tie) -> None:
    law(rita, home_admin1="US-VA", partner_country="RU")
    assert [side.standing.status for side in picture(tie, ON).sides] == ["unknown", "unknown"]


def test_a_deadline_is_warned_of_before_and_after(rita: User, tie: Tie) -> None:
    law(rita, partner_country="RU", deadline="2022-12-31")
    before = [alert.why for alert in picture(tie, ON).alerts if alert.kind == "deadline"]
    after = [alert.why for alert in picture(tie, date(2023, 1, 1)).alerts if alert.kind == "deadline"]
    assert before == ["The deadline of House Bill 7 is on 31 December 2022."]
    assert after == ["The deadline of House Bill 7 was on 31 December 2022."]
    (line,) = annual_report(2022, date(2023, 1, 1)).lines
    assert [alert.why for alert in line.alerts if alert.kind == "deadline"] == [
        "The deadline of House Bill 7 is on 31 December 2022."
    ]


def test_the_ties_a_law_reaches_are_those_that_show_it(rita: User, tie: Tie) -> None:
    minsk = Place.objects.create(name="Minsk", country="BY")
    add_tie(by=rita, here=tie.sides.get(order=0).place, there=minsk, kind="sister_city")
    for changes in (
        {"home_admin1": "US-VA"},
        {"partner_country": "RU"},
        {"home_country": "RU"},
        {"kind": "other"},
    ):
        one = law(rita, **changes)
        showing = [t for t in Tie.objects.order_by("pk") if any(b.law == one for b in picture(t, ON).laws)]
        assert list(ties_in(one).order_by("pk")) == showing, changes


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"home_admin1": "US-VA", "partner_country": "RU"},
            "forbids ties of places in Virginia with places in Russia",
        ),
        ({"kind": "sister_city", "effect": "requires"}, "asks something of sister city ties"),
        ({"effect": "conditions"}, "sets conditions for ties"),
    ],
)
def test_a_law_says_in_words_which_ties_it_reaches(changes: dict[str, str], said: str) -> None:
    assert Law(**({"effect": "forbids"} | changes)).scope == said


def test_laws_are_listed_and_lead_to_their_ties(client: Client, rita: User, tie: Tie) -> None:
    found = law(rita, partner_country="RU", words="No city shall keep a tie with a city in Russia.")
    client.force_login(rita)
    listed = client.get("/desk/register/law/?q=house").content.decode()
    assert "Forbids ties with places in Russia" in listed
    page = client.get(f"/desk/register/law/{found.pk}/").content.decode()
    assert f'href="/desk/ties/{tie.pk}/"' in page
    shown = client.get(f"/desk/ties/{tie.pk}/?as_of=2022-09-01").content.decode()
    assert "It binds Norfolk, since July 1, 2022." in shown
    assert "No city shall keep a tie" in shown


def test_a_law_is_added_with_a_country_by_name(client: Client, rita: User) -> None:
    client.force_login(rita)
    words = {
        "title": "House Bill 7",
        "effect": "forbids",
        "home_admin1": "virginia",
        "partner_country": "Russia",
    }
    assert client.post("/desk/register/law/new", words).status_code == 302
    found = Law.objects.get()
    assert (found.home_admin1, found.partner_country) == ("US-VA", "RU")
    form = client.get(f"/desk/register/law/{found.pk}/edit").content.decode()
    assert 'value="Virginia"' in form
    assert client.post("/desk/register/law/new", words | {"partner_country": "Ruritania"}).status_code == 400


def test_a_region_of_several_countries_is_asked_about() -> None:
    with pytest.raises(UnknownRegion, match=r"IN-PB \(India\), PK-PB \(Pakistan\)"):
        region_code("Punjab")
    assert region_code("Punjab, Pakistan") == "PK-PB"


def test_a_country_within_a_country_is_no_country_here() -> None:
    assert region_code("Scotland") == "GB-SCT"
    with pytest.raises(UnknownRegion):
        country_code("Scotland")


def test_a_laws_page_asks_as_often_for_many_ties(client: Client, rita: User, tie: Tie) -> None:
    found = law(rita, partner_country="RU")
    client.force_login(rita)

    def queries() -> int:
        client.get(f"/desk/register/law/{found.pk}/")
        with CaptureQueriesContext(connection) as context:
            client.get(f"/desk/register/law/{found.pk}/")
        return len(context)

    few = queries()
    here = tie.sides.get(order=0).place
    for n in range(20):
        there = Place.objects.create(name=f"Gorod {n}", country="RU")
        add_tie(by=rita, here=here, there=there, kind="sister_city")
    assert queries() == few
