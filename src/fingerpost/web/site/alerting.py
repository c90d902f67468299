"""Mail about what is new, for whoever asked for it and said so again from their own mailbox."""

from __future__ import annotations

import logging
import secrets
import smtplib
from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fingerpost.web.accounts.mailing import sends_mail
from fingerpost.web.casework.models import Case
from fingerpost.web.register.models import Tie
from fingerpost.web.site import gate
from fingerpost.web.site.models import Site, Subscription
from fingerpost.web.site.news import News, news, news_of_case, news_of_tie

log = logging.getLogger("fingerpost.web")

A_DAY = timedelta(days=1)
MOST_ASKED = 3
"""Mails that ask one address to confirm, within a day: nobody's mailbox is filled by others."""
CONFIRM_WITHIN = timedelta(days=7)
BETWEEN = timedelta(hours=20)
"""At most one mail a day, whatever happens."""


def ask_for_mail(*, email: str, about: Tie | Case | None, root: str, language: str, now: datetime) -> None:
    """Send a mail that asks whether its reader wants mail about something. Nobody learns who has it already.

    Args:
        email: the address.
        about: a tie or case; None: everything.
        root: the address of the site, as https://ties.example.org/.
        language: in which mails are written.
        now: the time.
    """
    recent = Subscription.objects.filter(email__iexact=email, asked__gt=now - A_DAY)
    if not sends_mail() or recent[:MOST_ASKED].count() >= MOST_ASKED:
        return
    made = Subscription.objects.create(
        email=email,
        tie=about if isinstance(about, Tie) else None,
        case=about if isinstance(about, Case) else None,
        key=secrets.token_urlsafe(32),
        language=language,
        root=root,
        asked=now,
    )
    with translation.override(language):
        text = _(
            "Somebody, probably you, asked for mail about %(what)s.\n\n"
            "Open this address to say yes:\n\n%(link)s\n\n"
            "If it was not you, do nothing: nothing will be sent."
        ) % {"what": what_of(made), "link": urljoin(root, reverse("site:confirm-alert", args=(made.key,)))}
        _send(made, _("Do you want mail about %(what)s?") % {"what": what_of(made)}, text)


def what_of(subscription: Subscription) -> str:
    """Say what somebody wants mail about."""
    return str(subscription.tie or subscription.case or _("all ties"))


def confirm(key: str, now: datetime) -> Subscription | None:
    """Say yes; None: there is no such request, or it is too old. Of two for the same thing, one stays."""
    found = Subscription.objects.filter(key=key).first()
    if found is None or (found.confirmed is None and found.asked < now - CONFIRM_WITHIN):
        return None
    if found.confirmed is None:
        found.confirmed = found.told = now
        found.save(update_fields=("confirmed", "told"))
        same = Subscription.objects.filter(email__iexact=found.email, tie=found.tie, case=found.case)
        same.exclude(pk=found.pk).delete()
    return found


def end(key: str) -> bool:
    """End the mails, and forget the address; tell whether there was one."""
    return bool(Subscription.objects.filter(key=key).delete()[0])


def send_news(now: datetime) -> int:
    """Send each what is new since the last mail, at most one mail a day; give how many were sent.

    Each is marked before its mail is sent: rather a mail too few than the same mail again.
    """
    Subscription.objects.filter(confirmed=None, asked__lt=now - CONFIRM_WITHIN).delete()
    if not sends_mail() or not Site.current().open:
        return 0
    due = Subscription.objects.exclude(confirmed=None).filter(told__lt=now - BETWEEN)
    return sum(_tell(subscription, now) for subscription in due.select_related("tie", "case").iterator())


def _tell(subscription: Subscription, now: datetime) -> bool:
    with translation.override(subscription.language):
        fresh = [one for one in _news_for(subscription) if subscription.told < one.at <= now]
        if not fresh:
            return False
        told = Subscription.objects.filter(pk=subscription.pk, told=subscription.told)
        if not told.update(told=now):
            return False  # another process tells it
        text = "\n\n".join(_entry(one, subscription.root) for one in fresh)
        if not _send(subscription, _("New: %(what)s") % {"what": what_of(subscription)}, text):
            Subscription.objects.filter(pk=subscription.pk, told=now).update(told=subscription.told)
            return False
    return True


def _news_for(subscription: Subscription) -> list[News]:
    if subscription.tie_id:
        tie = gate.ties().filter(pk=subscription.tie.current.pk).first()
        return news_of_tie(tie) if tie else []
    if subscription.case_id:
        case = gate.cases().filter(pk=subscription.case_id).first()
        return news_of_case(case) if case else []
    return news()


def _entry(one: News, root: str) -> str:
    link = urljoin(root, reverse(one.page, args=(one.number,))) + (f"#{one.fragment}" if one.fragment else "")
    return f"{one.title}\n{one.text}\n{link}"


def _send(subscription: Subscription, subject: str, text: str) -> bool:
    ending = urljoin(subscription.root, reverse("site:end-alert", args=(subscription.key,)))
    foot = _("To get no more of these: %(link)s") % {"link": ending}
    mail = EmailMessage(
        " ".join(subject.split())[:150],
        f"{text}\n\n-- \n{foot}\n",
        settings.DEFAULT_FROM_EMAIL,
        [subscription.email],
        headers={"List-Unsubscribe": f"<{ending}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
    try:
        mail.send()
    except (OSError, smtplib.SMTPException):
        log.exception("A mail of subscription %s could not be sent.", subscription.pk)
        return False
    return True
