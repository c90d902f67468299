"""The annual report."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader
from suspension import norfolk_tie, open_norfolk_case, suspend

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.register.models import Tie
    from fingerpost.web.register.report import Report

TODAY = date(2026, 11, 23)


@pytest.fixture
def tie(clem: User) -> Tie:
    return norfolk_tie(clem)


def report(year: int, today: date = TODAY) -> Report:
    from fingerpost.web.register.report import annual_report

    return annual_report(year, today)


def exchange(tie: Tie, day: str, **fields: object) -> None:
    from fingerpost.web.register.models import Exchange

    Exchange.objects.create(tie=tie, direction="out", date=day, title="Visit", **fields)


def test_the_year_counts_what_has_a_date_in_it(tie: Tie) -> None:
    for day in ("2021-12-31", "2022", "2022-05", "2022-12-31", "2023-01-01", "2020s"):
        exchange(tie, day, people=10, youth=4)
    (line,) = report(2022).lines
    assert (line.sums.exchanges, line.sums.people, line.sums.youth) == (3, 30, 12)


def test_money_is_summed_by_currency_and_never_across(tie: Tie) -> None:
    exchange(tie, "2022-05", money=Decimal("1200.50"), currency="USD")
    exchange(tie, "2022-06", money=Decimal(300), currency="eur")
    exchange(tie, "2022-07", money=Decimal("0.25"), currency="USD")
    exchange(tie, "2022-08", money=Decimal(5))
    assert report(2022).sums.spent == "5.00 (currency not known) and 300.00 EUR and 1,200.75 USD"


def test_status_is_as_of_the_years_end(clem: User, tie: Tie) -> None:
    case = open_norfolk_case(clem, tie)
    suspend(clem, case, result="established", date="1992", condition="", review="")
    suspend(clem, case)
    suspend(clem, case, result="restored", date="2025-01-10", condition="", review="")
    statuses = [report(year).lines[0].sides[0][1].status for year in (1991, 2021, 2022, 2024, 2025)]
    assert statuses == ["unknown", "active", "suspended", "suspended", "active"]


def test_a_year_that_is_not_over_stands_as_of_today(tie: Tie) -> None:
    exchange(tie, "2026-12-24")
    exchange(tie, "2026-11-23")
    found = report(2026)
    assert (found.on, found.sums.exchanges) == (TODAY, 1)


def test_letters_are_counted_each_way(tie: Tie) -> None:
    from fingerpost.web.register.models import Letter

    for direction in ("sent", "sent", "received"):
        Letter.objects.create(tie=tie, direction=direction, date="2022-03-01", subject="Greetings")
    assert (report(2022).sums.sent, report(2022).sums.received) == (2, 1)


def test_a_post_without_a_holder_at_the_years_end_is_a_vacancy(tie: Tie) -> None:
    from fingerpost.web.register.models import Body, Person, Post, Tenure

    post = Post.objects.create(body=Body.objects.first(), title="Chair", tie=tie)
    Tenure.objects.create(
        post=post, person=Person.objects.create(name="Nora"), since="2015", until="2021-01-31"
    )
    assert [len(report(year).lines[0].vacancies) for year in (2016, 2020, 2021)] == [0, 0, 1]
    assert any("vacant since 31 January 2021" in alert.why for alert in report(2022).lines[0].alerts)


def test_what_was_merged_into_a_tie_counts_with_it(clem: User, tie: Tie) -> None:
    from fingerpost.web.register.keeping import add_tie, merge

    here, there = (side.place for side in tie.sides.all())
    twin = add_tie(by=clem, here=here, there=there, kind="twin_town")
    exchange(twin, "2022-04")
    merge(by=clem, record=twin, into=tie)
    (line,) = report(2022).lines
    assert (line.tie, line.sums.exchanges) == (tie, 1)


def test_the_number_of_queries_does_not_grow_with_the_ties(clem: User, tie: Tie) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fingerpost.web.register.keeping import add_tie
    from fingerpost.web.register.models import Place

    with CaptureQueriesContext(connection) as few:
        report(2022)
    home = Place.objects.get(name="Norfolk")
    for number in range(20):
        add_tie(by=clem, here=home, there=Place.objects.create(name=f"Place {number}"), kind="twin_town")
    with CaptureQueriesContext(connection) as many:
        assert len(report(2022).lines) == 21
    assert len(many) == len(few)


def test_more_ties_than_a_query_takes_values_are_reported(clem: User, tie: Tie) -> None:
    from fingerpost.web.register.models import Side, Tie

    exchange(tie, "2022-05")
    places = [side.place_id for side in tie.sides.all()]
    more = Tie.objects.bulk_create([Tie(kind="twin_town") for _ in range(1200)])
    Side.objects.bulk_create(
        [Side(tie=one, place_id=place, order=at) for one in more for at, place in enumerate(places)]
    )
    found = report(2022)
    assert (len(found.lines), found.sums.exchanges) == (1201, 1)


def test_the_document_says_what_the_page_says(client: Client, clem: User, tie: Tie) -> None:
    exchange(tie, "2022-05", people=12, money=Decimal(900), currency="USD")
    suspend(clem, open_norfolk_case(clem, tie))
    client.force_login(clem)
    page = client.get("/desk/reports/2022/").content.decode()
    document = Document(BytesIO(client.get("/desk/reports/2022.docx").content))
    *sums, ties = document.tables
    row = [cell.text for cell in ties.rows[1].cells]
    assert row[0] == "Norfolk – Kaliningrad"
    assert row[1] in page
    assert row[1:6] == [
        "Norfolk: suspended since March 8, 2022; Kaliningrad: unknown",
        "1",
        "12",
        "0",
        "900.00 USD",
    ]
    figures = {cell.text for table in sums for cell in table.rows[0].cells}
    assert {"exchanges\n1", "people\n12", "money\n900.00 USD"} <= figures
    assert "1 exchange with 12 people, 0 of them young, and 0 volunteers, as far as recorded" in page
    assert "Money: 900.00 USD" in page


def test_the_pdf_says_what_the_word_document_says_and_is_tagged(client: Client, clem: User, tie: Tie) -> None:
    exchange(tie, "2022-05", people=12, money=Decimal(900), currency="USD")
    suspend(clem, open_norfolk_case(clem, tie))
    client.force_login(clem)
    reader = PdfReader(BytesIO(client.get("/desk/reports/2022.pdf").content))
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert "suspended since March 8, 2022" in words
    assert "900.00 USD" in words
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en"
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (792, 612)


def test_a_report_too_long_for_pdf_says_which_form_takes_it(
    client: Client, clem: User, tie: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fingerpost.web.register.report_paper.MOST_IN_PDF", 0)
    client.force_login(clem)
    answer = client.get("/desk/reports/2022.pdf")
    assert answer.status_code == 409
    assert "Take the Word document, which holds them all." in answer.content.decode()


@pytest.mark.parametrize("year", [1899, 2999, 0])
def test_there_is_no_report_on_years_out_of_reach(client: Client, cora: User, year: int) -> None:
    client.force_login(cora)
    assert client.get(f"/desk/reports/{year}/").status_code == 404


def test_an_empty_register_has_a_report(client: Client, clem: User) -> None:
    client.force_login(clem)
    assert "No tie is in the register yet" in client.get("/desk/reports/2022/").content.decode()
    assert client.get("/desk/reports/2022.docx").status_code == 200


def test_control_characters_never_reach_the_reports_xml(tie: Tie) -> None:
    from fingerpost.web.paper import rendered
    from fingerpost.web.register.models import Place
    from fingerpost.web.register.report_paper import report_paper

    Place.objects.filter(name="Kaliningrad").update(name="Kalin\x0bingrad")
    data = rendered(report_paper(2022, TODAY, datetime(2023, 1, 1, tzinfo=UTC)), "docx")
    assert "Kalin\ufffdingrad" in Document(BytesIO(data)).tables[-1].rows[1].cells[0].text


def test_the_report_is_linked_from_the_ties(client: Client, cora: User) -> None:
    client.force_login(cora)
    page = client.get("/desk/ties/").content.decode()
    link = page.partition('href="/desk/reports/')[2][:5]
    assert client.get(f"/desk/reports/{link}").status_code == 200
    assert client.get(f"/desk/reports/{link[:4]}.docx").status_code == 403


def many_ties(number: int) -> None:
    """Add ties between places of their own, all of them twice as many as SQLite takes terms in one "or"."""
    from fingerpost.web.register.models import Exchange, Place, Side, Tie

    places = Place.objects.bulk_create(Place(name=f"Town {n} & <Sons>") for n in range(2 * number))
    ties = Tie.objects.bulk_create(Tie() for _ in range(number))
    Side.objects.bulk_create(
        Side(tie=tie, place=places[2 * n + order], order=order)
        for n, tie in enumerate(ties)
        for order in (0, 1)
    )
    Exchange.objects.bulk_create(
        Exchange(tie=tie, direction="in", date="2022-05", title="Visit", people=2) for tie in ties
    )


def test_a_report_on_many_ties_has_a_row_for_each(db: None) -> None:
    from fingerpost.web.paper import rendered
    from fingerpost.web.register.report_paper import report_paper

    many_ties(600)
    paper = report_paper(2022, TODAY, datetime(2023, 1, 1, tzinfo=UTC))
    document = Document(BytesIO(rendered(paper, "docx")))
    rows = document.tables[-1].rows
    assert len(rows) == 601
    assert [cell.text for cell in rows[600].cells][:4] == [
        "Town 1198 & <Sons> – Town 1199 & <Sons>",
        "Unknown",
        "1",
        "2",
    ]
    words = [paragraph.text for paragraph in document.paragraphs]
    assert sum("No letter is in the register." in text for text in words) == 600


def test_ties_are_read_in_batches_of_a_fixed_number_of_queries(db: None) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fingerpost.web.register.models import Tie
    from fingerpost.web.register.reckoning import reckon_all
    from fingerpost.web.register.shelf import AT_ONCE

    many_ties(3 * AT_ONCE)
    numbers = list(Tie.objects.order_by("pk").values_list("pk", flat=True))

    def queries(number: int) -> int:
        with CaptureQueriesContext(connection) as made:
            assert len(list(reckon_all(Tie.objects.filter(pk__lte=numbers[number - 1]), TODAY))) == number
        return len(made)

    few, full, three = queries(3), queries(AT_ONCE - 1), queries(3 * AT_ONCE - 1)
    assert few == full
    before_and_after = 3  # when to warn, the laws, and that there are no more
    assert three - full == 2 * (full - before_and_after)
