"""The database goes away and comes back: pages say so plainly, and work again without a restart."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.postgres import programs
from tests.web.storms.databases import ROOT


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the pages answered."""
    if programs() is None:
        pytest.skip("no PostgreSQL programs on this machine")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {"FINGERPOST_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.storms.away"],
        env=environment,
        cwd=Path(ROOT),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_pages_say_plainly_that_the_database_is_away(away: dict[str, Any]) -> None:
    assert [status for status, _ in away["during"]] == [503] * len(away["during"])
    for _, page in away["during"]:
        assert "The database does not answer." in page
        assert "Traceback" not in page


@pytest.mark.slow
def test_pages_work_again_without_a_restart(away: dict[str, Any]) -> None:
    assert away["after"] == away["before"]
    assert max(away["after"]) < 400


@pytest.mark.slow
def test_nobody_notices_that_the_database_was_away_between_two_visits(away: dict[str, Any]) -> None:
    assert away["unnoticed"] == away["before"]


@pytest.mark.slow
def test_sources_are_read_again_without_a_restart(away: dict[str, Any]) -> None:
    assert away["read"] == [True, True]


def test_a_fault_shows_no_traceback(client: Client, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    from fingerpost.web.desk.views import home

    def fail() -> None:
        raise ZeroDivisionError("a secret of the server")

    monkeypatch.setattr(home, "is_founded", fail)
    client.raise_request_exception = False
    answer = client.get("/desk/")
    assert (answer.status_code, "a secret" in answer.content.decode()) == (500, False)
    assert "A fault in Fingerpost" in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/ties/", "The server's disk is full."),
        ("/de/ties/", "Der Speicher des Servers ist voll."),
        ("/api/v1/ties", "The server's disk is full"),
        ("/desk/", "The server's disk is full."),
    ],
)
def test_a_full_disk_is_told_on_every_side(
    client: Client, monkeypatch: pytest.MonkeyPatch, db: None, page: str, words: str
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for module in (
        "site.answering.current_edition",
        "api.answering.current_edition",
        "desk.views.home.is_founded",
    ):
        monkeypatch.setattr(f"fingerpost.web.{module}", no_room)
    client.raise_request_exception = False
    answer = client.get(page)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert words in answer.content.decode()


def test_an_address_without_a_page_says_so(client: Client, db: None) -> None:
    answer = client.get("/desk/no-such-page/")
    assert (answer.status_code, "There is nothing here" in answer.content.decode()) == (404, True)
