"""What the public may see, and who chooses it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from fingerpost.web.accounts.models import User
from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.audit.chain import broken_links, history
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding, Passage, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.keeping import add_tie, keep, merge, withdraw_decision
from fingerpost.web.register.models import Decision, Person, Place, Tie
from fingerpost.web.site import gate
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import (
    NoReason,
    arrange_site,
    publish_case,
    show_source,
    take_back_case,
    withhold_tie,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tie(clem: User) -> Tie:
    here, there = (Place.objects.create(name=name, country="US") for name in ("Ashton", "Bexley"))
    return add_tie(by=clem, here=here, there=there, kind="sister_city")


@pytest.fixture
def source(clem: User) -> Source:
    made, _ = receive_source(by=clem, data=b"The council voted.", name="vote.txt")
    Source.objects.filter(pk=made.pk).update(state="read", text="The council voted.")
    made.refresh_from_db()
    return made


def found(source: Source, state: str, **about: object) -> Finding:
    finding = Finding.objects.create(
        source=source, kind="event", key=f"e-{state}", data={}, start=0, state=state, **about
    )
    Passage.objects.create(finding=finding, start=0, end=3, text="The")
    return finding


@pytest.mark.parametrize("state", Finding.State.values)
def test_only_what_was_reviewed_is_public(source: Source, state: str) -> None:
    found(source, state)
    assert gate.findings().exists() == (state in {"accepted", "corrected"})
    assert gate.sources().exists() == (state in {"accepted", "corrected"})


def test_nothing_of_a_closed_source_is_public(clem: User, source: Source, tie: Tie) -> None:
    found(source, "accepted", tie=tie)
    show_source(by=clem, source=source, shown="nothing", why="a private letter")
    assert not gate.findings().exists()
    assert not gate.sources().exists()
    assert history(source)[0].why == "a private letter"
    show_source(by=clem, source=source, shown="passages")
    assert gate.findings().exists()


def test_nothing_of_a_withheld_tie_is_public(clem: User, source: Source, tie: Tie) -> None:
    found(source, "accepted", tie=tie)
    keep(
        by=clem,
        record=Decision(),
        changes={"side": tie.sides.first(), "result": "suspended", "date": "2022-03-08"},
    )
    assert gate.ties().exists() and gate.decisions().exists() and gate.places().count() == 2
    withhold_tie(by=clem, tie=tie, withheld=True, why="talks are confidential")
    assert not gate.ties().exists()
    assert not gate.decisions().exists()
    assert not gate.findings().exists()
    assert not gate.places().exists()


@pytest.mark.parametrize("first", ["merge", "withhold"])
def test_what_is_merged_into_a_withheld_tie_is_withheld(clem: User, tie: Tie, first: str) -> None:
    other = Tie.objects.create()
    side = other.sides.create(place=Place.objects.create(name="Bexly"), order=1)
    keep(by=clem, record=Decision(), changes={"side": side, "result": "ended", "date": "2022"})
    steps = [
        lambda: merge(by=clem, record=other, into=tie),
        lambda: withhold_tie(by=clem, tie=tie, withheld=True, why="talks"),
    ]
    for step in steps if first == "merge" else reversed(steps):
        step()
    assert not gate.decisions().exists()
    withhold_tie(by=clem, tie=tie, withheld=False)
    assert gate.decisions().exists()


def test_a_withdrawn_decision_is_not_public(clem: User, tie: Tie) -> None:
    made = keep(
        by=clem, record=Decision(), changes={"side": tie.sides.first(), "result": "ended", "date": "2022"}
    )
    withdraw_decision(by=clem, decision=made, why="the wrong town")
    assert not gate.decisions().exists()


def test_a_case_is_public_once_published(clem: User, tie: Tie) -> None:
    case = Case.objects.create(title="Bexley", question="Keep it?", tie=tie, opened=timezone.now())
    assert not gate.cases().exists()
    publish_case(by=clem, case=case)
    assert gate.cases().exists()
    with pytest.raises(NoReason, match="Say why"):
        take_back_case(by=clem, case=case, why=" ")
    take_back_case(by=clem, case=case, why="too early")
    assert not gate.cases().exists()
    assert list(broken_links()) == []


def test_a_motion_of_a_case_that_is_not_public_hides_its_decision(clem: User, tie: Tie) -> None:
    from fingerpost.web.register.models import Body

    case = Case.objects.create(title="Bexley", question="Keep it?", tie=tie, opened=timezone.now())
    body = Body.objects.create(name="Ashton City Council", kind="council")
    motion = case.motions.create(body=body, text="End it.", published=timezone.now())
    Decision.objects.create(side=tie.sides.first(), result="ended", date="2022", motion=motion)
    assert not gate.motions().exists() and not gate.decisions().exists()
    publish_case(by=clem, case=case)
    assert gate.motions().exists() and gate.decisions().exists()


def test_people_of_whom_nothing_is_public_are_not_shown(source: Source) -> None:
    person = Person.objects.create(name="Ann Able", email="ann@example.org")
    assert not gate.people().exists()
    found(source, "accepted", person=person)
    assert list(gate.people()) == [person]
    Person.objects.update(erased=timezone.now())
    assert not gate.people().exists()


def test_a_mail_is_closed_until_somebody_opens_it(clem: User) -> None:
    mail = (
        b"From: Ann Able <ann@example.org>\nTo: office@example.org\nSubject: Our ties\n"
        b"Date: Tue, 08 Mar 2022 10:00:00 +0000\n\nThe council of Ashton voted on Tuesday to keep the tie.\n"
    )
    made, _ = receive_source(by=clem, data=mail, name="letter.eml")
    read_now(made.pk)
    made.refresh_from_db()
    assert (made.state, made.shown) == ("read", "nothing")


@pytest.mark.parametrize("who", ["cora", "rita", "sol"])
def test_others_choose_nothing(who: str, tie: Tie, source: Source, request: pytest.FixtureRequest) -> None:
    user = request.getfixturevalue(who)
    case = Case.objects.create(title="Bexley", question="Keep it?", tie=tie, opened=timezone.now())
    for act in (
        lambda: publish_case(by=user, case=case),
        lambda: take_back_case(by=user, case=case, why="x"),
        lambda: withhold_tie(by=user, tie=tie, withheld=True, why="x"),
        lambda: show_source(by=user, source=source, shown="whole"),
        lambda: arrange_site(by=user, changes={"open": True}),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_clerk_chooses_on_the_pages(client: Client, clem: User, tie: Tie, source: Source) -> None:
    case = Case.objects.create(title="Bexley", question="Keep it?", tie=tie, opened=timezone.now())
    client.force_login(clem)
    assert "It is not shown." in client.get(f"/desk/cases/{case.pk}/").content.decode()
    client.post(f"/desk/cases/{case.pk}/public", {"do": "publish"})
    assert "It is shown." in client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert client.post(f"/desk/ties/{tie.pk}/public", {"do": "take-back"}).status_code == 409
    client.post(f"/desk/ties/{tie.pk}/public", {"do": "take-back", "why": "talks"})
    assert "It is not shown." in client.get(f"/desk/ties/{tie.pk}/").content.decode()
    client.post(f"/desk/sources/{source.pk}/public", {"shown": "everything"})
    assert Source.objects.get().shown == "passages"
    client.post(f"/desk/sources/{source.pk}/public", {"shown": "whole"})
    assert (
        "Shown to the public: the whole text." in client.get(f"/desk/sources/{source.pk}/").content.decode()
    )


def test_an_administrator_opens_the_site(client: Client, ada: User) -> None:
    client.force_login(ada)
    client.post("/desk/public/", {"open": "on", "name": "City of Ashton", "licence": "CC BY 4.0"})
    site = Site.current()
    assert (site.open, site.name, site.comments) == (True, "City of Ashton", False)
    assert history(site)[0].payload["after"]["name"] == "City of Ashton"
