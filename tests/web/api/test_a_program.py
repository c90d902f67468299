"""A program that knows the API by its description alone: every way of reading it, to the end of every list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from django.test import Client
from django.utils import timezone

from fingerpost.web.casework.models import Case
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Site

pytestmark = pytest.mark.django_db
NEEDS_TOKEN = {"/api/v1/review"}


class Program:
    """What a library makes of an OpenAPI description: operations to call, answers held against their schemas."""

    def __init__(self) -> None:
        self.client = Client()
        self.described = self.client.get("/api/v1/openapi.json").json()

    def reading(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield each path that can be read, with what is said of it."""
        for path, methods in self.described["paths"].items():
            if "get" in methods:
                yield path, methods["get"]

    def get(self, path: str, operation: dict[str, Any], **headers: str) -> Any:
        """Ask, and hold the answer against its schema."""
        answer = self.client.get(path, headers=headers)
        said = operation["responses"][str(answer.status_code)]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json(), {**said, "components": self.described["components"]})
        assert answer.status_code == 200, (path, answer.content)
        return answer

    def items(self, path: str, operation: dict[str, Any], limit: int) -> list[dict[str, Any]]:
        """Follow a list to its end."""
        found, address = [], f"{path}?limit={limit}"
        while address:
            part = self.get(address, operation).json()
            assert len(part["items"]) <= limit
            found += part["items"]
            address = (part["next"] or "").removeprefix("http://testserver")
        return found


@pytest.fixture
def program(db: None) -> Program:
    load_sample(date(2026, 11, 23))
    Site.objects.update_or_create(pk=1, defaults={"open": True})
    Case.objects.update(published=timezone.now())
    return Program()


def test_every_list_is_read_to_its_end_and_every_record_of_it_by_itself(program: Program) -> None:
    operations = dict(program.reading())
    lists = [path for path in operations if f"{path}/{{number}}" in operations]
    assert len(lists) == len(program.get("/api/v1/", operations["/api/v1/"]).json()["lists"]) == 14
    for path in lists:
        found = program.items(path, operations[path], limit=2)
        ids = [one["id"] for one in found]
        assert ids == sorted(set(ids)), path
        assert found == program.items(path, operations[path], limit=500), path
        for one in found:
            answer = program.get(f"{path}/{one['id']}", operations[f"{path}/{{number}}"])
            assert answer.json() == one, path


def test_whatever_is_read_twice_is_sent_once(program: Program) -> None:
    for path, operation in program.reading():
        if "{" in path or path in NEEDS_TOKEN:
            continue
        first = program.get(path, operation)
        again = program.client.get(path, headers={"if-none-match": first.headers["ETag"]})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert first.headers["Access-Control-Allow-Origin"] == "*"
        assert not first.cookies


def test_every_filter_that_is_described_holds(program: Program) -> None:
    for path, operation in program.reading():
        for parameter in operation.get("parameters", []):
            name = parameter["name"]
            if name in {"tie", "person", "body", "place", "case", "source"} and path not in NEEDS_TOKEN:
                found = program.get(f"{path}?{name}=1", operation).json()["items"]
                assert {one[name] for one in found} <= {1}, (path, name)


def test_days_are_asked_for_as_described(program: Program) -> None:
    operations = dict(program.reading())
    for path in ("/api/v1/ties", "/api/v1/ties/{number}"):
        assert "as_of" in {one["name"] for one in operations[path]["parameters"]}
    days = ("1980-01-01", "2000-01-01", "2026-11-23")
    ties = [
        program.get(f"/api/v1/ties?as_of={day}", operations["/api/v1/ties"]).json()["items"] for day in days
    ]
    active = [sum(tie["sides"][0]["status"] == "active" for tie in found) for found in ties]
    assert active[0] < active[1]
    assert {tie["as_of"] for found in ties for tie in found} == set(days)


def test_addresses_in_answers_lead_somewhere(program: Program) -> None:
    operations = dict(program.reading())
    for path in ("/api/v1/ties", "/api/v1/decisions", "/api/v1/sources", "/api/v1/laws", "/api/v1/people"):
        for one in program.items(path, operations[path], limit=500)[:3]:
            parts = urlsplit(one["url"])
            assert program.client.get(parts.path).status_code == 200, one["url"]
