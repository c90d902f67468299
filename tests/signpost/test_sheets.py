"""What a sign maker gets."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from partners import HARD_NAMES, NORFOLK, PARTNERS
from pypdf import PdfReader

from fingerpost.printing import NoPdf
from fingerpost.signpost import Partner, signpost
from fingerpost.signpost.sheets import signpost_html, signpost_pdf

MM = 72 / 25.4


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    pytest.importorskip("weasyprint")
    return PdfReader(BytesIO(signpost_pdf(signpost(NORFOLK, PARTNERS), american=True)))


def sizes(pdf: PdfReader) -> list[tuple[float, float]]:
    return [
        (round(float(p.mediabox.width) / MM, 1), round(float(p.mediabox.height) / MM, 1)) for p in pdf.pages
    ]


def test_each_arm_has_a_page_of_its_real_size(pdf: PdfReader) -> None:
    found = sizes(pdf)
    assert found[0] == (215.9, 279.4)
    arms = [size for size in found if size != (215.9, 279.4)]
    overview = " ".join(pdf.pages[0].extract_text().split()) + pdf.pages[1].extract_text()
    # Paper of 60 mm around each arm, and 70 mm below it; proposed and ended ones are not made.
    assert len(arms) == 6
    for width, height in arms:
        assert height == 150 + 190 and 600 < width - 120 < 1100
        assert f"{width - 120:.0f} × 150 mm" in overview


def test_it_says_what_is_made_and_what_is_not(pdf: PdfReader) -> None:
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "6 arms to make" in text
    made, left = text.split("Not made", 1)
    assert "Kaliningrad" in made and "suspended 2022" in made
    assert "Kochi" in left and "Monterrey" in left


def test_the_arms_lettering_is_outlines(pdf: PdfReader) -> None:
    arm = next(
        page
        for page in pdf.pages
        if "Kaliningrad" in page.extract_text() and "Scale 1:1" in page.extract_text()
    )
    assert "7,159 km" not in arm.extract_text()


def test_it_is_the_same_each_time() -> None:
    post = signpost(NORFOLK, PARTNERS[:1])
    assert signpost_html(post) == signpost_html(post)


def test_names_are_never_markup() -> None:
    post = signpost(NORFOLK, [Partner(name, latitude=n, longitude=n) for n, name in enumerate(HARD_NAMES)])
    assert "<script" not in signpost_html(post)


def test_letters_that_overpass_lacks_are_pointed_out() -> None:
    page = signpost_html(signpost(NORFOLK, [Partner("北九州市", "Japan", 33.9, 130.9)]))
    assert "Overpass lacks these letters" in page


def test_without_weasyprint_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(NoPdf, match=r"fingerpost\[pdf\]"):
        signpost_pdf(signpost(NORFOLK, PARTNERS))
