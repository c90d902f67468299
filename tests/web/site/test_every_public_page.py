"""Every public page that can be reached: what all of them keep to, and what none of them shows."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.site.conftest import position
from tests.web.site.walking import walk
from tests.web.suspension import source, suspend

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.following import add_follow_up
from fingerpost.web.casework.models import Case
from fingerpost.web.casework.working import publish_motion, record_motion, record_roll_call
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.register.keeping import add_tie, keep, withdraw_decision
from fingerpost.web.register.models import Body, Decision, Exchange, Letter, Person, Place, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.sample.reviewing import review_sample
from fingerpost.web.site.publishing import publish_case, show_source, take_back_case, withhold_tie

pytestmark = pytest.mark.django_db
MOST_BYTES = 150_000


def test_nothing_that_is_not_public_is_on_any_page(
    visitor: Client, clem: User, rita: User, tie: Tie, case: Case, article: Source
) -> None:
    """Everything that must not be shown is called SECRET here; a page may hold it nowhere."""
    full_register(clem, rita, tie, case, article)
    pages = dict(walk(visitor, "/", "/de/"))
    assert len(pages) > 20
    leaks = {address for address, answer in pages.items() if b"SECRET" in answer.content.upper()}
    assert leaks == set()
    assert {
        address: answer.status_code for address, answer in pages.items() if answer.status_code != 200
    } == {}


def full_register(clem: User, rita: User, tie: Tie, case: Case, article: Source) -> None:
    """Fill the register with what may be shown, beside what may not."""
    for words, stance in (
        ("The association wants it kept.", "keep"),
        ("Mayor Kenny Alexander called", "end"),
    ):
        judge_finding(
            by=rita, finding=position(article, words, stance, tie=tie), verdict="accept", seen=0, why="SECRET"
        )
    case.sources.add(article)
    publish_case(by=clem, case=case)
    decision = suspend(clem, case, source=article)
    person = keep(
        by=clem,
        record=Person(),
        changes={"name": "Ann Able", "email": "secret@example.org", "note": "SECRET"},
    )
    keep(by=clem, record=Body.objects.first(), changes={"email": "secret@example.org", "address": "SECRET"})
    keep(by=clem, record=tie, changes={"note": "SECRET"})
    add_follow_up(by=clem, case=case, changes={"what": "SECRET", "owner": clem, "decision": decision})
    changes = {"tie": tie, "direction": "in", "title": "Choir", "date": "2019", "note": "SECRET"}
    keep(by=clem, record=Exchange(), changes=changes)
    keep(by=clem, record=Letter(), changes={"tie": tie, "direction": "sent", "subject": "SECRET"})
    _motions(clem, case, person)
    _withheld(clem, rita, tie)
    _closed(clem, rita, tie)
    _taken_back(clem, rita, tie)


def _motions(clem: User, case: Case, person: Person) -> None:
    body = Body.objects.get(name="Norfolk City Council")
    for text, shown in (("That it be suspended.", True), ("SECRET motion", False)):
        changes = {"body": body, "text": text, "mover": person, "votes_for": 1, "outcome": "carried"}
        motion = record_motion(by=clem, case=case, motion=None, changes=changes)
        record_roll_call(by=clem, motion=motion, ballots={"for": ["Ann Able"]})
        if shown:
            publish_motion(by=clem, motion=motion)


def _withheld(clem: User, rita: User, tie: Tie) -> None:
    secret = Place.objects.create(name="Secretville", country="US")
    hidden = add_tie(by=clem, here=tie.sides.get(order=0).place, there=secret, kind="sister_city")
    body = keep(by=clem, record=Body(), changes={"name": "Norfolk County Board", "kind": "council"})
    changes = {"side": hidden.sides.first(), "result": "ended", "body": body, "instrument": "SECRET order"}
    keep(by=clem, record=Decision(), changes=changes)
    words = source("SECRET talks about the tie.", name="secret.txt")
    judge_finding(
        by=rita, finding=position(words, "SECRET talks", "end", tie=hidden), verdict="accept", seen=0
    )
    withhold_tie(by=clem, tie=hidden, withheld=True, why="SECRET")


def _closed(clem: User, rita: User, tie: Tie) -> None:
    letter = source("A SECRET letter wants it ended.", name="letter.eml", title="SECRET")
    judge_finding(
        by=rita, finding=position(letter, "A SECRET letter", "end", tie=tie), verdict="accept", seen=0
    )
    show_source(by=clem, source=letter, shown="nothing", why="SECRET")
    unread = source("Another SECRET.", name="unread.txt", title="SECRET")
    position(unread, "Another SECRET.", "keep", tie=tie)


def _taken_back(clem: User, rita: User, tie: Tie) -> None:
    side = tie.sides.get(order=0)
    mistake = keep(by=clem, record=Decision(), changes={"side": side, "result": "ended", "date": "2020"})
    withdraw_decision(by=clem, decision=mistake, why="SECRET")
    gone = Case.objects.create(title="SECRET case", question="SECRET?", tie=tie, opened=timezone.now())
    publish_case(by=clem, case=gone)
    take_back_case(by=clem, case=gone, why="SECRET")
    rejected = source("A rejected SECRET.", name="rejected.txt", title="SECRET")
    finding = position(rejected, "A rejected SECRET.", "end", tie=tie)
    judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    judge_finding(by=rita, finding=finding, verdict="reject", seen=1, why="SECRET")


@pytest.mark.slow
def test_the_sample_is_a_full_site(visitor: Client) -> None:
    user = load_sample(date(2026, 11, 23)).user
    for one in Source.objects.all():
        read_now(one.pk)
    assert review_sample(user) > 10
    pages = dict(walk(visitor, "/", "/de/"))
    assert len(pages) > 60
    for address, answer in pages.items():
        keeps_to_the_rules(address, answer)
    assert not visitor.cookies


def keeps_to_the_rules(address: str, answer: object) -> None:
    assert answer.status_code == 200, address
    assert "unsafe" not in answer.headers["Content-Security-Policy"], address
    assert "Cookie" not in answer.headers.get("Vary", ""), address
    if not answer.headers["Content-Type"].startswith("text/html"):
        return
    page = answer.content.decode()
    assert len(answer.content) < MOST_BYTES, address
    assert page.count("<h1") == 1, address
    assert not re.search(r"<style|<script(?![^>]* src=)|\sstyle=|\son\w+=", page), address
    named = re.findall(r'\sid="([^"]+)"', page)
    assert len(named) == len(set(named)), address
    pointed = set(re.findall(r'href="#([^"]+)"', page)) | set(re.findall(r'aria-labelledby="([^"]+)"', page))
    assert pointed <= set(named), address
    outside = re.findall(r'<(?:img|link|script|iframe|source)[^>]+(?:src|href)="(https?:[^"]+)"', page)
    assert all(one.startswith("http://testserver/") for one in outside), address
