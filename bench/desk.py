"""The desk's pages in registers of 100 and of 50,000 ties, against a bare Django view of the same size."""

from __future__ import annotations

from collections.abc import Iterator

from bench.asking import Way, compared
from bench.timing import Ratio


def desk(runs: int) -> Iterator[Ratio]:
    """Median and 95th percentile of each page against a bare view; queries and times of 50,000 ties against 100."""
    yield from compared("desk", [Way("", {}, (None, None))], runs)
