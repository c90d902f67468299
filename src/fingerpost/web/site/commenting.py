"""Residents' comments: sent in, read by a person, shown or not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from fingerpost.web.accounts.permissions import PUBLISH, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Case
from fingerpost.web.errors import WebError
from fingerpost.web.register.models import Tie
from fingerpost.web.site.models import Comment

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MOST_WAITING = 1000
"""More unread comments than anybody reads; further ones are turned away."""


class Overrun(WebError):
    """More was sent than anybody can read."""


def send_comment(*, about: Tie | Case, name: str, town: str, email: str, text: str, now: datetime) -> Comment:
    """Keep what a resident wrote, for somebody to read.

    Raises:
        Overrun: very many wait already.
    """
    waiting = Comment.objects.filter(state=Comment.State.WAITING)
    if waiting[:MOST_WAITING].count() >= MOST_WAITING:
        raise Overrun("More comments wait than can be read. Try again in some days.")
    subject = {"tie": about} if isinstance(about, Tie) else {"case": about}
    return Comment.objects.create(name=name, town=town, email=email, text=text, at=now, **subject)


def judge_comment(*, by: User, comment: Comment, shown: bool, why: str = "") -> Comment:
    """Show a comment on the public site, or do not; either can be changed later."""
    require(by, PUBLISH)
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        comment.state = Comment.State.SHOWN if shown else Comment.State.REFUSED
        comment.judged_by = by
        comment.save(update_fields=("state", "judged_by"))
        # Not who wrote it, nor what: the history is for ever, and a comment can be erased.
        record(by=by, action="show-comment" if shown else "refuse-comment", subject=comment, why=why)
    return comment


def erase_comment(*, by: User, comment: Comment, why: str) -> None:
    """Erase a comment, on its writer's request; a mark stays.

    Raises:
        WebError: no reason was given.
    """
    require(by, PUBLISH)
    if not why.strip():
        raise WebError("Say why it is erased: who asked for it, and when.")
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        comment.name, comment.town, comment.email, comment.text = "Erased", "", "", ""
        comment.state = Comment.State.REFUSED
        comment.save()
        record(by=by, action="erase-comment", subject=comment, why=why)


def shown_about(about: Tie | Case) -> QuerySet[Comment]:
    """Give the comments on a tie or case that were let through, oldest first."""
    subject = {"tie": about} if isinstance(about, Tie) else {"case": about}
    return Comment.objects.filter(state=Comment.State.SHOWN, **subject)
