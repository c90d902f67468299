"""A paper as a Word document, in the lettering of the briefing."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from fingerpost.briefing.as_docx import clean
from fingerpost.briefing.docx_fonts import embed_fonts
from fingerpost.briefing.docx_styles import FACE
from fingerpost.web.paper.docx_styles import set_page, set_styles
from fingerpost.web.paper.model import BLANK, Block, Figures, Items, Paper, Table

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
    for block in paper.blocks:
        _block(document, block)
    embed_fonts(document, FACE)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Table):
        _table(document, block)
    elif isinstance(block, Items):
        for item in block.items:
            _write(document.add_paragraph(style="List Bullet"), item)
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


def _table(document: Any, block: Table) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=1 + len(block.rows), cols=len(block.head))
    table.style = "Lined"
    table.autofit = False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(width)
    for row in table._tbl.tr_lst[:1]:
        _mark(row, "tblHeader")
    for at, (row, words) in enumerate(zip(table._tbl.tr_lst, [block.head, *block.rows], strict=True)):
        _mark(row, "cantSplit")
        _fill(row, words, block, table, head=at == 0)


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


def _fill(row: Any, words: Sequence[str], block: Table, table: Any, *, head: bool) -> None:
    from docx.shared import Mm
    from docx.table import _Cell

    for at, (element, text, width) in enumerate(zip(row.tc_lst, words, block.widths, strict=True)):
        cell = _Cell(element, table)
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Number" if at in block.numbers else "Small"
        _write(paragraph, text, bold=head or at == 0)
