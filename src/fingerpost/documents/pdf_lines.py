"""Lines of a PDF to paragraphs, by their places: a PDF knows where each line stands, and not why.

A paragraph begins where the gap above is wider than the text's own leading, the line is indented, the size
of the letters changes, or the line above ended early. It runs on over columns and pages.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from fingerpost.documents.lines import BULLET, OPENER, SENTENCE_END, is_item_by_chance

SIZE_CHANGE = 0.12
WIDE_GAP = 1.3
INDENT = 0.8
"""In letter sizes."""
FEWEST_INDENTS = 3
"""From this many indented lines on, paragraphs are told apart by indents."""
EARLY = 0.8
"""A line that, with the next word, stays below this share of the usual line length, ended early."""
MIN_RUN = 4
PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*(?:\d{1,3}|(?:page|p\.|seite|strona) ?\d{1,4}|(?:page )?\d{1,4} ?(?:of|/|von|\|) ?\d{1,4}"
    r"|page \d{1,4} of \d{1,4})[-–—\]) ]*$",
    re.I,
)
HYPHENS = "\u2010\u00ad"
"""Set by programs at the end of a line, never typed."""
DASHES = "–—/"
MIN_HYPHENATED = 0.04
"""Share of all lines that end with a typed hyphen from which on the text counts as hyphenated by program."""


class PdfLine(NamedTuple):
    """A line of text: left end, base line (upwards) and size of letters in points, and its page."""

    text: str
    x: float
    y: float
    size: float
    page: int


def paragraphs(lines: list[PdfLine]) -> list[str]:
    """Give the paragraphs of a PDF's lines, without running heads and page numbers."""
    lines = _without_furniture(lines)
    if not lines:
        return []
    setting = _Setting(lines)
    join = _Joiner(lines)
    found = [[lines[0].text]]
    for at in range(1, len(lines)):
        if setting.begins(at, first=found[-1][0]):
            found.append([lines[at].text])
        else:
            found[-1].append(lines[at].text)
    return [join(words) for words in found]


class _Setting:
    """How a text is set: its leading, line length and margins; and so where paragraphs begin."""

    def __init__(self, lines: list[PdfLine]) -> None:
        self.lines = lines
        self.leading = _leadings(lines)
        self.lengths = _lengths(lines)
        self.margins = _margins(lines)
        self.by_indents = sum(map(self._is_indented, range(len(lines)))) >= FEWEST_INDENTS

    def begins(self, at: int, *, first: str) -> bool:
        """Tell whether line ``at`` begins a paragraph; ``first`` is the first line of the one above."""
        above, line = self.lines[at - 1], self.lines[at]
        size = max(above.size, line.size, 1.0)
        if abs(above.size - line.size) > SIZE_CHANGE * size:
            return True
        finished, early = above.text[-1] in SENTENCE_END, self._ends_early(above, line)
        by_chance = not early and is_item_by_chance(above.text, line.text[0], first)
        if not by_chance and (BULLET.match(line.text) or OPENER.match(line.text)):
            return True
        if above.page != line.page or line.y > above.y + 0.5 * size:
            # over a page or column: on, unless the line above is at the end of a sentence or ended early
            begins = self._is_indented(at) if self.by_indents else not line.text[:1].islower()
            return early or (finished and begins)
        if above.y - line.y > WIDE_GAP * self.leading.get(round(above.size), 1.4 * size) + 1:
            return True
        return early or (self._is_indented(at) and not BULLET.match(above.text))

    def _is_indented(self, at: int) -> bool:
        line = self.lines[at]
        return INDENT * line.size < line.x - self.margins[at] < 8 * max(line.size, 1.0)

    def _ends_early(self, above: PdfLine, line: PdfLine) -> bool:
        """Tell whether the next word would have fitted into the line above."""
        needed = len(above.text) + 1 + len(line.text.split(None, 1)[0])
        return needed < EARLY * self.lengths.get(round(above.size), 0)


