"""A gazetteer small enough to read, for the tests beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from few_places import ABOUT, compile_small

from fingerpost.places import Gazetteer
from fingerpost.places.index import read


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """The path of a small index."""
    path = tmp_path / "small.index"
    compile_small(path)
    return path


@pytest.fixture
def small(index: Path) -> Gazetteer:
    """A gazetteer of a few places."""
    return Gazetteer(read(index, ABOUT))
