"""Keep the register: add and change records, merge two of the same thing, and take a merge back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from fingerpost.places import Candidate
from fingerpost.web.accounts.permissions import EDIT_REGISTER, MERGE, RECORD_VOTE, Right, require
from fingerpost.web.audit.chain import Change, record_all
from fingerpost.web.audit.chain import record as record_entry
from fingerpost.web.errors import WebError
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Body, Decision, Place, Record, Side, Tie
from fingerpost.web.register.placing import place_of
from fingerpost.web.words.indexing import index

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.evidence.models import Source


AT_ONCE = 500
"""Records that are written together: few enough for a database's limit on values in one query."""


class SameRecord(WebError):
    """A record cannot be merged with itself, or twice."""


class TwoPlaces(WebError):
    """A tie has two different places."""


def rights_for(model: type[models.Model]) -> Right:
    """Give the right that changing a kind of record needs."""
    return RECORD_VOTE if model is Decision else EDIT_REGISTER


def keep_all(
    *, by: User | None, model: type[models.Model], rows: Sequence[dict[str, Any]], why: str = ""
) -> list[models.Model]:
    """Add many records of one kind, each with its own entry in the history: all of them, or none.

    Raises:
        NotAllowed: ``by`` may not.
        ValidationError: a value does not fit its field; nothing was written.
    """
    require(by, rights_for(model))
    records = [model(**row) for row in rows]
    relations = [field.name for field in model._meta.fields if field.is_relation]
    for record in records:
        record.clean_fields(exclude=relations)
        record.clean()
    with transaction.atomic():
        made = model._default_manager.bulk_create(records, batch_size=AT_ONCE)
        changes = [
            Change(record, {"after": {name: plain(value) for name, value in row.items()}}, row.get("source"))
            for record, row in zip(made, rows, strict=True)
        ]
        record_all(by=by, action=f"add-{model._meta.model_name}", changes=changes, why=why)
    return made


def keep(
    *,
    by: User | None,
    record: models.Model,
    changes: dict[str, Any],
    why: str = "",
    source: Source | None = None,
) -> models.Model:
    """Add a record, or change fields of one, with what they were before.

    Raises:
        NotAllowed: ``by`` may not.
        ValidationError: a value does not fit its field; nothing was written.
    """
    for body in _bodies_concerned(record, changes):
        require(by, rights_for(type(record)), body)
    new = record.pk is None
    with transaction.atomic():
        if not new:
            record = type(record)._default_manager.select_for_update().get(pk=record.pk)
        before = {} if new else {name: plain(getattr(record, name)) for name in changes}
        for name, value in changes.items():
            setattr(record, name, value)
        record.full_clean()
        record.save()
        after = {name: plain(getattr(record, name)) for name in changes}
        if new or before != after:
            record_entry(
                by=by,
                action=f"{'add' if new else 'change'}-{record._meta.model_name}",
                subject=record,
                payload={"after": after} if new else {"before": before, "after": after},
                why=why,
                source=source,
            )
    return record


def _bodies_concerned(record: models.Model, changes: dict[str, Any]) -> set[Body | None]:
    """Give the bodies in which the right to a change must be held: for a decision, who decided, before and after."""
    if not isinstance(record, Decision):
        return {None}
    return {changes.get("body", record.body), record.body if record.pk else changes.get("body")}


def plain(value: Any) -> Any:
    """Give a field's value as JSON."""
    if isinstance(value, models.Model):
        return value.pk
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def add_tie(
    *,
    by: User | None,
    here: Place | Candidate,
    there: Place | Candidate,
    kind: str,
    label: str = "",
    why: str = "",
) -> Tie:
    """Give the tie between two places, made where the register has none of this kind yet.

    Places out of the gazetteer are added to the register with it.

    Raises:
        TwoPlaces: both are the same place.
    """
    require(by, EDIT_REGISTER)
    with transaction.atomic():
        here, there = (place_of(p, by=by) if isinstance(p, Candidate) else p for p in (here, there))
        if here.pk == there.pk:
            raise TwoPlaces(
                f"A tie has two different places, and both are {here}. Choose another place for one side."
            )
        if there.is_home and not here.is_home:
            here, there = there, here  # the first side is the one whose register this is
        known = (
            Tie.objects.filter(merged_into=None, kind=kind, sides__place=here)
            .filter(sides__place=there)
            .first()
        )
        if known:
            return known
        tie = Tie.objects.create(kind=kind, label=label)
        Side.objects.bulk_create([Side(tie=tie, place=here, order=0), Side(tie=tie, place=there, order=1)])
        payload = {"after": {"kind": kind, "label": label, "sides": [here.pk, there.pk]}}
        record_entry(by=by, action="add-tie", subject=tie, payload=payload, why=why)
    return tie


def merge(*, by: User | None, record: Record, into: Record, why: str = "") -> None:
    """Say that two records are of the same thing. Both stay; pages show the second with what belongs to either.

    Raises:
        SameRecord: they are the same already.
    """
    require(by, MERGE)
    if type(record) is not type(into):
        raise SameRecord("Only two records of the same kind can be merged.")
    with transaction.atomic():
        record = type(record).objects.select_for_update().get(pk=record.pk)
        into = type(into).objects.select_for_update().get(pk=into.pk).current
        if record.pk == into.pk or record.merged_into_id is not None:
            raise SameRecord(f"{record} is merged already, or is the record itself. Nothing was changed.")
        record.merged_into = into
        record.save(update_fields=("merged_into",))
        if isinstance(into, Tie) and into.withheld:
            # What is known of a tie that is kept from the public stays from it under either number.
            Tie.objects.filter(pk__in=merged_ids(record)).update(withheld=True)
        record_entry(by=by, action="merge", subject=record, payload={"into": into.pk}, why=why)


def unmerge(*, by: User | None, record: Record, why: str = "") -> None:
    """Take a merge back: the record stands by itself again.

    Raises:
        SameRecord: it was not merged.
    """
    require(by, MERGE)
    with transaction.atomic():
        record = type(record).objects.select_for_update().get(pk=record.pk)
        if record.merged_into_id is None:
            raise SameRecord(f"{record} is not merged into anything.")
        was, record.merged_into = record.merged_into_id, None
        record.save(update_fields=("merged_into",))
        index(type(record), [was])
        record_entry(by=by, action="unmerge", subject=record, payload={"from": was}, why=why)


def merged_ids(record: Record) -> list[int]:
    """Give the ids of a record and of all merged into it, however deep."""
    return list(all_merged(type(record), [record.pk]))


def withdraw_decision(*, by: User, decision: Decision, why: str) -> None:
    """Say that a decision was entered by mistake: it no longer counts, and stays in the record.

    Raises:
        ValidationError: no reason was given.
        SameRecord: it was withdrawn already.
    """
    require(by, RECORD_VOTE, decision.body)
    if not why.strip():
        raise ValidationError("Say why it is withdrawn.")
    with transaction.atomic():
        decision = Decision.objects.select_for_update().get(pk=decision.pk)
        if decision.withdrawn:
            raise SameRecord("This decision was withdrawn already.")
        decision.withdrawn = timezone.now()
        decision.save(update_fields=("withdrawn",))
        record_entry(by=by, action="withdraw-decision", subject=decision, why=why)
