"""On a full disk nothing is half, what is said is plain, and with room again everything works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.postgres import programs
from tests.web.storms.databases import ROOT

FULL = "The server's disk is full."
NOT_SAVED = "The disk that holds the register is full, so nothing was saved. Make room, then try again."
SIZES = {"sqlite": "24m", "tables": "48m", "server": "120m"}
PAGES = ("upload", "judge", "briefing", "look")


def unsharing() -> list[str]:
    """Give the words with which a process gets file systems of its own; none where this machine does not let it."""
    alone = ["unshare", "--mount"]
    ways = (alone, [*alone, "--user", "--map-current-user", "--keep-caps"])
    if shutil.which("unshare") is None:
        return []
    for way in ways:
        tried = subprocess.run(
            [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        )
        if tried.returncode == 0:
            return way
    return []


@pytest.fixture(scope="module", params=SIZES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of working on a small disk: SQLite; PostgreSQL's tables; a PostgreSQL that is all on it."""
    how = request.param
    way = unsharing()
    if not way:
        pytest.skip("this machine lets nobody make a small disk")
    if how != "sqlite" and programs() is None:
        pytest.skip("no PostgreSQL programs on this machine")
    # Not pytest's own folder: PostgreSQL, as another user, must come to it.
    folder = Path("/tmp") / f"fingerpost-small-{os.getpid()}-{how}"
    folder.mkdir()
    script = f'mount -t tmpfs -o size={SIZES[how]} tmpfs "$1" && exec "$0" -m tests.web.storms.full_disk "$1" {how}'
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {"FINGERPOST_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            [*way, "sh", "-c", script, sys.executable, str(folder)],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    finally:
        folder.rmdir()
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


pytestmark = pytest.mark.slow


def test_nothing_is_lost_half_or_double_on_a_full_disk(told: dict[str, Any]) -> None:
    assert told["faults"] == []


def test_where_nothing_goes_any_more_it_is_said_plainly(told: dict[str, Any]) -> None:
    full = told["rounds"]["0"]
    assert [full[name] for name in ("upload", "judge", "briefing")] == [[503, FULL]] * 3
    for name in ("backup", "export"):
        status, said = full[name]
        assert status == 1
        assert said.endswith(("could not be written: no space left on device.", NOT_SAVED))


def test_wherever_the_room_ends_no_page_is_a_fault(told: dict[str, Any]) -> None:
    for done in told["rounds"].values():
        assert {tuple(done[name]) for name in PAGES} <= {(302, ""), (200, ""), (503, FULL)}
        for name in ("backup", "export"):
            assert done[name] == [0, ""] or (done[name][0] == 1 and "\n" not in done[name][1])


def test_pages_can_be_looked_at_on_a_full_disk(told: dict[str, Any]) -> None:
    assert told["rounds"]["0"]["look"] == [200, ""]


def test_with_room_again_everything_works(told: dict[str, Any]) -> None:
    again = told["again"]
    assert [again[name][0] for name in PAGES] == [302, 302, 302, 200]
    assert again["read"][0] == "read"
    assert again["backup"] == again["export"] == [0, ""]
