"""Reminders of what is to be done."""

from __future__ import annotations

import smtplib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from suspension import CONDITION, norfolk_tie, open_norfolk_case, suspend

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case, FollowUp

NOW = datetime(2023, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def case(clem: User, settings: Any) -> Case:
    settings.MAIL_URL = "smtp://localhost:25?from=desk@example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return open_norfolk_case(clem, norfolk_tie(clem))


def remind(now: datetime = NOW) -> int:
    from fingerpost.web.casework.reminding import remind

    return remind(now)


def follow_up(clem: User, case: Case, **changes: object) -> FollowUp:
    from fingerpost.web.casework.working import add_follow_up

    known = {"what": "Uncover the signpost", "due": date(2023, 3, 9), "owner": clem}
    return add_follow_up(by=clem, case=case, changes=known | changes)


def test_the_owner_is_reminded_a_week_before_and_once(clem: User, case: Case) -> None:
    suspend(clem, case)
    assert [remind(datetime(2023, 2, 28, tzinfo=UTC)), remind(), remind()] == [0, 1, 0]
    (sent,) = mail.outbox
    assert sent.to == ["clem@example.org"]
    assert sent.subject == "Due 08 March 2023: Review: suspended Norfolk – Kaliningrad"
    assert CONDITION in sent.body


def test_what_is_overdue_is_reminded_of(clem: User, case: Case) -> None:
    follow_up(clem, case, due=date(2022, 1, 1))
    assert remind() == 1


@pytest.mark.parametrize(
    "changes", [{"due": None}, {"owner": None, "owner_name": "City Clerk"}, {"state": "done"}]
)
def test_nobody_is_reminded_without_a_day_an_owner_or_something_open(
    clem: User, case: Case, changes: dict[str, object]
) -> None:
    follow_up(clem, case, **changes)
    assert remind() == 0


def test_who_left_is_not_reminded(clem: User, case: Case) -> None:
    follow_up(clem, case)
    clem.is_active = False
    clem.save()
    assert remind() == 0


def test_a_mail_that_could_not_be_sent_is_tried_again(
    clem: User, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise smtplib.SMTPServerDisconnected("gone")

    item = follow_up(clem, case)
    with monkeypatch.context() as patch:
        patch.setattr("fingerpost.web.casework.reminding.send_mail", refuse)
        assert remind() == 0
    item.refresh_from_db()
    assert item.reminded is None
    assert remind() == 1


def test_a_line_break_in_what_is_to_be_done_adds_no_header(clem: User, case: Case) -> None:
    follow_up(clem, case, what="Write\r\nBcc: everybody@example.org")
    assert remind() == 1
    assert mail.outbox[0].subject == "Due 09 March 2023: Write Bcc: everybody@example.org"
    assert mail.outbox[0].recipients() == ["clem@example.org"]


def test_nothing_is_marked_where_no_mail_server_is_set_up(clem: User, case: Case, settings: Any) -> None:
    settings.MAIL_URL = None
    item = follow_up(clem, case)
    assert remind() == 0
    item.refresh_from_db()
    assert item.reminded is None
