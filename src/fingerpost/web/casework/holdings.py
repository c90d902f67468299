"""What the register holds about a case, read into plain values for its briefing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Prefetch
from msgspec.structs import replace

from fingerpost.casefile import register as plain
from fingerpost.web.casework.ledger import Ledger
from fingerpost.web.casework.models import Ballot, Case, Member, Motion
from fingerpost.web.casework.precedents import peers_of
from fingerpost.web.casework.values import (
    agreement_of,
    decided_of,
    exchange_of,
    fact_of,
    law_of,
    letter_of,
    motion_of,
    remark_of,
    role_of,
    seat_of,
    task_of,
    town_of,
    words_of,
)
from fingerpost.web.dates import earliest
from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.health import Alert
from fingerpost.web.register.models import Decision, Involvement, Tie
from fingerpost.web.register.picture import Picture, SideStanding, picture
from fingerpost.web.register.standings import Stand, standings
from fingerpost.web.register.status import Standing
from fingerpost.web.register.vitals import since_of

MOST_FURTHER_TIES = 200
"""Ties of a class that are listed beside the first, a line each."""


def register_of(case: Case, ties: Sequence[Tie], on: date, ledger: Ledger) -> plain.Register:
    """Give what the register holds about a case as of a day.

    Args:
        ties: the ties the case is about; the first in full, the others with their formal status.
    """
    own = ledger.keep(case, case.question)
    held = [held_of(picture(ties[0], on), ledger)] if ties else []
    peers, more = peers_of(ties, on, ledger) if ties else ([], 0)
    further = list(_further(ties[1 : MOST_FURTHER_TIES + 1], on, ledger))
    told = [replace(one, why=why) for one, why in zip([*held, *further], _reasons(case, ties), strict=True)]
    motions = tuple(motion_of(motion, ledger) for motion in _motions(case))
    tasks = tuple(task_of(item, ledger) for item in case.followups.select_related("owner"))
    return plain.Register(
        on=on.isoformat(),
        ties=tuple(told),
        of_class=class_of(case),
        vote_due=case.vote_due if case.state == Case.State.OPEN else "",
        records=(own,),
        motions=motions,
        tasks=tasks,
        peers=tuple(peers),
        more_peers=more,
        ledger=ledger.records(),
    )


def _reasons(case: Case, ties: Sequence[Tie]) -> Iterator[tuple[str, ...]]:
    """Yield for each tie why it belongs to the case's class; nothing for a case about one."""
    rows = dict(case.members.filter(tie__in=[tie.pk for tie in ties]).values_list("tie", "reasons"))
    yield from (tuple(rows.get(tie.pk, ())) for tie in ties)


def class_of(case: Case) -> plain.Class | None:
    """Give the class that a case is about; None: it is about one tie, or its class was not drawn up yet."""
    if not case.of_class or case.as_of is None:
        return None
    members = case.members.select_related("tie").prefetch_related("tie__sides__place")
    out = members.filter(state=Member.State.OUT)[:MOST_OUT]
    return plain.Class(
        words=case.reach,
        on=case.as_of.isoformat(),
        number=case.members.filter(state=Member.State.IN).count(),
        out=tuple((str(member.tie), member.by_hand) for member in out),
        unsure=case.members.filter(state=Member.State.UNSURE).count(),
    )


MOST_OUT = 50
"""Ties taken out of a class that a briefing names."""


def held_of(seen: Picture, ledger: Ledger) -> plain.Held:
    """Give all that the register holds of one tie."""
    day = seen.on
    own = ledger.keep(seen.tie, str(seen.tie), sides=str(seen.tie))
    decisions = {
        decision.pk: decided_of(decision, ledger, seen.mismatches.get(decision.pk, ""))
        for decision in seen.decisions
        if _until(decision.date, day)
    }
    exchanges = [one for one in seen.exchanges if _until(one.date, day)]
    letters = [one for one in seen.letters if _until(one.date, day)]
    known = plain.Held(
        kind=seen.tie.kind,
        label=seen.tie.label,
        sides=tuple(_side(stand, seen, decisions, ledger) for stand in seen.sides),
        records=(own,),
        decisions=tuple(decisions.values()),
        roles=tuple(role_of(rule, ledger) for rule in seen.involvements if _holds(rule, day)),
        agreements=tuple(agreement_of(one, ledger) for one in seen.agreements),
        laws=tuple(law_of(one, ledger) for one in seen.laws),
        exchanges=tuple(exchange_of(one, ledger) for one in exchanges[:MOST_CONTACTS]),
        more_exchanges=len(exchanges[MOST_CONTACTS:]),
        letters=tuple(letter_of(one, ledger) for one in letters[:MOST_CONTACTS]),
        more_letters=len(letters[MOST_CONTACTS:]),
        seats=tuple(seat_of(post, ledger) for post, tenure in seen.posts if tenure is None),
        remarks=tuple(remark_of(fact, ledger) for fact in _by_hand(seen)),
    )
    return replace(known, alerts=tuple(_alert(alert, known) for alert in seen.alerts))


