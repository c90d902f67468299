"""Remind whoever has something to do, by mail, a week before it is due; once for each thing."""

from __future__ import annotations

import logging
import smtplib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from fingerpost.briefing.words import until, upper_first
from fingerpost.web.accounts.mailing import sends_mail
from fingerpost.web.audit.chain import Change, record_all
from fingerpost.web.casework.models import FollowUp
from fingerpost.web.dates import day_words, written
from fingerpost.web.register.placing import home_place, is_american

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

log = logging.getLogger("fingerpost.web")

AHEAD = timedelta(days=7)


def remind(now: datetime) -> int:
    """Send one mail to each who has something due within a week, or overdue; give how many mails were sent.

    Where nobody who signs in does it, the case's owner is reminded. A mail that could not be handed over is tried
    again the next time.
    """
    if not sends_mail():
        return 0
    last_day = timezone.localtime(now).date() + AHEAD
    due = FollowUp.objects.filter(state=FollowUp.State.OPEN, reminded=None, due__lte=last_day)
    waiting: dict[int, list[int]] = {}
    for item in due.select_related("owner", "case__owner"):
        if user := _whom(item):
            waiting.setdefault(user.pk, []).append(item.pk)
    home = home_place() if waiting else None
    with written(american=lambda: is_american(home)):
        return sum(_remind_of(pks, now) for pks in waiting.values())


def _whom(item: FollowUp) -> User | None:
    """Give whom to remind: its owner, or the case's where the owner does not sign in (any more)."""
    return next(
        (user for user in (item.owner, item.case.owner) if user and user.is_active and user.email), None
    )


def _remind_of(pks: list[int], now: datetime) -> bool:
    """Send one person one mail; several workers at once send it once.

    Each thing is marked before the mail is sent, so that no lock is held while a mail server thinks. Killed in
    between, the marks stay and the mail is not sent: rather one mail too few than the same mail each hour.
    """
    free = FollowUp.objects.filter(state=FollowUp.State.OPEN, reminded=None)
    marked = [pk for pk in pks if free.filter(pk=pk).update(reminded=now)]
    items = list(FollowUp.objects.filter(pk__in=marked).select_related("case__owner", "owner"))
    if not items or (user := _whom(items[0])) is None:
        return False
    try:
        send_mail(_subject(items), _text(items), None, [user.email])
    except (OSError, smtplib.SMTPException):
        log.exception("The reminder of follow-ups %s could not be sent.", marked)
        FollowUp.objects.filter(pk__in=marked).update(reminded=None)
        return False
    with transaction.atomic():
        record_all(by=None, action="send-reminder", changes=[Change(item, {"to": user.pk}) for item in items])
    return True


def _subject(items: list[FollowUp]) -> str:
    """Give the subject: one line, whatever was typed in."""
    first = f"Due {_day(items[0])}: {items[0].what}"
    return " ".join(first.split())[:150] + (f" (and {len(items) - 1} more)" if items[1:] else "")


def _text(items: list[FollowUp]) -> str:
    things = "\n\n".join(_thing(item) for item in items)
    them = "each" if items[1:] else "it"
    return f"{things}\n\nClose {them} on the case's page in Fingerpost once it is done."


def _thing(item: FollowUp) -> str:
    lines = [item.what, f"Due: {_day(item)}", f"Case: {item.case}"]
    lines += [upper_first(until(item.until_words))] if item.until_words else []
    lines += [f"Who does it: {item.owner_name}"] if item.owner_name else []
    return "\n".join(lines)


def _day(item: FollowUp) -> str:
    return day_words(item.due.isoformat() if item.due else None)
