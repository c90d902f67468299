"""A source whose reading ends the reader is tried a few times and then left alone; the others are read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from tests.web.storms.databases import ROOT, fresh_environment

from fingerpost.reading.apart import ReaderDied, TooMuchMemory
from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import MOST_ATTEMPTS, STOPPED, read_now
from fingerpost.web.evidence.receiving import receive_source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def letter(rita: User) -> Source:
    """A source that waits."""
    return receive_source(by=rita, data=b"The council met.", name="letter.txt")[0]


def dying(*_: object) -> None:
    raise ReaderDied("SIGSEGV")


def state(source: Source) -> tuple[str, str, int]:
    source.refresh_from_db()
    return source.state, source.problem, source.attempts


def test_a_source_that_ends_the_reader_is_left_alone_after_three_attempts(letter: Source) -> None:
    for attempt in range(1, MOST_ATTEMPTS):
        read_now(letter.pk, read=dying)
        assert state(letter) == ("waiting", "", attempt)
    read_now(letter.pk, read=dying)
    assert state(letter) == ("failed", STOPPED, MOST_ATTEMPTS)
    assert not list(broken_links())


def test_an_attempt_counts_even_where_the_worker_ends_with_it(letter: Source) -> None:
    class Gone(BaseException):
        """As a killed process: nothing after it happens."""

    def take_the_worker_along(*_: object) -> None:
        raise Gone

    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(Gone):
            read_now(letter.pk, read=take_the_worker_along)
    read_now(letter.pk, read=take_the_worker_along)
    assert state(letter)[:2] == ("failed", STOPPED)


def test_a_source_that_is_read_at_last_forgets_its_attempts(letter: Source) -> None:
    read_now(letter.pk, read=dying)
    read_now(letter.pk)
    assert state(letter) == ("read", "", 0)


def test_a_source_that_takes_too_much_is_not_tried_again(letter: Source) -> None:
    def hungry(*_: object) -> None:
        raise TooMuchMemory("letter.txt takes more than the 700 MB of memory that reading may take.")

    read_now(letter.pk, read=hungry)
    assert state(letter)[0] == "failed"
    assert "700 MB" in letter.problem


def test_somebody_may_let_it_be_read_again(client: Client, cora: User, letter: Source) -> None:
    for _ in range(MOST_ATTEMPTS):
        read_now(letter.pk, read=dying)
    client.force_login(cora)
    assert "Read it again" in client.get(f"/desk/sources/{letter.pk}/").content.decode()
    client.post(f"/desk/sources/{letter.pk}/again")
    assert state(letter) == ("waiting", "", 0)
    assert Entry.objects.order_by("number").last().action == "read-again"
    read_now(letter.pk)
    assert state(letter)[0] == "read"


def test_a_source_that_was_read_is_not_read_again(client: Client, cora: User, letter: Source) -> None:
    read_now(letter.pk)
    client.force_login(cora)
    answer = client.post(f"/desk/sources/{letter.pk}/again")
    assert answer.status_code == 409
    assert "did not fail: it is read." in answer.content.decode()


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of the sources that a real worker met."""
    with fresh_environment(Path(tmp_path_factory.mktemp("data"))) as environment:
        done = subprocess.run(
            [sys.executable, "-m", "tests.web.storms.worker_deaths"],
            env=environment | {"FINGERPOST_READING_SECONDS": "5"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=280,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_the_others_are_read_though_some_end_the_reader(deaths: dict[str, Any]) -> None:
    became = deaths["became"]
    assert {name for name, (state, _) in became.items() if state == "read"} == {"first.txt", "last.txt"}
    assert became["segfault.txt"] == became["killed.txt"] == ["failed", STOPPED]
    assert became["memory.txt"][1].startswith("memory.txt takes more than the 700 MB")
    assert became["hang.txt"][1].startswith("hang.txt took over 5 seconds to read")


@pytest.mark.slow
def test_a_worker_killed_with_its_source_three_times_leaves_the_source(deaths: dict[str, Any]) -> None:
    assert deaths["killed"]["kills"] == 3
    assert deaths["killed"]["slow.txt"] == ["failed", STOPPED]
    assert deaths["killed"]["behind.txt"] == ["read", ""]
