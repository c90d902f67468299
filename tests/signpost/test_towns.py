"""Towns named by a person."""

from __future__ import annotations

import pytest

from fingerpost.places import Gazetteer
from fingerpost.signpost import Partner
from fingerpost.signpost.towns import BadTown, home_of, named, partner_of, towns_in


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def partners(data: str, gazetteer: Gazetteer) -> list[Partner]:
    return [partner_of(town, gazetteer, lambda _: None) for town in towns_in(data.encode(), "towns.csv")]


def test_a_name_is_enough(gazetteer: Gazetteer) -> None:
    (town,) = named(["Kaliningrad"])
    found = partner_of(town, gazetteer, lambda _: None)
    assert (found.name, found.country, round(found.latitude or 0)) == ("Kaliningrad", "Russia", 55)


def test_the_home_keeps_the_name_it_was_given(gazetteer: Gazetteer) -> None:
    home, country = home_of("Norfolk, Virginia", gazetteer, lambda _: None)
    assert (home.name, country, round(home.latitude)) == ("Norfolk, Virginia", "US", 37)


def test_a_list_says_since_when_and_how_a_tie_stands(gazetteer: Gazetteer) -> None:
    rows = "name;country;since;status;changed\nKaliningrad;Russia;1992;suspended;2022\n\nTver;;;;\n"
    first, second = partners(rows, gazetteer)
    assert (first.since, first.standing, first.changed, first.country) == (
        "1992",
        "suspended",
        "2022",
        "Russia",
    )
    assert (second.name, second.standing, second.country) == ("Tver", "active", "Russia")


def test_a_position_in_the_list_needs_no_gazetteer(gazetteer: Gazetteer) -> None:
    (found,) = partners("name,latitude,longitude\nAtlantis,31.25,-24.25\n", gazetteer)
    assert (found.name, found.latitude, found.longitude) == ("Atlantis", 31.25, -24.25)


def test_json_may_be_names_or_objects(gazetteer: Gazetteer) -> None:
    first, second = partners('["Tver", {"name": "Cork", "country": "Ireland", "since": 1999}]', gazetteer)
    assert (first.name, second.name, second.since) == ("Tver", "Cork", "1999")


def test_a_name_that_several_places_bear_is_pointed_out(gazetteer: Gazetteer) -> None:
    said: list[str] = []
    partner_of(named(["Springfield"])[0], gazetteer, said.append)
    assert said[0].startswith('"Springfield" can mean 34 places; Springfield, US-MO is taken.')


def test_another_name_of_one_place_alone_is_not_pointed_out(gazetteer: Gazetteer) -> None:
    said: list[str] = []
    assert partner_of(named(["Ulaanbaatar"])[0], gazetteer, said.append).name == "Ulaanbaatar"
    assert said == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("town\nTver\n", "there is no column name"),
        ("name\nXyzzyville\n", 'towns.csv, line 2: "Xyzzyville"'),
        ("name,status\nTver,gone\n", 'line 2: "gone" is no status'),
        ("name,latitude,longitude\nTver,north,3\n", '"north" is no latitude'),
        ("name,latitude,longitude\nTver,nan,3\n", '"nan" is no latitude'),
        ("name,country\n,Russia\n", "there is no name"),
        ("[1]", "entry 1: a name, or an object"),
        ('{"name": "Tver"}', "a list of towns is expected"),
        ("[" * 100_000, "this is no JSON"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(data: str, why: str, gazetteer: Gazetteer) -> None:
    with pytest.raises(BadTown) as caught:
        partners(data, gazetteer)
    assert why in str(caught.value)


def test_other_bytes_than_utf8_are_refused() -> None:
    with pytest.raises(BadTown, match="not UTF-8"):
        towns_in("name\nMünchen".encode("latin-1"), "towns.csv")
