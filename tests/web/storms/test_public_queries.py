"""A public page asks the database as often, and takes as long, in a large register as in a small one."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

import pytest
from bench.public import fill_public
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import clear_url_caches, path

from fingerpost.web import urls
from fingerpost.web.site import kept

SMALL, LARGE = 100, 5_000
"""`bench/run site` compares 100 with 50,000, which takes longer to fill."""
MOST = 32
TIMES, SECONDS = 3, 0.05
"""A page of the large register may take so many times as long as one of the small, and so much longer, of this
process's own time: others may have the machine. What every tie has to be read for grows with them."""
GROWS = ("ties, standing so", "map")
KEPT_AGAINST_BARE = 6


class Made(NamedTuple):
    """How a page was made."""

    queries: int
    seconds: float


@pytest.mark.slow
def test_a_public_page_is_made_alike_in_a_large_register(client: Client, db: None) -> None:
    small = made(client, fill_public(SMALL))
    large = made(client, fill_public(LARGE, first=LARGE))
    # A search reads its index as far as ties are asked for: some steps more, however many there are.
    more = {name: one.queries - small[name].queries for name, one in large.items()}
    assert more.pop("search") <= 2 and more.pop("ties by name") <= 4
    assert {name: number for name, number in more.items() if number > 0} == {}
    assert max(one.queries for one in large.values()) <= MOST
    slow = {
        name: (small[name].seconds, one.seconds)
        for name, one in large.items()
        if name not in GROWS and one.seconds > TIMES * small[name].seconds + SECONDS
    }
    assert slow == {}


@pytest.mark.slow
def test_a_page_that_was_made_asks_once_and_is_near_a_bare_view(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = fill_public(SMALL)
    for address in pages.values():
        client.get(address)
        with CaptureQueriesContext(connection) as context:
            page = client.get(address)
        assert len(context) == 1, address
    template = engines["django"].from_string(f"{{% verbatim %}}{page.content.decode()}{{% endverbatim %}}")

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse(template.render({}, request))

    monkeypatch.setattr(urls, "urlpatterns", [path("bare", bare), *urls.urlpatterns])
    clear_url_caches()
    theirs, ours = (quickest(lambda at=at: client.get(at), 50) for at in ("/bare", address))
    monkeypatch.undo()
    clear_url_caches()
    assert ours <= KEPT_AGAINST_BARE * theirs


def made(client: Client, pages: dict[str, str]) -> dict[str, Made]:
    """Give how each page is made, as if nobody had asked for it."""
    found = {}
    for name, address in pages.items():

        def make(address: str = address) -> None:
            kept.forget()
            assert client.get(address).status_code == 200, address

        seconds = quickest(make, 3)
        with CaptureQueriesContext(connection) as context:
            make()
        found[name] = Made(len(context), seconds)
    return found


def quickest(ask: Callable[[], object], times: int) -> float:
    """Give the seconds of the quickest of some tries."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        ask()
        taken.append(time.process_time() - start)
    return min(taken)
