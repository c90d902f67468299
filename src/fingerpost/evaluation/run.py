"""Read labelled articles and score the readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from fingerpost.documents import open_document
from fingerpost.evaluation.score import Item, Labelled, labelled, score
from fingerpost.reading import read_all


def read_cases(cases: Sequence[Labelled]) -> Iterator[tuple[Labelled, Item]]:
    """Yield each labelled article with its reading, as a dict; parsing is batched."""
    documents = [open_document(case.article, published=case.gold.get("published")) for case in cases]
    for case, reading in zip(cases, read_all(documents), strict=True):
        yield case, msgspec.to_builtins(reading)


def evaluate_folder(folder: Path) -> Item:
    """Give the figures over the labelled articles in a folder."""
    return score(read_cases(list(labelled(folder))))
