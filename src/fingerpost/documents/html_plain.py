"""An HTML page read plainly: every block of text in order, without a tree and so without recursion.

It measures the page for the article extractor, and stands in for it where the page is too deep or too
large, or where the extractor finds no article.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from fingerpost.documents.model import BlockKind
from fingerpost.documents.wordlist import terms

SKIPPED = terms(
    "script style noscript template svg math iframe object canvas select button"
    " nav footer aside form dialog head"
)
INLINE = terms(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter q ruby rb"
    " rt rp s samp small span strike strong sub sup time tt u var wbr"
)
TWO_BREAKS = re.compile(r"\v\s*\v")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LONGEST_TEXT = 25_000_000
"""Most characters kept; the limit on the text itself is checked afterwards."""


class PlainPage:
    """A target for lxml's parser. ``parts`` is the page's text, ``depth`` and ``elements`` its measure."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, BlockKind | None]] = []
        self.captions: list[str] = []
        self.depth = 0
        self.elements = 0
        self.attributes = 0
        """Most attributes of one tag."""
        self._open = 0
        self._skipping = 0
        self._kind: BlockKind | None = None
        self._words: list[str] = []
        self._size = 0

    def start(self, tag: Any, attrib: Any) -> None:
        self.elements += 1
        self._open += 1
        self.depth = max(self.depth, self._open)
        self.attributes = max(self.attributes, len(attrib))
        if not isinstance(tag, str):
            return
        if tag in SKIPPED:
            self._skipping += 1
            return
        if tag == "br":
            self._words.append("\v")
        elif tag == "q":
            self._words.append("“")
        elif tag not in INLINE:
            self._flush()
            self._kind = _kind(tag) or self._kind

    def end(self, tag: Any) -> None:
        self._open -= 1
        if tag in SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag == "q":
            self._words.append("”")
        elif isinstance(tag, str) and tag not in INLINE and tag != "br":
            self._flush()
            self._kind = None

    def data(self, data: Any) -> None:
        if not self._skipping and self._size < LONGEST_TEXT:
            self._words.append(data)
            self._size += len(data)

    def comment(self, text: Any) -> None:
        """Comments are no text."""

    def close(self) -> PlainPage:
        self._flush()
        return self

    def _flush(self) -> None:
        lines = TWO_BREAKS.split("".join(self._words))
        self._words.clear()
        for line in lines:
            words = " ".join(line.split())
            if words:
                self.parts.append((words, self._kind))
                if self._kind == "caption":
                    self.captions.append(words)


def _kind(tag: str) -> BlockKind | None:
    if tag in HEADINGS:
        return "headline"
    if tag == "figcaption":
        return "caption"
    return "list" if tag == "li" else None


def read_plainly(text: str) -> PlainPage:
    """Give the page of decoded HTML, with its measure. Linear in its length."""
    from lxml import etree

    # No huge_tree: libxml2's own guards against enormous attributes and depths stay on.
    page = PlainPage()
    parser: Any = etree.HTMLParser(target=page, recover=True)
    # past a guard of libxml2, what was read up to there stays
    with suppress(etree.LxmlError):
        parser.feed(text)
        parser.close()
    return page.close()
