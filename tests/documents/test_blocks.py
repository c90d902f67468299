"""Blocks are told apart as a reader of newspapers would tell them."""

from __future__ import annotations

import pytest

from fingerpost.documents import Document, open_document

LEAD = "The council voted 7-2 on Tuesday to suspend its sister city agreement with Ryazan until the war ends."
MORE = "Mayor Loretta Haines, who voted yes, said that the city was putting a friendship on the shelf."


def kinds(text: str) -> list[tuple[str, str]]:
    document = open_document(text.encode())
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def of_kind(kind: str, text: str) -> list[str]:
    return [words for found, words in kinds(text) if found == kind]


def test_the_founding_article_has_a_dateline_and_a_promo_line(founding: object) -> None:
    document: Document = open_document(str(founding))
    assert document.blocks[0].kind == "dateline"
    assert document.text[: document.blocks[0].end] == "NORFOLK, Va. —"
    promos = [document.text[block.start : block.end] for block in document.blocks if block.kind == "promo"]
    assert [promo.split(":")[0] for promo in promos] == ["RELATED"]


@pytest.mark.parametrize(
    "dateline",
    [
        "NORFOLK, Va. —",
        "SPRINGFIELD, Ohio (News 6) —",
        "TOPEKA, Kan. (KTPN) -",
        "MINNEAPOLIS —",
        "BATTLE CREEK, Michigan –",
        "ITHACA, N.Y. —",
        "GOTHENBURG, Sweden, Jan 3 (Nordpress) -",
        "BUSAN, Oct. 2 (Yeongnam News) --",
        "ONOMICHI, Hiroshima Pref. –",
        "Maribor, 12 April (SNS) -",
        "Nagapattinam, Feb 8 (SNI)",
        "RAWALPINDI:",
        "Norfolk, Va. —",
    ],
)
def test_a_dateline_is_a_block_of_its_own(dateline: str) -> None:
    assert kinds(f"City suspends Russian tie\n\n{dateline} {LEAD}\n\n{MORE}")[1:] == [
        ("dateline", dateline),
        ("paragraph", LEAD),
        ("paragraph", MORE),
    ]


@pytest.mark.parametrize(
    "start",
    [
        "BREAKING —",
        "NATO — which the city supports —",
        "PRESENT:",
        "HON. CLAYTON DEBONO:",
        "Zwolle – Estelí (since 1988).",
        "HEXHAM is to part from its twin.",
        "That — and nobody doubts it —",
    ],
)
def test_what_only_looks_like_a_dateline_stays(start: str) -> None:
    assert "dateline" not in dict(kinds(f"City suspends Russian tie\n\n{MORE}\n\n{start} {LEAD}"))


@pytest.mark.parametrize(
    "line",
    [
        "RELATED: Youngstown church collects winter coats",
        "READ MORE: Haltwhistle baths to reopen after £200,000 refit",
        "Read more: Guelph's Italian club marks 60 years",
        "READ NEXT: Paving schedule released",
        "MORE NEWS: Wynyard pool to close for repairs",
        "More from Strait News: Charlottetown to test electric plows",
        "RELATED ARTICLE: Komárno hospital to reopen maternity ward",
        "See also: Dolphin boat operators call for speed limit, page 9",
        "WATCH: Council debates the motion",
        "Sign up for our newsletter and never miss a story.",
        "Read more",
        "ADVERTISEMENT",
        "Download the News 6 app",
    ],
)
def test_a_promo_line_is_never_read(line: str) -> None:
    assert of_kind("promo", f"City suspends tie\n\n{LEAD}\n\n{line}\n\n{MORE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "More than 900 people signed a petition against the suspension.",
        "Read the letter before you vote, Trimble told the commissioners.",
        "Watching from the gallery were two Ryazan students.",
        "Related companies in Kaluga were not told of the vote.",
        "Photographs of Ryazan hang in the lobby, Haines said.",
        "Subscribers to the old agreement were few, according to Haines, and she named them one by one while the "
        "council listened.",
    ],
)
def test_prose_that_begins_like_furniture_stays_prose(line: str) -> None:
    assert line in of_kind("paragraph", f"City suspends tie\n\n{LEAD}\n\n{line}\n\n{MORE}")


