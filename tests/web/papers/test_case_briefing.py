"""A case's briefing, from the register and its sources together."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from reading_by_hand import add_read, judge
from suspension import CONDITION, WORDS, norfolk_tie, open_norfolk_case, source, suspend

from fingerpost.briefing.apparatus import Apparatus
from fingerpost.briefing.proof import citations_of, lines_of, prove

if TYPE_CHECKING:
    from fingerpost.briefing.model import Briefing, Section
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case
    from fingerpost.web.evidence.models import Source

DAY = date(2022, 3, 10)


def brief(case: Case, on: date = DAY) -> Briefing:
    from fingerpost.web.casework.briefing import brief as made

    return made(case, on)


def section(briefing: Briefing, key: str) -> Section:
    return next(section for section in briefing.sections if section.key == key)


def said(briefing: Briefing, key: str) -> str:
    lines = [line for group in section(briefing, key).groups for line in group.lines]
    return "\n".join(f"{line.lead or '-'}: {line.text}" for line in lines)


def record(clem: User, model: str, **changes: object) -> object:
    from django.apps import apps

    from fingerpost.web.register.keeping import keep

    return keep(by=clem, record=apps.get_model("register", model)(), changes=changes)


def test_both_sides_stand_as_of_the_day_with_what_decided_it(clem: User, case: Case) -> None:
    suspend(clem, case)
    words = said(brief(case), "tie")
    assert "Norfolk: suspended since March 8, 2022, by Norfolk City Council, Resolution 22-104" in words
    assert "Kaliningrad: not known" in words
    assert f"“{WORDS}”" in words and CONDITION in words and "To be reviewed March 8, 2023" in words
    assert "suspended" not in said(brief(case, date(2022, 3, 7)), "tie").lower()


def test_a_decisions_words_are_cited_where_its_source_is_in_the_case(clem: User, case: Case) -> None:
    from fingerpost.web.casework.working import add_source_to_case

    minutes = source(f"Minutes. Be it resolved that {WORDS} {CONDITION}.", title="Minutes", state="waiting")
    suspend(clem, case, source=minutes)
    line = next(line for _, line in lines_of(brief(case)) if "suspended since" in line.text)
    assert not line.citations and line.records
    add_read(clem, reading_of(minutes), minutes.original.data, "minutes.txt")
    add_source_to_case(by=clem, case=case, source=minutes)
    made = brief(case)
    line = next(line for _, line in lines_of(made) if "Norfolk: suspended since" in line.text)
    assert WORDS in {citation.text for citation in line.citations}
    assert any(run.at and run.at.text == WORDS for _, line in lines_of(made) for run in line.runs)
    assert all(Apparatus(made).is_reviewed(citation) for citation in line.citations)


def reading_of(source: Source) -> object:
    from writing import Text

    return Text(source.text, name=source.name).reading()


def test_bodies_agreements_laws_and_contacts_are_told(clem: User, case: Case) -> None:
    tie = case.tie
    record(
        clem,
        "Agreement",
        tie=tie,
        title="Sister city agreement",
        parties="City of Norfolk; Kaliningrad Oblast",
        signed="1992-06-01",
        ends="2032-06-01",
        exit_clause="Six months' notice in writing.",
    )
    record(
        clem,
        "Law",
        title="Governor's request",
        effect="conditions",
        partner_country="RU",
        since="2022-02-27",
        words="end any Russian sister city partnerships",
    )
    record(
        clem, "Exchange", tie=tie, direction="in", title="Choir of the cathedral", date="2017-05", people=31
    )
    record(clem, "Letter", tie=tie, direction="sent", subject="Are you safe?", date="2022-02-25")
    made = brief(case)
    words = said(made, "tie")
    assert (
        "Agreement: Sister city agreement, June 1, 1992. Parties then: City of Norfolk; Kaliningrad Oblast"
        in words
    )
    assert "until June 1, 2032. Exit: “Six months' notice in writing.”" in words
    assert (
        "Sets conditions: Governor's request, binds Norfolk, since February 27, 2022. “end any Russian"
        in words
    )
    assert "Last exchange: May 2017: Choir of the cathedral (they came here, 31 people)." in words
    assert "Last letter: February 25, 2022: Are you safe? (sent)." in words
    asked = said(made, "question")
    assert "Decides: Norfolk City Council." in asked
    assert "Carries it: Norfolk Sister City Association." in asked


def test_a_body_that_register_and_sources_name_stands_once(case: Case) -> None:
    made = brief(case)
    deciders = [line for line in section(made, "question").groups[0].lines if line.lead == "Decides"]
    assert len(deciders) == 1
    assert deciders[0].citations and deciders[0].records


def test_motions_tell_their_vote_once_it_is_published(clem: User, case: Case) -> None:
    from fingerpost.web.casework.working import publish_motion, record_motion, record_roll_call
    from fingerpost.web.register.models import Body

    council = Body.objects.get(name="Norfolk City Council")
    known = {"body": council, "text": "That it be suspended.", "votes_for": 2, "votes_against": 1}
    motion = record_motion(by=clem, case=case, motion=None, changes=known | {"outcome": "carried"})
    record_roll_call(
        by=clem, motion=motion, ballots={"for": ["Ann Able", "Ben Baker"], "against": ["Cy Cole"]}
    )
    assert "2 for" not in said(brief(case), "motions")
    publish_motion(by=clem, motion=motion)
    words = said(brief(case), "motions")
    assert "Carried: Norfolk City Council: “That it be suspended.” 2 for, 1 against." in words
    assert "For: Ann Able, Ben Baker. Against: Cy Cole." in words


def test_what_others_did_comes_nearest_first(clem: User, case: Case) -> None:
    from fingerpost.web.register.keeping import add_tie
    from fingerpost.web.register.models import Place

    norfolk = Place.objects.get(name="Norfolk")
    for name, country, result, day in (
        ("Kirov", "RU", "ended", "2014-05-05"),
        ("Halifax", "CA", "kept", "2020-01-01"),
        ("Cagliari", "IT", "established", "2021-01-01"),
    ):
        there = Place.objects.create(name=name, country=country)
        tie = add_tie(by=clem, here=norfolk, there=there, kind="sister_city")
        record(clem, "Decision", side=tie.sides.get(order=0), result=result, date=day)
    lines = section(brief(case), "peers").groups[0].lines
    assert [line.text for line in lines] == ["Kirov: ended. Also a tie with Russia.", "Halifax: kept."]


def test_what_is_to_be_done_comes_before_what_is_planned(clem: User, case: Case) -> None:
    suspend(clem, case)
    words = said(brief(case), "next").splitlines()
    assert (
        words[0]
        == f"To do: Review the suspension of Norfolk – Kaliningrad (Clem), by March 8, 2023, {CONDITION}."
    )
    assert words[1] == "To do: Tell Kaliningrad of the decision (City Clerk)."
    assert words[2].startswith("Planned: ")


def test_a_mail_address_never_reaches_a_briefing(clem: User, case: Case) -> None:
    from fingerpost.briefing.as_json import as_json

    suspend(clem, case)
    assert clem.email.encode() not in as_json(brief(case))


def test_the_register_breaks_silences_and_has_its_own(clem: User, case: Case) -> None:
    before = said(brief(case), "silent")
    assert "What was agreed" in before
    assert "How the tie stands formally in Kaliningrad" in before
    assert "no letter is recorded" in before
    record(clem, "Agreement", tie=case.tie, title="Agreement", signed="1992")
    after = said(brief(case), "silent")
    assert "What was agreed" not in after
    assert "no exit clause is recorded" in after


def test_register_and_sources_that_differ_are_shown_side_by_side(clem: User, case: Case) -> None:
    from later import vote

    from fingerpost.web.casework.working import add_source_to_case

    reading = vote()
    minutes = add_read(clem, reading, reading.document.text.encode(), "vote.txt", "2022-03-09")
    add_source_to_case(by=clem, case=case, source=minutes)
    suspend(clem, case, result="ended", condition="", review="", press_verb="cut")
    words = said(brief(case), "checks")
    assert "Formal status of Norfolk: ended by the register, suspended by the sources" in words
    assert "The press wrote “cut”; the decision says ended" in words


def test_every_line_stands_on_something_and_every_record_has_its_digest(clem: User, case: Case) -> None:
    from fingerpost.casefile.register import digest_of

    suspend(clem, case)
    made = brief(case)
    assert prove(made) is made
    register = made.casefile.register
    assert register and all(r.digest == digest_of(r.kind, r.id, r.fields) for r in register.ledger)
    assert all(record.entry and record.entered for record in register.ledger if record.kind == "decision")


@pytest.mark.parametrize("paper", [False, True])
def test_every_citation_leads_somewhere_on_the_page(clem: User, case: Case, paper: bool) -> None:
    from fingerpost.briefing.as_html import as_html

    suspend(clem, case)
    page = as_html(brief(case), paper=paper)
    cited = set(re.findall(r'class="cite" href="#([^"]+)"', page))
    there = re.findall(r' id="([^"]+)"', page)
    assert {one[:2] for one in cited} >= ({"n1", "nr"} if paper else {"s1", "r1"})
    assert cited <= set(there)
    assert len(there) == len(set(there))


def test_what_has_no_source_says_so(clem: User, case: Case) -> None:
    from fingerpost.briefing.as_markdown import as_markdown

    suspend(clem, case, source=source("Minutes of the council.", title="Minutes", published="2022-03-08"))
    page = as_markdown(brief(case))
    assert "From “Minutes”, March 8, 2022 (SHA-256" in page
    assert "Tie " in page and "No source. " in page


def test_passages_nobody_reviewed_are_marked(rita: User, case: Case, article: Source) -> None:
    from fingerpost.web.evidence.models import Finding

    assert "No person has reviewed the passages cited yet: °." in brief(case).notice
    for finding in article.findings.exclude(kind=Finding.Kind.CLAIM):
        judge(rita, finding)
    made = brief(case)
    assert "1 was read by program only: °." in made.notice
    apparatus = Apparatus(made)
    marked = {ref.is_open for _, line in lines_of(made) for ref in apparatus.references(line)}
    assert marked == {True, False}
    for finding in article.findings.filter(kind=Finding.Kind.CLAIM):
        judge(rita, finding)
    assert "People reviewed every passage cited." in brief(case).notice


def test_a_rejected_finding_is_gone_and_a_corrected_one_stands_as_corrected(
    rita: User, case: Case, article: Source
) -> None:
    positions = {f.data["stance"]: f for f in article.findings.filter(kind="position")}
    assert "End the tie" in said_titles(brief(case))
    for finding in article.findings.filter(kind="position", data__stance="end"):
        judge(rita, finding, "correct", data=finding.data | {"stance": "suspend"})
    judge(rita, positions["keep"], "reject")
    titles = said_titles(brief(case))
    assert "Suspend the tie – 2 people" in titles and "End the tie" not in titles


def said_titles(briefing: Briefing) -> str:
    return "; ".join(group.title or "" for group in section(briefing, "voices").groups)


def test_positions_accepted_from_other_sources_give_the_history(rita: User, clem: User, case: Case) -> None:
    from later import letter

    from fingerpost.web.evidence.assigning import assign_finding

    reading = letter()
    other = add_read(clem, reading, reading.document.text.encode(), "letter.txt", "2022-02-28")
    assert len(brief(case).casefile.sources) == 1
    finding = other.findings.filter(kind="position").first()
    assign_finding(by=rita, finding=finding, record_kind="tie", subject=case.tie)
    judge(rita, finding)
    made = brief(case)
    (added,) = made.casefile.sources[1:]
    assert added.document.id == other.digest
    assert "only what people accepted about this tie" in said(made, "sources")
    assert {c.source for _, line in lines_of(made) for c in citations_of(line)} >= {1, 2}


def test_the_register_alone_makes_a_briefing(clem: User) -> None:
    bare = open_norfolk_case(clem, norfolk_tie(clem))
    suspend(clem, bare)
    made = brief(bare)
    assert made.casefile.sources == ()
    assert "suspended since March 8, 2022" in said(made, "glance")
    assert made.notice.startswith("Put together from the register on March 10, 2022.")


def test_a_tie_of_which_nothing_is_known_is_told_as_such(clem: User) -> None:
    made = brief(open_norfolk_case(clem, norfolk_tie(clem)))
    assert "Norfolk and Kaliningrad: a sister city tie." in said(made, "glance")


def test_a_case_without_tie_and_source_says_what_to_do(client: Client, clem: User) -> None:
    from fingerpost.web.casework.working import open_case

    bare = open_case(by=clem, changes={"title": "Which?", "question": "Which tie?"})
    client.force_login(clem)
    page = client.post(f"/desk/cases/{bare.pk}/issue", follow=True).content.decode()
    assert "Say which tie it is about" in page


def test_a_record_changed_in_the_file_is_found(clem: User, case: Case) -> None:
    from msgspec.structs import replace

    from fingerpost.briefing.check import check

    suspend(clem, case)
    made = brief(case)
    register = made.casefile.register
    first, *rest = register.ledger
    forged = replace(first, fields=first.fields | {"says": "otherwise"})
    changed = replace(
        made, casefile=replace(made.casefile, register=replace(register, ledger=(forged, *rest)))
    )
    problems = check(changed, [source.document for source in made.casefile.sources]).problems
    assert any(
        "record 1 of the register is missing, or is not what its digest says" in one for one in problems
    )


@pytest.mark.parametrize("form", ["md", "json", "html", "docx"])
def test_hostile_names_stay_text(clem: User, case: Case, form: str) -> None:
    from fingerpost.briefing.formats import rendered
    from fingerpost.web.register.models import Body, Place

    evil = '<script>alert(1)</script>"]&{{7*7}}\x0b\u202e'
    Place.objects.filter(name="Kaliningrad").update(name=evil)
    Body.objects.filter(kind="association").update(name=evil)
    suspend(clem, case, instrument=evil, operative_words=evil, press_verb=evil[:90])
    data = rendered(brief(case), form)
    if form == "html":
        assert b"<script>alert" not in data
    if form == "docx":
        from io import BytesIO
        from zipfile import ZipFile

        from lxml import etree

        package = ZipFile(BytesIO(data))
        for name in package.namelist():
            if name.endswith(".xml"):
                etree.fromstring(package.read(name))
