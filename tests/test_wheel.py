"""The wheel carries everything: installed alone, it writes a briefing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from fingerpost.world.land import FINE


def uv(root: Path) -> str:
    found = shutil.which("uv") or str(root / ".tools" / "bin" / "uv")
    assert Path(found).exists(), "./test brings uv in where the machine has none."
    return found


@pytest.mark.slow
def test_the_wheel_alone_writes_a_briefing(root: Path, founding: Path, tmp_path: Path) -> None:
    environment = {
        key: value for key, value in os.environ.items() if key not in {"VIRTUAL_ENV", "PYTHONPATH"}
    }

    def do(*command: str) -> None:
        subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)

    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, check=True, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (wheel,) = tmp_path.glob("*.whl")
    carried = {Path(name).name for name in ZipFile(wheel).namelist()}
    assert {"land.txt", "map.js", "signpost.css"} <= carried
    if FINE.exists():  # tools/front could build: there was a network.
        assert {"leaflet.js", "leaflet.js.gz", "leaflet.css", "land-50m.txt"} <= carried
    do(uv(root), "venv", "--quiet", "--python", sys.executable, "alone")
    python = tmp_path / "alone" / "bin" / "python"
    constraints = str(root / "requirements.lock")
    do(uv(root), "pip", "install", "--quiet", "--python", str(python), "-c", constraints, str(wheel))
    do(str(python.with_name("fingerpost")), "brief", str(founding), "-o", "briefing.html")
    assert "Kaliningrad" in (tmp_path / "briefing.html").read_text("utf-8")
