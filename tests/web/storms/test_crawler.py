"""Every link of a public register leads somewhere, in time, and to a page that is not too heavy."""

from __future__ import annotations

import time

import pytest
from bench.crawling import Answer, bytes_for, crawl, seconds_for, shape
from bench.public import fill_public
from django.test import Client
from tests.web.site.walking import ROOT

from fingerpost.web.site import kept

TIES, SHARE = 400, 40
LOADED = 5
"""So many times the budget of time: other tests may have the machine."""


@pytest.mark.slow
def test_every_link_of_a_public_register_holds(client: Client, db: None) -> None:
    """`bench/run crawl` follows those of 50,000 ties."""
    fill_public(TIES)

    def get(address: str) -> Answer:
        kept.forget()
        start = time.perf_counter()
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        taken = time.perf_counter() - start
        kind, location = answer.headers.get("Content-Type", ""), answer.headers.get("Location", "")
        return Answer(answer.status_code, kind, body, taken, location)

    seen = crawl(get, root=ROOT, share=SHARE, first=6)
    assert {"/", "/ties/N", "/de/ties/N", "/cases/N", "/places/N", "/feeds/ties/N.atom"} <= set(seen)
    assert [address for one in seen.values() for address in one.broken] == []
    slow = [one.slowest for one in seen.values() if one.slowest[0] > LOADED * seconds_for(one.slowest[1])]
    assert slow == []
    assert [one.heaviest for one in seen.values() if one.heaviest[0] > bytes_for(one.heaviest[1])] == []


def test_addresses_that_differ_by_numbers_have_one_shape() -> None:
    assert shape("/ties/12?as_of=2022-03-01&page=3") == "/ties/N?as_of&page"
