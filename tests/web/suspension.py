"""The founding case in the register: Norfolk's council suspends its tie with Kaliningrad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case
    from fingerpost.web.register.models import Decision, Tie

WORDS = "the sister city relationship with Kaliningrad is hereby suspended"
CONDITION = "until peace and the sovereignty of Ukraine are restored"


def norfolk_tie(by: User) -> Tie:
    """Make the tie, with the council that decides about it and the association that carries it."""
    from fingerpost.web.register.keeping import add_tie
    from fingerpost.web.register.models import Body, Involvement, Place
    from fingerpost.web.words.indexing import index

    norfolk = Place.objects.create(name="Norfolk", country="US", admin1="US-VA", is_home=True)
    kaliningrad = Place.objects.create(name="Kaliningrad", country="RU", admin1="RU-KGD")
    tie = add_tie(by=by, here=norfolk, there=kaliningrad, kind="sister_city")
    council = Body.objects.create(name="Norfolk City Council", kind="council", place=norfolk)
    carrier = Body.objects.create(
        name="Norfolk Sister City Association", kind="association", address="PO Box 1\nNorfolk, VA"
    )
    index(Place, [norfolk.pk, kaliningrad.pk])
    index(Body, [council.pk, carrier.pk])
    Involvement.objects.create(body=council, tie=tie, role="decides")
    Involvement.objects.create(body=carrier, tie=tie, role="carries")
    return tie


def open_norfolk_case(by: User, tie: Tie) -> Case:
    """Open the case."""
    from fingerpost.web.casework.working import open_case

    changes = {"title": "Norfolk and Kaliningrad", "question": "Shall the tie go on?", "tie": tie}
    return open_case(by=by, changes=changes | {"vote_due": "2022-03-08"})


def suspend(by: User, case: Case, **changes: object) -> Decision:
    """Record the council's vote to suspend."""
    from fingerpost.web.casework.deciding import record_decision
    from fingerpost.web.register.models import Body

    known = {
        "side": case.tie.sides.get(order=0),
        "body": Body.objects.get(name="Norfolk City Council"),
        "result": "suspended",
        "instrument": "Resolution 22-104",
        "operative_words": WORDS,
        "date": "2022-03-08",
        "condition": CONDITION,
        "review": "2023-03-08",
        "must_tell_partner": "City Clerk",
    }
    return record_decision(by=by, case=case, motion=None, changes=known | changes)


def source(text: str = "The council voted.", **fields: object) -> object:
    """Make a source that was read, of a text."""
    import hashlib

    from fingerpost.web.evidence.models import Original, Source
    from fingerpost.web.words.indexing import index

    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    known = {"name": "minutes.txt", "state": "read", "received": timezone.now(), "text": text}
    made = Source.objects.create(digest=digest, **known | fields)
    Original.objects.create(source=made, data=text.encode())
    index(Source, [made.pk])
    return made