MOST_CONTACTS = 3
"""Exchanges, and letters, that are told one by one; the older ones are counted."""


def _until(value: str, day: date) -> bool:
    first = earliest(value)
    return first is None or first <= day


def _holds(rule: Involvement, day: date) -> bool:
    on = day.isoformat()
    return (not rule.since or rule.since <= on) and (not rule.until or rule.until > on)


def _side(
    stand: SideStanding, seen: Picture, decisions: dict[int, plain.Decided], ledger: Ledger
) -> plain.Side:
    """Give a side with what its status rests on: a decision, the end of a term, or the facts that date the tie."""
    held = stand.standing
    by = decisions.get(held.decision or 0)
    basis = by or _basis(held, seen, ledger)
    return plain.Side(
        place=town_of(stand.side),
        status=held.status,
        since=held.since,
        by=by,
        notes=held.notes,
        records=basis.records,
        citations=basis.citations,
    )


def _basis(held: Standing, seen: Picture, ledger: Ledger) -> plain.Recorded:
    """Give what a status rests on that no decision made: an agreement that ran out, a fact, or the tie alone."""
    if held.agreement:
        return agreement_of(next(one for one in seen.agreements if one.pk == held.agreement), ledger)
    for fact in seen.facts.get("tie", []):
        if held.since and since_of(fact) == held.since:
            source = fact.finding.source if fact.finding else None
            return plain.Recorded(
                records=(fact_of(fact, ledger),), citations=ledger.quote(source, words_of(fact))
            )
    return plain.Recorded(records=(ledger.keep(seen.tie, str(seen.tie), sides=str(seen.tie)),))


def _by_hand(seen: Picture) -> Iterator[Fact]:
    """Yield the facts that follow from what reviewers marked by hand."""
    for facts in seen.facts.values():
        yield from (fact for fact in facts if fact.data.get("note"))


def _alert(alert: Alert, held: plain.Held) -> plain.Alert:
    """Give a warning with the records it was computed from: the newest, the vacant seats, the terms; else the tie."""
    about: dict[str, Sequence[plain.Recorded]] = {
        "exchange": held.exchanges[:1],
        "letter": held.letters[:1],
        "vacancy": [seat for seat in held.seats if f"{seat.title}, {seat.body}" in alert.why],
        "term": [one for one in held.agreements if one.title in alert.why],
        "review": [one for one in held.decisions if one.review],
    }
    records = tuple(n for value in about.get(alert.kind, ()) for n in value.records)
    return plain.Alert(why=alert.why, records=records or held.records)


def _motions(case: Case) -> Sequence[Motion]:
    ballots = Prefetch("ballots", Ballot.objects.select_related("person").order_by("choice", "person__name"))
    return list(case.motions.select_related("body", "mover", "seconder", "source").prefetch_related(ballots))


def _further(ties: Sequence[Tie], on: date, ledger: Ledger) -> Iterator[plain.Held]:
    """Yield further ties of a class with their formal status, read together however many they are."""
    stands = standings(ties, on) if ties else {}
    decisive = {standing.decision for sides in stands.values() for _, standing in sides if standing.decision}
    found = Decision.objects.select_related("body", "side__place", "source").in_bulk(decisive)
    for tie in ties:
        own = (ledger.keep(tie, str(tie), sides=str(tie)),)
        sides = tuple(_stood(stood, found, own, ledger) for stood in stands[tie.pk])
        yield plain.Held(kind=tie.kind, label=tie.label, sides=sides, records=own)


def _stood(stood: Stand, found: Mapping[int, Decision], own: plain.Records, ledger: Ledger) -> plain.Side:
    held = stood.standing
    by = decided_of(found[held.decision], ledger) if held.decision else None
    return plain.Side(
        place=town_of(stood.side),
        status=held.status,
        since=held.since,
        by=by,
        notes=held.notes,
        records=by.records if by else own,
    )
