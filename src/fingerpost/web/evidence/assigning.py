"""Say which record of the register a finding belongs to; add the record where the register has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import models, transaction

from fingerpost.places.names import other_names
from fingerpost.web.accounts.permissions import JUDGE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.judging import SUBJECTS, make_fact, withdraw_facts
from fingerpost.web.evidence.models import Finding
from fingerpost.web.evidence.suggesting import about, suggestions
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Body, Person, Place, Tie

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


class NotToBeAdded(WebError):
    """A finding does not say enough to make a record of what it is about."""


def assign_finding(
    *, by: User, finding: Finding, record_kind: str, subject: models.Model | None
) -> list[Finding]:
    """Say which record of the register a finding belongs to (None: to none), and give what belongs somewhere now.

    With a tie go the findings of its source that the reader found to be about it, and belong to nothing yet. Facts
    already made from a finding move with it, by superseding.
    """
    require(by, JUDGE)
    with transaction.atomic():
        moved = [_assign(by, finding, record_kind, subject)]
        if finding.kind == Finding.Kind.TIE and isinstance(subject, Tie):
            moved += [_assign(by, other, "tie", subject) for other in _along(moved[0])]
    return moved


def unassign_findings(*, by: User, findings: Sequence[Finding]) -> list[Finding]:
    """Say that findings belong to no record after all."""
    require(by, JUDGE)
    with transaction.atomic():
        return [_assign(by, finding, name, None) for finding in findings for name in _belongs(finding)]


def add_and_assign(*, by: User, finding: Finding) -> list[Finding]:
    """Add the place, tie, person or body that a finding is about to the register, and assign the finding to it.

    Raises:
        NotToBeAdded: the finding is of another kind, or the reader did not settle which place it is.
        NotAllowed: ``by`` may not judge, or not change the register.
    """
    require(by, JUDGE)
    with transaction.atomic():
        kind, made = _record_of(by, finding)
        return assign_finding(by=by, finding=finding, record_kind=kind, subject=made)


def _assign(by: User, finding: Finding, record_kind: str, subject: models.Model | None) -> Finding:
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    setattr(finding, record_kind, subject)
    finding.save(update_fields=(record_kind,))
    facts = list(finding.facts.filter(superseded=None))
    withdraw_facts(finding)
    for fact in facts:
        if fact.judgement:
            make_fact(finding, fact.judgement)
    record(
        by=by,
        action="assign-finding",
        subject=finding,
        payload={"to": record_kind, "id": subject.pk if subject else None},
        source=finding.source,
    )
    return finding


def _belongs(finding: Finding) -> list[str]:
    return [name for name in SUBJECTS if getattr(finding, f"{name}_id")]


def _along(tie_finding: Finding) -> list[Finding]:
    """Give the findings of a tie's source that are suggested to belong to it."""
    findings = list(tie_finding.source.findings.order_by("start", "id"))
    suggested = suggestions(findings)
    return [
        finding
        for finding in findings
        if (found := suggested.get(finding.pk))
        and found.record == tie_finding.tie
        and finding.kind not in {Finding.Kind.TIE, Finding.Kind.PLACE, Finding.Kind.ACTOR}
    ]


def _record_of(by: User, finding: Finding) -> tuple[str, models.Model]:
    if finding.kind == Finding.Kind.PLACE:
        return "place", _place(by, finding)
    if finding.kind == Finding.Kind.TIE:
        return "tie", _tie(by, finding)
    if finding.kind == Finding.Kind.ACTOR:
        return _actor(by, finding)
    raise NotToBeAdded("Only a place, a tie, a person or a body can be added to the register from a finding.")


def _place(by: User, finding: Finding) -> Place:
    data = finding.judged
    if not data.get("geonames"):
        raise NotToBeAdded(f"Which place {data['name']} is, is not settled. Add it by hand, then assign it.")
    known = Place.objects.filter(geonames=data["geonames"]).first()
    if known:
        return known.current
    changes = {name: data.get(name) or "" for name in ("name", "kind", "country", "admin1")}
    changes |= {name: data.get(name) for name in ("geonames", "latitude", "longitude")}
    changes["other_names"] = "\n".join(other_names([data["geonames"]]).get(data["geonames"], ()))
    return keep(by=by, record=Place(), changes=changes, source=finding.source)


def _tie(by: User, finding: Finding) -> Tie:
    places = about(finding, Finding.Kind.PLACE)
    ends = [_place(by, places[key]) for key in finding.judged["places"] if key in places]
    if len(ends) != 2:
        raise NotToBeAdded("Which two places this tie joins is not settled. Add it by hand, then assign it.")
    here, there = sorted(ends, key=lambda place: not place.is_home)
    why = f"found in {finding.source}"
    return add_tie(by=by, here=here, there=there, kind=finding.judged["kind"], why=why)


def _actor(by: User, finding: Finding) -> tuple[str, models.Model]:
    data = finding.judged
    if data["kind"] == "person":
        return "person", keep(by=by, record=Person(), changes={"name": data["name"]}, source=finding.source)
    changes = {"name": data["name"], "kind": data["kind"]}
    return "body", keep(by=by, record=Body(), changes=changes, source=finding.source)
