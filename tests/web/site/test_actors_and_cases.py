"""The pages of cases, people, bodies, places and corrections."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.site.conftest import position
from tests.web.site.test_public_pages import shown
from tests.web.suspension import suspend

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.casework.working import publish_motion, record_motion, record_roll_call
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.erasing import erase_person
from fingerpost.web.register.keeping import keep, merge, withdraw_decision
from fingerpost.web.register.models import Body, Decision, Person, Place, Post, Succession, Tenure, Tie
from fingerpost.web.site.publishing import publish_case, take_back_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(clem: User) -> Person:
    """The chair of the council."""
    return keep(by=clem, record=Person(), changes={"name": "Ann Able", "email": "ann@example.org"})


@pytest.fixture
def vote(clem: User, case: Case, ann: Person) -> Case:
    """The case with a published motion, which Ann moved and voted for."""
    body = Body.objects.get(name="Norfolk City Council")
    changes = {"body": body, "text": "That it be suspended.", "mover": ann, "date": "2022-03-08"}
    changes |= {"votes_for": 1, "votes_against": 1, "outcome": "carried"}
    motion = record_motion(by=clem, case=case, motion=None, changes=changes)
    record_roll_call(by=clem, motion=motion, ballots={"for": ["Ann Able"], "against": ["Ben Baker"]})
    publish_motion(by=clem, motion=motion)
    publish_case(by=clem, case=case)
    return case


def test_a_case_shows_its_motion_and_roll_call(visitor: Client, vote: Case) -> None:
    page = shown(visitor, f"/cases/{vote.pk}")
    assert "Carried 1–1" in page and "That it be suspended." in page
    assert "Moved by Ann Able" in page
    assert "For Ann Able" in page and "Against Ben Baker" in page


def test_a_case_counts_who_wants_what_by_their_latest_words(
    visitor: Client, rita: User, tie: Tie, vote: Case, article: Source, ann: Person
) -> None:
    vote.sources.add(article)
    early = position(article, "Mayor Kenny Alexander called on the council", "end", tie=tie, person=ann)
    early.data["date"] = {"value": "2022-02-01"}
    early.save()
    late = position(article, "The association wants it kept.", "keep", tie=tie, person=ann)
    for finding in (early, late):
        judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    page = shown(visitor, f"/cases/{vote.pk}")
    assert "1 Keep it" in page and "1 End it" not in page
    assert "1 earlier position" in page


def test_a_case_that_is_not_published_has_no_page(visitor: Client, case: Case) -> None:
    assert visitor.get(f"/cases/{case.pk}").status_code == 404
    assert "No case is public." in shown(visitor, "/cases/")


def test_a_person_is_shown_with_what_they_did_in_public(
    visitor: Client, clem: User, vote: Case, ann: Person
) -> None:
    post = keep(by=clem, record=Post(), changes={"body": Body.objects.first(), "title": "Chair"})
    keep(by=clem, record=Tenure(), changes={"post": post, "person": ann, "since": "2019-01"})
    page = shown(visitor, f"/people/{ann.pk}")
    assert "Chair" in page and "since January 2019" in page
    assert "That it be suspended." in page and "For" in page
    assert "ann@example.org" not in page


def test_a_person_without_anything_public_has_no_page(visitor: Client, site: object, ann: Person) -> None:
    assert visitor.get(f"/people/{ann.pk}").status_code == 404


def test_an_erased_person_is_named_nowhere(visitor: Client, ada: User, vote: Case, ann: Person) -> None:
    erase_person(by=ada, person=ann, why="asked for by mail")
    assert visitor.get(f"/people/{ann.pk}").status_code == 404
    page = shown(visitor, f"/cases/{vote.pk}")
    assert "Ann" not in page and "Moved by A person whose data was removed" in page


def test_two_records_of_one_person_have_one_page(
    visitor: Client, clem: User, vote: Case, ann: Person
) -> None:
    other = Person.objects.create(name="A. Able")
    merge(by=clem, record=other, into=ann)
    assert visitor.get(f"/people/{other.pk}").headers["Location"] == f"/people/{ann.pk}"


def test_a_body_is_shown_with_its_decisions(visitor: Client, clem: User, tie: Tie, case: Case) -> None:
    suspend(clem, case)
    body = Body.objects.get(name="Norfolk City Council")
    page = shown(visitor, f"/bodies/{body.pk}")
    assert "Norfolk – Kaliningrad: may decide" in page
    assert "Suspended: Norfolk – Kaliningrad, March 8, 2022" in page


def test_a_place_is_shown_with_its_ties_and_what_it_was(visitor: Client, tie: Tie) -> None:
    kaliningrad = Place.objects.get(name="Kaliningrad")
    before = Place.objects.create(name="Königsberg")
    Succession.objects.create(predecessor=before, successor=kaliningrad, date="1946-07-04")
    page = shown(visitor, f"/places/{kaliningrad.pk}")
    assert "Königsberg went into it, July 4, 1946." in page
    assert "Norfolk" in page and "Russia" in page
    german = shown(visitor, f"/de/places/{kaliningrad.pk}")
    assert "Russland" in german


def test_a_place_without_a_public_tie_has_no_page(visitor: Client, site: object) -> None:
    assert visitor.get(f"/places/{Place.objects.create(name='Bexley').pk}").status_code == 404


def test_a_decision_entered_by_mistake_is_said_to_be_one(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    withdraw_decision(by=clem, decision=suspend(clem, case), why="the wrong town")
    page = shown(visitor, "/corrections/")
    assert "A decision was entered by mistake" in page and "Resolution 22-104" in page
    assert "the wrong town" not in page
    assert "suspended" not in shown(visitor, f"/ties/{tie.pk}")


def test_what_was_put_right_before_the_site_was_opened_is_no_correction(
    visitor: Client, ada: User, clem: User
) -> None:
    from tests.web.suspension import norfolk_tie

    from fingerpost.web.site.publishing import arrange_site

    side = norfolk_tie(clem).sides.first()
    decision = keep(by=clem, record=Decision(), changes={"side": side, "result": "ended"})
    withdraw_decision(by=clem, decision=decision, why="a slip")
    arrange_site(by=ada, changes={"open": True})
    assert "Nothing has been put right" in shown(visitor, "/corrections/")


def test_a_corrected_reading_shows_both(visitor: Client, rita: User, tie: Tie, article: Source) -> None:
    finding = position(article, "The association wants it kept.", "end", tie=tie)
    data = finding.data | {"stance": "keep"}
    judge_finding(by=rita, finding=finding, verdict="correct", seen=0, data=data)
    assert "A position was corrected End it → Keep it" in shown(visitor, "/corrections/")


def test_a_fact_that_was_taken_back_is_not_repeated(
    visitor: Client, rita: User, tie: Tie, article: Source
) -> None:
    finding = position(article, "The association wants it kept.", "keep", tie=tie)
    judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    judge_finding(by=rita, finding=finding, verdict="reject", seen=1)
    page = shown(visitor, "/corrections/")
    assert "A position was taken back" in page and "Norfolk – Kaliningrad" in page
    assert "wants it kept" not in page and "The tie is questioned" not in page


def test_a_case_that_was_taken_back_is_told_without_its_question(
    visitor: Client, clem: User, case: Case
) -> None:
    publish_case(by=clem, case=case)
    take_back_case(by=clem, case=case, why="too early")
    page = shown(visitor, "/corrections/")
    assert "A case was taken back" in page
    assert "Shall the tie go on?" not in page and "too early" not in page
    publish_case(by=clem, case=case)
    assert "A case was taken back" not in shown(visitor, "/corrections/")


@pytest.mark.parametrize("before", ["x", "2022-03-08", "2022-03-08T10:00:00", "99999-01-01"])
def test_corrections_before_no_moment_are_not_found(visitor: Client, site: object, before: str) -> None:
    assert visitor.get(f"/corrections/?before={before}").status_code == 404


def test_corrections_are_leafed_through(
    visitor: Client, clem: User, tie: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fingerpost.web.site.views import about

    monkeypatch.setattr(about, "A_PAGE", 2)
    side = tie.sides.first()
    for year in range(2001, 2006):
        made = keep(by=clem, record=Decision(), changes={"side": side, "result": "ended", "date": str(year)})
        withdraw_decision(by=clem, decision=made, why="a slip")
    address, years = "/corrections/", []
    for _ in range(3):
        page = visitor.get(address).content.decode()
        years += [year for year in range(2001, 2006) if f", {year}</s>" in page]
        address = "/corrections/" + page.partition('rel="next" href="')[2].partition('"')[0]
    assert sorted(years) == [2001, 2002, 2003, 2004, 2005]
    assert address == "/corrections/"


def test_the_about_page_says_whose_site_it_is(visitor: Client, site: object) -> None:
    page = shown(visitor, "/about/")
    assert "City of Norfolk" in page and "CC BY 4.0" in page
