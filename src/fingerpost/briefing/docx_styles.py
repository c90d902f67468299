"""The styles of the DOCX: road-sign lettering where it is installed, one green, room to breathe."""

from __future__ import annotations

from typing import Any

from fingerpost.briefing.lookup import is_american
from fingerpost.briefing.model import Briefing

GREEN = "00633D"
INK = "1B211E"
QUIET = "56615B"
FACE = "Overpass"


def set_styles(document: Any, briefing: Briefing) -> None:
    """Set page, styles and properties of an empty document."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    american = is_american(briefing.casefile)
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(215.9), Mm(279.4)) if american else (Mm(210), Mm(297))
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(13)
    styles = document.styles
    font(styles["Normal"], 9, INK)
    styles["Normal"].paragraph_format.space_after = Pt(2)
    styles["Normal"].paragraph_format.line_spacing = 1.0
    heading(styles["Title"], 22, INK, before=0, after=3)
    heading(styles["Subtitle"], 10.5, GREEN, before=0, after=0)
    heading(styles["Heading 1"], 13, INK, before=6, after=1)
    heading(styles["Heading 2"], 10, GREEN, before=4, after=1)
    ruled(styles["Title"], None)
    ruled(styles["Heading 1"], GREEN)
    for name, size, colour in (
        ("Notice", 8.5, QUIET),
        ("Term", 9, INK),
        ("Cell", 9, INK),
        ("Sign", 12, "FFFFFF"),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        font(style, size, colour)
    term = styles["Term"].paragraph_format
    lead = Mm(34)  # the longest date there is, bold: "September 30, 2022"
    term.left_indent, term.first_line_indent = lead, -lead
    term.tab_stops.add_tab_stop(lead, WD_TAB_ALIGNMENT.LEFT)
    bullet = styles["List Bullet"].paragraph_format
    bullet.space_after = Pt(2)
    bullet.left_indent, bullet.first_line_indent = Mm(4), Mm(-4)
    _shaded(styles["Sign"], GREEN)
    styles["Sign"].font.bold = True
    styles["Sign"].paragraph_format.right_indent = Mm(105)
    styles["Sign"].paragraph_format.space_after = Pt(6)
    styles["Sign"].paragraph_format.keep_with_next = True
    quiet = styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    font(quiet, None, QUIET)
    _footnote_styles(styles)
    _properties(document, briefing)


def _footnote_styles(styles: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text = styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = styles["Normal"]
    font(text, 7.4, INK)
    text.paragraph_format.space_after = Pt(1)
    reference = styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    font(reference, None, GREEN)
    reference.font.superscript = True


def font(style: Any, size: float | None, colour: str) -> None:
    """Set a style in the lettering, in a colour; ``size`` in points, None: as it is."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = FACE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FACE)
    if size is not None:
        style.font.size = Pt(size)
        _size_of_complex_scripts(style, size)
    style.font.color.rgb = RGBColor.from_string(colour)


def _size_of_complex_scripts(style: Any, size: float) -> None:
    """Set Arabic, Hebrew, Devanagari, Thai in the size of the rest; Word keeps a size of its own for them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(element)


def heading(style: Any, size: float, colour: str, *, before: float, after: float) -> None:
    """Set a style as a heading; sizes and spaces in points."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    font(style, size, colour)
    style.font.bold, style.font.italic = True, False
    for old in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(old)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True


def ruled(style: Any, colour: str | None) -> None:
    """Set a line above the paragraphs of a style, in place of whatever borders it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if colour is None:
        return
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", colour)):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _shaded(style: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _properties(document: Any, briefing: Briefing) -> None:
    from datetime import datetime

    from docx.oxml.ns import qn

    from fingerpost.briefing.as_docx import clean

    core = document.core_properties
    core.title = clean(briefing.title)[:255]
    core.subject = clean(briefing.subtitle)[:255]
    core.author, core.comments, core.language = "Fingerpost", "", "en"
    core.created = core.modified = datetime.fromisoformat(briefing.made)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
