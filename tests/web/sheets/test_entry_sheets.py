"""Many records at once: a sheet is looked at line by line, and entered as a whole or not at all."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook
from suspension import norfolk_tie

from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Exchange, Law, Letter, Place, Tie
from fingerpost.web.register.sheets.cells import Problem, day, money, number
from fingerpost.web.register.sheets.checking import Checked, check
from fingerpost.web.register.sheets.entering import NotEntered, enter_sheet
from fingerpost.web.register.sheets.kinds import EXCHANGES, KINDS, LAWS, LETTERS
from fingerpost.web.register.sheets.sheet import BadSheet, as_text, sheet_of, sheet_of_text
from fingerpost.web.register.sheets.template import template_csv, template_xlsx

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

VISITS = """\
Partner,Direction,From,What,People,Youth
"Kaliningrad, Russia",out,2019-05,Orchestra,22,18
Norfolk – Kaliningrad,they came,14 September 2017,Physicians,6,
"""


@pytest.fixture
def tie(clem: User) -> Tie:
    return norfolk_tie(clem)


def visits(text: str = VISITS) -> Checked:
    return check(sheet_of_text(text), EXCHANGES)


def enter(by: User, text: str = VISITS, **more: Any) -> list[Any]:
    return enter_sheet(by=by, sheet=sheet_of_text(text), kind=EXCHANGES, name="visits.csv", **more)


def problems(text: str) -> str:
    return " ".join(said for line in visits(text).lines for said in line.problems)


def test_every_line_becomes_a_record_with_its_entry(rita: User, tie: Tie) -> None:
    made = enter(rita)
    assert [(e.tie, e.direction, e.date, e.people, e.youth) for e in Exchange.objects.order_by("date")] == [
        (tie, "in", "2017-09-14", 6, None),
        (tie, "out", "2019-05", 22, 18),
    ]
    entries = Entry.objects.filter(action="add-exchange")
    assert {(entry.by, entry.why) for entry in entries} == {(rita, "entered from visits.csv")}
    assert {entry.subject_id for entry in entries} == {str(record.pk) for record in made}
    assert list(broken_links()) == []


def test_one_wrong_line_and_nothing_is_recorded(rita: User, tie: Tie) -> None:
    with pytest.raises(NotEntered) as refused:
        enter(rita, VISITS + "Kaliningrad,out,sometime,Choir,3,\n")
    assert [line.number for line in refused.value.checked.wrong] == [4]
    assert not Exchange.objects.exists()
    assert not Entry.objects.filter(action="add-exchange").exists()


def test_what_is_in_the_register_already_is_left_out(rita: User, tie: Tie) -> None:
    (first, _) = enter(rita)
    checked = visits(VISITS + "Kaliningrad,both,2020,Chess,4,\n")
    assert [line.same == first for line in checked.lines] == [True, False, False]
    assert [line.number for line in checked.new] == [4]
    assert len(enter(rita, VISITS + "Kaliningrad,both,2020,Chess,4,\n")) == 1
    with pytest.raises(NotEntered, match="in the register already"):
        enter(rita)


def test_what_hangs_on_a_merged_tie_counts_as_there(clem: User, tie: Tie) -> None:
    from fingerpost.web.register.keeping import merge

    here, there = (side.place for side in tie.sides.all())
    twin = add_tie(by=clem, here=here, there=there, kind="friendship_city")
    changes = {"tie": twin, "direction": "out", "date": "2019-05", "title": "ORCHESTRA"}
    keep(by=clem, record=Exchange(), changes=changes)
    merge(by=clem, record=twin, into=tie)
    assert [line.same is not None for line in visits().lines] == [True, False]


def test_a_line_that_says_more_than_the_register_is_told_where(rita: User, tie: Tie) -> None:
    enter(rita)
    assert visits(VISITS.replace("22,18", "25,18")).lines[0].differs == ["People: 22 there"]
    assert visits(VISITS.replace("6,", "6,2")).lines[1].differs == ["Youth: nothing there"]


def test_a_line_twice_is_entered_once(rita: User, tie: Tie) -> None:
    again = VISITS + VISITS.splitlines()[1] + "\n"
    assert [line.twin for line in visits(again).lines] == [None, None, 2]
    assert len(enter(rita, again)) == 2


def test_what_changed_since_it_was_looked_at_is_not_entered(rita: User, tie: Tie) -> None:
    seen = visits().digest
    keep(
        by=rita,
        record=Exchange(),
        changes={"tie": tie, "direction": "out", "date": "2019-05", "title": "Orchestra"},
    )
    with pytest.raises(NotEntered, match="Look again"):
        enter(rita, seen=seen)
    assert Exchange.objects.count() == 1


def test_a_partner_that_several_ties_have_is_asked_about(rita: User, tie: Tie) -> None:
    there = tie.sides.get(order=1).place
    other = add_tie(by=rita, here=Place.objects.create(name="Hampton"), there=there, kind="sister_city")
    said = problems("Partner,Direction,From,What\nKaliningrad,out,2019,Choir\n")
    assert f"Norfolk – Kaliningrad #{tie.pk}" in said
    assert f"Hampton – Kaliningrad #{other.pk}" in said
    checked = visits(
        f"Partner,Direction,From,What\nHampton - Kaliningrad,out,2019,Choir\n#{tie.pk},in,2019,Tea\n"
    )
    assert [line.values["tie"] for line in checked.new] == [other, tie]


def test_a_partner_elsewhere_is_not_taken_for_ours(rita: User, tie: Tie) -> None:
    assert "No tie in the register" in problems(
        "Partner,Direction,From,What\nKaliningrad Germany,out,2019,Choir\n"
    )
    assert "No tie in the register" in problems(
        'Partner,Direction,From,What\n"Norfolk, Nebraska",out,2019,Choir\n'
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("Kaliningrad,sideways,2019,Choir,2,,", "Direction: “sideways” is none of these"),
        ("Kaliningrad,out,5/6/2019,Choir,2,,", "can be two days"),
        ("Kaliningrad,out,2019-02-30,Choir,2,,", "is not a date"),
        ("Kaliningrad,out,2019,,2,,", "What: Nothing is filled in here"),
        ("Kaliningrad,out,2019,Choir,some,,", "is not a number of people"),
        ("Kaliningrad,out,2019,Choir,2,3,", "more young people than people"),
        ("Kaliningrad,out,2019,Choir,2,,1.200", "can be two amounts"),
        ("Kaliningrad,out,2019,Choir,2,,1200", "no currency"),
        ("Kaliningrad,out,2019," + "x" * 301 + ",2,,", "at most 300 characters"),
        ("Kaliningrad,out,2019,Choir,2,,,,surplus", "more cells than there are headings"),
    ],
)
def test_each_wrong_cell_is_named_with_what_to_do(tie: Tie, cells: str, said: str) -> None:
    found = problems("Partner,Direction,From,What,People,Youth,Money,Currency\n" + cells)
    assert said in found.replace('"', "“", 1).replace('"', "”", 1)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("1990s", "1990s"),
        ("May 2019", "2019-05"),
        ("May 14, 2019", "2019-05-14"),
        ("14.5.2019", "2019-05-14"),
        ("5/14/2019", "2019-05-14"),
        ("2019-05-14T00:00:00", "2019-05-14"),
    ],
)
def test_a_day_is_read_as_people_write_it(words: str, value: str) -> None:
    assert day(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1200", "1200"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("1 200,5", "1200.5"),
        ("0.1", "0.1"),
    ],
)
def test_an_amount_is_read_as_people_write_it(words: str, value: str) -> None:
    assert money(words) == Decimal(value)


@pytest.mark.parametrize("words", ["$12", "12-14", "1e9", "-3", "99999999999", "1,20,0"])
def test_what_is_no_amount_is_not_guessed(words: str) -> None:
    with pytest.raises(Problem):
        money(words)


@pytest.mark.parametrize("words", ["about 20", "-1", "2.5", "1,20"])
def test_what_is_no_number_of_people_is_not_guessed(words: str) -> None:
    with pytest.raises(Problem):
        number(words)


def workbook(*rows: tuple[Any, ...], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, shown in (formats or {}).items():
        book.active[cell].number_format = shown
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_gives_what_its_cells_show(tie: Tie) -> None:
    head = ("Partner", "Direction", "From", "What", "People", "Money", "Currency")
    data = workbook(
        ("Our exchanges",),
        head,
        ("Kaliningrad", "out", datetime(2019, 5, 1), "Orchestra", 22.0, 14500.5, "usd"),
        (),
        ("Kaliningrad", "in", datetime(2017, 9, 14), "Physicians", 6, None, None),
        ("Kaliningrad", "in", 2016, "Bakers", None, None, None),
        formats={"C3": "mmm yyyy", "C5": "yyyy-mm-dd"},
    )
    checked = check(sheet_of(data, "visits.xlsx"), EXCHANGES)
    assert [(line.number, line.values["date"]) for line in checked.new] == [
        (3, "2019-05"),
        (5, "2017-09-14"),
        (6, "2016"),
    ]
    assert checked.new[0].values["money"] == Decimal("14500.5")


def test_a_sheet_mended_on_the_page_keeps_its_lines(tie: Tie) -> None:
    given = sheet_of_text(
        'A title\n\nPartner;Direction;From;What\n\nKaliningrad;out;2019;"Choir\nand band"\n'
    )
    again = sheet_of_text(as_text(given))
    assert [row.line for row in (again.head, *again.rows)] == [3, 5]
    assert again.rows[0].cells[-1] == "Choir and band"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_saved_by_any_spreadsheet_is_read(encoding: str) -> None:
    data = "Partner\tDirection\tFrom\tWhat\nÅrhus\tout\t2019\tCafé\n".encode(encoding)
    assert sheet_of(data, "visits.txt").rows[0].cells == ("Århus", "out", "2019", "Café")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no line"),
        (b"Partner,Direction,From,What\n", "no line"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01" * 40, "no table"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old or a locked Excel file"),
        (b"PK\x03\x04nothing", "no Excel workbook"),
        (b"Partner,Direction\n" + b"a,b\n" * 2001, "more than 2,000 lines"),
        (b"x" * 4_000_001, "larger than 4 MB"),
    ],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadSheet, match=said):
        sheet_of(data, "visits.xlsx")


def test_a_workbook_that_grows_without_end_is_refused() -> None:
    from zipfile import ZIP_DEFLATED, ZipFile

    laughs = '<!DOCTYPE x [<!ENTITY a "haha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    parts = ZipFile(BytesIO(workbook(("Partner", "Direction"), ("a", "b"))))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as bomb:
        for name in parts.namelist():
            xml = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                xml = f'<?xml version="1.0"?>{laughs}]><worksheet><sheetData>&j;</sheetData></worksheet>'.encode()
            bomb.writestr(name, xml)
    with pytest.raises(BadSheet):
        sheet_of(out.getvalue(), "visits.xlsx")


def test_a_column_that_is_needed_is_asked_for() -> None:
    with pytest.raises(BadSheet, match="no column “What”"):
        check(sheet_of_text("Partner,Direction,From\nx,out,2019\n"), EXCHANGES)


def test_a_column_that_is_not_known_is_named(db: None) -> None:
    assert visits("Partner,Direction,From,What,Weather\nx,out,2019,Choir,fair\n").unknown == ("Weather",)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_template_is_read_by_its_own_headings(db: None, kind: Any) -> None:
    book = load_workbook(BytesIO(template_xlsx(kind)))
    headings = [cell.value for cell in book.worksheets[0][1]]
    assert headings == template_csv(kind).decode("utf-8-sig").strip().split(",")
    line = ",".join(headings) + "\n" + ",".join("x" for _ in headings) + "\n"
    assert check(sheet_of_text(line), kind).unknown == ()


def test_letters_are_entered_too(rita: User, tie: Tie) -> None:
    text = "Partner,Direction,Date,Subject,Writer\nKaliningrad,received,2022-02,Greetings,Mayor\n"
    enter_sheet(by=rita, sheet=sheet_of_text(text), kind=LETTERS, name="letters")
    assert Letter.objects.get().subject == "Greetings"


def test_laws_are_entered_with_countries_by_name(rita: User, tie: Tie) -> None:
    text = "Title,Effect,State or region,Partner country,Since\nHouse Bill 7,ban,Virginia,Russia,2022-07-01\n"
    enter_sheet(by=rita, sheet=sheet_of_text(text), kind=LAWS, name="laws")
    law = Law.objects.get()
    assert (law.effect, law.home_admin1, law.partner_country) == ("forbids", "US-VA", "RU")
    assert check(sheet_of_text(text), LAWS).lines[0].same == law


def test_a_long_sheet_asks_little_more_than_a_short_one(rita: User, tie: Tie) -> None:
    def queries(lines: int) -> int:
        text = VISITS + "".join(f"Kaliningrad,out,2019-05,Choir {n},3,\n" for n in range(lines))
        with CaptureQueriesContext(connection) as context:
            enter(rita, text)
        return len(context)

    # rows are written many at once, as many as SQLite takes values in one query
    assert queries(1) < 20
    assert queries(300) < 30


def test_a_sheet_is_looked_at_then_entered_on_the_page(client: Client, rita: User, tie: Tie) -> None:
    client.force_login(rita)
    file = SimpleUploadedFile("visits.csv", VISITS.encode())
    page = client.post("/desk/register/exchange/sheet", {"file": file, "do": "check"}).content.decode()
    assert "2 of 2 lines would be recorded." in page
    assert not Exchange.objects.exists()
    seen = re.search('name="seen" value="([0-9a-f]{64})"', page)
    words = {"text": VISITS, "name": "visits.csv", "seen": seen[1], "do": "enter"}
    answer = client.post("/desk/register/exchange/sheet", words)
    assert answer.status_code == 302
    assert Exchange.objects.count() == 2
    assert client.post("/desk/register/exchange/sheet", words).status_code == 409


def test_a_sheet_mended_after_the_look_is_looked_at_again(client: Client, rita: User, tie: Tie) -> None:
    client.force_login(rita)
    words = {"text": VISITS.replace("22", "23"), "seen": visits().digest, "do": "enter"}
    answer = client.post("/desk/register/exchange/sheet", words)
    assert (answer.status_code, Exchange.objects.count()) == (409, 0)
    assert "Look again" in answer.content.decode()


def test_a_wrong_line_is_shown_with_its_number(client: Client, rita: User, tie: Tie) -> None:
    client.force_login(rita)
    words = {"text": VISITS + "<script>alert(1)</script>,out,2019,Choir,2,\n", "do": "check"}
    page = client.post("/desk/register/exchange/sheet", words).content.decode()
    assert "until it is mended, nothing is recorded" in page
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert 'value="enter"' not in page


def test_a_contributor_enters_no_sheet(client: Client, cora: User, tie: Tie) -> None:
    client.force_login(cora)
    assert client.post("/desk/register/exchange/sheet", {"text": VISITS, "do": "enter"}).status_code == 403
    assert not Exchange.objects.exists()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_template_is_downloaded(client: Client, rita: User, form: str) -> None:
    client.force_login(rita)
    answer = client.get(f"/desk/register/exchange/sheet.{form}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="exchange.{form}"'
    assert client.get("/desk/register/exchange/sheet.exe").status_code == 404
    assert client.get("/desk/register/tie/sheet").status_code == 404
