"""The reconciliation endpoint, asked as OpenRefine asks, and checked against what the protocol 0.2 requires."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from django.test import Client

from fingerpost.web.accounts.models import User
from fingerpost.web.register.models import Body, Place, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import withhold_tie

pytestmark = pytest.mark.django_db

TYPED = {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "string"}}}
ENTITY = {
    "type": "object",
    "required": ["id", "name", "score"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": TYPED},
    },
}
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": ENTITY}},
    },
}
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace", "view"],
    "properties": {
        "versions": {"type": "array", "contains": {"const": "0.2"}},
        "view": {
            "type": "object",
            "properties": {"url": {"pattern": r"^http.*\{\{id\}\}"}},
            "required": ["url"],
        },
        "preview": {"type": "object", "required": ["url", "width", "height"]},
        "defaultTypes": {"type": "array", "items": TYPED},
    },
}


SERVICE = {
    "type": "object",
    "required": ["service_url", "service_path"],
    "properties": {"service_url": {"pattern": "^https?://"}, "service_path": {"pattern": "^/"}},
}
MANIFEST["properties"] |= {
    "name": {"type": "string"},
    "identifierSpace": {"type": "string", "pattern": "^https?://"},
    "schemaSpace": {"type": "string", "pattern": "^https?://"},
    "documentation": {"type": "string", "pattern": "^https?://"},
    "batchSize": {"type": "integer", "minimum": 1},
    "suggest": {
        "type": "object",
        "required": ["entity", "property", "type"],
        "additionalProperties": SERVICE,
    },
    "extend": {
        "type": "object",
        "required": ["propose_properties"],
        "properties": {"propose_properties": SERVICE, "property_settings": {"type": "array"}},
    },
}
VALUE = {
    "oneOf": [
        {"required": [name], "properties": {name: {"type": type_}}, "additionalProperties": False}
        for name, type_ in (("str", "string"), ("int", "integer"), ("float", "number"), ("bool", "boolean"))
    ]
    + [{"required": ["id"], "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}]
}
EXTENDED = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": {"type": "array", "items": {**TYPED, "properties": {"type": TYPED}}},
        "rows": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": VALUE},
            },
        },
    },
}
SUGGESTED = {
    "type": "array",
    "items": {**TYPED, "properties": {"notable": {"type": "array", "items": TYPED}}},
}


@pytest.fixture
def register() -> User:
    user = load_sample(date(2026, 11, 23)).user
    Site.objects.update_or_create(pk=1, defaults={"open": True})
    return user


def asked(client: Client, **queries: Any) -> dict[str, Any]:
    """Ask as a client does: a form with the queries as JSON."""
    answer = client.post("/api/reconcile", {"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.content
    jsonschema.validate(answer.json(), RESULTS)
    return answer.json()


def test_the_manifest_says_what_the_service_can_do(client: Client, register: User) -> None:
    manifest = client.get("/api/reconcile").json()
    jsonschema.validate(manifest, MANIFEST)
    assert {one["id"] for one in manifest["defaultTypes"]} == {"place", "body"}


def test_the_whole_name_alone_is_a_match(client: Client, register: User) -> None:
    place = Place.objects.exclude(is_home=True).filter(sides__tie__merged_into=None).first()
    found = asked(client, q0={"query": place.name, "type": "place"})["q0"]["result"]
    assert (found[0]["id"], found[0]["match"], found[0]["score"]) == (f"place/{place.pk}", True, 100)


def test_a_candidate_says_in_words_where_it_lies(client: Client, register: User) -> None:
    tver = asked(client, q0={"query": "Tver", "type": "place"})["q0"]["result"][0]
    assert tver["description"] == "Town or city, Tver Oblast, Russia"


def test_case_and_accents_do_not_matter(client: Client, register: User) -> None:
    place = Place.objects.filter(name="Tver").get()
    assert asked(client, q={"query": "TVÉR"})["q"]["result"][0]["id"] == f"place/{place.pk}"


def test_namesakes_are_no_match_until_something_tells_them_apart(client: Client, register: User) -> None:
    first = Place.objects.get(name="Tver")
    twin = Place.objects.create(name="Tver", country="US", admin1="US-ME")
    tie = Tie.objects.create()
    tie.sides.create(place=Place.objects.get(is_home=True), order=0)
    tie.sides.create(place=twin, order=1)
    from fingerpost.web.words.indexing import rebuild

    rebuild()
    found = asked(client, q={"query": "Tver", "type": "place"})["q"]["result"]
    assert len(found) == 2
    assert not any(one["match"] for one in found)
    told = asked(client, q={"query": "Tver", "properties": [{"pid": "country", "v": "RU"}]})["q"]["result"]
    assert (told[0]["id"], told[0]["match"], told[1]["match"]) == (f"place/{first.pk}", True, False)


def test_the_beginning_of_a_name_is_a_candidate_and_no_match(client: Client, register: User) -> None:
    body = Body.objects.first()
    found = asked(client, q={"query": body.name[:6], "type": "body"})["q"]["result"]
    assert f"body/{body.pk}" in {one["id"] for one in found}
    assert not any(one["match"] for one in found)


def test_several_queries_are_answered_under_their_keys(client: Client, register: User) -> None:
    said = asked(client, a={"query": "Bangor"}, b={"query": "no such town"}, c={"query": ""})
    assert [len(said[key]["result"]) > 0 for key in "abc"] == [True, False, False]


def test_values_are_given_for_records(client: Client, register: User) -> None:
    place = Place.objects.get(name="Tver")
    extend = {
        "ids": [f"place/{place.pk}", "place/99999", "nothing"],
        "properties": [{"id": "country"}, {"id": "latitude"}, {"id": "partners"}, {"id": "unknown"}],
    }
    said = client.post("/api/reconcile", {"extend": json.dumps(extend)}).json()
    jsonschema.validate(said, EXTENDED)
    assert [one["id"] for one in said["meta"]] == ["country", "latitude", "partners"]
    assert said["meta"][2]["type"]["id"] == "place"
    row = said["rows"][f"place/{place.pk}"]
    assert row["country"] == [{"str": "RU"}]
    assert row["latitude"] == [{"float": place.latitude}]
    assert [one["name"] for one in row["partners"]] == ["Bangor"]
    assert said["rows"]["place/99999"] == {"country": [], "latitude": [], "partners": []}


def test_names_are_completed_previewed_and_shown(client: Client, register: User) -> None:
    place = Place.objects.get(name="Tver")
    said = client.get("/api/reconcile/suggest/entity", {"prefix": "tve"}).json()["result"]
    jsonschema.validate(said, SUGGESTED)
    assert said[0]["id"] == f"place/{place.pk}"
    preview = client.get(f"/api/reconcile/preview/place/{place.pk}")
    assert "Tver" in preview.content.decode()
    assert "X-Frame-Options" not in preview.headers
    assert client.get(f"/api/reconcile/view/place/{place.pk}").headers["Location"] == f"/places/{place.pk}"
    # OpenRefine writes the slash of an id as %2F.
    assert client.get(f"/api/reconcile/preview/place%2F{place.pk}").content == preview.content
    assert client.get("/api/reconcile/preview/place/99999").status_code == 404
    assert client.get("/api/reconcile/properties", {"type": "place"}).json()["properties"]


@pytest.mark.parametrize(
    ("kind", "prefix", "ids"),
    [
        ("type", "pl", ["place"]),
        ("type", "", ["place", "body"]),
        ("property", "Geo", ["geonames"]),
        ("property", "latitude", ["latitude"]),
        ("property", "nothing", []),
    ],
)
def test_types_and_properties_are_completed(
    client: Client, register: User, kind: str, prefix: str, ids: list[str]
) -> None:
    said = client.get(f"/api/reconcile/suggest/{kind}", {"prefix": prefix}).json()["result"]
    jsonschema.validate(said, SUGGESTED)
    assert [one["id"] for one in said] == ids


def test_every_service_of_the_manifest_answers(client: Client, register: User) -> None:
    manifest = client.get("/api/reconcile").json()
    for service in (*manifest["suggest"].values(), manifest["extend"]["propose_properties"]):
        address = service["service_url"] + service["service_path"]
        assert client.get(address.removeprefix("http://testserver"), {"prefix": "b"}).status_code == 200
    assert client.get("/api/reconcile/suggest/nothing").status_code == 404


def test_pages_of_other_sites_may_match(client: Client, register: User) -> None:
    for address in ("", "/suggest/entity?prefix=b", "/properties?type=place"):
        answer = client.get(f"/api/reconcile{address}", headers={"origin": "https://example.net"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_what_is_not_public_is_no_candidate(client: Client, register: User) -> None:
    place = Place.objects.get(name="Tver")
    for tie in Tie.objects.filter(sides__place=place):
        withhold_tie(by=register, tie=tie, withheld=True, why="talks")
    assert asked(client, q={"query": "Tver", "type": "place"})["q"]["result"] == []
    assert client.get(f"/api/reconcile/preview/place/{place.pk}").status_code == 404


@pytest.mark.parametrize(
    "given",
    [
        {"queries": "no json"},
        {"queries": "[]"},
        {"queries": '{"q": 1}'},
        {"queries": '{"q": {"query": 5}}'},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(101)})},
        {"extend": "{}"},
        {"extend": json.dumps({"ids": ["place/1"] * 201, "properties": []})},
        {"queries": "[" * 100_000},
    ],
)
def test_what_is_not_understood_is_said(client: Client, register: User, given: dict[str, str]) -> None:
    answer = client.post("/api/reconcile", given)
    assert answer.status_code == 400
    assert answer.json()["problem"].endswith((".", '"properties".', '"query".'))


@pytest.mark.parametrize(
    "query",
    [
        {
            "query": "\x00'; --",
            "limit": -5,
            "type": {"id": None},
            "properties": [{"pid": 3}, 7, {"pid": "x", "v": None}],
        },
        {"query": "\ud800", "limit": True, "type": ["place", 5]},
        {"query": "Tver " * 10_000, "properties": "country", "limit": 10**9},
    ],
)
def test_odd_queries_are_answered(client: Client, register: User, query: dict[str, Any]) -> None:
    asked(client, q=query)


def test_a_closed_site_matches_nothing(client: Client, register: User) -> None:
    Site.objects.update(open=False)
    assert client.get("/api/reconcile").status_code == 404
