"""A public page asks the database as often in a large register as in a small one."""

from __future__ import annotations

import pytest
from bench.public import fill_public
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fingerpost.web.site import kept

SMALL, LARGE = 100, 5_000
MOST = 32


@pytest.mark.slow
def test_a_public_page_makes_as_many_queries_in_a_large_register(client: Client, db: None) -> None:
    small = queries(client, fill_public(SMALL))
    large = queries(client, fill_public(LARGE, first=LARGE))
    # A search reads its index as far as ties are asked for: some steps more, however many there are.
    more = {name: number - small[name] for name, number in large.items() if number > small[name]}
    assert more.pop("search", 0) <= 2 and more.pop("ties by name", 0) <= 4
    assert more == {}
    assert max(large.values()) <= MOST


@pytest.mark.slow
def test_a_page_that_was_made_asks_once(client: Client, db: None) -> None:
    pages = fill_public(SMALL)
    for address in pages.values():
        client.get(address)
        with CaptureQueriesContext(connection) as context:
            client.get(address)
        assert len(context) == 1, address


def queries(client: Client, pages: dict[str, str]) -> dict[str, int]:
    """Give how many queries each page makes when it is made."""
    counted = {}
    for name, address in pages.items():
        kept.forget()
        client.get(address)
        kept.forget()
        with CaptureQueriesContext(connection) as context:
            assert client.get(address).status_code == 200, address
        counted[name] = len(context)
    return counted
