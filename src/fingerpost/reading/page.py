"""One parsed document, with what every finder asks of it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any

from spacy.attrs import LOWER
from spacy.tokens import Doc, Span, Token

from fingerpost.documents.model import Block, Document
from fingerpost.reading.model import Passage

UNREAD = frozenset({"promo"})

CLOSING = {'"': '"', "”": "“", "»": "«"}
"""Quotation marks that close what another opens; a straight one is both."""


class Page:
    """A document and its parse. Token offsets (``token.idx``) are offsets of ``document.text``."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.document = document
        self.memo: dict[str, Any] = {}
        """What one finder has found and another needs too, by name."""
        self.doc = doc
        self._starts = [block.start for block in document.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Give the block that holds a character offset."""
        at = bisect_right(self._starts, offset) - 1
        block = self.document.blocks[at] if at >= 0 else None
        return block if block and offset < block.end else None

    @cached_property
    def lower(self) -> list[str]:
        """The lower-cased text of each token: finders that look at every token share it."""
        strings = self.doc.vocab.strings
        ids = self.doc.to_array(LOWER).tolist()
        text = {number: strings[number] for number in set(ids)}
        return [text[number] for number in ids]

    @cached_property
    def sents(self) -> list[Span]:
        """The sentences that are read: all but promo lines, in text order."""
        return [sent for sent in self._all_sents if self.is_read(sent[0])]

    def sents_after(self, sent: Span, count: int) -> list[Span]:
        """Give the next sentences that are read."""
        at = bisect_right(self._read_starts, sent.start)
        return self.sents[at : at + count]

    @cached_property
    def _read_starts(self) -> list[int]:
        return [sent.start for sent in self.sents]

    def is_read(self, token: Token) -> bool:
        """Tell whether the token stands in a block that is read."""
        block = self.block_at(token.idx)
        return block is not None and block.kind not in UNREAD

    def passage(self, start: int, end: int) -> Passage:
        """Give the passage of a half-open span of offsets."""
        return Passage(start, end, self.document.text[start:end])

    def passage_of(self, span: Span | Token) -> Passage:
        """Give the passage of a span or token, without white space at its ends, and with the mark that closes it."""
        start = span.idx if isinstance(span, Token) else span.start_char
        text = span.text
        left = len(text) - len(text.lstrip())
        return self._closed(start + left, start + max(left, len(text.rstrip())))

    def _closed(self, start: int, end: int) -> Passage:
        """Give a passage with the mark that closes it, which parsers count to what follows."""
        text = self.document.text
        if text[start : start + 1] in CLOSING and text[start + 1 : start + 2].isspace() and start + 1 < end:
            start += 1
            while text[start].isspace():
                start += 1
        if text[end : end + 1] in CLOSING:
            opening = CLOSING[text[end]]
            opened, closed = text.count(opening, start, end), text.count(text[end], start, end)
            if opened % 2 if opening == text[end] else opened > closed:
                end += 1
        return self.passage(start, end)

    def sent_at(self, offset: int) -> Span | None:
        """Give the sentence that holds a character offset."""
        at = bisect_right(self._sent_starts, offset) - 1
        return self._all_sents[at] if at >= 0 else None

    @cached_property
    def _all_sents(self) -> list[Span]:
        return list(self.doc.sents)

    @cached_property
    def _sent_starts(self) -> list[int]:
        return [sent.start_char for sent in self._all_sents]

    def sentence(self, token: Token) -> Passage:
        """Give the passage of the sentence that holds the token."""
        return self.passage_of(token.sent)
