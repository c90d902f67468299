"""The public site's pages in registers of 100 and of 50,000 ties, against a bare Django view of the same size."""

from __future__ import annotations

from collections.abc import Iterator

from bench.asking import Way, compared
from bench.serving import ANEW
from bench.timing import Ratio

KEPT = Way("kept", {}, (3.0, 5.0))
MADE = Way("made", {ANEW: "yes"}, (None, None))


def site(runs: int) -> Iterator[Ratio]:
    """Each page as it was kept, and as it is when it is made: against a bare view, and 50,000 ties against 100."""
    yield from compared("site", [KEPT, MADE], runs)
