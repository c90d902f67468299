"""A paper as a Word document, in the lettering of the briefing."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from fingerpost.briefing.as_docx import clean
from fingerpost.briefing.docx_fonts import embed_fonts
from fingerpost.briefing.docx_styles import FACE
from fingerpost.web.paper.docx_styles import set_page, set_styles
from fingerpost.web.paper.model import BLANK, Block, Figures, Items, Paper, Table
from fingerpost.web.paper.parts import Cell, filled_in, mark_of, paragraph, table_row

STYLE = {
    "title": "Title",
    "heading": "Heading 1",
    "subject": "Heading 2",
    "text": "Normal",
    "notice": "Notice",
    "sender": "Sender",
    "address": "Address",
    "date": "Date Line",
    "words": "Words",
    "signature": "Signed",
}
"""A block's style to the name of the paragraph style in Word."""


def as_docx(paper: Paper) -> bytes:
    """Give the paper as DOCX. Characters that XML cannot hold show as U+FFFD."""
    from docx import Document

    document = Document()
    set_page(document, american=paper.american, landscape=paper.landscape)
    set_styles(document.styles, small=paper.landscape)
    core = document.core_properties
    core.title, core.author, core.comments, core.language = clean(paper.title)[:255], "Fingerpost", "", "en"
    core.created = core.modified = paper.now.replace(tzinfo=None)
    parts: list[Iterable[str]] = []
    for block in paper.blocks:
        _block(document, block, parts)
    embed_fonts(document, FACE)
    out = BytesIO()
    document.save(out)
    return filled_in(out, parts) if parts else out.getvalue()


def _block(document: Any, block: Block, parts: list[Iterable[str]]) -> None:
    if isinstance(block, Table):
        _table(document, block, parts)
    elif isinstance(block, Items):
        style = document.styles["List Bullet"].style_id
        mark = _place(parts, (paragraph(item, style) for item in block.items))
        document.element.body.sectPr.addprevious(mark)
    elif isinstance(block, Figures):
        _figures(document, block)
    else:
        _write(document.add_paragraph(style=STYLE[block.style]), block.text)


def _write(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """Write words, each line in a run of its own, and each gap in them on a ground that shows."""
    from docx.enum.text import WD_COLOR_INDEX

    for line_number, line in enumerate(clean(text).split("\n")):
        if line_number:
            paragraph.add_run().add_break()
        for at, part in enumerate(line.split(BLANK)):
            if at:
                gap = paragraph.add_run(BLANK)
                gap.font.highlight_color, gap.bold = WD_COLOR_INDEX.YELLOW, bold or None
            if part:
                paragraph.add_run(part).bold = bold or None


def _place(parts: list[Iterable[str]], part: Iterable[str]) -> Any:
    """Add a part to be written when the file is packed; give the mark for where."""
    from lxml.etree import Comment

    parts.append(part)
    return Comment(mark_of(len(parts) - 1))


def _table(document: Any, block: Table, parts: list[Iterable[str]]) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(block.head))
    table.style = "Lined"
    table.autofit = False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(width)
    row = table._tbl.tr_lst[0]
    _mark(row, "cantSplit")
    _mark(row, "tblHeader")
    _fill(row, block, table)
    names = ["Number" if at in block.numbers else "Small" for at in range(len(block.head))]
    cells = [
        Cell(Mm(width).twips, document.styles[name].style_id, bold=at == 0)
        for at, (width, name) in enumerate(zip(block.widths, names, strict=True))
    ]
    table._tbl.append(_place(parts, (table_row(words, cells) for words in block.rows)))


def _figures(document: Any, block: Figures) -> None:
    """Set sums beside one another, each under its name, so many to a row."""
    rows = [block.figures[start : start + IN_A_ROW] for start in range(0, len(block.figures), IN_A_ROW)]
    for row in rows:
        table = document.add_table(rows=1, cols=IN_A_ROW)
        for cell, (name, figure) in zip(table.rows[0].cells, row, strict=False):
            cell.paragraphs[0].style = "Figure Name"
            _write(cell.paragraphs[0], name)
            _write(cell.add_paragraph(style="Figure"), figure)


IN_A_ROW = 7
"""Sums set beside one another."""


def _mark(row: Any, tag: str) -> None:
    """Say of a row that it is a head (``tblHeader``), or stays on one page (``cantSplit``)."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement(f"w:{tag}"))


def _fill(row: Any, block: Table, table: Any) -> None:
    """Fill the head of a table."""
    from docx.shared import Mm
    from docx.table import _Cell

    for at, (element, text, width) in enumerate(zip(row.tc_lst, block.head, block.widths, strict=True)):
        cell = _Cell(element, table)
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Number" if at in block.numbers else "Small"
        _write(paragraph, text, bold=True)
