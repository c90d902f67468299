"""A briefing as DOCX: real heading, list and table styles, real footnotes."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.docx_fonts import embed_fonts
from fingerpost.briefing.docx_footnotes import Footnotes
from fingerpost.briefing.docx_styles import FACE, set_styles
from fingerpost.briefing.model import Briefing, Group, Line, Run, Section
from fingerpost.briefing.words import UNREVIEWED

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_docx(briefing: Briefing) -> bytes:
    """Give the briefing as DOCX. Control characters, which XML cannot hold, show as U+FFFD."""
    from docx import Document

    document = Document()
    set_styles(document, briefing)
    notes = Footnotes(document)
    apparatus = Apparatus(briefing)
    document.add_paragraph(clean(briefing.subtitle), style="Subtitle")
    document.add_paragraph(clean(briefing.title), style="Title")
    document.add_paragraph(clean(briefing.notice), style="Notice")
    for section in briefing.sections:
        _section(document, section, briefing, apparatus, notes)
    embed_fonts(document, FACE, [notes.root()])
    notes.write()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def clean(text: str) -> str:
    """Give text that XML can hold."""
    return _NOT_XML.sub("\ufffd", text)


def _section(
    document: Any, section: Section, briefing: Briefing, apparatus: Apparatus, notes: Footnotes
) -> None:
    document.add_heading(clean(section.title), level=1)
    if section.key == "tie" and briefing.arm:
        arm = briefing.arm
        sign = f"{arm.to}  {arm.miles:,} mi  {arm.kilometres:,} km"
        shown = f" ‹  {sign}" if arm.bearing > 180 else f" {sign}  ›"
        document.add_paragraph(clean(shown), style="Sign")
    if section.key == "options":
        _side_by_side(document, section, apparatus, notes)
        return
    for group in section.groups:
        _group(document, group, apparatus, notes)


def _side_by_side(document: Any, section: Section, apparatus: Apparatus, notes: Footnotes) -> None:
    """Set the options beside one another: four in a row, or else three to a row."""
    columns = 4 if len(section.groups) == 4 else 3
    for start in range(0, len(section.groups), columns):
        groups = section.groups[start : start + columns]
        table = document.add_table(rows=1, cols=columns)
        for cell, group in zip(table.rows[0].cells, groups, strict=False):
            cell.paragraphs[0].style = "Heading 2"
            cell.paragraphs[0].add_run(clean(group.title or ""))
            for line in group.lines:
                paragraph = cell.add_paragraph(style="Cell")
                paragraph.add_run(clean(f"{line.lead}: ")).bold = True
                _words(paragraph, line, apparatus, notes)


def _group(document: Any, group: Group, apparatus: Apparatus, notes: Footnotes) -> None:
    if group.title:
        document.add_heading(clean(group.title), level=2)
    for line in group.lines:
        paragraph = document.add_paragraph(style="Term" if line.lead else "List Bullet")
        if line.lead:
            paragraph.add_run(clean(line.lead)).bold = True
            paragraph.add_run("\t")
        _words(paragraph, line, apparatus, notes)


def _words(paragraph: Any, line: Line, apparatus: Apparatus, notes: Footnotes) -> None:
    for run in line.runs:
        _run(paragraph, run)
    _cite(paragraph, line, apparatus, notes)


def _run(paragraph: Any, run: Run) -> None:
    text = clean(run.shown)
    written = paragraph.add_run(text)
    if run.style == "strong":
        written.bold = True
    elif run.style == "quiet":
        written.style = "Quiet"


def _cite(paragraph: Any, line: Line, apparatus: Apparatus, notes: Footnotes) -> None:
    said = {note.note: note.printed for note in apparatus.notes}
    for at, reference in enumerate(apparatus.references(line)):
        if at:
            paragraph.add_run(" ").style = "Footnote Reference"
        notes.cite(paragraph, clean(f"{reference.spoken}: {said[reference.note]}"))
        if reference.is_open:
            paragraph.add_run(UNREVIEWED).style = "Footnote Reference"
