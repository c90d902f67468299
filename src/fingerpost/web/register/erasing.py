"""Erase what the register holds of a person, on request. A mark stays: that it was erased, when and by whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import ADMINISTER, require
from fingerpost.web.audit.chain import record
from fingerpost.web.audit.models import Entry
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import Person
from fingerpost.web.words.indexing import index

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

ERASED = "Erased person"


def erase_person(*, by: User, person: Person, why: str) -> int:
    """Erase a person's name, mail address and notes, there and in the history; give how many entries lost theirs.

    The posts held and the votes cast stay, as an erased person's. So do the digests in the audit chain, which holds
    on. What a source says of the person stays with the source: it is evidence, and not ours to change.

    Raises:
        ValidationError: no reason was given.
    """
    require(by, ADMINISTER)
    if not why.strip():
        raise ValidationError("Say why it is erased: who asked for it, and when.")
    with transaction.atomic():
        people = list(Person.objects.select_for_update().filter(pk__in=merged_ids(person)))
        words = {value.casefold() for p in people if not p.erased for value in (p.name, p.email) if value}
        numbers = list(_entries(words, {str(p.pk) for p in people}))
        Entry.objects.filter(number__in=numbers).update(payload=None)
        for one in people:
            one.name, one.email, one.note, one.place = f"{ERASED} {one.pk}", "", "", None
            one.erased = timezone.now()
            one.save()
        index(Person, [one.pk for one in people])
        record(by=by, action="erase-personal-data", subject=person, payload={"entries": numbers}, why=why)
    return len(numbers)


def _entries(words: set[str], ids: set[str]) -> Iterator[int]:
    """Yield the entries about these people, and those whose payload names one."""
    for entry in Entry.objects.exclude(payload=None).order_by("number").iterator():
        if entry.action == "erase-personal-data":
            continue
        own = entry.subject == "register.person" and entry.subject_id in ids
        if own or any(word in json.dumps(entry.payload, ensure_ascii=False).casefold() for word in words):
            yield entry.number
