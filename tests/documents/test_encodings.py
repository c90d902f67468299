"""Every common encoding is told from its bytes."""

from __future__ import annotations

import pytest

from fingerpost.documents import open_document

WESTERN = "Göteborg “reads the newspapers like everybody else” — the mayor’s office said. Étaples, too."
LATIN = "Göteborg reads the newspapers like everybody else, said the mayor of Étaples. It costs £1,800."
CENTRAL = "The mayor of Kołobrzeg, Zbigniew Maliszewski, met the councillors of Łódź and Štúrovo on Monday."
POLISH = "Rada miasta Kołobrzeg zdecydowała o zakończeniu współpracy. Burmistrz powiedział, że żałuje."
RUSSIAN = "Городской совет Калининграда проголосовал за приостановление соглашения с Норфолком."
JAPANESE = "尾道市議会は水曜日、中国の温州市との姉妹都市関係を停止するよう市長に求める決議を採択した。"
CHINESE = "市议会星期三通过决议，要求市长中止与日本城市的友好城市关系。会长表示，希望继续交流。"
KOREAN = "부산의 한 여자고등학교가 나가사키의 자매학교와 관계를 끝냈다고 학교가 밝혔다."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((encoding, WESTERN) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")),
        *((encoding, WESTERN) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")),
        ("utf-16-le", RUSSIAN),
        ("latin-1", LATIN),
        ("iso-8859-2", CENTRAL),
        ("iso-8859-2", POLISH),
        ("cp1250", POLISH),
        ("koi8-r", RUSSIAN),
        ("cp1251", RUSSIAN),
        ("shift_jis", JAPANESE),
        ("euc_jp", JAPANESE),
        ("gb18030", CHINESE),
        ("gb2312", CHINESE),
        ("big5", CHINESE.translate(str.maketrans("议会过决长与关系", "議會過決長與關係"))),
        ("euc_kr", KOREAN),
    ],
)
def test_the_encoding_is_found(encoding: str, text: str) -> None:
    if encoding == "big5":
        text = text.encode("big5", "ignore").decode("big5")
    assert open_document(text.encode(encoding)).text == text


def test_a_stray_byte_in_utf_8_is_damage_and_not_another_encoding() -> None:
    document = open_document("Ryazan – Göteborg – Étaples – Kołobrzeg – ".encode() * 4 + b"\xff end.")
    assert document.text.endswith("\ufffd end.")
    assert "damaged" in document.warnings[0]


def test_a_few_stray_bytes_do_not_hide_a_text() -> None:
    document = open_document(
        b"The council voted to end its tie\xfe\xfe\x01 with Tver on Monday night, and 4\xff left."
    )
    assert document.text.startswith("The council voted to end its tie")
    assert document.text.count("\ufffd") == 3


def test_a_page_says_its_own_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>' + RUSSIAN * 5 + "</p></body></html>"
    assert RUSSIAN in open_document(page.encode("cp1251")).text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\x0b", "\x0c", "\x85"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert open_document(f"One line.{end}Another line.".encode()).text == "One line.\nAnother line."


def test_nul_bytes_go_with_a_warning() -> None:
    document = open_document(b"The council\0 voted to end the tie.")
    assert document.text == "The council voted to end the tie."
    assert document.warnings == ("1 control character was left out (NUL and the like).",)


def test_half_a_surrogate_pair_is_replaced() -> None:
    document = open_document(b"A tie \xed\xa0\x80 ends.")
    assert document.text == "A tie \ufffd ends."
    assert document.warnings


def test_a_pair_of_surrogates_is_joined() -> None:
    assert open_document("A tie \ud83d\ude00 ends.".encode("utf-8", "surrogatepass")).text == "A tie 😀 ends."


def test_the_authors_form_of_a_letter_stays() -> None:
    decomposed = "E\u0301taples voted."
    assert open_document(decomposed.encode()).text == decomposed
