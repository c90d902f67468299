"""Health and readiness, and what the log says of a request."""

from __future__ import annotations

import io
import json
import logging
import logging.config

import pytest
from django.db import OperationalError
from django.test import Client

from fingerpost.web import probing
from fingerpost.web.logs import logging_config, one_line_for_refusals


def test_health_asks_nothing_of_the_database(client: Client) -> None:
    # Without the db mark, a query would fail this test.
    answer = client.get("/health", headers={"host": "10.0.0.7:8000"})
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readiness_needs_no_known_host_name(client: Client) -> None:
    answer = client.get("/ready", headers={"host": "10.0.0.7:8000"})
    assert answer.status_code == 200
    assert answer.json()["migrations"] == "applied"


@pytest.mark.django_db
def test_a_worker_that_works_is_seen(client: Client) -> None:
    assert client.get("/ready").json()["worker"] == "missing"
    probing.tell_alive()
    assert client.get("/ready").json()["worker"] == "works"


def test_without_the_database_it_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> str:
        raise OperationalError("connection refused by db.internal")

    monkeypatch.setattr(probing, "_migrations", away)
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert "db.internal" not in answer.content.decode()


@pytest.mark.django_db
def test_with_migrations_waiting_it_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fingerpost.web.migrating.is_migrated", lambda: False)
    assert client.get("/ready").status_code == 503


def logged(client: Client, path: str, form: str, **headers: str) -> list[str]:
    """Give the lines that a request writes."""
    written = io.StringIO()
    config = logging_config(form, "info")
    handler = logging.StreamHandler(written)
    configurator = logging.config.DictConfigurator(config)
    handler.setFormatter(configurator.configure_formatter(config["formatters"][form]))
    log = logging.getLogger("fingerpost.requests")
    log.addHandler(handler)
    level = log.level
    log.setLevel(logging.INFO)
    try:
        client.get(path, headers=headers)
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
    return written.getvalue().splitlines()


@pytest.mark.django_db
def test_a_request_is_one_line_of_json(client: Client) -> None:
    (line,) = logged(client, "/nothing-here?q=secret+search", "json", **{"x-request-id": "abc-123"})
    said = json.loads(line)
    assert (said["path"], said["status"], said["request"], said["level"]) == (
        "/nothing-here",
        404,
        "abc-123",
        "INFO",
    )
    assert "secret" not in line


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["text", "json"])
def test_nobody_writes_lines_of_their_own_into_the_log(client: Client, form: str) -> None:
    assert len(logged(client, "/a%0A2026-11-23 ERROR forged%0D%0Ab", form)) == 1


@pytest.mark.django_db
def test_a_request_id_that_is_none_is_replaced(client: Client) -> None:
    given = client.get("/nothing-here", headers={"x-request-id": "x" * 400}).headers["X-Request-ID"]
    assert len(given) == 32
    assert client.get("/nothing-here").headers["X-Request-ID"] != given


@pytest.mark.parametrize("path", ["/", "/desk/", "/api/v1/ties", "/de/ties/"])
def test_a_name_that_is_not_ours_is_refused_in_a_sentence(client: Client, path: str) -> None:
    # Without the db mark: what scanners ask under any name costs no query, and leaves no traceback.
    answer = client.get(path, headers={"host": "elsewhere.example.net"})
    assert answer.status_code == 400
    assert "FINGERPOST_HOSTS" in answer.content.decode()
    assert "elsewhere" not in answer.content.decode()


def test_whoever_asks_under_another_name_leaves_one_line_and_no_traceback(client: Client) -> None:
    assert logging_config("text", None)["handlers"]["stderr"]["filters"] == ["refusals"]
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(one_line_for_refusals())
    log = logging.getLogger("django.security.DisallowedHost")
    log.addHandler(handler)
    try:
        client.get("/", headers={"host": "elsewhere.example.net"})
    finally:
        log.removeHandler(handler)
    assert len(written.getvalue().splitlines()) == 1
