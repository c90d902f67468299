"""Whole lists as files, read back by what people read them with."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from django.test import Client
from rdflib import RDF, Graph, Literal, URIRef

from fingerpost.web.accounts.models import User
from fingerpost.web.api import downloads
from fingerpost.web.api.downloads import DOWNLOADS
from fingerpost.web.casework.models import Case
from fingerpost.web.register.models import Exchange, Place, Side, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import withhold_tie

pytestmark = pytest.mark.django_db
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture
def register() -> User:
    user = load_sample(date(2026, 11, 23)).user
    Site.objects.update_or_create(pk=1, defaults={"open": True, "licence": "CC0 1.0", "licence_url": LICENCE})
    return user


def text(client: Client, name: str) -> str:
    answer = client.get(f"/downloads/{name}")
    assert answer.status_code == 200
    assert answer.headers["Link"] == f'<{LICENCE}>; rel="license"'
    return b"".join(answer.streaming_content).decode("utf-8-sig")


@pytest.mark.parametrize("name", [f"{name}.{form}" for name, one in DOWNLOADS.items() for form in one.forms])
def test_every_file_says_its_date_and_its_licence(client: Client, register: User, name: str) -> None:
    written = text(client, name)
    if name.endswith("csv"):
        rows = list(csv.DictReader(io.StringIO(written)))
        assert all((row["licence"], len(row["register_date"])) == ("CC0 1.0", 10) for row in rows)
    else:
        about = json.loads(written)
        assert (about["licence"], about["licence_url"], len(about["date"])) == ("CC0 1.0", LICENCE, 10)


def test_the_table_of_ties_has_every_tie(client: Client, register: User) -> None:
    rows = list(csv.DictReader(io.StringIO(text(client, "ties.csv"))))
    assert [int(row["id"]) for row in rows] == list(
        Tie.objects.filter(merged_into=None).order_by("pk").values_list("pk", flat=True)
    )
    assert {row["side_1_place_name"] for row in rows} == {"Bangor"}
    assert {row["side_1_status"] for row in rows} >= {"active", "suspended", "ended"}


def test_lists_longer_than_a_batch_are_whole(
    client: Client, register: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = json.loads(text(client, "ties.json"))["items"]
    monkeypatch.setattr(downloads, "BATCH", 3)
    assert json.loads(text(client, "ties.json"))["items"] == whole
    assert len(whole) > 3


def test_a_batch_may_lie_between_a_thousand_places(client: Client, register: User) -> None:
    number = 2 * downloads.BATCH  # so that one batch is of these ties alone
    places = Place.objects.bulk_create([Place(name=f"Town {n}", country="US") for n in range(2 * number)])
    ties = Tie.objects.bulk_create([Tie(kind="sister_city") for _ in range(number)])
    Side.objects.bulk_create(
        [Side(tie=ties[n // 2], order=n % 2, place=place) for n, place in enumerate(places)]
    )
    listed = json.loads(text(client, "ties.json"))["items"]
    assert len([one for one in listed if one["sides"][0]["place"]["name"].startswith("Town ")]) == number


def test_geojson_has_a_line_for_each_tie_whose_places_are_known(client: Client, register: User) -> None:
    collection = json.loads(text(client, "ties.geojson"))
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        (west, south), (east, north) = feature["geometry"]["coordinates"]
        assert min(west, east) >= -180 and max(west, east) <= 180 and -90 <= min(south, north) <= 90
    Place.objects.filter(is_home=False).update(latitude=None)
    withhold_tie(by=register, tie=Tie.objects.filter(merged_into=None).last(), withheld=True, why="edition")
    assert json.loads(text(client, "ties.geojson"))["features"] == []


P190 = URIRef("http://www.wikidata.org/prop/direct/P190")


def schema(name: str) -> URIRef:
    return URIRef(f"https://schema.org/{name}")


def linked(client: Client) -> Graph:
    """Give the linked data as a program of that world reads it."""
    base = "http://testserver/downloads/ties.jsonld"
    return Graph().parse(data=text(client, "ties.jsonld"), format="json-ld", publicID=base)


def test_linked_data_twins_what_is_tied_and_nothing_else(client: Client, register: User) -> None:
    names = {str(o): str(s) for s, o in linked(client).subject_objects(schema("name"))}
    twins = {(str(a), str(b)) for a, b in linked(client).subject_objects(P190)}
    bangor = names["Bangor"]
    assert {(bangor, names["Tver"]), (names["Tver"], bangor)} <= twins
    assert (bangor, names["Valdivia"]) in twins, "Suspended: it stands, and rests."
    for name in ("Antalya", "Nanaimo", "Odense"):
        assert (bangor, names[name]) not in twins, "Ended, only proposed, or lapsed."
    assert (names["Matsue"], bangor) not in twins and (bangor, names["Matsue"]) in twins


def test_linked_data_names_its_licence_its_day_and_its_ties(client: Client, register: User) -> None:
    graph = linked(client)
    (about,) = graph.subjects(RDF.type, schema("Dataset"))
    assert str(about) == "http://testserver/downloads/ties.jsonld"
    assert URIRef(LICENCE) in set(graph.objects(about, schema("license")))
    assert len(set(graph.objects(about, schema("hasPart")))) == Tie.objects.count()
    assert "" not in {str(value) for value in graph.objects()}
    tver = next(graph.subjects(schema("name"), Literal("Bangor – Tver")))
    assert {str(status) for status in graph.objects(tver, schema("creativeWorkStatus"))} == {
        "Bangor: active",
        "Tver: active",
    }


def test_a_table_without_a_row_says_its_columns(client: Client, register: User) -> None:
    Case.objects.update(published=None)
    rows = csv.DictReader(io.StringIO(text(client, "cases.csv")))
    assert list(rows) == []
    assert rows.fieldnames[:2] == ["id", "url"] and rows.fieldnames[-2:] == ["register_date", "licence"]


def test_a_table_opens_with_its_letters_in_excel(client: Client, register: User) -> None:
    answer = client.get("/downloads/ties.csv")
    assert b"".join(answer.streaming_content).startswith(b"\xef\xbb\xbfid,")


def test_pages_of_other_sites_may_read_files(client: Client, register: User) -> None:
    answer = client.get("/downloads/ties.geojson", headers={"origin": "https://example.net"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in answer.headers


def test_no_spreadsheet_runs_what_somebody_wrote(client: Client, register: User) -> None:
    Exchange.objects.filter(pk=Exchange.objects.first().pk).update(title='=HYPERLINK("http://evil")')
    rows = list(csv.DictReader(io.StringIO(text(client, "exchanges.csv"))))
    assert '\'=HYPERLINK("http://evil")' in {row["title"] for row in rows}


def test_a_withheld_tie_is_in_no_file(client: Client, register: User) -> None:
    tie = Tie.objects.filter(merged_into=None).first()
    name = str(tie).partition(" – ")[2]
    withhold_tie(by=register, tie=tie, withheld=True, why="talks")
    assert name not in text(client, "ties.csv") + text(client, "ties.geojson") + text(client, "ties.jsonld")


@pytest.mark.parametrize("name", ["people.csv", "places.geojson", "ties.exe", "sources.json"])
def test_what_is_no_file_is_not_there(client: Client, register: User, name: str) -> None:
    assert client.get(f"/downloads/{name}").status_code == 404


def test_a_closed_site_has_no_files(client: Client, register: User) -> None:
    Site.objects.update(open=False)
    assert client.get("/downloads/ties.csv").status_code == 404
