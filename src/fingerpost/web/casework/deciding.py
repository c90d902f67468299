"""What was decided: recorded with what follows from it, and withdrawn where it was entered by mistake."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from fingerpost.briefing.words import joined
from fingerpost.web.accounts.permissions import RECORD_VOTE, require
from fingerpost.web.casework.following import add_follow_up, close_follow_up, owner_of
from fingerpost.web.casework.models import Case, FollowUp, Motion
from fingerpost.web.casework.working import change_case
from fingerpost.web.register.keeping import keep, withdraw_decision
from fingerpost.web.register.models import Decision, Side, Tie

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


REVIEWED = {
    "suspended": "suspension of",
    "ended": "ending of",
    "restored": "restoration of",
    "activities_frozen": "freeze of activities with",
}
"""A decision's result to what is to be reviewed; of others it is the decision."""


def own_side(tie: Tie) -> Side:
    """Give the side whose register this is: the home place's, or the first."""
    return min(tie.sides.all(), key=lambda side: (not side.place.is_home, side.order))


def record_decision(
    *, by: User, case: Case, motion: Motion | None, changes: dict[str, Any], tell_by: date | None = None
) -> Decision:
    """Record what was decided about one side of the tie, and close the question if it is answered.

    A review date, and a partner to be told, give follow-ups.

    Args:
        tell_by: by when the partner is to be told.
    """
    require(by, RECORD_VOTE, changes.get("body"))
    with transaction.atomic():
        decision = keep(by=by, record=Decision(), changes=changes | {"motion": motion, "case": case})
        if decision.review:
            add_follow_up(by=by, case=case, changes=review_of(decision, str(decision.side.tie), by))
        if decision.must_tell_partner:
            add_follow_up(
                by=by, case=case, changes=telling_of(decision, owner_of(decision.must_tell_partner), tell_by)
            )
        change_case(by=by, case=case, changes={"state": Case.State.DECIDED})
    return decision


def review_of(decision: Decision, about: str, by: User) -> dict[str, Any]:
    """Give the follow-up for a review: its day, and the words until when the decision holds."""
    return {
        "what": f"Review the {REVIEWED.get(decision.result, 'decision on')} {about}",
        "due": date.fromisoformat(decision.review) if len(decision.review) == 10 else None,
        "until_words": decision.condition[:300],
        "decision": decision,
        "owner": by,
    }


def telling_of(decision: Decision, owner: dict[str, Any], tell_by: date | None) -> dict[str, Any]:
    """Give the follow-up for telling the partner, by whoever must."""
    others = [side.place.name for side in decision.side.tie.sides.all() if side.pk != decision.side_id]
    return {
        "what": f"Tell {joined(others) or 'the partner'} of the decision",
        "due": tell_by,
        "decision": decision,
        **owner,
    }


def take_back_decision(*, by: User, decision: Decision, why: str) -> None:
    """Withdraw a decision that was entered by mistake, drop what was to follow, and open its question again.

    Raises:
        ValidationError: no reason was given.
    """
    with transaction.atomic():
        withdraw_decision(by=by, decision=decision, why=why)
        for item in FollowUp.objects.filter(decision=decision, state=FollowUp.State.OPEN):
            close_follow_up(by=by, item=item, done=False, why="the decision was withdrawn")
        case = Case.objects.filter(pk=decision.case_id).first()
        if case and case.state == Case.State.DECIDED and not case.decisions.filter(withdrawn=None).exists():
            change_case(
                by=by, case=case, changes={"state": Case.State.OPEN}, why="its decision was withdrawn"
            )
