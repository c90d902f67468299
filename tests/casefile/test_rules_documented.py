"""The guide tells every rule of silence in its own words."""

from __future__ import annotations

from pathlib import Path

from fingerpost.casefile import gaps
from fingerpost.casefile.silences import RULES, reason


def test_every_rule_stands_in_the_guide(root: Path) -> None:
    page = (root / "docs" / "guide" / "briefing.md").read_text("utf-8")
    missing = [rule for rule, _ in RULES if f"| `{rule}` | {reason(rule)} |" not in page]
    assert not missing


def test_every_gap_of_the_register_stands_in_the_guide(root: Path) -> None:
    page = (root / "docs" / "guide" / "briefing.md").read_text("utf-8")
    missing = [rule for rule, _ in gaps.GAPS if f"| `{rule}` | {gaps.reason(rule)} |" not in page]
    assert not missing
