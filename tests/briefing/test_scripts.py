"""Names in other scripts: their letters are there, in the PDF, the Word document and the page."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from msgspec.structs import replace
from pypdf import PdfReader

from fingerpost.briefing import Briefing
from fingerpost.briefing.as_docx import as_docx
from fingerpost.briefing.as_html import as_html, faces
from fingerpost.briefing.as_pdf import as_pdf
from fingerpost.briefing.docx_fonts import masked, pieces
from fingerpost.lettering import FONTS
from fingerpost.lettering.scripts import SCRIPTS, scripts_in, steadied

NAMES = {
    "whole": "Łódź Đà Nẵng Калининград Ђорђе",
    "greek": "Θεσσαλονίκη",
    "armenian": "Երևան",
    "hebrew": "תל אביב",
    "arabic": "القاهرة",
    "devanagari": "दिल्ली",
    "bengali": "ঢাকা",
    "tamil": "சென்னை",
    "thai": "กรุงเทพฯ",
    "georgian": "თბილისი",
    "cjk": "北京市 東京 さくら 서울",
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_script_has_its_letters_in_each_weight(script) -> None:  # type: ignore[no-untyped-def]
    name = NAMES[script.name]
    assert [found.name for found, _ in scripts_in(name)] == [script.name]
    for weight in script.weights:
        letters = TTFont(FONTS / f"{script.name}-{weight}.woff").getBestCmap()
        assert all(ord(char) in letters for char in script.needed_by(name))


def test_latin_letters_bring_no_other_font() -> None:
    assert faces("Norfolk and Zürich – “as is”").count("@font-face") == 2


def test_each_file_has_a_family_of_its_own() -> None:
    """Two files of one family and weight would be printed as one font, with the wrong letters."""
    rules = faces(" ".join(NAMES.values()))
    found = re.findall(r'font-family:"([^"]+)";font-weight:(\d+(?: \d+)?)', rules)
    assert len(found) == len(set(found)) > 20


@pytest.fixture(scope="module")
def named(briefing: Briefing) -> Briefing:
    """The briefing with a name in every script in its title."""
    return replace(briefing, title=" ".join(NAMES.values()))


def test_the_pdf_prints_the_letters_of_every_script(named: Briefing) -> None:
    reader = PdfReader(BytesIO(as_pdf(named)))
    words = "".join(reader.pages[0].extract_text().split())
    for name in ("Łódź", "ĐàNẵng", "Калининград", "Θεσσαλονίκη", "Երևան", "თბილისი"):
        assert name in words
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert all(any(f"Overpass-{name}" in str(font["/BaseFont"]) for font in fonts) for name in NAMES)
    told = "".join(
        font["/ToUnicode"].get_data().decode().lower() for font in fonts if "cjk" in font["/BaseFont"]
    )
    assert all(f"<{ord(char):04x}>" in told for char in "北京市東さくら서울")


def test_the_word_document_brings_the_letters_of_every_script(named: Briefing) -> None:
    with zipfile.ZipFile(BytesIO(as_docx(named))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        table = etree.fromstring(package.read("word/fontTable.xml"))
        size = sum(item.file_size for item in package.infolist() if item.filename.endswith(".odttf"))
    embedded = {font.get(f"{WORD}name") for font in table if font.find(f"{WORD}embedRegular") is not None}
    used = {fonts.get(f"{WORD}cs") for fonts in body.iter(f"{WORD}rFonts")} - {None}
    assert used <= embedded
    assert {f"Overpass {name}" for name in NAMES if name != "whole"} <= embedded
    text = "".join(node.text or "" for node in body.iter(f"{WORD}t")).replace("\u200e", "")
    assert text.count(named.title) == 1
    assert size < 3_000_000


def test_words_from_right_to_left_say_so(named: Briefing) -> None:
    with zipfile.ZipFile(BytesIO(as_docx(named))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    told = {
        "".join(run.itertext()).strip()
        for run in body.iter(f"{WORD}r")
        if run.find(f"{WORD}rPr/{WORD}rtl") is not None
    }
    assert told == {NAMES["hebrew"], NAMES["arabic"]}


def test_an_embedded_font_opens_once_its_mask_is_off(named: Briefing) -> None:
    import uuid

    with zipfile.ZipFile(BytesIO(as_docx(named))) as package:
        table = package.read("word/fontTable.xml").decode()
        rels = package.read("word/_rels/fontTable.xml.rels").decode()
        identity, key = re.findall(r'<w:embedRegular r:id="(\w+)" w:fontKey="\{([^}]+)\}"', table)[-1]
        (relation,) = [one for one in re.findall(r"<Relationship [^>]+>", rels) if f'Id="{identity}"' in one]
        target = re.search(r'Target="([^"]+)"', relation)[1]
        data = package.read("word/" + target.removeprefix("/word/"))
    letters = TTFont(BytesIO(masked(data, uuid.UUID(key)))).getBestCmap()
    assert ord("京") in letters


def test_a_name_from_the_right_does_not_draw_the_number_after_it() -> None:
    assert steadied("Moved by محمد علي. 7 for") == "Moved by محمد علي\u200e. 7 for"
    assert steadied("Moved by Ann Able. 7 for") == "Moved by Ann Able. 7 for"


def test_spaces_stay_with_the_words_before_them() -> None:
    cjk = next(script for script in SCRIPTS if script.name == "cjk")
    assert list(pieces("Bangor – 松江市 (sample)", (cjk,))) == [
        (None, "Bangor – "),
        (cjk, "松江市 "),
        (None, "(sample)"),
    ]


def test_a_name_cannot_take_the_place_of_the_lettering(briefing: Briefing) -> None:
    page = as_html(replace(briefing, title="/*fonts*/ </title><style>"))
    assert page.index("@font-face") > page.index("<style>")
    assert page.count("<style>") == 1
