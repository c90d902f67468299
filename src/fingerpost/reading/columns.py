"""The tokens of a page as plain lists: one pass over the parse, then look-ups that cost next to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from spacy.tokens import Doc, Token

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
        self.tokens = doc
        self.page = page
        orth, pos, dep, lemma, ent, head, self.idx, space, starts = _arrays(doc)
        self.text = _words(doc, orth)
        self.low = _words(doc, orth, _plain)
        self.pos, self.dep, self.lemma, self.ent = (_words(doc, ids) for ids in (pos, dep, lemma, ent))
        self.head = [i + away for i, away in enumerate(head)]
        self.glued = [not flag for flag in space]
        self.starts = [flag == 1 for flag in starts]
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

    def low_at(self, i: int) -> str:
        """Give the lower-case word at an index; empty beyond the end."""
        return self.low[i] if i < len(self.low) else ""

    def is_subject(self, i: int) -> bool:
        """Tell whether the token, or the name it is part of, is a subject."""
        joined = self.dep[i] == "conj" and self.dep[self.head[i]] in SUBJECTS
        return joined or self.dep[i] in SUBJECTS

    def slice(self, start: int, end: int) -> str:
        """Give the text of tokens ``start`` to ``end``, half-open."""
        last = end - 1
        return self.page.document.text[self.idx[start] : self.idx[last] + len(self.text[last])]

    def token(self, i: int) -> Token:
        """Give the token at an index."""
        return self.tokens[i]


def _arrays(doc: Doc) -> list[list[int]]:
    """Give the columns of a doc as numbers; those of ``HEAD`` are distances."""
    names = ("ORTH", "POS", "DEP", "LEMMA", "ENT_TYPE", "HEAD", "IDX", "SPACY", "SENT_START")
    table = doc.to_array(list(names)).view("int64")
    columns: list[list[int]] = [table[:, i].tolist() for i in range(len(names))]
    for i in range(5):
        columns[i] = table[:, i].view("uint64").tolist()
    return columns


def _words(doc: Doc, ids: list[int], change: Callable[[str], str] = str) -> list[str]:
    """Give the strings of a column of ids, each looked up once."""
    strings = doc.vocab.strings
    known = {i: change(strings[i]) for i in set(ids)}
    return [known[i] for i in ids]


def _plain(text: str) -> str:
    """Give a word in lower case, without the full stop of an abbreviation."""
    return text.lower().rstrip(".") if len(text) > 1 else text.lower()


def _blocks(page: Page, offsets: list[int]) -> list[int]:
    """Give the block number of each token; white space belongs to the block before it."""
    numbers, at, blocks = [], 0, page.document.blocks
    for offset in offsets:
        while at + 1 < len(blocks) and offset >= blocks[at + 1].start:
            at += 1
        numbers.append(at)
    return numbers
