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
    from fingerpost.web.casework.following import add_follow_up

    known = {"what": "Uncover the signpost", "due": date(2023, 3, 9), "owner": clem}
    return add_follow_up(by=clem, case=case, changes=known | changes)


def test_the_owner_is_reminded_a_week_before_and_once(clem: User, case: Case) -> None:
    suspend(clem, case)
    assert [remind(datetime(2023, 2, 28, tzinfo=UTC)), remind(), remind()] == [0, 1, 0]
    (sent,) = mail.outbox
    assert sent.to == ["clem@example.org"]
    assert sent.subject == "Due March 8, 2023: Review the suspension of Norfolk – Kaliningrad"
    assert f"\nU{CONDITION[1:]}\n" in sent.body


def test_what_is_overdue_is_reminded_of(clem: User, case: Case) -> None:
    follow_up(clem, case, due=date(2022, 1, 1))
    assert remind() == 1


@pytest.mark.parametrize("changes", [{"due": None}, {"state": "done"}, {"state": "dropped"}])
def test_nobody_is_reminded_without_a_day_or_something_open(
    clem: User, case: Case, changes: dict[str, object]
) -> None:
    follow_up(clem, case, **changes)
    assert remind() == 0


def test_where_nobody_who_signs_in_does_it_the_cases_owner_is_reminded(clem: User, case: Case) -> None:
    follow_up(clem, case, owner=None, owner_name="City Clerk")
    assert remind() == 1
    assert mail.outbox[0].to == ["clem@example.org"]
    assert "Who does it: City Clerk" in mail.outbox[0].body


def test_one_mail_tells_of_all_that_is_due(clem: User, rita: User, case: Case) -> None:
    for what in ("Tell Tver", "Tell Minsk"):
        follow_up(clem, case, what=what)
    follow_up(clem, case, owner=rita)
    assert (remind(), remind()) == (2, 0)
    sent = next(one for one in mail.outbox if one.to == ["clem@example.org"])
    assert sent.subject == "Due March 9, 2023: Tell Tver (and 1 more)"
    assert "Tell Minsk" in sent.body


def test_another_day_is_reminded_of_anew(clem: User, case: Case) -> None:
    from fingerpost.web.casework.following import change_follow_up

    item = follow_up(clem, case)
    assert remind() == 1
    change_follow_up(by=clem, item=item, changes={"due": date(2023, 6, 1)})
    assert [remind(), remind(datetime(2023, 5, 28, tzinfo=UTC))] == [0, 1]


@pytest.mark.django_db(transaction=True)
def test_a_reminder_is_recorded_where_no_page_holds_a_transaction_open(clem: User, case: Case) -> None:
    from fingerpost.web.audit.models import Entry

    follow_up(clem, case)
    assert remind() == 1
    assert Entry.objects.filter(action="send-reminder").count() == 1


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
    assert mail.outbox[0].subject == "Due March 9, 2023: Write Bcc: everybody@example.org"
    assert mail.outbox[0].recipients() == ["clem@example.org"]


def test_nothing_is_marked_where_no_mail_server_is_set_up(clem: User, case: Case, settings: Any) -> None:
    settings.MAIL_URL = None
    item = follow_up(clem, case)
    assert remind() == 0
    item.refresh_from_db()
    assert item.reminded is None
