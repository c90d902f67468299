"""The sentences of a source, as exactly as grouping its findings needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable

ENDS = re.compile(r"""[.!?…]["'”’»)\]]*\s+(?=["'“‘«(\[]*[A-ZÀ-Þ])|\n+""")
"""Where a sentence ends and the next begins, in running text."""


def sentence_starts(
    text: str, blocks: Iterable[tuple[int, int]], whole: Iterable[tuple[int, int]]
) -> list[int]:
    """Give where sentences start, in order. Offsets count code points of the text.

    Args:
        text: the canonical text of the source.
        blocks: its paragraphs, half-open.
        whole: passages that the reader took as one sentence, half-open. They are never cut in two.
    """
    starts = {0}
    for start, end in blocks:
        starts |= {start, *(match.end() for match in ENDS.finditer(text, start, end))}
    whole = sorted(set(whole))
    inside = {at for at in starts if any(start < at < end for start, end in whole)}
    return sorted((starts - inside) | {start for start, _ in whole})
