"""Ask served registers of 100 and of 50,000 ties for their pages, and for bare views of the same size, in turn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from statistics import median, quantiles
from typing import Any, NamedTuple

from bench.timing import ROOT, Ratio

SIZES = (100, 50_000)
CLIENTS, REQUESTS = 20, 4
"""Threads that ask at the same moment, and how often each asks for a page in a run."""
WITHIN_NOISE = 1.5
"""A page of the large register may take this many times as long as the same page of the small one."""
MOST = {"queries": ("queries", 1.0), "work": ("work of the database", None)}
"""What is counted: its words, and how many times as much it may be; PostgreSQL reads a small table as a whole."""


class Way(NamedTuple):
    """How pages are asked for, and how many times as long as a bare view they may take: the median, and the p95."""

    name: str
    headers: dict[str, str]
    most: tuple[float | None, float | None]


BARE = Way("bare", {}, (None, None))


def compared(part: str, ways: Sequence[Way], runs: int) -> Iterator[Ratio]:
    """Yield how each page of a part compares with a bare view, and the large register with the small one."""
    for database, registers in both_sizes(part):
        for page in registers[0]["pages"]:
            yield from _page(f"{database}, {page}", page, registers, ways, runs)
            yield from _counts(f"{database}, {page}", page, registers)


def counted(part: str) -> Iterator[Ratio]:
    """Yield how often each page of a part asks the database, and how much that does, large against small."""
    for database, registers in both_sizes(part):
        for page in registers[0]["pages"]:
            yield from _counts(f"{database}, {page}", page, registers)


def both_sizes(part: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each kind of database with a register of either size, both served."""
    with databases() as addresses:
        for database, address in addresses.items():
            with ExitStack() as stack:
                yield database, [stack.enter_context(served(part, ties, address)) for ties in SIZES]


def _page(
    title: str, page: str, registers: list[dict[str, Any]], ways: Sequence[Way], runs: int
) -> Iterator[Ratio]:
    taken: dict[tuple[int, str], list[float]] = {}
    for _ in range(runs):
        for number, one in enumerate(registers):
            for way in (*ways, BARE):
                address = bare_address(page) if way is BARE else one["pages"][page]
                asked(one, address, way.headers, times=1)  # what is made once is not timed
                taken.setdefault((number, way.name), []).extend(asked(one, address, way.headers))
    for way in ways:
        name = f"{title}{way.name and ', '}{way.name}"
        for number, ties in enumerate(SIZES):
            for what, told, most in zip((median, p95), ("median", "p95"), way.most, strict=True):
                ours, theirs = what(taken[number, way.name]), what(taken[number, BARE.name])
                yield Ratio(
                    f"{name}, {ties:,} ties: {told} against a bare view", ours / theirs, ours, theirs, most
                )
        small, large = (median(taken[number, way.name]) for number in range(len(SIZES)))
        yield Ratio(f"{name}: 50,000 ties against 100", large / small, large, small, WITHIN_NOISE)


def _counts(title: str, page: str, registers: list[dict[str, Any]]) -> Iterator[Ratio]:
    for what in ("queries", "work"):
        few, many = (one[what][page] for one in registers)
        yield Ratio(f"{title}: {MOST[what][0]}", many / few, many, few, MOST[what][1])


def p95(seconds: list[float]) -> float:
    """Give the 95th percentile."""
    return quantiles(seconds, n=20)[-1]


def bare_address(page: str) -> str:
    """Give the address of the bare view that is as large as a page."""
    return "/bare/" + "".join(letter if letter.isalnum() else "-" for letter in page)


def asked(one: dict[str, Any], address: str, headers: dict[str, str], times: int = REQUESTS) -> list[float]:
    """Let each of the clients ask for a page so many times; give the seconds of each answer."""
    seconds: list[float] = []

    def ask() -> None:
        connection = HTTPConnection("127.0.0.1", one["port"], timeout=120)
        for _ in range(times):
            start = time.perf_counter()
            connection.request("GET", address, headers=one["headers"] | headers)
            response = connection.getresponse()
            response.read()
            assert response.status == 200, (address, response.status)
            seconds.append(time.perf_counter() - start)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seconds) == CLIENTS * times, f"not every client was answered by {address}"
    return seconds


@contextmanager
def databases() -> Iterator[dict[str, str | None]]:
    """Give each kind of database with its address: SQLite, and PostgreSQL where its programs are."""
    from tests.postgres import programs, server

    if programs() is None:
        yield {"SQLite": None}
        return
    with server() as address:
        yield {"SQLite": None, "PostgreSQL": address}


@contextmanager
def served(part: str, ties: int, address: str | None) -> Iterator[dict[str, Any]]:
    """Give a register with so many ties, served by a process of its own: what ``bench.serving`` says of it."""
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"FINGERPOST_DATA": data}
        if address:
            environment["FINGERPOST_DATABASE"] = _new_database(address, f"{part}_{ties}")
        command = [sys.executable, "-m", "bench.serving", part, str(ties)]
        process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin and process.stdout
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()
            process.wait(30)


def _new_database(address: str, name: str) -> str:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return address.rpartition("/")[0] + f"/{name}"
