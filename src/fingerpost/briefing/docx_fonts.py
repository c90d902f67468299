"""The lettering inside the DOCX, so that it looks the same where its fonts are not installed.

Source: ECMA-376, part 4, 17.8.1 (font embedding): the first 32 bytes are masked with the font's key.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from fingerpost.lettering import FONTS
from fingerpost.lettering.scripts import WHOLE, Script, cut, family_of, scripts_in, steadied

TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
TAGS = {400: "embedRegular", 700: "embedBold"}
RIGHT_TO_LEFT = frozenset({"arabic", "hebrew"})


def embed_fonts(document: Any, face: str, roots: Iterable[Any] = ()) -> None:
    """Set other scripts in letters of their own, and put every font that is used into the document's package.

    Their licences (OFL, Apache) allow it.

    Args:
        roots: further parts of the document with text, as the footnotes.
    """
    everything = [document.element.body, *roots]
    text = "".join(node.text or "" for root in everything for node in root.iter(_q("t")))
    needed = dict(scripts_in(text))
    others = {script: letters for script, letters in needed.items() if script is not WHOLE}
    if others:
        for root in everything:
            _set_apart(root, tuple(others))
    fonts = [(face, weight, _latin(weight, whole=WHOLE in needed)) for weight in TAGS]
    fonts += [
        (family_of(script.name), weight, cut(script, weight, letters if script.large else frozenset(), None))
        for script, letters in others.items()
        for weight in script.weights
    ]
    _embed(document, fonts)


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _latin(weight: int, *, whole: bool) -> bytes:
    if whole:
        return cut(WHOLE, weight, frozenset(), None)
    return (FONTS / f"overpass-latin-{weight}-normal.ttf").read_bytes()


def _set_apart(root: Any, scripts: tuple[Script, ...]) -> None:
    """Give the words of each script a run of their own, with its font; those from right to left say so."""
    for run in list(root.iter(_q("r"))):
        texts = run.findall(_q("t"))
        if len(texts) == 1:
            texts[0].text = steadied(texts[0].text or "")
        if len(texts) != 1 or not any(script.needed_by(texts[0].text or "") for script in scripts):
            continue
        for script, words in pieces(texts[0].text, scripts):
            run.addprevious(_piece(run, script, words))
        run.getparent().remove(run)


def pieces(text: str, scripts: tuple[Script, ...]) -> Iterator[tuple[Script | None, str]]:
    """Yield the pieces of a text that are of one script; None: of Latin, or of no script of its own."""
    now, words = None, ""
    for char in text:
        script = next((one for one in scripts if one.needed_by(char)), None)
        if script is not now and words and not char.isspace():
            yield now, words
            words = ""
        now = now if char.isspace() else script
        words += char
    if words:
        yield now, words


def _piece(run: Any, script: Script | None, words: str) -> Any:
    from docx.oxml import OxmlElement

    piece = deepcopy(run)
    text = piece.find(_q("t"))
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if script is None:
        return piece
    properties = piece.find(_q("rPr"))
    if properties is None:
        properties = OxmlElement("w:rPr")
        piece.insert(0, properties)
    fonts = OxmlElement("w:rFonts")
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_q(slot), family_of(script.name))
    # The style of the run, where it has one, comes first.
    style = properties.find(_q("rStyle"))
    properties.insert(0 if style is None else 1, fonts)
    bold = properties.find(_q("b"))
    if bold is not None:
        bold.addnext(OxmlElement("w:bCs"))
    if script.name in RIGHT_TO_LEFT:
        properties.append(OxmlElement("w:rtl"))
    return piece


def _embed(document: Any, cuts: list[tuple[str, int, bytes]]) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    known: dict[str, Any] = {}
    for at, (face, weight, data) in enumerate(cuts, 1):
        if face not in known:
            known[face] = _font(face)
            fonts.append(known[face])
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"https://fingerpost.invalid/fonts/{face}-{weight}")
        part = Part(PackURI(f"/word/fonts/font{at}.odttf"), TYPE, masked(data, key), table.package)
        embedded = OxmlElement(f"w:{TAGS[weight]}")
        embedded.set(qn("r:id"), table.relate_to(part, RELATION))
        embedded.set(_q("fontKey"), f"{{{str(key).upper()}}}")
        known[face].append(embedded)
    table._blob = _xml(fonts)
    document.settings.element.insert(1, OxmlElement("w:embedTrueTypeFonts"))


def _font(face: str) -> Any:
    from docx.oxml import OxmlElement

    font = OxmlElement("w:font")
    font.set(_q("name"), face)
    for tag, value in (("altName", "Arial"), ("charset", "00"), ("family", "swiss"), ("pitch", "variable")):
        child = OxmlElement(f"w:{tag}")
        child.set(_q("val"), value)
        font.append(child)
    return font


def masked(data: bytes, key: uuid.UUID) -> bytes:
    """Give the font with its first 32 bytes masked by the key, last byte first."""
    mask = key.bytes[::-1]
    return bytes(byte ^ mask[at % 16] for at, byte in enumerate(data[:32])) + data[32:]


def _xml(element: Any) -> bytes:
    from lxml import etree

    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
