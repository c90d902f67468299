"""Write and prove the audit chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from fingerpost.web.audit.models import Entry, Head, payload_digest

SYSTEM = "Fingerpost"
"""Who made a change that nobody signed in made."""


class OutsideTransaction(RuntimeError):
    """A change was to be recorded outside the transaction that makes it."""


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
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(f"{action} must record itself in the transaction that makes the change.")
    Head.objects.get_or_create(pk=1)
    head = Head.objects.select_for_update().get(pk=1)
    payload = payload or {}
    entry = Entry(
        number=head.number + 1,
        at=at or timezone.now(),
        by=by,
        by_name=str(by) if by else SYSTEM,
        action=action,
        subject=subject._meta.label_lower,
        subject_id=str(subject.pk),
        why=why,
        source=source,
        payload=payload,
        payload_digest=payload_digest(payload),
        previous=head.digest,
    )
    entry.digest = entry.expected_digest()
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=("number", "digest"))
    return entry


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


def history(subject: models.Model) -> models.QuerySet[Entry]:
    """Give the entries about a record, newest first."""
    return (
        Entry.objects.filter(subject=subject._meta.label_lower, subject_id=str(subject.pk))
        .select_related("by", "source")
        .order_by("-number")
    )
