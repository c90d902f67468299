"""Mail about accounts. Where no mail server is set up, nothing is sent, and pages show what would have been."""

from __future__ import annotations

import logging
import smtplib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import EmailMessage, send_mail

log = logging.getLogger("fingerpost.web")


def sends_mail() -> bool:
    """Tell whether a mail server is set up."""
    return bool(settings.MAIL_URL)


def deliver_meanwhile(message: EmailMessage) -> None:
    """Hand a mail over to the mail server while others go on; where that fails, the log says so."""

    def deliver() -> None:
        with delivering(", ".join(message.to)):
            message.send()

    threading.Thread(target=deliver, name="deliver a mail").start()


@contextmanager
def delivering(to: str) -> Iterator[None]:
    """Log a mail that could not be handed over, and go on."""
    try:
        yield
    except (OSError, smtplib.SMTPException):
        log.exception("A mail to %s could not be sent.", to)


def mail_invitation(*, to: str, inviter: str, link: str) -> bool:
    """Send an invitation and tell whether it was handed over to the mail server."""
    if not sends_mail():
        return False
    text = (
        f"{inviter} invites you to work on a register of sister-city ties.\n\n"
        f"Open this address within a week to make your account:\n\n{link}\n\n"
        "If you do not know what this is about, do nothing."
    )
    try:
        send_mail("An invitation to Fingerpost", text, None, [to])
    except (OSError, smtplib.SMTPException):
        log.exception("The invitation of %s could not be sent.", to)
        return False
    return True
