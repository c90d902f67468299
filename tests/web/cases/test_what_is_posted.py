"""Nothing counts that a form does not name, and nothing that another site sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from suspension import norfolk_tie, open_norfolk_case, suspend

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case, Motion

VALUES = {"int": "1", "str": "tie", "slug": "tie", "path": "x", "uuid": "0" * 32}


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


@pytest.fixture
def clerk(client: Client, clem: User) -> Client:
    client.force_login(clem)
    return client


@pytest.fixture
def motion(clem: User, case: Case) -> Motion:
    from fingerpost.web.casework.working import record_motion, record_roll_call
    from fingerpost.web.register.models import Body

    changes = {
        "body": Body.objects.first(),
        "text": "That it be suspended.",
        "votes_for": 3,
        "votes_against": 0,
    }
    made = record_motion(by=clem, case=case, motion=None, changes=changes)
    record_roll_call(by=clem, motion=made, ballots={"for": ["Ann Able", "Ben Baker"]})
    return made


def addresses(patterns: Any = None, before: str = "/") -> Iterator[str]:
    """Yield an address for each of our own patterns; programs send tokens, which no other site has."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not route.startswith("api"):
                yield from addresses(pattern.url_patterns, before + route)
        elif isinstance(pattern, URLPattern):
            for kind, value in VALUES.items():
                while f"<{kind}:" in route:
                    start = route.index(f"<{kind}:")
                    route = route[:start] + value + route[route.index(">", start) + 1 :]
            yield before + route


def test_no_address_takes_what_another_site_posts(clem: User, case: Case) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clem)
    walked = list(addresses())
    assert len(walked) > 40
    taken = {address: client.post(address, {"do": "done"}).status_code for address in walked}
    assert {address for address, status in taken.items() if status not in {403, 404, 405}} == set()
    assert sum(status == 403 for status in taken.values()) > 40


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\thttps://evil"],
)
def test_signing_in_leads_to_no_other_site(client: Client, clem: User, onward: str) -> None:
    words = {"login": clem.email, "password": "a long pass phrase", "next": onward}
    answer = client.post("/account/login/", words)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/desk/"


def test_signing_out_leads_to_no_other_site(clerk: Client) -> None:
    answer = clerk.post("/account/logout/", {"next": "https://evil.example/"})
    assert "evil" not in answer.headers["Location"]


def test_a_roll_call_that_does_not_add_up_cannot_be_published(
    clerk: Client, case: Case, motion: Motion
) -> None:
    answer = clerk.post(f"/desk/cases/{case.pk}/motions/{motion.pk}/publish")
    assert answer.status_code == 409
    assert "2 named, 3 recorded" in answer.content.decode()
    motion.refresh_from_db()
    assert motion.published is None


def test_a_changed_roll_call_must_be_published_anew(clerk: Client, case: Case, motion: Motion) -> None:
    address = f"/desk/cases/{case.pk}/motions/{motion.pk}"
    clerk.post(f"{address}/roll-call", {"votes_for": "Ann Able\nBen Baker\nCy Cole"})
    clerk.post(f"{address}/publish")
    motion.refresh_from_db()
    assert motion.published is not None
    clerk.post(f"{address}/roll-call", {"votes_for": "Ann Able"})
    motion.refresh_from_db()
    assert motion.published is None


def test_a_name_twice_in_a_roll_call_is_refused(clerk: Client, case: Case, motion: Motion) -> None:
    words = {"votes_for": "Ann Able", "votes_against": "ann able"}
    answer = clerk.post(f"/desk/cases/{case.pk}/motions/{motion.pk}/roll-call", words)
    assert answer.status_code == 400
    assert "stand twice: ann able" in answer.content.decode()
    assert motion.ballots.count() == 2


