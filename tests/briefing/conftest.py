"""Briefings for the tests: of the founding case alone, and of the case with all its later sources."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "casefile"))

from later import history, letter, syndicated, vote
from norfolk import norfolk

from fingerpost.briefing import Briefing, build
from fingerpost.casefile import assemble


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    """The briefing of the founding article."""
    return build(assemble([norfolk()], now="2022-03-02"))


@pytest.fixture(scope="session")
def later_briefing() -> Briefing:
    """The briefing of five sources, one of them a copy."""
    readings = [norfolk(), vote(), history(), syndicated(), letter()]
    return build(assemble(readings, now="2022-03-10"))


@pytest.fixture
def chromium() -> str:
    """Where the browser is."""
    path = Path("/usr/bin/chromium")
    if not path.exists():
        pytest.skip("needs Chromium at /usr/bin/chromium")
    return str(path)
