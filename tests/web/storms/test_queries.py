"""A page asks the database as often in a large register as in a small one."""

from __future__ import annotations

import pytest
from bench.register import fill, member
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

SMALL, LARGE = 100, 5_000
"""`bench/run desk` compares 100 with 50,000, which takes longer to fill."""


@pytest.mark.slow
def test_a_page_makes_as_many_queries_in_a_large_register(client: Client, db: None) -> None:
    client.force_login(member())
    small = queries(client, fill(SMALL))
    large = queries(client, fill(LARGE, first=LARGE))
    assert small == large
    assert max(large.values()) <= 25


def queries(client: Client, pages: dict[str, str]) -> dict[str, int]:
    """Give how many queries each page makes, once it has been seen."""
    counted = {}
    for name, address in pages.items():
        client.get(address)
        with CaptureQueriesContext(connection) as context:
            assert client.get(address).status_code == 200
        counted[name] = len(context)
    return counted
