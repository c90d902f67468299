"""What stands above and below an article says who wrote it, who published it, and when."""

from __future__ import annotations

import pytest

from fingerpost.documents import Document, open_document

BODY = (
    "The council voted 7-2 on Tuesday to suspend its sister city agreement with Ryazan until the war ends.\n\n"
    "Mayor Loretta Haines, who voted yes, said that the city was putting a friendship on the shelf."
)


def article(*above: str, below: str = "") -> Document:
    return open_document("\n\n".join((*above, BODY, below)).encode())


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("By Marlene Ostheimer", "Marlene Ostheimer", None),
        ("By LIBBY CRACKNELL", "Libby Cracknell", None),
        ("By Callum Treloar and Priya Venkataraman", "Callum Treloar and Priya Venkataraman", None),
        ("By Rowena Tulley, Local Democracy Reporter", "Rowena Tulley", None),
        ("By Teo Marchetti, Front Range Ledger", "Teo Marchetti", "Front Range Ledger"),
        ("By Owen Tarpley | Business", "Owen Tarpley", None),
        ("Mountain Public Radio | By Imani Lockhart", "Imani Lockhart", "Mountain Public Radio"),
        ("By MUTINTA HAMOONGA in Livingstone", "Mutinta Hamoonga", None),
        ("From Selorm Agbenyega, Ho", "Selorm Agbenyega", None),
        ("Author: Dana Whitlock", "Dana Whitlock", None),
        ("Ruth Ferrier, for Sunday Morning", "Ruth Ferrier", "Sunday Morning"),
        ("Eoin Twohig", "Eoin Twohig", None),
        ("By Our Reporter", None, None),
        ("NEWSROOM", None, None),
    ],
)
def test_a_byline_gives_author_and_publisher(line: str, author: str | None, publisher: str | None) -> None:
    document = article("City puts its Russian tie on the shelf", line)
    assert (document.author, document.publisher) == (author, publisher)
    assert document.blocks[1].kind == "other"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: Mar. 2, 2022 at 6:12 PM CST", "2022-03-02"),
        ("Published: 11:08 PM EDT March 15, 2022", "2022-03-15"),
        ("Posted Wed 25 Aug 2021", "2021-08-25"),
        ("Updated / Tuesday, 16 Mar 2021", "2021-03-16"),
        ("FOR IMMEDIATE RELEASE: Wednesday, March 23, 2022", "2022-03-23"),
        ("Prairie Record, Nov. 19, 2021", "2021-11-19"),
        ("Aug. 21, 2025", "2025-08-21"),
        ("2022-03-15", "2022-03-15"),
        ("25/08/2021", "2021-08-25"),
        ("8/25/2021", "2021-08-25"),
        ("03/04/2022", "2022"),
        ("Published: 31 February 2022", None),
        ("MEETING DATE: April 19, 2022", None),
    ],
)
def test_a_date_above_the_article_is_its_date(line: str, published: str | None) -> None:
    document = article("City puts its Russian tie on the shelf", line)
    assert document.published == published
    assert document.published_from == ("text" if published else "unknown")


def test_a_date_within_the_article_is_not_its_date() -> None:
    assert (
        article("City puts its Russian tie on the shelf", below="The tie began on June 4, 1989.").published
        is None
    )


def test_a_note_below_the_article_dates_it() -> None:
    document = article("City puts tie on the shelf", below="This report was first published May 11, 2022.")
    assert (document.published, document.published_from) == ("2022-05-11", "text")


def test_a_dateline_with_a_year_dates_it() -> None:
    assert open_document(f"TACNA, Peru, Feb. 9, 2024 (Andes) -- {BODY}".encode()).published == "2024-02-09"


def test_a_given_date_goes_before_all_others() -> None:
    document = open_document(
        f"City votes\n\nPosted Wed 25 Aug 2021\n\n{BODY}".encode(), published="2021-08-26"
    )
    assert (document.published, document.published_from) == ("2021-08-26", "given")
    assert document.dates[0].value == "2021-08-25"


def test_a_published_date_goes_before_an_updated_one() -> None:
    text = f"City votes to keep tie\n\nUpdated: 3 March 2022\n\nPublished: 2 March 2022\n\n{BODY}"
    assert open_document(text.encode()).published == "2022-03-02"


def test_rights_name_the_publisher() -> None:
    assert (
        article("City votes to keep tie", below="Copyright 2022 KTPN. All rights reserved.").publisher
        == "KTPN"
    )


def test_the_agency_of_the_dateline_is_the_last_resort() -> None:
    assert open_document(f"BUSAN, Oct. 2 (Yeongnam News) -- {BODY}".encode()).publisher == "Yeongnam News"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("City puts its Russian tie on the shelf",), "City puts its Russian tie on the shelf"),
        (
            ("OPINION", "Keep the romance. Keep the friend.", "By Wini Tate"),
            "Keep the romance. Keep the friend.",
        ),
        (
            ("CITY OF BATTLE CREEK", "NEWS RELEASE", "City suspends tie with Vologda"),
            "City suspends tie with Vologda",
        ),
        (("CITY OF REDDING", "ITEM NO. 4.7(b)", "SUBJECT: Agreement with Chita"), "Agreement with Chita"),
    ],
)
def test_the_title_is_the_headline_most_like_one(above: tuple[str, ...], title: str) -> None:
    assert article(*above).title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Der Stadtrat hat am Dienstag mit sieben zu zwei Stimmen beschlossen, die Partnerschaft zu beenden.",
            "de",
        ),
        (
            "Le conseil municipal a voté mardi la fin du jumelage avec la ville russe, par sept voix contre deux.",
            "fr",
        ),
        (
            "Rada miasta zdecydowała o zakończeniu współpracy z miastem, które jest w Rosji, i nie żałuje tego.",
            "pl",
        ),
        (
            "Городской совет проголосовал за приостановление соглашения, и мэр не был против этого решения.",
            "ru",
        ),
        ("尾道市議会は水曜日、温州市との姉妹都市関係を停止するよう求める決議を採択した。", "ja"),
        ("Norfolk 7-2", "und"),
    ],
)
def test_the_language_is_guessed_from_its_small_words(text: str, language: str) -> None:
    assert open_document(text.encode()).language == language
