"""The same article gives the same blocks, whatever it is wrapped in."""

from __future__ import annotations

from collections.abc import Callable

import making
import pytest

from fingerpost.documents import Document, open_document

INDENTED = (
    "p { margin: 0; text-indent: 1.5em } @page { size: A6; margin: 1cm; @bottom-center { content: counter(page) }"
    " @top-center { content: 'The Daily Example' } }"
)
COLUMNS = "p { hyphens: auto; text-align: justify } body { columns: 3 } @page { size: A4 landscape }"


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind, " ".join(document.text[block.start : block.end].split())) for block in document.blocks
    ]


EXPECTED = [
    ("headline", making.HEADLINE),
    ("dateline", "BANGOR, Maine (WQNB) —"),
    ("paragraph", making.PARAGRAPHS[0].removeprefix("BANGOR, Maine (WQNB) — ")),
    *(("paragraph", paragraph) for paragraph in making.PARAGRAPHS[1:]),
]


@pytest.mark.parametrize(
    "make",
    [making.as_text, making.as_markdown, making.as_html, making.as_docx, making.as_mail, making.as_pdf],
)
def test_every_format_gives_the_same_blocks(make: Callable[[], bytes]) -> None:
    assert blocks_of(open_document(make())) == EXPECTED


@pytest.mark.parametrize(
    "style", [INDENTED, COLUMNS], ids=["indented, with page numbers", "hyphenated columns"]
)
def test_the_setting_of_a_pdf_does_not_matter(style: str) -> None:
    assert blocks_of(open_document(making.as_pdf(style=style))) == EXPECTED


def test_a_wrong_extension_does_not_matter() -> None:
    assert open_document(making.as_docx(), name="letter.pdf").media_type.endswith("wordprocessingml.document")


def test_the_digest_is_of_the_bytes_as_received() -> None:
    crlf = making.as_text().replace(b"\n", b"\r\n")
    assert open_document(crlf).text == open_document(making.as_text()).text
    assert open_document(crlf).id != open_document(making.as_text()).id