def test_a_motion_is_not_published_by_posting_it_so(clerk: Client, case: Case, motion: Motion) -> None:
    extra = {"published": "2022-03-08", "case": 99, "id": 99}
    words = {"body": "Norfolk City Council", "text": "Changed.", "outcome": "carried"}
    clerk.post(f"/desk/cases/{case.pk}/motions/{motion.pk}/", words | extra)
    motion.refresh_from_db()
    assert (motion.text, motion.published, motion.case_id) == ("Changed.", None, case.pk)


def test_a_motion_of_another_case_is_not_changed_through_this_one(
    clerk: Client, clem: User, case: Case, motion: Motion
) -> None:
    other = open_norfolk_case(clem, case.tie)
    assert clerk.get(f"/desk/cases/{other.pk}/motions/{motion.pk}/").status_code == 404
    assert clerk.post(f"/desk/cases/{other.pk}/motions/{motion.pk}/publish").status_code == 404


def test_a_case_keeps_its_owner_state_and_day(clerk: Client, clem: User, rita: User, case: Case) -> None:
    words = {"title": "New title", "question": "Why?", "about": "tie", "tie": f"#{case.tie_id}"}
    clerk.post(
        f"/desk/cases/{case.pk}/edit",
        words | {"owner": rita.pk, "state": "closed", "opened": "2000-01-01", "id": 99, "version": 9},
    )
    before = case.opened
    case.refresh_from_db()
    assert (case.title, case.owner, case.state, case.opened) == ("New title", clem, "open", before)


def test_a_decision_is_about_the_cases_own_side(clerk: Client, case: Case) -> None:
    from fingerpost.web.register.models import Decision

    there = case.tie.sides.get(order=1)
    words = {"result": "suspended", "body": "Norfolk City Council", "operative_words": "is suspended"}
    extra = {"side": there.pk, "withdrawn": "2022-03-08", "motion": 99, "id": 99}
    clerk.post(f"/desk/cases/{case.pk}/decision", words | extra)
    decision = Decision.objects.get()
    assert (decision.side.order, decision.withdrawn, decision.motion) == (0, None, None)


def test_a_decision_without_a_result_is_asked_for_one(clerk: Client, case: Case) -> None:
    words = {"result": "", "body": "Norfolk City Council", "operative_words": "is suspended"}
    assert clerk.post(f"/desk/cases/{case.pk}/decision", words).status_code == 400


def test_a_follow_up_stays_in_its_case_and_open(clerk: Client, clem: User, case: Case) -> None:
    from fingerpost.web.casework.models import FollowUp

    decision = suspend(clem, open_norfolk_case(clem, case.tie))
    extra = {"state": "done", "done": "2022-03-08", "case": 99, "decision": decision.pk, "owner_name": "Eve"}
    clerk.post(f"/desk/cases/{case.pk}/follow-up", {"what": "Write a letter"} | extra)
    item = FollowUp.objects.get(what="Write a letter")
    assert (item.case, item.state, item.decision, item.owner_name) == (case, "open", None, "")


def test_a_tie_is_not_merged_or_imported_by_posting_it_so(clerk: Client, case: Case) -> None:
    tie = case.tie
    extra = {"merged_into": tie.pk, "imported_from": "elsewhere", "created": "2000-01-01", "id": 99, "pk": 99}
    clerk.post(f"/desk/register/tie/{tie.pk}/edit", {"kind": "twin_town", "label": "Twins"} | extra)
    tie.refresh_from_db()
    assert (tie.label, tie.merged_into, tie.imported_from) == ("Twins", None, "")


def test_a_source_is_what_its_bytes_say(clerk: Client, rita: User) -> None:
    from fingerpost.web.evidence.models import Source

    extra = {
        "digest": "sha256:0",
        "state": "read",
        "received_by": rita.pk,
        "shown": "whole",
        "title": "Fake",
    }
    clerk.post("/desk/inbox/", {"text": "The council voted."} | extra)
    made = Source.objects.get()
    assert (made.state, made.title, made.shown) == ("waiting", "", "passages")
    assert made.received_by != rita
    assert len(made.digest) == 71
