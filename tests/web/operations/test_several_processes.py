"""Several web processes and a worker on one PostgreSQL, one of them killed under load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.postgres import programs
from tests.web.storms.databases import ROOT


@pytest.mark.slow
def test_killing_one_web_process_under_load_loses_nothing(tmp_path: Path) -> None:
    if programs() is None:
        pytest.skip("no PostgreSQL programs on this machine")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {"FINGERPOST_DATA": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.operations.several"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["up"], "Both came up on an empty database, at the same moment."
    assert (said["lost"], said["doubled"]) == ([], [])
    assert said["acknowledged"] > 20
    assert said["refused"] > 0, "The one that was killed was under load."
    assert said["read"] and said["worker_seen"]
    assert said["ended"] == [True, True], "The others stop when they are asked to."
