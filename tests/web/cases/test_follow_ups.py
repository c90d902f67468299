"""What is to be done: by whom, until when, and what is open still."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from suspension import norfolk_tie, open_norfolk_case

from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.following import (
    NotOpen,
    add_follow_up,
    change_follow_up,
    close_follow_up,
    owner_of,
)
from fingerpost.web.casework.models import FollowUp

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.casework.models import Case


@pytest.fixture
def case(clem: User) -> Case:
    return open_norfolk_case(clem, norfolk_tie(clem))


def test_an_owner_is_known_by_mail_address_or_name(clem: User, rita: User) -> None:
    assert owner_of("RITA@example.org") == {"owner": rita, "owner_name": ""}
    assert owner_of(" clem ") == {"owner": clem, "owner_name": ""}
    assert owner_of("City Clerk") == {"owner": None, "owner_name": "City Clerk"}
    assert owner_of("") == {"owner": None, "owner_name": ""}


def test_two_of_one_name_are_not_guessed_between(clem: User, rita: User) -> None:
    rita.name = "Clem"
    rita.save()
    assert owner_of("Clem") == {"owner": None, "owner_name": "Clem"}


def test_what_is_to_be_done_is_changed_on_its_page(
    client: Client, clem: User, rita: User, case: Case
) -> None:
    client.force_login(clem)
    words = {"what": "Uncover the arm", "until_words": "until the war ends", "owner": "Signs department"}
    client.post(f"/desk/cases/{case.pk}/follow-up", words)
    item = FollowUp.objects.get()
    assert (item.until_words, item.owner_name, item.due) == ("until the war ends", "Signs department", None)
    form = client.get(f"/desk/follow-ups/{item.pk}/").content.decode()
    assert 'value="Signs department"' in form
    client.post(f"/desk/follow-ups/{item.pk}/", words | {"owner": "rita@example.org", "due": "2023-03-08"})
    item.refresh_from_db()
    assert (item.owner, item.owner_name, item.due) == (rita, "", date(2023, 3, 8))
    entry = Entry.objects.get(action="change-follow-up")
    assert entry.payload["before"]["owner_name"] == "Signs department"


def test_what_is_closed_is_opened_again_before_it_is_changed(client: Client, clem: User, case: Case) -> None:
    item = add_follow_up(by=clem, case=case, changes={"what": "Write"})
    close_follow_up(by=clem, item=item, done=True)
    with pytest.raises(NotOpen):
        change_follow_up(by=clem, item=item, changes={"what": "Call"})
    client.force_login(clem)
    client.post(f"/desk/follow-ups/{item.pk}/close", {"do": "reopen"})
    item.refresh_from_db()
    assert (item.state, item.done, item.what) == ("open", None, "Write")


def test_closing_twice_is_recorded_once(clem: User, case: Case) -> None:
    item = add_follow_up(by=clem, case=case, changes={"what": "Write"})
    close_follow_up(by=clem, item=item, done=True)
    close_follow_up(by=clem, item=item, done=True)
    assert Entry.objects.filter(action="close-follow-up").count() == 1


def test_the_list_is_narrowed_to_what_one_asks_for(
    client: Client, clem: User, rita: User, case: Case
) -> None:
    today = timezone.localdate()
    things = {
        "Mine": {"owner": clem, "due": today + timedelta(days=9)},
        "Late": {"owner": rita, "due": today - timedelta(days=1)},
        "Nobodys": {"due": today},
        "Someday": {"owner_name": "Clerk", "until_words": "until peace"},
    }
    for what, changes in things.items():
        add_follow_up(by=clem, case=case, changes={"what": what, **changes})
    client.force_login(clem)

    def shown(of: str) -> list[str]:
        page = client.get(f"/desk/follow-ups/?of={of}").context["page"]
        return [item.what for item in page]

    assert shown("all") == ["Late", "Nobodys", "Mine", "Someday"]
    assert (shown("mine"), shown("overdue")) == (["Mine"], ["Late"])
    assert (shown("undated"), shown("unowned")) == (["Someday"], ["Nobodys"])


def test_who_only_contributes_sees_the_list_and_changes_nothing(
    client: Client, clem: User, cora: User, case: Case
) -> None:
    item = add_follow_up(by=clem, case=case, changes={"what": "Write"})
    client.force_login(cora)
    page = client.get("/desk/follow-ups/").content.decode()
    assert "Write" in page
    assert f"/desk/follow-ups/{item.pk}/" not in page
    assert client.post(f"/desk/follow-ups/{item.pk}/", {"what": "Call"}).status_code == 403
