"""The letters that follow a decision."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader
from suspension import CONDITION, WORDS, norfolk_tie, open_norfolk_case, suspend

from fingerpost.web.casework.following import add_follow_up

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case
    from fingerpost.web.register.models import Decision

NOW = datetime(2022, 3, 9, 12, tzinfo=UTC)


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


def words_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def letter(clem: User, decision: Decision, to: str = "partner") -> str:
    from fingerpost.web.casework.letters import write_letter
    from fingerpost.web.paper import rendered

    return words_of(rendered(write_letter(by=clem, decision=decision, to=to, now=NOW), "docx"))


def test_a_letter_tells_a_suspension_with_its_words_condition_and_review(clem: User, case: Case) -> None:
    text = letter(clem, suspend(clem, case))
    assert "On March 8, 2022, the Norfolk City Council suspended the sister city tie between" in text
    assert f"“{WORDS}”" in text
    assert CONDITION in text
    assert "reviewed on March 8, 2023" in text
    assert "It is not ended." in text


def test_a_letter_says_that_no_condition_and_no_review_was_set(clem: User, case: Case) -> None:
    text = letter(clem, suspend(clem, case, condition="", review=""))
    assert "No condition for lifting it was set." in text
    assert "No date for a review was set." in text


def test_what_the_register_does_not_know_is_left_open(clem: User, case: Case) -> None:
    bare = suspend(clem, case, date="", operative_words="", must_tell_partner="", body=None, instrument="")
    text = letter(clem, bare)
    assert "On […], […] suspended" in text
    assert "Dear […]," in text
    assert "None" not in text


def test_the_clerk_who_must_tell_the_partner_signs_the_letter(clem: User, case: Case) -> None:
    assert letter(clem, suspend(clem, case)).count("City Clerk") == 2


def test_the_association_that_carries_the_tie_is_written_to(clem: User, case: Case) -> None:
    text = letter(clem, suspend(clem, case), "association")
    assert "Norfolk Sister City Association\nPO Box 1\nNorfolk, VA" in text


def test_the_association_reads_what_it_is_to_do_and_nothing_that_is_only_ours(clem: User, case: Case) -> None:
    decision = suspend(clem, case)
    cover = {"what": "Cover the arm of the signpost", "until_words": "the invasion ends"}
    add_follow_up(by=clem, case=case, changes=cover | {"owner_name": "Norfolk Sister City Association"})
    add_follow_up(by=clem, case=case, changes={"what": "Ask our lawyers", "owner": clem})
    text = letter(clem, decision, "association")
    assert "Cover the arm of the signpost (Norfolk Sister City Association, until the invasion ends)" in text
    assert "Review the suspension of Norfolk – Kaliningrad (Clem, by March 8, 2023)" in text
    assert "lawyers" not in text
    assert "Tell Kaliningrad of the decision (City Clerk)" in text


def test_who_no_longer_carries_the_tie_is_not_written_to(clem: User, case: Case) -> None:
    from fingerpost.web.register.models import Involvement

    Involvement.objects.filter(role="carries").update(until="2020")
    assert "Sister City Association" not in letter(clem, suspend(clem, case), "association")


def test_the_press_is_told_that_cut_is_not_what_was_decided(clem: User, case: Case) -> None:
    text = letter(clem, suspend(clem, case, press_verb="cut"), "press")
    assert "Some reports wrote “cut”. The decision itself says what is quoted above: suspended." in text


def test_a_vote_is_told_only_once_it_is_published(clem: User, case: Case) -> None:
    from fingerpost.web.casework.working import publish_motion, record_motion

    decision = suspend(clem, case)
    known = {"body": decision.body, "text": WORDS, "votes_for": 7, "votes_against": 0, "absent": 1}
    decision.motion = record_motion(by=clem, case=case, motion=None, changes=known)
    assert "The vote was" not in letter(clem, decision, "press")
    publish_motion(by=clem, motion=decision.motion)
    decision.motion.refresh_from_db()
    assert "The vote was 7 for and 0 against, with 1 absent." in letter(clem, decision, "press")


def test_every_result_has_its_telling(clem: User, case: Case) -> None:
    from fingerpost.web.casework.letters import TELLING, TO
    from fingerpost.web.register.models import Decision

    assert set(TELLING) == set(Decision.Result.values)
    for result in Decision.Result.values:
        decision = suspend(clem, case, result=result)
        assert all(letter(clem, decision, to) for to in TO)


def test_what_does_not_change_status_says_so(clem: User, case: Case) -> None:
    text = letter(clem, suspend(clem, case, result="letter_only", condition="", review=""), "press")
    assert "The formal status of the tie stays as it was." in text


def test_control_characters_never_reach_the_xml(clem: User, case: Case) -> None:
    from fingerpost.web.casework.letters import write_letter
    from fingerpost.web.paper import rendered
    from fingerpost.web.register.models import Decision

    decision = suspend(clem, case)
    Decision.objects.filter(pk=decision.pk).update(
        operative_words="so\x0bdecided\x1b<w:t>\ufffe", condition="\x01until"
    )
    decision.refresh_from_db()
    data = rendered(write_letter(by=clem, decision=decision, to="press", now=NOW), "docx")
    xml = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", xml)
    assert "so\ufffddecided\ufffd<w:t>" in words_of(data)


def test_the_letters_are_linked_from_the_case(client: Client, clem: User, case: Case) -> None:
    decision = suspend(clem, case)
    client.force_login(clem)
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    links = re.findall(r'href="(/desk/decisions/[^"]+)"', page)
    assert len(links) == 6
    for link in links:
        answer = client.get(link)
        assert answer.headers["Content-Disposition"].startswith("attachment")
        read = printed if link.endswith(".pdf") else words_of
        assert "suspended" in read(answer.content)
    assert client.get(f"/desk/decisions/{decision.pk}/letters/mayor.docx").status_code == 404
    assert client.get(f"/desk/decisions/{decision.pk}/letters/press.html").status_code == 404


def printed(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@pytest.mark.parametrize("to", ["partner", "association", "press"])
def test_a_letter_as_pdf_is_tagged_and_says_what_the_word_document_says(
    clem: User, case: Case, to: str
) -> None:
    from fingerpost.web.casework.letters import write_letter
    from fingerpost.web.paper import rendered

    paper = write_letter(by=clem, decision=suspend(clem, case), to=to, now=NOW)
    data = rendered(paper, "pdf")
    assert PdfReader(BytesIO(data)).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert alike(printed(data)) == alike(words_of(rendered(paper, "docx")))


def alike(text: str) -> str:
    """Give the letters of a text: how lines break, and the numbers of pages, are the format's own."""
    return "".join(re.sub(r"\d+ / \d+|•", "", text).split())


