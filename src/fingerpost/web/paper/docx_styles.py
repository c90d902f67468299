"""The styles of letters and reports in Word: the briefing's lettering and green, and more room."""

from __future__ import annotations

from typing import Any

from fingerpost.briefing.docx_styles import GREEN, INK, QUIET, font, heading, ruled


def set_page(document: Any, *, american: bool, landscape: bool) -> None:
    """Set the paper's size, its margins, and the number at the foot of each page."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = document.sections[0]
    sides = (215.9, 279.4) if american else (210, 297)
    width, height = reversed(sides) if landscape else sides
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.left_margin = page.right_margin = Mm(15 if landscape else 24)
    page.top_margin = page.bottom_margin = Mm(15 if landscape else 22)
    page.footer_distance = Mm(8)
    _number_pages(page.footer.paragraphs[0])


def _number_pages(paragraph: Any) -> None:
    """Write "page / pages" as fields, at the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for at, name in enumerate(("PAGE", "NUMPAGES")):
        if at:
            paragraph.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def set_styles(styles: Any, *, small: bool) -> None:
    """Set the styles of an empty document; ``small``: those of a report, for its tables."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    size = 9 if small else 10.5
    font(styles["Normal"], size, INK)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    styles["Normal"].paragraph_format.widow_control = True
    heading(styles["Title"], 18, INK, before=0, after=6)
    heading(styles["Heading 1"], 13, INK, before=14, after=4)
    heading(styles["Heading 2"], 11, GREEN, before=0, after=8)
    ruled(styles["Title"], None)
    ruled(styles["Heading 1"], GREEN)
    font(styles["Footer"], 7.5, QUIET)
    for name, points, colour, after in (
        ("Notice", 8.5, QUIET, 10 if small else 20),
        ("Sender", size, INK, 16),
        ("Address", size, INK, 16),
        ("Date Line", size, INK, 18),
        ("Signed", size, INK, 0),
        ("Words", size, INK, 10),
        ("Figure Name", 7.5, QUIET, 0),
        ("Figure", 13, INK, 5),
        ("Small", 8, INK, 0),
        ("Number", 8, INK, 0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        font(style, points, colour)
        style.paragraph_format.space_after = Pt(after)
    for name in ("Sender", "Address", "Signed"):
        styles[name].paragraph_format.line_spacing = 1.1
        styles[name].paragraph_format.keep_together = True
    styles["Signed"].paragraph_format.space_before = Pt(30)
    styles["Words"].paragraph_format.left_indent = styles["Words"].paragraph_format.right_indent = Mm(8)
    styles["Figure"].font.bold = True
    for name in ("Figure", "Figure Name"):
        styles[name].paragraph_format.line_spacing = 1.0
    for name in ("Small", "Number"):
        styles[name].paragraph_format.line_spacing = 1.0
        styles[name].paragraph_format.space_before = styles[name].paragraph_format.space_after = Pt(1.5)
    styles["Number"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["List Bullet"].paragraph_format.space_after = Pt(3)
    if not small:
        _set_apart(styles["Notice"])
    _lined(styles)


def _set_apart(style: Any) -> None:
    """Set the paragraphs of a style on a light ground, with a green line at the left."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    border = (
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="20" w:space="6" w:color="{GREEN}"/></w:pBdr>'
    )
    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F1F4F2"/>'
    properties = style.element.get_or_add_pPr()
    for xml in (border, shade):
        properties.insert_element_before(
            parse_xml(xml), "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )


def _lined(styles: Any) -> None:
    """Add the style of tables: a thin line under each row, a green one under the head."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls

    style = styles.add_style("Lined", WD_STYLE_TYPE.TABLE)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="D9DFDB"/>' for side in ("bottom", "insideH")
    )
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    head = OxmlElement("w:tblStylePr")
    head.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type", "firstRow")
    head.append(
        parse_xml(
            f'<w:tcPr {nsdecls("w")}><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" '
            f'w:color="{GREEN}"/></w:tcBorders></w:tcPr>'
        )
    )
    style.element.append(head)
