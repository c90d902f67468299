"""What several tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def founding() -> Path:
    """The founding article, as text."""
    return ROOT / "evaluation" / "dev" / "000.txt"
