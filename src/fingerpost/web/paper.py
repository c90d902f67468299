"""Word documents of the desk: a letter's or report's paragraphs in the lettering of the briefing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from fingerpost.briefing.as_docx import clean
from fingerpost.briefing.docx_fonts import embed_fonts
from fingerpost.briefing.docx_styles import FACE, GREEN, INK, QUIET, font, heading, ruled


class Paper:
    """A Word document that is being written. Characters that XML cannot hold show as U+FFFD."""

    def __init__(self, title: str, *, now: datetime, american: bool, landscape: bool = False) -> None:
        from docx import Document

        self.document = Document()
        _page(self.document, american=american, landscape=landscape)
        _styles(self.document.styles)
        core = self.document.core_properties
        core.title, core.author, core.comments, core.language = clean(title)[:255], "Fingerpost", "", "en"
        core.created = core.modified = now.replace(tzinfo=None)

    def heading(self, text: str, level: int = 1) -> None:
        """Write a heading; level 0 is the title."""
        self.document.add_heading(clean(text), level=level)

    def text(self, text: str, style: str = "Normal") -> None:
        """Write a paragraph; a line break in the text is one in the paragraph."""
        self.document.add_paragraph(clean(text.replace("\r\n", "\n")), style=style)

    def lines(self, lines: Iterable[str], style: str = "Block") -> None:
        """Write lines that belong together, as an address does."""
        self.text("\n".join(lines), style)

    def items(self, items: Iterable[str]) -> None:
        """Write a list."""
        for item in items:
            self.text(item, "List Bullet")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> None:
        """Write a table; ``widths`` in millimetres. Its head stands again on each page."""
        from docx.shared import Mm

        rows = list(rows)
        table = self.document.add_table(rows=1 + len(rows), cols=len(head))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        _repeat(table.rows[0])
        for row, words in zip(table._tbl.tr_lst, [head, *rows], strict=True):
            _fill(row, words, widths, table, bold=words is head)

    def data(self) -> bytes:
        """Give the document's bytes."""
        embed_fonts(self.document, FACE)
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()


def _page(document: Any, *, american: bool, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = document.sections[0]
    sides = (215.9, 279.4) if american else (210, 297)
    width, height = reversed(sides) if landscape else sides
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.left_margin = page.right_margin = Mm(15 if landscape else 25)
    page.top_margin = page.bottom_margin = Mm(15 if landscape else 22)


def _styles(styles: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    font(styles["Normal"], 10.5, INK)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    heading(styles["Title"], 18, INK, before=0, after=6)
    heading(styles["Heading 1"], 13, INK, before=14, after=4)
    heading(styles["Heading 2"], 11, GREEN, before=8, after=2)
    ruled(styles["Title"], None)
    ruled(styles["Heading 1"], GREEN)
    for name, size, colour, after in (
        ("Notice", 8.5, QUIET, 18),
        ("Block", 10.5, INK, 14),
        ("Small", 8, INK, 0),
        ("Words", 10.5, INK, 10),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        font(style, size, colour)
        style.paragraph_format.space_after = Pt(after)
    styles["Words"].paragraph_format.left_indent = Mm(8)
    styles["Words"].paragraph_format.right_indent = Mm(8)
    styles["Words"].font.italic = True
    styles["Small"].paragraph_format.line_spacing = 1.0
    styles["Block"].paragraph_format.line_spacing = 1.05


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(row: Any, words: Sequence[str], widths: Sequence[float], table: Any, *, bold: bool) -> None:
    from docx.shared import Mm
    from docx.table import _Cell

    for element, text, width in zip(row.tc_lst, words, widths, strict=True):
        cell = _Cell(element, table)
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Small"
        paragraph.add_run(clean(text)).bold = bold
