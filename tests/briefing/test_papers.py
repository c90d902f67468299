"""DOCX and PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hostile import hostile
from lxml import etree
from pypdf import PdfReader

from fingerpost.briefing import Briefing, build
from fingerpost.briefing.as_docx import as_docx
from fingerpost.briefing.as_pdf import as_pdf
from fingerpost.casefile import assemble
from fingerpost.printing import NoPdf

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_footnote_reference_has_its_note(later_briefing: Briefing) -> None:
    package = parts(as_docx(later_briefing))
    body, notes = (
        etree.fromstring(package["word/document.xml"]),
        etree.fromstring(package["word/footnotes.xml"]),
    )
    used = [element.get(f"{WORD}id") for element in body.iter(f"{WORD}footnoteReference")]
    told = [note.get(f"{WORD}id") for note in notes.iter(f"{WORD}footnote")]
    assert len(used) > 15
    assert len(used) == len(set(used))
    assert told == ["-1", "0", *used]


def test_headings_and_notes_use_real_styles(briefing: Briefing) -> None:
    from docx import Document

    document = Document(BytesIO(as_docx(briefing)))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        s.title for s in briefing.sections
    ]
    assert b'w:val="FootnoteText"' in parts(as_docx(briefing))["word/footnotes.xml"]


def test_a_docx_of_a_hostile_source_is_valid_xml() -> None:
    package = parts(as_docx(build(assemble([hostile()], now="2022-03-02"))))
    for name, data in package.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    assert "window.hacked = 1" in "".join(etree.fromstring(package["word/document.xml"]).itertext())


@pytest.mark.office
def test_libreoffice_opens_the_docx_and_shows_the_footnotes(later_briefing: Briefing, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("needs LibreOffice (soffice)")
    (tmp_path / "briefing.docx").write_bytes(as_docx(later_briefing))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "briefing.docx")], check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "briefing.pdf").pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Source 1, paragraph 4: Quoted under" in words
    assert "Source 2, paragraph 3: until peace is restored" in words
    assert "What the sources do not say" in words


def test_the_pdf_is_tagged_with_title_and_language(briefing: Briefing) -> None:
    reader = PdfReader(BytesIO(as_pdf(briefing)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata and "Norfolk and Kaliningrad" in (reader.metadata.title or "")


def test_the_pdf_holds_two_pages_and_its_notes(briefing: Briefing) -> None:
    pages = PdfReader(BytesIO(as_pdf(briefing))).pages
    assert len(pages) == 2
    assert re.search(r"Passages cited", pages[1].extract_text())


def test_citations_in_the_pdf_lead_to_its_notes(briefing: Briefing) -> None:
    reader = PdfReader(BytesIO(as_pdf(briefing)))
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    targets = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert "n1-3" in targets
    assert targets <= set(reader.named_destinations)


def test_without_weasyprint_a_sentence_says_what_to_install(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(NoPdf, match=r"fingerpost\[pdf\]"):
        as_pdf(briefing)
