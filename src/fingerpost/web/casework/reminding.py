"""Remind whoever has something to do, by mail, a week before it is due; once for each thing."""

from __future__ import annotations

import logging
import smtplib
import time
from datetime import datetime, timedelta
from typing import NoReturn

from django.core.mail import send_mail
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from fingerpost.web.accounts.mailing import sends_mail
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import FollowUp

log = logging.getLogger("fingerpost.web")

AHEAD = timedelta(days=7)
EVERY_SECONDS = 3600


def remind(now: datetime) -> int:
    """Send each owner of something that is due within a week, or overdue, one mail about it; give how many were sent.

    A mail that could not be handed over is tried again the next time.
    """
    if not sends_mail():
        return 0
    last_day = timezone.localtime(now).date() + AHEAD
    due = FollowUp.objects.filter(state=FollowUp.State.OPEN, reminded=None, due__lte=last_day)
    waiting = due.filter(owner__is_active=True).exclude(owner__email="").values_list("pk", flat=True)
    return sum(_remind_of(pk, now) for pk in list(waiting))


def _remind_of(pk: int, now: datetime) -> bool:
    """Send one reminder; several workers at once send it once.

    It is marked before it is sent, so that no lock is held while a mail server thinks. Killed in between, the mark
    stays and the mail is not sent: rather one mail too few than the same mail each hour.
    """
    if not FollowUp.objects.filter(pk=pk, state=FollowUp.State.OPEN, reminded=None).update(reminded=now):
        return False
    item = FollowUp.objects.select_related("case", "owner").get(pk=pk)
    try:
        send_mail(_subject(item), _text(item), None, [item.owner.email])
    except (OSError, smtplib.SMTPException):
        log.exception("The reminder of follow-up %s could not be sent.", pk)
        FollowUp.objects.filter(pk=pk).update(reminded=None)
        return False
    record(by=None, action="send-reminder", subject=item, payload={"to": item.owner_id})
    return True


def _subject(item: FollowUp) -> str:
    """Give the subject: one line, whatever was typed in."""
    return " ".join(f"Due {item.due:%d %B %Y}: {item.what}".split())[:150]


def _text(item: FollowUp) -> str:
    until = f"\nUntil: {item.until_words}\n" if item.until_words else ""
    return (
        f"{item.what}\n\nDue: {item.due:%d %B %Y}\nCase: {item.case}\n{until}\n"
        "You are its owner in Fingerpost. Close it on the case's page once it is done."
    )


def keep_reminding() -> NoReturn:
    """Remind once an hour, for as long as the process lives."""
    while True:
        try:
            remind(timezone.now())
        except DatabaseError:
            log.exception("The database did not answer; reminders are tried again in an hour.")
        finally:
            close_old_connections()
        time.sleep(EVERY_SECONDS)
