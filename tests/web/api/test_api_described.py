"""What the API says of itself holds, whatever is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.cache import caches
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from fingerpost.web.accounts.models import User
from fingerpost.web.api.tokens import make_token
from fingerpost.web.casework.models import Case
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Site
from fingerpost.web.wsgi import application

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)

EXAMPLES = 25 if connection.vendor == "sqlite" else 10
"""Requests made up for each operation. What the other database refuses differs in a few kinds of values only."""

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def one_connection(db: None) -> Iterator[None]:
    """Keep the test's own connection open between requests, as Django's client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def secret(one_connection: None) -> str:
    """A token that may do everything, in the open sample register."""
    load_sample(date(2026, 11, 23))
    Site.objects.update_or_create(pk=1, defaults={"open": True})
    Case.objects.update(published=timezone.now())
    return make_token(by=User.objects.get(), name="test")[1]


@pytest.mark.parametrize("writes", [False, True], ids=["reading", "writing"])
def test_whatever_is_sent_is_answered_as_described(secret: str, writes: bool) -> None:
    # The sample is loaded once for all operations, and what one of them did is undone before the next: with a
    # register of its own for each, this took a quarter of an hour on PostgreSQL.
    tried = 0
    for operation in (found.ok() for found in schema.get_all_operations()):
        if (operation.method != "get") == writes:
            with undone():
                try_out(operation, secret)
            tried += 1
    assert tried > 10


@contextmanager
def undone() -> Iterator[None]:
    """Undo what is done within the block."""
    caches["counts"].clear()  # all that is tried comes from one place
    before = transaction.savepoint()
    yield
    transaction.savepoint_rollback(before)


def try_out(operation: Any, secret: str) -> None:
    """Send what the description of an operation allows, and hold the answers against it."""

    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def send(case: Any) -> None:
        response = case.call(headers={"Authorization": f"Bearer {secret}", "Host": "localhost"})
        if response.status_code == 405:
            assert response.headers["allow"]
        else:
            case.validate_response(response, checks=CHECKS)

    try:
        send()
    except BaseException as error:
        error.add_note(f"Asked for: {operation.label}")
        raise


def test_every_way_of_writing_asks_for_a_token() -> None:
    described = schema.raw_schema["paths"]
    writing = {
        (path, method)
        for path, methods in described.items()
        for method, operation in methods.items()
        if method in {"post", "put", "patch", "delete"}
    }
    assert len(writing) > 10
    for path, method in writing:
        assert described[path][method]["security"], path
