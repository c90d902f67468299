"""A register of any size, filled at once: the ties of imaginary towns, with all that hangs on them.

Whatever the size, a page shows as much: each town has four ties, sixty sources wait for review, twenty cases are
open, and at least as many records as a list shows bear the words that are searched for. What differs is only how
much else there is: the old sources that are judged, the cases that are closed, the history of it all.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.evidence import findings_of, sources_about
from bench.keeping import made, recorded

SYLLABLES = ("nor", "kal", "ber", "ost", "wil", "tam", "sel", "gra", "dun", "mar", "lin", "hof", "ves", "pol")
FULL_PAGE = 110
"""At least so many of everything, so that a page of a small register is as long as one of a large."""
OPEN_CASES = 20
LOOKED_AT = 30
"""The town, the case and so on that the pages are of."""


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
    from django.db import transaction

    with transaction.atomic():
        places = _places(ties)
        kept, sides = _ties(ties, places[: ties // 2])
        councils, people = _bodies(places), _people(ties)
        decisions = _dealings(kept, sides, councils)
        sources = sources_about([town(n) for n in range(max(ties // 10, FULL_PAGE))], first)
        findings_of(sources, kept)
        cases = _cases(kept, sources, councils, people, decisions)
        _laws(councils)
    optimise()
    name = town(LOOKED_AT)
    return {
        "home": "/desk/",
        "inbox": "/desk/inbox/",
        "to review": "/desk/review/",
        "review": f"/desk/review/{sources[3].pk}/",
        "source": f"/desk/sources/{sources[3].pk}/",
        "tie": f"/desk/ties/{kept[5].pk}/",
        "ties": "/desk/ties/",
        "ties by name": f"/desk/ties/?q={name}",
        "ties by a word of all": "/desk/ties/?q=sister",
        "report": "/desk/reports/2019/",
        "places": "/desk/register/place/",
        "places by name": f"/desk/register/place/?q={name}",
        "places by a word of all": "/desk/register/place/?q=borough",
        "place": f"/desk/register/place/{places[LOOKED_AT].pk}/",
        "body": f"/desk/register/body/{councils[LOOKED_AT].pk}/",
        "person": f"/desk/register/person/{people[LOOKED_AT].pk}/",
        "cases": "/desk/cases/",
        "case": f"/desk/cases/{cases[1].pk}/",
        "follow-ups": "/desk/follow-ups/",
        "calendar": "/desk/calendar.ics",
        "search": f"/desk/search/?q={name}",
        "search, a word of all": "/desk/search/?q=council",
        "search, two words": f"/desk/search/?q=council+{name[:-1]}",
        "search, nothing": "/desk/search/?q=council+zanzibar",
    }


def _places(ties: int) -> list[Any]:
    """Make two places for four ties, and further ones that fill a page of their list."""
    from fingerpost.web.register.models import Place

    return recorded(
        "add-place",
        (
            Place(
                name=town(n), country="US", admin1="US-VA", is_home=n == 0, latitude=36.8, longitude=-76.3,
                other_names=f"Borough of {town(n)}\n{town(n)}grad\nSankt {town(n)}\nО{town(n)}ск",
            )
            for n in range(max(ties // 2, FULL_PAGE))
        ),
    )  # fmt: skip


def _ties(ties: int, places: list[Any]) -> tuple[list[Any], list[Any]]:
    from fingerpost.web.register.models import Side, Tie

    kept = made(Tie(label="Sister city") for _ in range(ties))
    number = len(places)
    pairs = [(n % number, (n * 7 + 1 + n // number) % number) for n in range(ties)]
    pairs = [(here, there if there != here else (there + 1) % number) for here, there in pairs]
    sides = made(
        Side(tie=tie, place=places[end], order=order)
        for tie, pair in zip(kept, pairs, strict=True)
        for order, end in enumerate(pair)
    )
    return recorded("add-tie", kept), sides


def _bodies(places: list[Any]) -> list[Any]:
    from fingerpost.web.register.models import Body

    return recorded(
        "add-body", (Body(name=f"{place.name} City Council", kind="council", place=place) for place in places)
    )


def _people(ties: int) -> list[Any]:
    from fingerpost.web.register.models import Person

    return recorded(
        "add-person", (Person(name=f"Person {town(n)}") for n in range(max(ties // 5, FULL_PAGE)))
    )


def _dealings(ties: list[Any], sides: list[Any], councils: list[Any]) -> list[Any]:
    """Make an agreement, an exchange, a letter, a decision and a fact for each tie; give the decisions."""
    from django.utils import timezone

    from fingerpost.web.evidence.models import Fact
    from fingerpost.web.register.models import Agreement, Decision, Exchange, Letter

    made(Agreement(tie=tie, title=f"Agreement {tie.pk}", signed="1992") for tie in ties)
    made(Exchange(tie=tie, direction="in", title="Visit", date="2019-06", people=12) for tie in ties)
    made(Letter(tie=tie, direction="sent", subject="Greetings", date="2019-12") for tie in ties)
    now = timezone.now()
    made(Fact(tie=tie, predicate="tie", data={"since": {"value": "1992"}}, at=now) for tie in ties)
    return recorded(
        "add-decision",
        (
            Decision(side=side, body=councils[n % len(councils)], result="established", date="1992")
            for n, side in enumerate(sides[::2])
        ),
    )


def _laws(councils: list[Any]) -> None:
    from fingerpost.web.register.models import Law

    recorded(
        "add-law",
        (
            Law(title=f"Policy {n}", body=councils[n], effect="conditions", home_admin1="US-MD")
            for n in range(20)
        ),
    )


def _cases(
    ties: list[Any], sources: list[Any], councils: list[Any], people: list[Any], decisions: list[Any]
) -> list[Any]:
    """Make a case for every fifty ties; the oldest of them are still open, and something is to be done in those."""
    from django.utils import timezone

    from fingerpost.web.casework.models import Ballot, Case, FollowUp, Motion

    now, number = timezone.now(), max(len(ties) // 50, FULL_PAGE)
    is_open = [n >= number - OPEN_CASES for n in range(number)]
    cases = recorded(
        "open-case",
        (
            Case(
                title=f"Case of {town(n)}", question="Shall it go on?", tie=ties[n % len(ties)],
                opened=now - timedelta(hours=n), state="open" if is_open[n] else "closed",
            )
            for n in range(number)
        ),
    )  # fmt: skip
    through = Case.sources.through
    made(through(case=case, source=sources[n * 5 % len(sources)]) for n, case in enumerate(cases))
    motions = made(
        Motion(case=case, body=councils[n % len(councils)], text="To suspend") for n, case in enumerate(cases)
    )
    made(Ballot(motion=motion, person=people[n], choice="for") for motion in motions for n in range(7))
    made(
        FollowUp(
            case=case, what="Tell", decision=decisions[n % len(decisions)], owner_name="Clerk",
            state="open" if is_open[n] else "done", due=(now + timedelta(days=n % 300)).date(),
        )
        for n, case in enumerate(cases)
    )  # fmt: skip
    return cases


def optimise() -> None:
    """Let PostgreSQL count, as it does by itself after a while; SQLite never does by itself."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def member(role: str = "clerk") -> Any:
    """Make somebody who may see the pages."""
    from fingerpost.web.accounts.models import Membership, User

    made = User.objects.create(username="bench", email="bench@example.org", name="Bench")
    Membership.objects.create(user=made, role=role)
    return made
