"""Load the sample register into an empty one, through the same actions that people use."""

from __future__ import annotations

import secrets
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from django.db import transaction

from fingerpost.places import Candidate, Gazetteer
from fingerpost.places.search import search
from fingerpost.web.accounts.models import User
from fingerpost.web.casework.following import add_follow_up
from fingerpost.web.casework.models import Case, Motion
from fingerpost.web.casework.working import open_case, publish_motion, record_motion
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.founding import found_register
from fingerpost.web.register.keeping import add_tie, keep, withdraw_decision
from fingerpost.web.register.models import (
    Agreement,
    Body,
    Decision,
    Exchange,
    Involvement,
    Law,
    Letter,
    Person,
    Place,
    Post,
    Tenure,
    Tie,
)
from fingerpost.web.sample import story
from fingerpost.web.site.publishing import arrange_site, publish_case

MARK = "sample"
"""What ``imported_from`` says of every record of the sample."""

WHY = "sample register"


class Keeper(NamedTuple):
    """The imaginary administrator of the sample, and the password made up for this copy of it."""

    user: User
    password: str


def load_sample(today: date) -> Keeper:
    """Found the register as the sample's: all of it, or nothing.

    Its sources wait to be read, as any others.

    Raises:
        AlreadyFounded: there is a register already.
    """
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        user = found_register(
            home=named(story.HOME), name="Robin Sample", email="robin@example.org", password=password
        )
        home = Place.objects.get(is_home=True)
        keep(by=user, record=home, changes={"imported_from": MARK}, why=WHY)
        sources = {article.file: _received(user, article) for article in story.ARTICLES}
        bodies = _bodies(user, home)
        made = [_tie(user, home, told, bodies[story.COUNCIL], sources) for told in story.ties(today)]
        _people(user, bodies, made[0])
        _rules(user, home, bodies, made)
        case = _case(user, made[0], bodies[story.COUNCIL], [sources[name] for name in story.IN_THE_CASE])
        _open_site(user, case)
        _mistake(user, made)
        _review_later(user)
    return Keeper(user, password)


def named(words: str) -> Candidate:
    """Give the place most likely meant by a name."""
    return search(Gazetteer.open(), words)[0].place


def _received(user: User, article: story.Article) -> Source:
    data = files("fingerpost.web.sample").joinpath("texts", article.file).read_bytes()
    source, _ = receive_source(
        by=user, data=data, name=article.file, publisher=article.publisher, published=article.published
    )
    return source


def _bodies(user: User, home: Place) -> dict[str, Body]:
    kinds = {story.COUNCIL: "council", story.ASSOCIATION: "association", story.COMMITTEE: "committee"}
    return {
        name: keep(
            by=user,
            record=Body(),
            changes={"name": name, "kind": kind, "place": home, "imported_from": MARK},
            why=WHY,
        )
        for name, kind in kinds.items()
    }


def _tie(user: User, home: Place, told: story.Tie, council: Body, sources: dict[str, Source]) -> Tie:
    tie = add_tie(by=user, here=home, there=named(told.there), kind=told.kind, why=WHY)
    keep(by=user, record=tie, changes={"note": story.NOTE, "imported_from": MARK}, why=WHY)
    sides = {side.order: side for side in tie.sides.all()}
    for step in told.steps:
        changes = {
            "side": sides[step.side],
            "body": None if step.side or step.result == "proposed" else council,
            "result": step.result,
            "instrument": step.instrument,
            "operative_words": step.words,
            "date": step.date,
            "effective": step.effective,
            "condition": step.condition,
            "review": step.review,
            "press_verb": step.press_verb,
            "source": sources.get(step.source),
        }
        keep(by=user, record=Decision(), changes=changes, why=WHY, source=sources.get(step.source))
    _dealings(user, tie, told, sources)
    return tie


