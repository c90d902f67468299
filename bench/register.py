"""A register of any size, filled at once: the ties of imaginary towns, with all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

SYLLABLES = ("nor", "kal", "ber", "ost", "wil", "tam", "sel", "gra", "dun", "mar", "lin", "hof", "ves", "pol")
FINDINGS = 12
FULL_PAGE = 110
"""At least so many of everything, so that a page of a small register is as long as one of a large."""
TEXT = "The council of Northam voted on Tuesday to suspend its sister city tie with Ostberg. " * 8


def town(number: int) -> str:
    """Give a name of a town, another for each number."""
    name = ""
    while number or not name:
        number, part = divmod(number, len(SYLLABLES))
        name += SYLLABLES[part]
    return name.capitalize() + "ham"


def fill(ties: int, *, first: int = 0) -> dict[str, str]:
    """Fill the register with ties, with sources and cases in proportion; give the pages to look at.

    ``first`` numbers the first source, where the register holds some already.
    """
    from django.utils import timezone

    from fingerpost.web.casework import models as work
    from fingerpost.web.evidence import models as evidence
    from fingerpost.web.register import models as register

    now = timezone.now()
    places = _made(
        register.Place(name=town(n), country="US", admin1="US-VA", is_home=n == 0)
        for n in range(max(ties // 2, FULL_PAGE))
    )
    made = _made(register.Tie() for _ in range(ties))
    pairs = [
        (places[n % len(places)], places[(n * 7 + 1 + n // len(places)) % len(places)]) for n in range(ties)
    ]
    sides = _made(
        register.Side(tie=tie, place=pair[order], order=order)
        for tie, pair in zip(made, pairs, strict=True)
        for order in (0, 1)
    )
    councils = _made(
        register.Body(name=f"{place.name} City Council", kind="council", place=place) for place in places
    )
    people = _made(register.Person(name=f"Person {town(n)}") for n in range(max(ties // 5, 20)))
    _made(register.Agreement(tie=tie, title=f"Agreement {tie.pk}", signed="1992") for tie in made)
    _made(register.Exchange(tie=tie, direction="in", title="Visit", date="2019-06") for tie in made)
    decisions = _made(
        register.Decision(side=side, body=councils[n % len(councils)], result="established", date="1992")
        for n, side in enumerate(sides[::2])
    )
    sources = _made(
        evidence.Source(
            digest=f"sha256:{first + n}", name=f"{n}.txt", title=f"{town(n)} and its tie",
            received=now - timedelta(minutes=n),
            text=TEXT, state="read",
        )
        for n in range(max(ties // 10, FULL_PAGE))
    )  # fmt: skip
    for source in sources:
        source.reading_data = {"document": {"blocks": [{"kind": "paragraph", "start": 0, "end": len(TEXT)}]}}
    readings = _made(evidence.Reading(source=s, reader="bench", at=now, data=s.reading_data) for s in sources)
    findings = _made(
        evidence.Finding(
            source=reading.source, reading=reading, kind="event", key=f"e{n}", start=n * 80,
            data={"kind": "suspended"}, state="open" if n % 2 else "accepted",
            tie=made[reading.source_id % ties],
        )
        for reading in readings
        for n in range(FINDINGS)
    )  # fmt: skip
    _made(
        evidence.Passage(finding=f, start=f.start, end=f.start + 20, text=TEXT[f.start : f.start + 20])
        for f in findings
    )
    _made(evidence.Fact(tie=tie, predicate="tie", data={"since": {"value": "1992"}}, at=now) for tie in made)
    cases = _made(
        work.Case(
            title=f"Case of {town(n)}",
            question="Shall it go on?",
            tie=made[n % ties],
            opened=now - timedelta(hours=n),
        )
        for n in range(max(ties // 50, FULL_PAGE))
    )
    through = work.Case.sources.through
    _made(through(case=case, source=sources[n * 5 % len(sources)]) for n, case in enumerate(cases))
    motions = _made(
        work.Motion(case=case, body=councils[n % len(councils)], text="To suspend")
        for n, case in enumerate(cases)
    )
    _made(work.Ballot(motion=m, person=people[n], choice="for") for m in motions for n in range(7))
    _made(
        work.FollowUp(case=c, what="Tell", decision=decisions[n % ties], owner_name="Clerk")
        for n, c in enumerate(cases)
    )
    _optimise()
    return {
        "home": "/desk/",
        "inbox": "/desk/inbox/",
        "to review": "/desk/review/",
        "review": f"/desk/review/{sources[3].pk}/",
        "tie": f"/desk/ties/{made[5].pk}/",
        "ties": "/desk/ties/",
        "ties by name": f"/desk/ties/?q={town(1)[:3]}",
        "places": "/desk/register/place/",
        "cases": "/desk/cases/",
        "case": f"/desk/cases/{cases[1].pk}/",
        "search": f"/desk/search/?q={town(30)}",
    }


def _made(records: Iterable[Any]) -> list[Any]:
    """Keep records, many at once."""
    kept: list[Any] = []
    for batch in _batches(records):
        kept += type(batch[0]).objects.bulk_create(batch)
    return kept


def _batches(records: Iterable[Any], size: int = 5_000) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for record in records:
        batch.append(record)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _optimise() -> None:
    """Let the database count, as it does by itself after a while."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def member(role: str = "clerk") -> Any:
    """Make somebody who may see the pages."""
    from fingerpost.web.accounts.models import Membership, User

    made = User.objects.create(username="bench", email="bench@example.org", name="Bench")
    Membership.objects.create(user=made, role=role)
    return made
