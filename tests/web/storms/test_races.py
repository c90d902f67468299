"""People who do the same thing at the same moment: one does it, the others are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.web.storms.databases import ROOT, fresh_environment
from tests.web.storms.races import ROUNDS, THREADS


@pytest.fixture(scope="module")
def races(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of them, in real transactions."""
    with fresh_environment(Path(tmp_path_factory.mktemp("data"))) as environment:
        done = subprocess.run(
            [sys.executable, "-m", "tests.web.storms.races"],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


pytestmark = pytest.mark.slow


def test_one_reviewer_wins_and_the_others_are_told(races: dict[str, Any]) -> None:
    assert races["reviewers"]["rounds"] == [{"won": 1, "Changed": THREADS - 1}] * ROUNDS
    assert (races["reviewers"]["judgements"], races["reviewers"]["facts"]) == (ROUNDS, ROUNDS)


def test_the_same_bytes_from_several_people_are_one_source(races: dict[str, Any]) -> None:
    assert races["uploads"]["rounds"] == [{"new": 1, "known": THREADS - 1}] * ROUNDS
    assert (races["uploads"]["kept"], races["uploads"]["queued"]) == (ROUNDS, ROUNDS)


def test_changes_at_the_same_moment_keep_the_chain_unbroken(races: dict[str, Any]) -> None:
    assert races["chain"]["broken"] == []
    assert races["chain"]["entries"] == races["chain"]["came"]["kept"] == THREADS * ROUNDS * 4 // 5
    assert set(races["chain"]["came"]) == {"kept", "ValidationError"}


def test_two_processes_that_start_at_once_both_start(races: dict[str, Any]) -> None:
    assert races["migrations"] == []
