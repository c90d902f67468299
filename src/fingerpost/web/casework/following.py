"""What follows from a case: add what is to be done, change it, close it, open it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.models import User
from fingerpost.web.accounts.permissions import FOLLOW_UP, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Case, FollowUp
from fingerpost.web.errors import WebError
from fingerpost.web.register.keeping import plain

if TYPE_CHECKING:
    from collections.abc import Mapping


class NotOpen(WebError):
    """What is closed is not changed; it can be opened again first."""


def owner_of(words: str) -> dict[str, Any]:
    """Give the owner that words name: somebody who signs in, by mail address or name, or else the name itself."""
    words = " ".join(words.split())
    found = User.objects.filter(is_active=True, email__iexact=words).first() if words else None
    if found is None and words:
        same = list(User.objects.filter(is_active=True, name__iexact=words)[:2])
        found = same[0] if len(same) == 1 else None
    return {"owner": found, "owner_name": "" if found else words[:200]}


def add_follow_up(*, by: User, case: Case, changes: Mapping[str, Any]) -> FollowUp:
    """Add something to be done."""
    require(by, FOLLOW_UP)
    with transaction.atomic():
        item = FollowUp(case=case, **changes)
        item.full_clean()
        item.save()
        payload = {name: plain(value) for name, value in changes.items()}
        record(by=by, action="add-follow-up", subject=item, payload=payload)
    return item


def change_follow_up(*, by: User, item: FollowUp, changes: Mapping[str, Any], why: str = "") -> FollowUp:
    """Change what is to be done, by whom or until when. Another owner or another day is reminded of anew.

    Raises:
        NotOpen: it is closed; nothing was changed.
    """
    require(by, FOLLOW_UP)
    with transaction.atomic():
        item = FollowUp.objects.select_for_update().get(pk=item.pk)
        if item.state != FollowUp.State.OPEN:
            raise NotOpen("This is closed. Open it again, then change it.")
        before = {name: plain(getattr(item, name)) for name in changes}
        for name, value in changes.items():
            setattr(item, name, value)
        item.full_clean()
        after = {name: plain(value) for name, value in changes.items()}
        if any(before.get(name) != after.get(name) for name in ("owner", "due")):
            item.reminded = None
        item.save()
        if before != after:
            payload = {"before": before, "after": after}
            record(by=by, action="change-follow-up", subject=item, payload=payload, why=why)
    return item


def close_follow_up(*, by: User, item: FollowUp, done: bool, why: str = "") -> None:
    """Close something that was to be done: it is done, or dropped."""
    _move(by, item, FollowUp.State.DONE if done else FollowUp.State.DROPPED, "close-follow-up", why)


def reopen_follow_up(*, by: User, item: FollowUp, why: str = "") -> None:
    """Open again what was closed too early."""
    _move(by, item, FollowUp.State.OPEN, "reopen-follow-up", why)


def _move(by: User, item: FollowUp, state: str, action: str, why: str) -> None:
    require(by, FOLLOW_UP)
    with transaction.atomic():
        item = FollowUp.objects.select_for_update().get(pk=item.pk)
        if item.state == state:
            return
        item.state = state
        item.done = None if state == FollowUp.State.OPEN else timezone.now()
        item.save(update_fields=("state", "done"))
        record(by=by, action=action, subject=item, payload={"state": item.state}, why=why)
