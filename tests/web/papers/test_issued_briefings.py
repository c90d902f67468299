"""Issued briefings: kept as issued, handed out unchanged in every format, and provable."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.test import Client
from docx import Document
from pypdf import PdfReader
from suspension import suspend

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case, Issue
    from fingerpost.web.evidence.models import Source

FORMATS = ("html", "docx", "pdf", "md", "json")


@pytest.fixture
def issue(clem: User, case: Case) -> Issue:
    """The briefing after the vote, as issued."""
    from fingerpost.web.casework.briefing import issue_briefing

    suspend(clem, case)
    return issue_briefing(by=clem, case=case)


def download(client: Client, issue: Issue, form: str) -> bytes:
    answer = client.get(f"/desk/cases/{issue.case_id}/briefings/{issue.number}.{form}")
    assert answer.status_code == 200
    return answer.content


def test_each_format_is_handed_out_as_it_was_issued(client: Client, clem: User, issue: Issue) -> None:
    from fingerpost.web.register.models import Body, Decision

    client.force_login(clem)
    Body.objects.update(name="Renamed since")
    Decision.objects.update(condition="changed since")
    kept = {rendition.format: rendition.digest for rendition in issue.renditions.all()}
    assert set(kept) == set(FORMATS)
    for form in FORMATS:
        data = download(client, issue, form)
        assert "sha256:" + hashlib.sha256(data).hexdigest() == kept[form]
    assert kept["json"] == issue.digest


def test_the_page_of_the_case_links_each_format(client: Client, clem: User, issue: Issue) -> None:
    client.force_login(clem)
    page = client.get(f"/desk/cases/{issue.case_id}/").content.decode()
    assert set(re.findall(r"briefings/1\.(\w+)", page)) == set(FORMATS)


def test_the_word_document_and_the_pdf_say_the_same(client: Client, clem: User, issue: Issue) -> None:
    client.force_login(clem)
    document = Document(BytesIO(download(client, issue, "docx")))
    words = " ".join(" ".join(paragraph.text.split()) for paragraph in document.paragraphs)
    reader = PdfReader(BytesIO(download(client, issue, "pdf")))
    printed = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for text in ("Norfolk: suspended since March 8, 2022", "until peace and the sovereignty of Ukraine"):
        assert text in words
        assert text in printed
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_pdf_that_cannot_be_made_leaves_the_other_formats(
    clem: User, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from fingerpost.web.casework.briefing import issue_briefing

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    made = issue_briefing(by=clem, case=case)
    assert {rendition.format for rendition in made.renditions.all()} == set(FORMATS) - {"pdf"}


def test_check_proves_an_issued_briefing_with_the_originals_of_the_desk(
    client: Client, clem: User, issue: Issue, article: Source, tmp_path: Path
) -> None:
    client.force_login(clem)
    briefing, original = tmp_path / "briefing.json", tmp_path / "article.txt"
    briefing.write_bytes(download(client, issue, "json"))
    original.write_bytes(b"".join(client.get(f"/desk/sources/{article.pk}/original")))
    done = checked(briefing, original)
    assert done.exit_code == 0, done.output
    assert re.fullmatch(
        r"Proved: \d+ passages equal their 1 source, and \d+ records are as their digests say\.\n",
        done.output,
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b'"operative_words": "the sister', b'"operative_words": "the Sister', "is not what its digest says"),
        (b"personal relationships", b"personal Relationships", "the briefing has"),
        (b'"title": "Norfolk and', b'"title": "Norfolk und', "The seal does not match"),
    ],
)
def test_check_finds_what_was_changed_in_an_issued_briefing(
    issue: Issue, article: Source, tmp_path: Path, before: bytes, after: bytes, said: str
) -> None:
    data = bytes(issue.renditions.get(format="json").data)
    assert before in data
    (tmp_path / "briefing.json").write_bytes(data.replace(before, after, 1))
    (tmp_path / "article.txt").write_bytes(bytes(article.original.data))
    done = checked(tmp_path / "briefing.json", tmp_path / "article.txt")
    assert (done.exit_code, said in done.output) == (1, True), done.output


def checked(briefing: Path, *sources: Path):  # type: ignore[no-untyped-def]
    from fingerpost.cli import main

    return CliRunner().invoke(main, ["check", str(briefing), *map(str, sources)])


def test_a_briefing_from_sources_alone_has_no_word_of_a_register() -> None:
    from norfolk import norfolk

    from fingerpost.briefing import build
    from fingerpost.briefing.as_json import as_json
    from fingerpost.casefile import assemble

    data = as_json(build(assemble([norfolk()], now="2022-03-02")))
    assert b'"records"' not in data and b'"register"' not in data and b'"reviewed"' not in data


@pytest.mark.parametrize(("country", "size"), [("US", (612, 792)), ("CA", (595, 842))])
def test_the_usual_case_is_two_pages_before_its_sources_and_notes(
    clem: User, case: Case, country: str, size: tuple[int, int]
) -> None:
    from fingerpost.briefing.as_pdf import as_pdf
    from fingerpost.web.casework.briefing import brief
    from fingerpost.web.register.keeping import keep
    from fingerpost.web.register.models import Agreement, Exchange, Letter, Place

    Place.objects.filter(name="Norfolk").update(country=country, admin1="")
    suspend(clem, case)
    for record, changes in (
        (
            Agreement(),
            {"title": "Sister city agreement", "signed": "1992", "exit_clause": "Six months' notice."},
        ),
        (Exchange(), {"title": "Choir of the cathedral", "direction": "in", "date": "2017-05", "people": 31}),
        (Letter(), {"subject": "Are you safe?", "direction": "sent", "date": "2022-02-25"}),
    ):
        keep(by=clem, record=record, changes=changes | {"tie": case.tie})
    pages = PdfReader(BytesIO(as_pdf(brief(case, date(2022, 3, 10))))).pages
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == size
    first, second = (page.extract_text() for page in pages[:2])
    assert "At a glance" in first and "The tie" in first
    assert "What is not known" in first + second
    assert len(pages) <= 3
