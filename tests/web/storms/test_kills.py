"""A process killed with -9 at random moments loses nothing that was acknowledged, and leaves nothing half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.web.storms.databases import ROOT, fresh_environment

MIGRATION_KILLS, WORK_KILLS, RESTORE_KILLS = 12, 45, 55
SEED = 20220301
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill")]


def happened(data: Path, *words: object) -> dict[str, Any]:
    """Give what a storm says that came of it, on a database of its own."""
    with fresh_environment(data) as environment:
        done = subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of migrations and work that were killed."""
    data = tmp_path_factory.mktemp("work")
    return happened(data, "tests.web.storms.kills", MIGRATION_KILLS, WORK_KILLS, SEED)


@pytest.fixture(scope="module")
def restores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of restores that were killed."""
    data = tmp_path_factory.mktemp("restores")
    return happened(data, "tests.web.storms.restore_kills", RESTORE_KILLS, SEED)


def test_at_least_fifty_processes_were_killed_at_work(work: dict[str, Any]) -> None:
    assert sum(work["kills"].values()) >= 50
    assert all(work["acknowledged"].values())


def test_nothing_is_lost_half_or_double(work: dict[str, Any]) -> None:
    assert work["faults"] == []


def test_a_restore_that_is_killed_leaves_all_or_nothing(restores: dict[str, Any]) -> None:
    assert restores["faults"] == []


def test_restores_are_killed_while_they_work(restores: dict[str, Any]) -> None:
    assert restores["outcomes"]["killed"] == RESTORE_KILLS
    assert restores["outcomes"]["nothing"] >= 25


def test_a_restore_after_those_that_were_killed_is_whole(restores: dict[str, Any]) -> None:
    assert restores["last"] == "whole"
