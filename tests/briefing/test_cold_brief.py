"""A briefing is made soon after the command is typed: little is loaded for it beside the parser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pytest
from bench.reading import BARE
from bench.timing import finished

UNNEEDED = ("numpy.ma", "docx", "pypdf", "weasyprint", "lxml", "django", "concurrent.futures.process")
"""What other formats, many sources and the desk load; numpy.ma comes with numpy's own isin and unique."""

MOST = 1.4
"""Times the processor seconds of a bare parse; ``bench/run cold`` holds the clock to 1.25 on a quiet machine."""


def test_a_briefing_as_html_loads_what_it_needs(founding: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from fingerpost.cli import main; main(sys.argv[1:], standalone_mode=False);"
        f"print([name for name in {UNNEEDED!r} if name in sys.modules])"
    )
    words = ["brief", str(founding), "-o", str(tmp_path / "briefing.html")]
    said = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_briefing_costs_little_more_than_a_bare_parse(founding: Path, tmp_path: Path) -> None:
    command = str(Path(sys.executable).with_name("fingerpost"))
    brief = [command, "brief", str(founding), "-o", str(tmp_path / "briefing.html")]
    bare = [sys.executable, "-c", BARE, str(founding)]
    _processor_seconds(brief), _processor_seconds(bare)  # compiled now, where nothing did it before
    ratios = [_processor_seconds(brief) / _processor_seconds(bare) for _ in range(3)]
    assert median(ratios) < MOST


def _processor_seconds(command: Sequence[str]) -> float:
    usage = finished(command)
    return usage.ru_utime + usage.ru_stime
