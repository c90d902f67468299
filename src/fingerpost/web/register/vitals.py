"""From the records of one tie to what its status and its warnings rest on. Records in, plain data out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.health import Vitals
from fingerpost.web.register.models import (
    Agreement,
    Decision,
    Exchange,
    Law,
    Letter,
    Post,
    ReceivedReport,
    Side,
    Tenure,
)
from fingerpost.web.register.status import EFFECTS, Decided, Standing, Term, standing


def stand(
    side: Side, decisions: Iterable[Decision], agreements: Iterable[Agreement], on: date, *, since: str
) -> Standing:
    """Give the formal status of a side on a day.

    Args:
        decisions: those about the tie, and about ties merged into it, that were not withdrawn.
        since: since when facts say that the tie is.
    """
    own = [decided(d) for d in decisions if d.side.place_id == side.place_id or d.side_id == side.pk]
    terms = [Term(a.pk, a.begins, a.ends) for a in agreements]
    return standing(own, terms, on, known_since=since)


def vitals_of(
    stands: Sequence[Standing],
    on: date,
    *,
    decisions: Iterable[Decision],
    agreements: Iterable[Agreement],
    exchanges: Iterable[Exchange],
    letters: Iterable[Letter],
    reports: Iterable[ReceivedReport],
    vacancies: Sequence[tuple[str, str]],
    laws: Iterable[Law],
) -> Vitals:
    """Give what the warnings about a tie on a day rest on; ``laws``: those that reach it."""
    day = on.isoformat()
    # A suspension that was lifted since needs no review any more.
    resting = {one.decision for one in stands}
    return Vitals(
        last_exchange=_last((e.until if "" < e.until <= day else e.date for e in exchanges), day),
        last_letter=_last((letter.date for letter in letters), day),
        vacancies=vacancies,
        terms=[(a.title, a.ends) for a in agreements if a.ends],
        reviews=[
            (d.instrument or d.get_result_display(), d.review)
            for d in decisions
            if d.review and (d.pk in resting or EFFECTS[d.result] is None)
        ],
        deadlines=[(law.title, law.deadline) for law in laws if law.deadline],
        last_report=_last((report.date for report in reports), day),
        status=stands[0].status if stands else "unknown",
    )


def _last(days: Iterable[str], last: str) -> str:
    """Give the last of these days that is not after the day asked about."""
    return max((day for day in days if "" < day <= last), default="")


def since_of(fact: Fact) -> str:
    """Give since when a fact says that its tie is."""
    return (fact.data.get("since") or {}).get("value") or ""


def decided(decision: Decision) -> Decided:
    """Give a decision as far as status needs it."""
    return Decided(
        decision.pk,
        decision.result,
        decision.date,
        decision.effective,
        decision.condition,
        decision.review,
    )


def holder(post: Post, day: str) -> Tenure | None:
    """Give who holds a post on a day; None: it is vacant."""
    held = (
        t for t in post.tenures.all() if (not t.since or t.since <= day) and (not t.until or t.until > day)
    )
    return next(held, None)


def vacant_since(post: Post) -> str:
    """Give when the last holder of a post left it."""
    return max((tenure.until for tenure in post.tenures.all()), default="")