def _dealings(user: User, tie: Tie, told: story.Tie, sources: dict[str, Source]) -> None:
    if told.signed:
        changes = {
            "tie": tie,
            "title": f"Agreement with {told.there.partition(',')[0]}",
            "signed": told.signed,
            "ends": told.ends,
            "exit_clause": told.exit_clause,
            "source": sources.get(told.agreement_source),
        }
        keep(by=user, record=Agreement(), changes=changes, why=WHY)
    for visit in told.visits:
        changes = {
            "tie": tie,
            "date": visit.date,
            "direction": visit.direction,
            "title": visit.title,
            "people": visit.people,
            "youth": visit.youth or None,
            "money": visit.money or None,
            "currency": "USD" if visit.money else "",
        }
        keep(by=user, record=Exchange(), changes=changes, why=WHY)
    for day, direction, subject in told.letters:
        changes = {"tie": tie, "date": day, "direction": direction, "subject": subject}
        keep(by=user, record=Letter(), changes=changes, why=WHY)


def _people(user: User, bodies: dict[str, Body], tver: Tie) -> None:
    """Give the association a president, and the committee a chair and a treasurer's seat that is empty."""
    seats = (
        (story.ASSOCIATION, "President", None, "Miriam Haskell", "2019-01", ""),
        (story.COMMITTEE, "Chair", tver, "Robert Tillson", "2014", ""),
        (story.COMMITTEE, "Treasurer", tver, "Edna Burke", "2009", "2020-03"),
    )
    for body, title, tie, name, since, until in seats:
        post = keep(
            by=user, record=Post(), changes={"body": bodies[body], "title": title, "tie": tie}, why=WHY
        )
        person = keep(by=user, record=Person(), changes={"name": name, "imported_from": MARK}, why=WHY)
        changes = {"post": post, "person": person, "since": since, "until": until}
        keep(by=user, record=Tenure(), changes=changes, why=WHY)


def _rules(user: User, home: Place, bodies: dict[str, Body], made: list[Tie]) -> None:
    rules = (
        (story.COUNCIL, "decides", {"place": home}, "City charter, article II (sample)"),
        (story.ASSOCIATION, "carries", {"place": home}, "Bylaws of the association (sample)"),
        (story.COMMITTEE, "carries", {"tie": made[0]}, "Resolution 91-44 (sample)"),
    )
    for body, role, over, basis in rules:
        changes = {"body": bodies[body], "role": role, "basis": basis, **over}
        keep(by=user, record=Involvement(), changes=changes, why=WHY)
    law = {
        "title": "City policy on partner cities (sample)",
        "body": bodies[story.COUNCIL],
        "effect": "conditions",
        "home": home,
        "partner_country": "RU",
        "since": "2022-03-01",
        "words": "No city money is spent on travel to a country at war until the council says so.",
    }
    keep(by=user, record=Law(), changes=law, why=WHY)


def _case(user: User, tver: Tie, council: Body, sources: list[Source]) -> Case:
    question = "Shall the sister city agreement with Tver be kept, suspended or ended?"
    changes = {"title": "Tver, March 2022", "question": question, "tie": tver, "vote_due": "2022-03-07"}
    case = open_case(by=user, changes=changes, sources=sources)
    text = "That the agreement with Tver be suspended until the last soldier has gone home."
    pelkey = keep(by=user, record=Person(), changes={"name": "Amy Pelkey", "imported_from": MARK}, why=WHY)
    record_motion(
        by=user,
        case=case,
        motion=None,
        changes={
            "body": council,
            "text": text,
            "mover": pelkey,
            "date": "2022-03-07",
            "outcome": Motion.Outcome.PENDING,
        },
    )
    add_follow_up(
        by=user, case=case, changes={"what": "Ask the committee what it has heard from Tver", "owner": user}
    )
    return case


def _mistake(user: User, made: list[Tie]) -> None:
    """Enter a decision for the wrong tie and withdraw it, so that the page of corrections has something to show."""
    kuopio = next(tie for tie in made if tie.sides.filter(place__name="Kuopio").exists())
    changes = {
        "side": kuopio.sides.get(order=0),
        "result": "suspended",
        "instrument": "Order 18-233",
        "date": "2018-06-11",
    }
    decision = keep(by=user, record=Decision(), changes=changes, why=WHY)
    withdraw_decision(by=user, decision=decision, why="the order is about Kisumu, not Kuopio")


def _open_site(user: User, case: Case) -> None:
    arrange_site(by=user, changes=story.SITE)
    publish_case(by=user, case=case)
    for motion in case.motions.all():
        publish_motion(by=user, motion=motion)


def _review_later(user: User) -> None:
    from fingerpost.web.sample.reviewing import review_when_read

    review_when_read.enqueue(user.pk)
