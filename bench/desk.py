"""The desk's pages in registers of 100 and of 50,000 ties, against a bare Django view of the same size.

``python -m bench.desk TIES`` fills an empty database (FINGERPOST_DATA, FINGERPOST_DATABASE), says on a line of JSON
where it serves, and serves until its input is closed. ``bench/run desk`` starts two of these and asks both.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from statistics import median, quantiles
from typing import Any

from bench.timing import ROOT, Ratio

SIZES = (100, 50_000)
CLIENTS, REQUESTS = 20, 4
"""Threads that ask at the same moment, and how often each asks for a page in a run."""
WITHIN_NOISE = 1.5
"""A page of the large register may take this many times as long as the same page of the small one."""


def desk(runs: int) -> Iterator[Ratio]:
    """Median and 95th percentile of each page against a bare view; queries and times of 50,000 ties against 100."""
    with databases() as addresses:
        for name, address in addresses.items():
            with ExitStack() as stack:
                desks = [stack.enter_context(served(ties, address)) for ties in SIZES]
                yield from compared(name, desks, runs)


def compared(database: str, desks: list[dict[str, Any]], runs: int) -> Iterator[Ratio]:
    """Ask for each page in turn: small and large register, the page and the bare view."""
    for page in desks[0]["pages"]:
        taken: dict[tuple[int, str], list[float]] = {}
        for _ in range(runs):
            for number, one in enumerate(desks):
                for kind, address in (
                    ("page", one["pages"][page]),
                    ("bare", f"/bare/{page.replace(' ', '-')}"),
                ):
                    taken.setdefault((number, kind), []).extend(asked(one, address))
        for (number, ties), what in ((pair, what) for pair in enumerate(SIZES) for what in (middle, slowest)):
            ours, theirs = what(taken[number, "page"]), what(taken[number, "bare"])
            name = f"{database}, {ties:,} ties, {page}: {what.__name__} against a bare view"
            yield Ratio(name, ours / theirs, ours, theirs)
        (small, large) = (middle(taken[number, "page"]) for number in range(2))
        yield Ratio(f"{database}, {page}: 50,000 ties against 100", large / small, large, small, WITHIN_NOISE)
        few, many = (one["queries"][page] for one in desks)
        yield Ratio(f"{database}, {page}: queries", many / few, many, few, 1.0)


def middle(seconds: list[float]) -> float:
    """Give the median."""
    return median(seconds)


def slowest(seconds: list[float]) -> float:
    """Give the 95th percentile."""
    return quantiles(seconds, n=20)[-1]


middle.__name__, slowest.__name__ = "median", "p95"


def asked(one: dict[str, Any], address: str) -> list[float]:
    """Let the clients ask for a page; give the seconds of each answer."""
    seconds: list[float] = []

    def ask() -> None:
        connection = HTTPConnection("127.0.0.1", one["port"], timeout=120)
        for _ in range(REQUESTS):
            start = time.perf_counter()
            connection.request("GET", address, headers={"Cookie": one["cookie"]})
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
def served(ties: int, address: str | None) -> Iterator[dict[str, Any]]:
    """Give a desk with so many ties, served by a process of its own."""
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"FINGERPOST_DATA": data}
        if address:
            environment["FINGERPOST_DATABASE"] = _new_database(address, f"desk_{ties}")
        command = [sys.executable, "-m", "bench.desk", str(ties)]
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


# The served side


def main() -> None:
    """Fill, say where, and serve until the input is closed."""
    from bench.register import fill, member
    from fingerpost.web.setup import start_django

    start_django()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment
    from waitress.server import create_server

    from fingerpost.web.migrating import migrate
    from fingerpost.web.serving import THREADS
    from fingerpost.web.wsgi import application

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # clients are meant to queue here
    setup_test_environment(debug=False)
    migrate()
    pages = fill(int(sys.argv[1]))
    client = Client()
    client.force_login(member())
    queries = {}
    for name, address in pages.items():
        client.get(address)
        with CaptureQueriesContext(connection) as context:
            _add_bare(name.replace(" ", "-"), client.get(address).content.decode())
        queries[name] = len(context)
    connection.close()
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    server = create_server(application, host="127.0.0.1", port=0, threads=THREADS)
    said = {"port": server.effective_port, "cookie": cookie, "pages": pages, "queries": queries}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdin.read()


def _add_bare(name: str, page: str) -> None:
    """Add an address that renders a static template with the bytes of a page, and does nothing else."""
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import clear_url_caches, path

    from fingerpost.web import urls

    template = engines["django"].from_string("{% verbatim %}" + page + "{% endverbatim %}")

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse(template.render({}, request))

    urls.urlpatterns.append(path(f"bare/{name}", bare))
    clear_url_caches()


if __name__ == "__main__":
    main()
