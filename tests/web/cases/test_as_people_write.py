"""Forms take what a clerk writes, ask where it can mean two things, and lead on from a page that says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from suspension import CONDITION, WORDS, norfolk_tie, open_norfolk_case

from fingerpost.web.casework.models import Case
from fingerpost.web.dates import read_date
from fingerpost.web.register.models import Decision, Involvement

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def case(clem: User, client: Client) -> Case:
    client.force_login(clem)
    return open_norfolk_case(clem, norfolk_tie(clem))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2022-03-08", "2022-03-08"),
        ("1990s", "1990s"),
        ("March 8, 2022", "2022-03-08"),
        ("8 March 2022", "2022-03-08"),
        ("Mar. 8, 2022", "2022-03-08"),
        ("8.3.2022", "2022-03-08"),
        ("3/25/2022", "2022-03-25"),
        ("March 2022", "2022-03"),
        ("2022", "2022"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, kept: str) -> None:
    assert read_date(written) == kept


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("3/8/2022", "can be two days. Write 2022-03-08 or 2022-08-03, whichever is meant."),
        ("the eighth of March", "is not a date. Write it as 2022-03-08"),
        ("2022-02-30", "the calendar has no such day"),
        ("March 32, 2022", "is not a date"),
        ("March 8, 2022, at noon", "is not a date"),
    ],
)
def test_what_is_no_date_or_two_is_asked_about(written: str, problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        read_date(written)


def test_the_forms_of_cases_and_of_the_register_take_such_dates(client: Client, case: Case) -> None:
    motion = {"body": "Norfolk City Council", "text": "That it be suspended.", "outcome": "carried"}
    client.post(f"/desk/cases/{case.pk}/motions/new", motion | {"date": "March 8, 2022"})
    assert case.motions.get().date == "2022-03-08"
    agreement = {"tie": f"#{case.tie_id}", "title": "The agreement", "signed": "8 May 1992"}
    client.post("/desk/register/agreement/new", agreement)
    assert case.tie is not None
    assert case.tie.agreements.get().signed == "1992-05-08"


def test_a_motion_begins_with_the_day_of_the_vote(client: Client, case: Case) -> None:
    form = client.get(f"/desk/cases/{case.pk}/motions/new").context["form"]
    assert form["date"].value() == "2022-03-08"


def decision(**changes: str) -> dict[str, str]:
    known = {"body": "Norfolk City Council", "operative_words": WORDS, "condition": CONDITION}
    return known | {"date": "2022-03-08"} | changes


def test_a_result_that_the_words_contradict_is_asked_about_before_it_counts(
    client: Client, case: Case
) -> None:
    asked = client.post(f"/desk/cases/{case.pk}/decision", decision(result="ended"))
    assert (asked.status_code, Decision.objects.count()) == (400, 0)
    assert "The operative words say “suspended”; you chose “ended”." in asked.text
    assert 'type="checkbox" name="as_chosen"' in asked.text
    client.post(f"/desk/cases/{case.pk}/decision", decision(result="ended", as_chosen="on"))
    assert Decision.objects.get().result == "ended"


def test_a_result_that_the_words_bear_out_is_not_asked_about(client: Client, case: Case) -> None:
    client.post(f"/desk/cases/{case.pk}/decision", decision(result="suspended"))
    assert Decision.objects.get().result == "suspended"


def test_a_page_that_says_no_leads_back_where_one_came_from(client: Client, case: Case) -> None:
    refused, own = f"/desk/ties/{case.tie_id}/public", f"http://testserver/desk/cases/{case.pk}/"
    back = {page: client.post(refused, {"do": "take-back"}, headers={"referer": page}) for page in (own, "")}
    assert {answer.status_code for answer in back.values()} == {409}
    assert f'href="{own}">Back</a>' in back[own].text
    assert 'href="/desk/">Back</a>' in back[""].text


def test_a_page_that_says_no_leads_to_no_other_site(client: Client, case: Case) -> None:
    evil = {"referer": "https://evil.example/"}
    answer = client.post(f"/desk/ties/{case.tie_id}/public", {"do": "take-back"}, headers=evil)
    assert "evil" not in answer.text


def test_a_case_says_who_may_decide_and_where_nobody_knows(client: Client, case: Case) -> None:
    page = f"/desk/cases/{case.pk}/"
    assert "For Norfolk: <a href=" in client.get(page).text
    Involvement.objects.filter(role="decides").delete()
    assert "does not say who may decide for Norfolk" in client.get(page).text
    assert "Record who decides" in client.get(page).text
