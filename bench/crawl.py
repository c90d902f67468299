"""Follow the links of a public register of 50,000 ties: no error, and no page over its budget of time and bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from http.client import HTTPConnection, IncompleteRead
from math import inf

from bench.asking import served
from bench.crawling import Answer, Get, Seen, bytes_for, crawl, seconds_for
from bench.serving import ANEW
from bench.timing import Ratio

TIES = 50_000
SHARE = "FINGERPOST_BENCH_SHARE"
"""One address in so many of each shape is followed; 1 follows all of some 700,000, which takes a night."""
USUAL_SHARE = 500
STARTS = ("/", *(f"/ties/?page={number}" for number in range(50, 1_000, 50)))
"""A walk that leaves out much would not get deep into the list."""


def followed(runs: int) -> Iterator[Ratio]:
    """Give, for each shape of address, how near its slowest and its heaviest page came to the budget."""
    del runs  # one walk is one run
    with served("site", TIES, None) as site:
        root = f"http://127.0.0.1:{site['port']}"
        share = int(os.environ.get(SHARE, USUAL_SHARE))
        walked = crawl(getting(site["port"]), root=root, share=share, starts=STARTS)
        for shape, seen in sorted(walked.items()):
            yield from told(shape, seen)


def told(shape: str, seen: Seen) -> Iterator[Ratio]:
    """Give what was seen of a shape, as shares of what it may take."""
    of = f"{shape} ({seen.asked:,} of {seen.found:,})"
    yield Ratio(
        f"{of}: broken {seen.broken[:3] or ''}", float(len(seen.broken)), len(seen.broken), seen.asked, 0
    )
    (seconds, slowest), (weight, heaviest) = seen.slowest, seen.heaviest
    most = seconds_for(slowest)
    yield Ratio(f"{of}: slowest, {slowest}", seconds / most, seconds, most, 1.0)
    if (most := bytes_for(heaviest)) < inf:
        yield Ratio(f"{of}: heaviest, {heaviest}", weight / most, weight / 1000, most / 1000, 1.0)


def getting(port: int) -> Get:
    """Give what asks a server, on one connection, for pages that are made anew. 599: an answer broke off."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)

    def get(address: str) -> Answer:
        start = time.perf_counter()
        connection.request("GET", address, headers={ANEW: "yes"})
        response = connection.getresponse()
        try:
            body = response.read()
        except IncompleteRead as error:
            connection.close()
            return Answer(599, "", error.partial, time.perf_counter() - start)
        taken = time.perf_counter() - start
        kind, location = response.headers.get("Content-Type", ""), response.headers.get("Location", "")
        return Answer(response.status, kind, body, taken, location)

    return get