def test_every_gap_is_marked_in_both_formats(clem: User, case: Case) -> None:
    from fingerpost.web.casework.letters import write_letter
    from fingerpost.web.paper import BLANK, rendered
    from fingerpost.web.paper.as_pdf import as_html

    decision = suspend(clem, case, date="", operative_words="", must_tell_partner="", body=None)
    paper = write_letter(by=clem, decision=decision, to="partner", now=NOW)
    page = as_html(paper).partition("<body")[2]
    assert page.count(BLANK) == page.count(f"<mark>{BLANK}</mark>") > 5
    runs = [run for p in Document(BytesIO(rendered(paper, "docx"))).paragraphs for run in p.runs]
    assert all(run.font.highlight_color for run in runs if BLANK in run.text)


def test_the_letter_greets_whom_the_register_knows_to_head_the_body(clem: User, case: Case) -> None:
    from fingerpost.web.register.models import Body, Person, Post, Tenure

    decision = suspend(clem, case)
    assert "Dear […]," in letter(clem, decision, "association")
    post = Post.objects.create(body=Body.objects.get(kind="association"), title="President")
    Tenure.objects.create(post=post, person=Person.objects.create(name="Nora Vale"), since="2020")
    assert "Dear Nora Vale," in letter(clem, decision, "association")
    Tenure.objects.update(until="2021-01-31")
    assert "Dear […]," in letter(clem, decision, "association")


def test_markup_in_names_stays_text(clem: User, case: Case) -> None:
    from fingerpost.web.casework.letters import write_letter
    from fingerpost.web.paper.as_pdf import as_html
    from fingerpost.web.register.models import Place

    Place.objects.filter(name="Kaliningrad").update(name="<img src=x onerror=alert(1)>/*fonts*/</title>")
    paper = write_letter(by=clem, decision=suspend(clem, case), to="press", now=NOW)
    page = as_html(paper)
    assert "<img" not in page
    assert page.count("</title>") == 1
    assert page.index("@font-face") > page.index("<style>")


def test_a_contributor_draws_up_no_letter(client: Client, clem: User, cora: User, case: Case) -> None:
    decision = suspend(clem, case)
    client.force_login(cora)
    assert client.get(f"/desk/decisions/{decision.pk}/letters/press.docx").status_code == 403
