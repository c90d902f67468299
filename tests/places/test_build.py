"""The real gazetteer: our tables fit the cities that the package brings."""

from __future__ import annotations

import time

import pytest

from fingerpost.places import Gazetteer, tables
from fingerpost.reading.atlas import gazetteer


@pytest.fixture(scope="module")
def book() -> Gazetteer:
    return gazetteer()


def test_every_region_has_its_seat_in_it(book: Gazetteer) -> None:
    lost = [
        region.code
        for region in tables.regions()
        if region.level < 2 and not any(p.admin1 == region.code for p in book.candidates(region.chief))
    ]
    assert lost == []


def test_every_region_is_known_by_each_of_its_names(book: Gazetteer) -> None:
    lost = [
        name
        for region in tables.regions()
        for name in region.names
        if not any(p.admin1 == region.code and p.kind != "populated" for p in book.candidates(name))
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Kaliningrad", "RU", "RU-KGD"),
        ("Königsberg", "RU", "RU-KGD"),
        ("Leningrad", "RU", "RU-SPE"),
        ("Kiev", "UA", "UA-30"),
        ("Peking", "CN", "CN-BJ"),
        ("Breslau", "PL", "PL-02"),
        ("Danzig", "PL", "PL-22"),
        ("Göteborg", "SE", "SE-O"),
        ("Munich", "DE", "DE-BY"),
        ("Tamworth", "GB", "GB-ENG"),
        ("Northumberland", "GB", "GB-ENG"),
        ("Hennepin County", "US", "US-MN"),
        ("Scotland", "GB", "GB-SCT"),
        ("Britain", "GB", None),
        ("Czechia", "CZ", None),
        ("the Netherlands", "NL", None),
    ],
)
def test_the_first_place_of_a_name(book: Gazetteer, name: str, country: str, region: str | None) -> None:
    place = book.candidates(name.removeprefix("the "))[0]
    assert (place.country, place.admin1) == (country, region)


def test_a_region_without_a_table_is_none_rather_than_wrong(book: Gazetteer) -> None:
    assert book.candidates("Windhoek")[0].admin1 is None


def test_opening_takes_milliseconds(book: Gazetteer) -> None:
    start = time.perf_counter()
    Gazetteer.open()
    assert time.perf_counter() - start < 0.5
