"""The reader's figures on the labelled articles do not fall."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fingerpost.evaluation.floors import below, floors_of
from fingerpost.evaluation.run import evaluate_folder

FIGURE = {"precision": 0.9, "recall": 0.8, "f1": 0.85, "hit": 9}


def test_a_figure_below_its_floor_is_named() -> None:
    figures = {"ties": FIGURE | {"recall": 0.7}, "false alarms": 0}
    assert list(below(figures, {"ties": FIGURE, "false alarms": 0})) == [
        "ties: recall is 0.7, and must not fall below 0.8."
    ]


def test_a_false_alarm_more_is_named() -> None:
    assert list(below({"false alarms": 1}, {"false alarms": 0})) == [
        "false alarms: 1, and must not rise above 0."
    ]


def test_equal_figures_hold() -> None:
    figures = {"ties": FIGURE, "since right": 0.9, "articles without a tie": 3}
    assert not list(below(figures, floors_of(figures)))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dev", "fourth", "grown", "second", "third", "train"])
def test_the_reader_keeps_to_its_floors(root: Path, name: str) -> None:
    floors: dict[str, Any] = json.loads((root / "evaluation" / "floors.json").read_text())
    assert not list(below(evaluate_folder(root / "evaluation" / name), floors[name]))
