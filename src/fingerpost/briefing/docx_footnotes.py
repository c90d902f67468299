"""Real footnotes, which python-docx does not write: the part, its relation, and the references.

Source: ECMA-376, part 1, 17.11 (footnotes and endnotes).
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

RULES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for kind, at, mark in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)
"""The two that every footnotes part begins with: the lines that set notes off from the text."""


class Footnotes:
    """The footnotes of one document; call ``write`` once, at the end."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.notes: dict[str, int] = {}
        self._root: Any = None

    def cite(self, paragraph: Any, text: str) -> None:
        """Set a footnote at the end of a paragraph, or point to the one that says the same.

        ``text`` holds only what XML can hold.
        """
        known = self.notes.get(text)
        if known:
            self._point(paragraph, known)
            return
        self.notes[text] = number = len(self.notes) + 1
        self._mark(paragraph, "bookmarkStart", number)
        self._run(paragraph, _element("footnoteReference", id=str(number)))
        self._mark(paragraph, "bookmarkEnd", number)

    @staticmethod
    def _run(paragraph: Any, element: Any) -> None:
        run = paragraph.add_run()
        run.style = "Footnote Reference"
        run._r.append(element)

    @staticmethod
    def _mark(paragraph: Any, tag: str, number: int) -> None:
        mark = _element(tag, id=str(number))
        if tag == "bookmarkStart":
            mark = _element(tag, id=str(number), name=f"_Note{number}")
        paragraph._p.append(mark)

    def _point(self, paragraph: Any, number: int) -> None:
        """Set a field that shows the number of an earlier footnote and leads to it."""
        self._run(paragraph, _element("fldChar", fldCharType="begin"))
        self._run(paragraph, _element("instrText", f" NOTEREF _Note{number} \\h "))
        self._run(paragraph, _element("fldChar", fldCharType="separate"))
        self._run(paragraph, _element("t", str(number)))
        self._run(paragraph, _element("fldChar", fldCharType="end"))

    def root(self) -> Any:
        """Give the footnotes as one tree, to be set and then written."""
        from lxml import etree

        if self._root is None:
            body = "".join(_footnote(at, text) for text, at in self.notes.items())
            self._root = etree.fromstring(f'<w:footnotes xmlns:w="{MAIN}">{RULES}{body}</w:footnotes>')
        return self._root

    def write(self) -> None:
        """Add the footnotes part to the document's package, and say in its settings that it is there."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        part = Part(PackURI("/word/footnotes.xml"), TYPE, _xml(self.root()), self.document.part.package)
        self.document.part.relate_to(part, RELATION)
        properties = OxmlElement("w:footnotePr")
        for at in ("-1", "0"):
            separator = OxmlElement("w:footnote")
            separator.set(qn("w:id"), at)
            properties.append(separator)
        settings = self.document.settings.element
        following = settings.find(qn("w:compat"))
        if following is None:
            settings.append(properties)
        else:
            following.addprevious(properties)


def _element(tag: str, text: str | None = None, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    if text is not None:
        element.text = text
        element.set(qn("xml:space"), "preserve")
    return element


def _footnote(at: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{at}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )


def _xml(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
