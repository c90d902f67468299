"""Take what a source says of a body's part in a tie ("the council decides about it") into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import transaction

from fingerpost.web.accounts.permissions import EDIT_REGISTER, require
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.assigning import add_and_assign, assign_finding
from fingerpost.web.evidence.models import Fact, Finding
from fingerpost.web.evidence.suggesting import about, suggestions
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Body, Involvement

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

ROLES = {"decides": Involvement.Role.DECIDES, "advises": Involvement.Role.ADVISES}
"""A power that a source speaks of, to the role that the register has for it. Who carries out what is decided need
not be who carries the tie."""
ACCEPTED = frozenset({Finding.State.ACCEPTED, Finding.State.CORRECTED})


class NoPart(WebError):
    """A finding says of no body what its part in a tie is."""


def parts_not_taken(facts: Iterable[Fact], involvements: Iterable[Involvement]) -> Iterator[Fact]:
    """Yield the facts that say of a body a role which nobody has in the register yet.

    Args:
        facts: of one tie, each with its finding.
        involvements: what the register has of the tie.
    """
    taken = {rule.role for rule in involvements}
    for fact in facts:
        role = ROLES.get(fact.data.get("power", ""))
        if role and role not in taken and fact.finding_id:
            yield fact


def take_part(*, by: User, finding: Finding) -> Involvement:
    """Record the part in a tie that an accepted finding gives a body; add the body where the register has none.

    Raises:
        NotAllowed: ``by`` may not change the register.
        NoPart: the finding is of another kind, is not accepted, belongs to no tie, or does not say whose part it is.
    """
    require(by, EDIT_REGISTER)
    role = ROLES.get(finding.judged.get("power", ""))
    if finding.kind != Finding.Kind.AUTHORITY or role is None:
        raise NoPart("This finding does not say who decides or advises.")
    if finding.state not in ACCEPTED or finding.tie is None:
        raise NoPart("Accept the finding first, and say which tie it belongs to.")
    with transaction.atomic():
        changes = {"body": _body(by, finding), "role": role, "tie": finding.tie.current}
        changes["source"] = finding.source
        return keep(by=by, record=Involvement(), changes=changes, source=finding.source)


def _body(by: User, finding: Finding) -> Body:
    """Give the body that the finding names, as somebody said, as the register calls it, or newly added."""
    actors = about(finding, Finding.Kind.ACTOR)
    actor = actors.get(finding.judged.get("actor") or "")
    if actor is None:
        raise NoPart("Which body this is about is not settled. Record its part by hand.")
    if actor.body is None:
        found = suggestions([actor]).get(actor.pk)
        if found and isinstance(found.record, Body):
            (actor,) = assign_finding(by=by, finding=actor, record_kind="body", subject=found.record)
        elif found and found.kind == "body":
            (actor,) = add_and_assign(by=by, finding=actor)
    if actor.body is None:
        raise NoPart(f'"{actor.judged["name"]}" is no body. Record by hand whose part it is.')
    return actor.body.current
