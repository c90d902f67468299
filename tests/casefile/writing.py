"""Write a Reading by hand: every passage is found in the text by its words, which must stand there once."""

from __future__ import annotations

import hashlib
import re

from fingerpost.documents.model import Block, Document
from fingerpost.reading.model import Account, Passage, Reading


class Text:
    """A source under the pen: ``text("words")`` gives the passage of words that stand in it exactly once."""

    def __init__(self, text: str, **about: object) -> None:
        data = text.encode()
        self.document = Document(
            id="sha256:" + hashlib.sha256(data).hexdigest(),
            text=text,
            blocks=tuple(_blocks(text)),
            **about,  # type: ignore[arg-type]
        )

    def __call__(self, words: str) -> Passage:
        text = self.document.text
        assert text.count(words) == 1, f"stands {text.count(words)} times: {words!r}"
        start = text.index(words)
        return Passage(start, start + len(words), text[start : start + len(words)])

    def all(self, words: str) -> tuple[Passage, ...]:
        """Give every place where the words stand."""
        found = [
            Passage(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(words), self.document.text)
        ]
        assert found, words
        return tuple(found)

    def reading(self, **findings: object) -> Reading:
        """Give the Reading with these findings."""
        text = self.document.text
        return Reading(
            document=self.document,
            account=Account(
                characters=len(text),
                characters_read=len(text),
                quotes_found=len(findings.get("quotes", ())),  # type: ignore[arg-type]
                quotes_unattributed=0,
                places_found=len(findings.get("places", ())),  # type: ignore[arg-type]
                places_unresolved=0,
                reader="written by hand",
            ),
            **findings,  # type: ignore[arg-type]
        )


def _blocks(text: str) -> list[Block]:
    blocks = []
    for line in re.finditer(r"[^\n]+", text):
        promo = line.group().startswith("RELATED:")
        blocks.append(Block("promo" if promo else "paragraph", line.start(), line.end()))
    return blocks
