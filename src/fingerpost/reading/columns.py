"""The tokens of a page as plain lists: one pass over the parse, then look-ups that cost next to nothing."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from fingerpost.reading.marks import Marked, marked
from fingerpost.reading.page import Page

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

HYPHENS = frozenset("-–‑")
OPENING = frozenset("\"“‘'«„:(–—•*-")


class Columns:
    """Text, lower case, part of speech, relation, head and entity type of every token, by index.

    ``spans`` has (start, end, block number) of every sentence that is read; ``marks`` what stands in
    quotation marks in each block that is read, by block number.
    """

    def __init__(self, page: Page) -> None:
        doc = page.doc
        self.page = page
        self.text: list[str] = [token.text for token in doc]
        self.low: list[str] = [
            text.lower().rstrip(".") if len(text) > 1 else text.lower() for text in self.text
        ]
        self.pos: list[str] = [token.pos_ for token in doc]
        self.dep: list[str] = [token.dep_ for token in doc]
        self.head: list[int] = [token.head.i for token in doc]
        self.ent: list[str] = [token.ent_type_ for token in doc]
        self.idx = [token.idx for token in doc]
        self.glued = [not token.whitespace_ for token in doc]
        self.starts = [bool(token.is_sent_start) for token in doc]
        self.lemma: list[str] = [token.lemma_ for token in doc]
        self.block = _blocks(page, self.idx)
        self.spans = [
            (sent.start, sent.end, self.block[sent.start]) for sent in doc.sents if page.is_read(sent[0])
        ]
        self.inner = self._inner()
        self.marks: dict[int, list[Marked]] = {}
        text = page.document.text
        for number, block in enumerate(page.document.blocks):
            if block.kind != "promo":
                found = list(marked(text, block.start, block.end))
                if found:
                    self.marks[number] = found
        self.in_marks = self._in_marks()

    def _inner(self) -> set[str]:
        """Give the words that begin with a capital inside a sentence."""
        found: set[str] = set()
        for start, end, _ in self.spans:
            found.update(
                self.text[i]
                for i in range(start + 1, end)
                if self.is_cap(i) and self.text[i - 1] not in OPENING
            )
        return found

    def _in_marks(self) -> list[bool]:
        inside = [False] * len(self.text)
        for number in self.marks:
            for pair in self.marks[number]:
                for i in range(self.at(pair.start), self.at(pair.end)):
                    inside[i] = True
        return inside

    def at(self, offset: int) -> int:
        """Give the index of the first token that begins at or after an offset."""
        return bisect_left(self.idx, offset)

    def is_cap(self, i: int) -> bool:
        """Tell whether the token begins with a capital."""
        return self.text[i][0].isupper()

    def is_subject(self, i: int) -> bool:
        """Tell whether the token, or the name it is part of, is a subject."""
        return self.dep[i] in SUBJECTS

    def slice(self, start: int, end: int) -> str:
        """Give the text of tokens ``start`` to ``end``, half-open."""
        last = end - 1
        return self.page.document.text[self.idx[start] : self.idx[last] + len(self.text[last])]

    def token(self, i: int) -> Token:
        """Give the token at an index."""
        return self.page.doc[i]


def _blocks(page: Page, offsets: list[int]) -> list[int]:
    """Give the block number of each token; white space belongs to the block before it."""
    numbers, at, blocks = [], 0, page.document.blocks
    for offset in offsets:
        while at + 1 < len(blocks) and offset >= blocks[at + 1].start:
            at += 1
        numbers.append(at)
    return numbers
