"""Write and prove the audit chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone

from fingerpost.web.audit.models import Entry, Head, payload_digest

AT_ONCE = 500
"""Entries that are written together."""

SYSTEM = "Fingerpost"
"""Who made a change that nobody signed in made."""

recorded = Signal()
"""Sent after entries are written, within their transaction, with the ``subjects`` that were changed."""


class OutsideTransaction(RuntimeError):
    """A change was to be recorded outside the transaction that makes it."""


class Change(NamedTuple):
    """A change of one record, for its entry: what changed, as JSON, and the source it rests on."""

    subject: models.Model
    payload: dict[str, Any]
    source: models.Model | None = None


def record(
    *,
    by: Any,
    action: str,
    subject: models.Model,
    payload: dict[str, Any] | None = None,
    why: str = "",
    source: models.Model | None = None,
    at: datetime | None = None,
) -> Entry:
    """Add the entry for a change, in the transaction that makes the change.

    Args:
        by: the user; None for the software itself.
        action: what was done, as a kebab-case verb phrase: ``judge-finding``.
        subject: the record changed.
        payload: what changed, as JSON.
        why: the reason given.
        source: the source it rests on.
        at: the time; now by default.

    Raises:
        OutsideTransaction: there is no transaction, so the entry could stand without its change.
    """
    (entry,) = record_all(
        by=by, action=action, changes=[Change(subject, payload or {}, source)], why=why, at=at
    )
    return entry


def record_all(
    *, by: Any, action: str, changes: Sequence[Change], why: str = "", at: datetime | None = None
) -> list[Entry]:
    """Add an entry for each of many changes of one kind, in the transaction that makes them.

    Raises:
        OutsideTransaction: there is no transaction, so the entries could stand without their changes.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(f"{action} must record itself in the transaction that makes the change.")
    Head.objects.get_or_create(pk=1)
    head = Head.objects.select_for_update().get(pk=1)
    at = at or timezone.now()
    entries = []
    for change in changes:
        entry = Entry(
            number=head.number + 1,
            at=at,
            by=by,
            by_name=str(by) if by else SYSTEM,
            action=action,
            subject=change.subject._meta.label_lower,
            subject_id=str(change.subject.pk),
            why=why,
            source=change.source,
            payload=change.payload,
            payload_digest=payload_digest(change.payload),
            previous=head.digest,
        )
        entry.digest = entry.expected_digest()
        head.number, head.digest = entry.number, entry.digest
        entries.append(entry)
    Entry.objects.bulk_create(entries, batch_size=AT_ONCE)
    head.save(update_fields=("number", "digest"))
    recorded.send(sender=None, subjects=[change.subject for change in changes])
    return entries


def broken_links() -> Iterator[str]:
    """Yield a sentence for each place where the chain does not hold; nothing where it is unbroken."""
    previous, number = "0" * 64, 0
    marks = Entry.objects.filter(action="erase-personal-data").values_list("payload__entries", flat=True)
    erased_numbers = {number for numbers in marks for number in numbers or ()}
    for entry in Entry.objects.order_by("number").iterator():
        number += 1
        if entry.number != number:
            yield f"Entry {number} of the audit chain is missing: the next one is numbered {entry.number}."
            number = entry.number
        if entry.previous != previous:
            yield f"Entry {entry.number} of the audit chain does not follow the one before it."
        if entry.digest != entry.expected_digest():
            yield f"Entry {entry.number} of the audit chain was changed after it was written."
        if entry.payload is None:
            if entry.number not in erased_numbers:
                yield f"What entry {entry.number} of the chain recorded is gone, and no entry says it was erased."
        elif payload_digest(entry.payload) != entry.payload_digest:
            yield f"What entry {entry.number} of the chain recorded was changed after it was written."
        previous = entry.digest
    head = Head.objects.filter(pk=1).first()
    if (head.digest if head else "0" * 64) != previous:
        yield "The audit chain ends before its last entry: entries were removed from its end."


def history(*subjects: models.Model) -> models.QuerySet[Entry]:
    """Give the entries about a record, or about several that belong together, newest first; one query."""
    ids: dict[str, list[str]] = {}
    for subject in subjects:
        ids.setdefault(subject._meta.label_lower, []).append(str(subject.pk))
    about = reduce(or_, (models.Q(subject=kind, subject_id__in=several) for kind, several in ids.items()))
    return Entry.objects.filter(about).select_related("by", "source").order_by("-number")
