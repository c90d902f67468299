"""Floors: the figures below which a change must not fall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MEASURES = ("precision", "recall", "f1")
FEWER_IS_BETTER = frozenset({"false alarms", "unequal slices"})


def below(figures: dict[str, Any], floors: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for each figure that is worse than its floor."""
    for name, floor in floors.items():
        found = figures[name]
        if isinstance(floor, dict):
            for measure in MEASURES:
                if found[measure] < floor[measure]:
                    yield f"{name}: {measure} is {found[measure]}, and must not fall below {floor[measure]}."
        elif name in FEWER_IS_BETTER:
            if found > floor:
                yield f"{name}: {found}, and must not rise above {floor}."
        elif found < floor:
            yield f"{name}: {found}, and must not fall below {floor}."


def floors_of(figures: dict[str, Any]) -> dict[str, Any]:
    """Give the figures as floors: rates only, no counts that merely describe the articles."""
    return {
        name: {measure: figure[measure] for measure in MEASURES} if isinstance(figure, dict) else figure
        for name, figure in figures.items()
        if name != "articles without a tie"
    }
