"""A process killed with -9 at random moments loses nothing that was acknowledged, and leaves nothing half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.storms.databases import ROOT, fresh_environment

MIGRATION_KILLS, WORK_KILLS = 12, 45
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill")]


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What came of it."""
    words = [
        sys.executable,
        "-m",
        "tests.web.storms.kills",
        str(MIGRATION_KILLS),
        str(WORK_KILLS),
        "20220301",
    ]
    with fresh_environment(Path(tmp_path_factory.mktemp("data"))) as environment:
        done = subprocess.run(
            words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_at_least_fifty_processes_were_killed_at_work(storm: dict[str, dict[str, int]]) -> None:
    assert sum(storm["kills"].values()) >= 50
    assert all(storm["acknowledged"].values())


def test_nothing_is_lost_half_or_double(storm: dict[str, object]) -> None:
    assert storm["faults"] == []
