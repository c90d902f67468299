"""Read the phrasebook: small made-up articles, written to train the learned positions and never to measure them.

Articles are divided by a line of ``===``. A line is a paragraph; what stands in square brackets at its end says who
holds which stance in it: ``[Joan Pike=keep; Ravi Mehta=keep]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fingerpost.evaluation.score import Item

LABELLED_LINE = re.compile(r"(?P<text>.*?)\s*(?:\[(?P<labels>[^\[\]]*=[^\[\]]*)\])?\s*")


class Told(NamedTuple):
    """A made-up article and its positions, in the form of gold labels."""

    key: str
    text: str
    positions: list[Item]


def phrasebook(folder: Path) -> Iterator[Told]:
    """Yield the articles of the phrasebook in a folder; nothing where there is no such folder."""
    number = 0
    for path in sorted(folder.glob("*.txt")):
        for article in path.read_text("utf-8").split("===\n"):
            number += 1
            yield _told(f"pb{number:03d}", article)


def _told(key: str, article: str) -> Told:
    lines: list[str] = []
    positions: list[Item] = []
    for line in filter(None, map(str.strip, article.splitlines())):
        found = LABELLED_LINE.fullmatch(line)
        assert found is not None  # every part of the pattern may be empty
        lines.append(found["text"])
        for label in filter(None, (found["labels"] or "").split(";")):
            actor, _, stance = label.strip().rpartition("=")
            positions.append({"actor": actor, "stance": stance, "sentence": found["text"]})
    return Told(key, "\n\n".join(lines), positions)