def _leadings(lines: list[PdfLine]) -> dict[int, float]:
    """Give the usual distance between two base lines for each size of letters, in points."""
    gaps: dict[int, list[float]] = {}
    for line, after in pairwise(lines):
        gap = line.y - after.y
        if line.page == after.page and 0 < gap < 3.5 * max(line.size, 1.0):
            gaps.setdefault(round(line.size), []).append(gap)
    # the lower third: with short paragraphs, the gaps between them can be the most frequent
    return {
        size: sorted(found)[len(found) // 3] if len(found) > 2 else min(found) for size, found in gaps.items()
    }


def _lengths(lines: list[PdfLine]) -> dict[int, int]:
    """Give the usual length of a full line for each size of letters, in characters."""
    found: dict[int, list[int]] = {}
    for line in lines:
        found.setdefault(round(line.size), []).append(len(line.text))
    return {
        size: sorted(lengths)[int(0.8 * len(lengths))] if len(lengths) >= MIN_RUN else 0
        for size, lengths in found.items()
    }


def _margins(lines: list[PdfLine]) -> list[float]:
    """Give, for each line, the left margin of its column: the commonest left end between jumps up."""
    margins: list[float] = []
    run: list[PdfLine] = []
    for line in lines:
        if run and (line.page != run[-1].page or line.y > run[-1].y + max(line.size, 1.0)):
            margins.extend([_margin(run)] * len(run))
            run = []
        run.append(line)
    margins.extend([_margin(run)] * len(run))
    return margins


def _margin(run: list[PdfLine]) -> float:
    counts = Counter(round(line.x) for line in run)
    most = max(counts.values())
    # of left ends about equally frequent, the leftmost: short paragraphs are indented as often as not
    return float(min(x for x, count in counts.items() if count * 2 >= most))


def _without_furniture(lines: list[PdfLine]) -> list[PdfLine]:
    """Leave out page numbers, and the lines that stand at the same height of page after page."""
    pages = {line.page for line in lines}
    repeated = Counter((re.sub(r"\d+", "#", line.text), round(line.y)) for line in lines)
    most = max(2, len(pages) // 2)
    edges = _edges(lines)
    return [
        line
        for at, line in enumerate(lines)
        if not (
            at in edges
            and (
                PAGE_NUMBER.match(line.text)
                or (len(pages) > 1 and repeated[re.sub(r"\d+", "#", line.text), round(line.y)] >= most)
            )
        )
    ]


def _edges(lines: list[PdfLine]) -> set[int]:
    """Give the positions of the three highest and the three lowest lines of every page."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    edges: set[int] = set()
    for found in pages.values():
        found.sort(key=lambda at: lines[at].y)
        edges.update(found[:3])
        edges.update(found[-3:])
    return edges


class _Joiner:
    """Joins lines, mending words parted at a line's end."""

    def __init__(self, lines: list[PdfLine]) -> None:
        parted = sum(line.text.endswith("-") and line.text[-2:-1].islower() for line in lines)
        self.by_program = parted > max(2, MIN_HYPHENATED * len(lines))
        self.words = {word.strip(".,;:!?\"'()“”‘’") for line in lines for word in line.text.split()}

    def __call__(self, lines: list[str]) -> str:
        text = lines[0]
        for line in lines[1:]:
            if text[-1] in HYPHENS and text[-2:-1].isalpha() and line[:1].isalpha():
                text = text[:-1] + line
            elif text.endswith("-") and text[-2:-1].isalnum() and line[:1].isalnum():
                text = text[:-1] + line if self._is_parted(text, line) else text + line
            elif text[-1] in DASHES and text[-2:-1].isalnum():
                text += line
            else:
                text += " " + line
        return text

    def _is_parted(self, text: str, line: str) -> bool:
        """Tell whether the hyphen is only there because the line was full."""
        if not (text[-2].isalpha() and line[0].isalpha()):
            return False
        first = text.rsplit(None, 1)[-1].strip("\"'(“‘")
        second = line.split(None, 1)[0].strip(".,;:!?\"'()“”‘’")
        if first[:-1] + second in self.words:
            return True
        if first + second in self.words or {first[:-1], second} <= self.words:
            return False
        return self.by_program and second[:1].islower()
