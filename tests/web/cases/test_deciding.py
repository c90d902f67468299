"""A decision is checked against who may decide, and its words against what was recorded and what the press wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from suspension import WORDS, norfolk_tie, open_norfolk_case, source, suspend

from fingerpost.web.accounts.models import Membership
from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.deciding import record_decision, take_back_decision
from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.register.instrument import contradiction, press_difference, says_otherwise, verbs_in
from fingerpost.web.register.keeping import SameRecord, add_tie, keep, merge
from fingerpost.web.register.models import Body, Decision, Involvement, Place
from fingerpost.web.register.picture import picture
from fingerpost.web.register.powers import check_power, rules_over

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


def check(decision: Decision) -> tuple[str, str]:
    found = check_power(decision, *rules_over([decision.side]))
    return found.verdict, found.why


def test_the_body_with_the_power_fits(clem: User, case: Case) -> None:
    Involvement.objects.filter(role="decides").update(basis="City charter, section 12")
    assert check(suspend(clem, case)) == (
        "fits",
        "Norfolk City Council may decide this (City charter, section 12).",
    )


def test_another_body_is_recorded_and_shown_plainly(client: Client, clem: User, case: Case) -> None:
    mayor = Body.objects.create(name="Mayor of Norfolk")
    suspend(clem, case, body=mayor)
    client.force_login(clem)
    said = "Mayor of Norfolk decided this, and the register says that Norfolk City Council may decide."
    decision = Decision.objects.get()
    for address in (
        f"/desk/cases/{case.pk}/",
        f"/desk/ties/{case.tie_id}/",
        f"/desk/register/decision/{decision.pk}/",
    ):
        assert said in client.get(address).content.decode(), address


def test_a_body_merged_into_the_council_is_the_council(clem: User, case: Case) -> None:
    twin = Body.objects.create(name="Council of Norfolk")
    decision = suspend(clem, case, body=twin)
    assert check(decision)[0] == "mismatch"
    merge(by=clem, record=twin, into=Body.objects.get(name="Norfolk City Council"))
    assert check(Decision.objects.get(pk=decision.pk))[0] == "fits"


def test_where_no_rule_is_known_the_page_says_so(clem: User, case: Case) -> None:
    Involvement.objects.all().delete()
    assert check(suspend(clem, case)) == ("unknown", "The register does not say who may decide in Norfolk.")


def test_a_rule_holds_in_its_time_only(clem: User, case: Case) -> None:
    Involvement.objects.filter(role="decides").update(until="2022-01")
    assert check(suspend(clem, case))[0] == "unknown"
    assert check(suspend(clem, case, date="2021-06"))[0] == "fits"


def test_a_rule_about_one_tie_says_nothing_of_another(clem: User, case: Case) -> None:
    here, minsk = case.tie.sides.get(order=0).place, Place.objects.create(name="Minsk", country="BY")
    other = add_tie(by=clem, here=here, there=minsk, kind="sister_city")
    Involvement.objects.filter(role="decides").update(tie=other)
    assert check(suspend(clem, case))[0] == "unknown"


def test_the_rule_about_the_tie_goes_before_the_one_about_the_place(clem: User, case: Case) -> None:
    committee = Body.objects.create(name="Sister Cities Committee")
    keep(
        by=clem,
        record=Involvement(),
        changes={"body": committee, "role": "decides", "place": case.tie.sides.get(order=0).place},
    )
    assert check(suspend(clem, case, body=committee))[0] == "mismatch"


def test_the_partners_side_is_not_our_councils(clem: User, case: Case) -> None:
    theirs = suspend(clem, case, side=case.tie.sides.get(order=1))
    assert check(theirs) == ("unknown", "The register does not say who may decide in Kaliningrad.")


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("is hereby suspended", ["suspended"]),
        ("shall not be ended", []),
        ("terminates the agreement", ["terminates"]),
        ("the suspension is lifted", ["lifted"]),
        ("broke off, then froze", ["broke", "froze"]),
        ("cutting all ties", ["cutting"]),
    ],
)
def test_verbs_are_found_in_any_form_and_not_where_negated(words: str, forms: list[str]) -> None:
    assert [verb.form for verb in verbs_in(words)] == forms


@pytest.mark.parametrize(
    ("result", "words", "said"),
    [
        ("suspended", WORDS, ""),
        ("ended", WORDS, "The words say “suspended”; recorded is “ended”. Look again which it is."),
        (
            "suspended",
            "the agreement is hereby terminated",
            "The words say “terminated”; recorded is “suspended”.",
        ),
        ("restored", "that the suspension be lifted", ""),
        ("kept", "the tie shall not be ended", ""),
        ("established", "be sister cities", ""),
        ("suspended", "", ""),
        ("handed_over", "that the city end its support", ""),
    ],
)
def test_words_that_speak_of_something_else_are_shown(result: str, words: str, said: str) -> None:
    found = contradiction(Decision(result=result, operative_words=words))
    assert found.startswith(said) and bool(found) == bool(said)


@pytest.mark.parametrize(
    ("press", "instrument", "said"),
    [
        ("cut ties", "Resolution 22-104", "The paper says “cut ties”; the resolution says “suspended”."),
        ("severed", "Order 18-233", "The paper says “severed”; the order says “suspended”."),
        ("put on ice", "", "The paper says “put on ice”; the decision says “suspended”."),
        ("suspends", "Resolution 22-104", ""),
        ("", "Resolution 22-104", ""),
    ],
)
def test_a_press_verb_that_differs_is_shown_beside_the_instruments(
    press: str, instrument: str, said: str
) -> None:
    found = press_difference(
        Decision(result="suspended", instrument=instrument, operative_words=WORDS, press_verb=press)
    )
    assert found == said


def test_a_headline_that_says_otherwise_is_shown_with_its_source(
    client: Client, clem: User, case: Case
) -> None:
    cut = source("a", title="Norfolk cuts ties with Kaliningrad")
    case.sources.add(cut, source("b", title="Norfolk suspends Kaliningrad tie"), source("c", title="Weather"))
    decision = suspend(clem, case)
    assert says_otherwise(decision, cut.title)
    client.force_login(clem)
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert page.count("A headline says otherwise than the resolution") == 1
    form = client.get(f"/desk/cases/{case.pk}/decision").content.decode()
    assert "Norfolk cuts ties with Kaliningrad" in form
    assert "Who may decide for Norfolk" in form


def test_whoever_must_tell_the_partner_has_it_to_do_by_a_day(clem: User, rita: User, case: Case) -> None:
    suspend(clem, case, must_tell_partner="Rita")
    assert FollowUp.objects.get(what="Tell Kaliningrad of the decision").owner == rita
    changes = {"side": case.tie.sides.get(order=0), "result": "ended", "must_tell_partner": "City Clerk"}
    record_decision(by=clem, case=case, motion=None, changes=changes, tell_by=date(2022, 3, 15))
    item = FollowUp.objects.get(owner_name="City Clerk")
    assert (item.due, item.owner) == (date(2022, 3, 15), None)


def test_the_day_by_which_the_partner_is_told_comes_from_the_page(
    client: Client, clem: User, case: Case
) -> None:
    client.force_login(clem)
    words = {
        "result": "suspended",
        "body": "Norfolk City Council",
        "operative_words": WORDS,
        "must_tell_partner": "City Clerk",
        "tell_by": "2022-03-15",
    }
    assert client.post(f"/desk/cases/{case.pk}/decision", words).status_code == 302
    assert FollowUp.objects.get().due == date(2022, 3, 15)
    assert Decision.objects.get().case == case


def test_a_decision_withdrawn_no_longer_counts_and_nothing_follows_it(clem: User, case: Case) -> None:
    decision = suspend(clem, case)
    assert picture(case.tie, date(2022, 4, 1)).sides[0].standing.status == "suspended"
    take_back_decision(by=clem, decision=decision, why="the wrong tie")
    case.refresh_from_db()
    assert case.state == "open"
    assert picture(case.tie, date(2022, 4, 1)).sides[0].standing.status == "unknown"
    assert set(FollowUp.objects.values_list("state", flat=True)) == {"dropped"}
    with pytest.raises(SameRecord):
        take_back_decision(by=clem, decision=decision, why="again")


def test_a_decision_is_withdrawn_with_a_reason_only(client: Client, clem: User, case: Case) -> None:
    decision = suspend(clem, case)
    with pytest.raises(ValidationError):
        take_back_decision(by=clem, decision=decision, why=" ")
    client.force_login(clem)
    assert client.post(f"/desk/decisions/{decision.pk}/withdraw", {"why": ""}).status_code == 400
    client.post(f"/desk/decisions/{decision.pk}/withdraw", {"why": "the wrong tie"})
    assert Entry.objects.get(action="withdraw-decision").why == "the wrong tie"
    page = client.get(f"/desk/register/decision/{decision.pk}/").content.decode()
    assert "it was entered by mistake, and no longer counts" in page


def test_the_clerk_of_one_body_changes_no_decision_of_another(sol: User, clem: User, case: Case) -> None:
    council = Body.objects.get(name="Norfolk City Council")
    mayor = Body.objects.create(name="Mayor of Norfolk")
    Membership.objects.create(user=sol, role="clerk", body=mayor)
    decision = suspend(clem, case)
    with pytest.raises(NotAllowed):
        keep(by=sol, record=decision, changes={"instrument": "Order 1"})
    with pytest.raises(NotAllowed):
        keep(by=sol, record=decision, changes={"body": mayor})
    with pytest.raises(NotAllowed):
        take_back_decision(by=sol, decision=decision, why="mine now")
    own = suspend(clem, case, body=mayor)
    keep(by=sol, record=own, changes={"instrument": "Order 1"})
    with pytest.raises(NotAllowed):
        keep(by=sol, record=own, changes={"body": council})