def test_the_lines_below_a_bare_label_are_a_box() -> None:
    box = "Related stories\n\nChurch collects coats\n\nDayton to debate its tie"
    text = f"City suspends tie\n\n{LEAD}\n\n{box}\n\n{MORE}"
    assert of_kind("promo", text) == ["Related stories", "Church collects coats", "Dayton to debate its tie"]
    assert kinds(text)[-1] == ("paragraph", MORE)


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO: The Ryazan flag outside City Hall last fall. (Credit: News 6)",
        "Photo: The Luohe gate in Bicentennial Park. (Supplied: Tamworth Regional Council)",
        "PICTURE: The sign on the Corbridge road. Photo: Keith Snaith",
        "Caption: Provost Meldrum with the plaque. Picture: Ally Rennie",
        "Mr Pattinson, left, with his cornet. Photograph by Lorna Todhunter",
        "The mayors sign the charter in 1989. (AP Photo/Max Green)",
    ],
)
def test_captions_are_told_by_label_or_credit(line: str) -> None:
    assert of_kind("caption", f"City suspends tie\n\n{LEAD}\n\n{line}\n\n{MORE}") == [line]


def test_key_points_are_a_list_under_a_heading() -> None:
    text = f"City suspends tie\n\nKey points:\n- One is done\n- Two is due on 26 October\n\n{LEAD}\n\n{MORE}"
    assert kinds(text)[1:4] == [
        ("headline", "Key points:"),
        ("list", "- One is done"),
        ("list", "- Two is due on 26 October"),
    ]


@pytest.mark.parametrize(
    "heading", ["PUEBLO", "'Wrong target'", "No visits since 2012", "7. TWINNING WITH ULAN-UDE"]
)
def test_headings_within_the_text_are_headlines(heading: str) -> None:
    assert heading in of_kind("headline", f"City suspends tie\n\n{LEAD}\n\n{heading}\n\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Elin Brorsson in Gothenburg; editing by T. Marsh)",
        "This report was first published May 11, 2022.",
        "— With files from Bethany Roux in Toronto",
        "Tags: Local News, City Council",
        "Copyright 2022 KTPN. All rights reserved.",
        "###",
        "ENDS",
        "Media contact: Joel Trask, Office of the Mayor",
        "- LDR is local body journalism co-funded by RNZ and NZ On Air.",
    ],
)
def test_notes_about_the_article_are_other(line: str) -> None:
    assert kinds(f"City suspends tie\n\n{LEAD}\n\n{MORE}\n\n{line}")[-1] == ("other", line)


def test_a_letter_has_a_salutation_and_a_signature() -> None:
    text = f"Dear Mayor Beaulieu,\n\n{LEAD}\n\n{MORE}\n\nRespectfully,\n\nMargit Halvorsen\nPresident\n"
    assert [kind for kind, _ in kinds(text)] == ["other", "paragraph", "paragraph"] + ["signature"] * 3
    assert open_document(text.encode()).author == "Margit Halvorsen"


def test_a_letter_to_the_editor_is_signed_without_a_closing() -> None:
    text = f"LETTERS\n\nKalmar deserves better\n\nSIR – {LEAD}\n\n{MORE}\n\nNORMAN GOODENOUGH\nAllington, Bridport"
    assert of_kind("signature", text) == ["NORMAN GOODENOUGH", "Allington, Bridport"]
    assert of_kind("other", text) == ["LETTERS", "SIR –"]
    assert LEAD in of_kind("paragraph", text)


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds("Hello world") == [("paragraph", "Hello world")]


def test_a_first_sentence_is_no_headline() -> None:
    assert kinds(f"{LEAD}\n{MORE}") == [("paragraph", LEAD), ("paragraph", MORE)]
