"""A decision on a class of ties: one dated decision for our side of each member, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import FOLLOW_UP, RECORD_VOTE, require
from fingerpost.web.audit.chain import Change, record, record_all
from fingerpost.web.casework.deciding import own_side, review_of, take_back_decision, telling_of
from fingerpost.web.casework.following import add_follow_up, owner_of
from fingerpost.web.casework.models import Case, ClassDecision, FollowUp, Member, Motion
from fingerpost.web.casework.working import change_case
from fingerpost.web.errors import WebError
from fingerpost.web.register.keeping import keep_all, plain
from fingerpost.web.register.models import Decision
from fingerpost.web.register.sides import sides_and_places

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MOST = 2_000
"""Most ties of one decision: what a person can have looked over."""
AT_ONCE = 500


class ClassChanged(WebError):
    """The members are not those that were looked at, or there is none."""


def decide_class(
    *,
    by: User,
    case: Case,
    motion: Motion | None,
    changes: Mapping[str, Any],
    seen: int,
    tell_by: date | None = None,
) -> ClassDecision:
    """Record what was decided about all ties of a class: a decision for our side of each member, with what follows.

    Args:
        changes: the decision's fields but for its side.
        seen: the version of the members that was looked at.
        tell_by: by when each partner is to be told.

    Raises:
        ClassChanged: the members changed since, or there is none, or too many; nothing was written.
    """
    require(by, RECORD_VOTE, changes.get("body"))
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        members = _members(case, seen)
        of = ClassDecision.objects.create(case=case, as_of=case.as_of, at=timezone.now(), by=by)
        common = dict(changes) | {"motion": motion, "case": case, "class_decision": of}
        rows = [common | {"side": own_side(member.tie)} for member in members]
        made = keep_all(by=by, model=Decision, rows=rows, why=f"decided together on {case.reach}"[:2000])
        payload = {name: plain(value) for name, value in changes.items()}
        payload |= {"as_of": str(case.as_of), "number": len(made), "class": case.reach}
        record(by=by, action="decide-class", subject=of, payload=payload, source=changes.get("source"))
        _follow(by, case, made, tell_by)
        change_case(by=by, case=case, changes={"state": Case.State.DECIDED})
    return of


def _members(case: Case, seen: int) -> Sequence[Member]:
    if case.version != seen or case.as_of is None:
        raise ClassChanged(
            "The ties of this class changed while you were looking. Look at them again, then record."
        )
    members = case.members.filter(state=Member.State.IN)
    found = list(members.select_related("tie").prefetch_related(sides_and_places("tie__"))[: MOST + 1])
    if not found:
        raise ClassChanged("No tie belongs to this class. Put ties in, or draw it up again.")
    if len(found) > MOST:
        raise ClassChanged(f"The class holds more than {MOST:,} ties. Narrow it, and decide in parts.")
    return found


def _follow(by: User, case: Case, made: Sequence[Decision], tell_by: date | None) -> None:
    """Add one review of all, and for each partner who must tell it."""
    first = made[0]
    if first.review:
        about = str(first.side.tie) if len(made) == 1 else f"{len(made)} {case.reach}"
        add_follow_up(by=by, case=case, changes=review_of(first, about, by))
    if first.must_tell_partner:
        owner = owner_of(first.must_tell_partner)
        _add_follow_ups(by, case, [telling_of(decision, owner, tell_by) for decision in made])


def _add_follow_ups(by: User, case: Case, rows: Sequence[Mapping[str, Any]]) -> None:
    require(by, FOLLOW_UP)
    made = FollowUp.objects.bulk_create([FollowUp(case=case, **row) for row in rows], batch_size=AT_ONCE)
    changes = [
        Change(item, {name: plain(value) for name, value in row.items()})
        for item, row in zip(made, rows, strict=True)
    ]
    record_all(by=by, action="add-follow-up", changes=changes)


def take_back_class(*, by: User, of: ClassDecision, why: str) -> int:
    """Withdraw all decisions that were made together, and give how many; those withdrawn already stay as they are."""
    with transaction.atomic():
        decisions = list(of.decisions.filter(withdrawn=None).select_related("body", "case"))
        for decision in decisions:
            take_back_decision(by=by, decision=decision, why=why)
        record(
            by=by, action="withdraw-class-decision", subject=of, payload={"number": len(decisions)}, why=why
        )
    return len(decisions)
