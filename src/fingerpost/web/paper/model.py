"""A paper as data: blocks in order, each in one of a few styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from fingerpost.web.spool import Spool

BLANK = "[…]"
"""What stands for something that the register does not know; it is set so that nobody overlooks it."""

Style = Literal[
    "title",  # of the whole paper
    "heading",  # of a part
    "subject",  # of a letter
    "text",
    "notice",  # what the paper is, to whoever completes it
    "sender",  # a letter's head
    "address",
    "date",
    "words",  # a decision's own words, set apart
    "signature",
]

Rows = tuple[Any, ...] | Spool
"""Items or rows of cells, to be gone through as often as there are formats."""


@dataclass(frozen=True)
class Text:
    """A paragraph; a line break in it is one on paper."""

    text: str
    style: Style = "text"


@dataclass(frozen=True)
class Items:
    """A list; a long one may lie on the disk."""

    items: Rows


@dataclass(frozen=True)
class Figures:
    """Sums, each with its name, beside one another."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table; ``widths`` in millimetres. Columns named in ``numbers`` (by place) are set to the right."""

    head: tuple[str, ...]
    rows: Rows
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()


Block = Text | Items | Figures | Table


@dataclass
class Paper:
    """A paper that is being written."""

    title: str
    now: datetime
    american: bool = False
    """Whether it is set on Letter, and its dates as in the United States; otherwise on A4."""
    landscape: bool = False
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str, style: Literal["title", "heading", "subject"] = "heading") -> None:
        """Write a heading."""
        self.blocks.append(Text(text, style))

    def text(self, text: str, style: Style = "text") -> None:
        """Write a paragraph."""
        self.blocks.append(Text(text.replace("\r\n", "\n"), style))

    def lines(self, lines: Iterable[str], style: Style = "address") -> None:
        """Write lines that belong together, as an address does."""
        self.text("\n".join(lines), style)

    def items(self, items: Iterable[str]) -> None:
        """Write a list."""
        self.blocks.append(Items(_kept(items)))

    def figures(self, figures: Iterable[tuple[str, str]]) -> None:
        """Write sums, each with its name."""
        self.blocks.append(Figures(tuple(figures)))

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[float],
        *,
        numbers: Iterable[int] = (),
    ) -> None:
        """Write a table. Its head stands again on each page."""
        self.blocks.append(Table(tuple(head), _kept(rows), tuple(widths), frozenset(numbers)))


def _kept(rows: Iterable[Any]) -> Rows:
    return rows if isinstance(rows, Spool) else tuple(rows)
