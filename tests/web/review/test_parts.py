"""What a source says of who may decide goes into the register with one press, from the tie's page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fingerpost.web.casework.working import open_case
from fingerpost.web.evidence.assigning import add_and_assign
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Fact, Finding, Source
from fingerpost.web.evidence.parts import NoPart, take_part
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.models import Body, Involvement, Tie

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def source(rita: User, root: Path) -> Source:
    """The project's own sample article, read, with its tie in the register."""
    data = (root / "docs" / "sample" / "bangor-tver.txt").read_bytes()
    made, _ = receive_source(by=rita, data=data, name="bangor-tver.txt", published="2022-02-25")
    read_now(made.pk)
    add_and_assign(by=rita, finding=made.findings.get(kind="tie"))
    return made


def decides(source: Source) -> Finding:
    return next(one for one in source.findings.filter(kind="authority") if one.data["power"] == "decides")


def accepted(by: User, found: Finding) -> Finding:
    judge_finding(by=by, finding=found, verdict="accept", seen=found.version)
    return Finding.objects.get(pk=found.pk)


def test_the_ties_page_offers_what_a_source_says_until_it_is_recorded(
    client: Client, rita: User, source: Source
) -> None:
    found, tie = accepted(rita, decides(source)), Tie.objects.get()
    client.force_login(rita)
    assert "A source says: Bangor City Council decides about it." in client.get(f"/desk/ties/{tie.pk}/").text
    answer = client.post(f"/desk/findings/{found.pk}/part", follow=True)
    assert "A source says" not in answer.text
    assert re.search("Bangor City Council</a>: decides about it", answer.text)
    rule = Involvement.objects.get()
    assert (rule.body, rule.role, rule.tie, rule.source) == (Body.objects.get(), "decides", tie, source)


def test_the_cases_page_offers_it_too_and_one_comes_back_to_the_case(
    client: Client, rita: User, clem: User, source: Source
) -> None:
    found = accepted(rita, decides(source))
    case = open_case(by=clem, changes={"title": "Tver", "question": "?", "tie": Tie.objects.get()})
    client.force_login(rita)
    assert (
        "A source says: Bangor City Council decides about it." in client.get(f"/desk/cases/{case.pk}/").text
    )
    answer = client.post(f"/desk/findings/{found.pk}/part", {"case": case.pk}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/desk/cases/{case.pk}/"
    assert re.search("For Bangor: <a [^>]*>Bangor City Council</a>", answer.text)


def test_a_body_of_the_register_is_not_added_again(rita: User, source: Source) -> None:
    actor = source.findings.get(kind="actor", data__name="Bangor City Council")
    add_and_assign(by=rita, finding=actor)
    take_part(by=rita, finding=accepted(rita, decides(source)))
    assert Involvement.objects.get().body == Body.objects.get()


def test_what_nobody_accepted_gives_nobody_a_part(rita: User, source: Source) -> None:
    with pytest.raises(NoPart, match="Accept the finding first"):
        take_part(by=rita, finding=decides(source))
    assert not Involvement.objects.exists()


def test_a_ties_page_says_what_each_fact_says_with_its_sentence(
    client: Client, rita: User, source: Source
) -> None:
    for found in source.findings.all():
        accepted(rita, found)
    tie = Tie.objects.get()
    client.force_login(rita)
    page = unescape(client.get(f"/desk/ties/{tie.pk}/").text)
    assert "Said by Robert Tillson" in page
    quotes = Fact.objects.filter(tie=tie, predicate="quote")
    assert all(one.data["text"][:40] in page for one in quotes)
