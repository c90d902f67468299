"""The long parts of a Word document, lists and rows of tables, written straight into its file.

As a tree, 50,000 rows of eight cells take a gigabyte and half a minute. A mark stands in the tree for each part; the
parts take the places of the marks while the file is packed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import IO, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fingerpost.briefing.as_docx import clean
from fingerpost.web.paper.model import BLANK

BODY = "word/document.xml"
_MARK = re.compile(rb"<!--part (\d+)-->")
_BREAK = "<w:r><w:br/></w:r>"


class Cell(NamedTuple):
    """How a column's cells are set; ``width`` in twentieths of a point, ``style`` by its id."""

    width: int
    style: str
    bold: bool = False


def mark_of(number: int) -> str:
    """Give the words of the comment that stands for a part."""
    return f"part {number}"


def paragraph(text: str, style: str, *, bold: bool = False) -> str:
    """Give a paragraph as XML: each line in a run of its own, each gap in the words on a ground that shows."""
    lines = (_line(line, bold) for line in clean(text).split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_BREAK.join(lines)}</w:p>'


def _line(line: str, bold: bool) -> str:
    runs = [_run(part, bold) if part else "" for part in line.split(BLANK)]
    return _run(BLANK, bold, '<w:highlight w:val="yellow"/>').join(runs)


def _run(text: str, bold: bool, properties: str = "") -> str:
    properties = ("<w:b/>" if bold else "") + properties
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table_row(words: Sequence[str], cells: Sequence[Cell]) -> str:
    """Give a row of a table as XML; it stays on one page."""
    set_cells = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{cell.width}"/></w:tcPr>'
        f"{paragraph(text, cell.style, bold=cell.bold)}</w:tc>"
        for text, cell in zip(words, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(set_cells)}</w:tr>"


def filled_in(document: BytesIO, parts: Sequence[Iterable[str]]) -> bytes:
    """Give a packed document with its parts in the places of their marks."""
    out = BytesIO()
    with ZipFile(document) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for item in source.infolist():
            data, about = source.read(item), ZipInfo(item.filename, item.date_time)
            about.compress_type = ZIP_DEFLATED
            with target.open(about, "w", force_zip64=item.filename == BODY) as file:
                if item.filename == BODY:
                    _write(file, data, parts)
                else:
                    file.write(data)
    return out.getvalue()


def _write(file: IO[bytes], body: bytes, parts: Sequence[Iterable[str]]) -> None:
    at = 0
    for mark in _MARK.finditer(body):
        file.write(body[at : mark.start()])
        for part in parts[int(mark[1])]:
            file.write(part.encode())
        at = mark.end()
    file.write(body[at:])
