"""Overpass inside the DOCX, so that it looks the same where the typeface is not installed.

Source: ECMA-376, part 4, 17.8.1 (font embedding): the first 32 bytes are masked with the font's key.
"""

from __future__ import annotations

import uuid
from typing import Any

from fingerpost.lettering import FONTS

TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
CUTS = (("embedRegular", "overpass-latin-400-normal.ttf"), ("embedBold", "overpass-latin-700-normal.ttf"))


def embed_fonts(document: Any, face: str) -> None:
    """Put the regular and the bold cut into the document's package. The licence (OFL) allows it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    font = OxmlElement("w:font")
    font.set(qn("w:name"), face)
    for tag, value in (("altName", "Arial"), ("charset", "00"), ("family", "swiss"), ("pitch", "variable")):
        child = OxmlElement(f"w:{tag}")
        child.set(qn("w:val"), value)
        font.append(child)
    for at, (tag, name) in enumerate(CUTS, 1):
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"https://fingerpost.invalid/fonts/{name}")
        data = masked((FONTS / name).read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/font{at}.odttf"), TYPE, data, table.package)
        cut = OxmlElement(f"w:{tag}")
        cut.set(qn("r:id"), table.relate_to(part, RELATION))
        cut.set(qn("w:fontKey"), f"{{{str(key).upper()}}}")
        font.append(cut)
    fonts.append(font)
    table._blob = _xml(fonts)
    document.settings.element.insert(1, OxmlElement("w:embedTrueTypeFonts"))


def masked(data: bytes, key: uuid.UUID) -> bytes:
    """Give the font with its first 32 bytes masked by the key, last byte first."""
    mask = key.bytes[::-1]
    return bytes(byte ^ mask[at % 16] for at, byte in enumerate(data[:32])) + data[32:]


def _xml(element: Any) -> bytes:
    from lxml import etree

    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
