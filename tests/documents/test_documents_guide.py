"""The guide states the limits and the errors as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import fingerpost.documents as documents
from fingerpost.documents import DocumentError, limits

STATED = {
    "SOURCE_BYTES": ("source, as received | {} MB", 1_000_000),
    "TEXT_CHARACTERS": ("text | {} million characters", 1_000_000),
    "TEXT_LINES": ("{} lines", 1),
    "ZIP_MEMBERS": ("Word document | {} parts", 1),
    "ZIP_BYTES": ("{} MB unpacked", 1_000_000),
    "XML_BYTES": ("{} MB for one part", 1_000_000),
    "PDF_STREAM_BYTES": ("one stream of a PDF, unpacked | {} MB", 1_000_000),
    "PDF_PAGES": ("the first {} are read", 1),
    "HTML_DEPTH": ("{} levels", 1),
    "HTML_ELEMENTS": ("{} tags", 1),
    "HTML_ATTRIBUTES": ("{} attributes in one tag", 1),
    "MARKDOWN_CHARACTERS": ("Markdown | {} million characters", 1_000_000),
    "MAIL_PARTS": ("the first {} parts", 1),
    "MULTIPART_DEPTH": ("{} levels of parts in parts", 1),
    "MAIL_DEPTH": ("{} levels of mails in mails", 1),
    "SECONDS": ("{} seconds", 1),
    "PIPE_SECONDS": ("silence of a named pipe | {} seconds", 1),
}


@pytest.fixture
def guide(root: Path) -> str:
    return (root / "docs" / "guide" / "documents.md").read_text("utf-8")


def test_every_limit_is_in_the_guide(guide: str) -> None:
    assert set(STATED) == {name for name in vars(limits) if name.isupper()}
    for name, (words, unit) in STATED.items():
        assert words.format(f"{int(getattr(limits, name) / unit):,}") in guide


def test_every_error_is_in_the_guide(guide: str) -> None:
    family = [
        name
        for name, value in vars(documents).items()
        if isinstance(value, type) and issubclass(value, DocumentError)
    ]
    assert len(family) > 10
    assert [name for name in family if f"`{name}`" not in guide.replace("fingerpost.documents.", "")] == []
