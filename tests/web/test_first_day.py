"""The first day at the desk: what the start page offers, and what the history says was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from suspension import norfolk_tie, open_norfolk_case, suspend

from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.working import record_motion
from fingerpost.web.register.models import Body

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


def test_an_empty_register_says_where_to_begin_to_each_what_they_may(
    client: Client, cora: User, ada: User
) -> None:
    client.force_login(cora)
    page = client.get("/desk/").text
    assert "Add the article or the letter" in page
    assert "Add a tie" not in page and "Invite whoever" not in page
    client.force_login(ada)
    page = client.get("/desk/").text
    assert "Add a tie" in page and "Invite whoever" in page


def test_a_register_with_a_tie_is_begun(client: Client, ada: User) -> None:
    norfolk_tie(ada)
    client.force_login(ada)
    assert "Where to begin" not in client.get("/desk/").text


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("open-case", "Opened case"),
        ("change-tie", "Changed tie"),
        ("draw-class", "Drew class"),
        ("take-back-case", "Took back case"),
        ("drop-follow-up", "Dropped follow up"),
        ("fail-to-read", "Failed to read"),
        ("withdraw-decision", "Withdrew decision"),
    ],
)
def test_the_history_says_what_was_done(action: str, words: str) -> None:
    assert Entry(action=action).did == words


def test_the_history_of_a_case_tells_its_motions_and_decisions(client: Client, clem: User) -> None:
    case = open_norfolk_case(clem, norfolk_tie(clem))
    motion = {"body": Body.objects.get(kind="council"), "text": "That it be suspended."}
    record_motion(by=clem, case=case, motion=None, changes=motion)
    suspend(clem, case)
    client.force_login(clem)
    done = [entry.did for entry in client.get(f"/desk/cases/{case.pk}/").context["entries"]]
    assert done == ["Changed case", "Added decision", "Recorded motion", "Opened case"]


def test_a_place_nobody_knows_is_not_sent_to_a_neighbour(client: Client, db: None) -> None:
    given = {"home": "Norflok", "name": "Ada", "email": "ada@example.org", "password": "a long pass phrase"}
    page = client.post("/desk/first-run/", given).text
    assert "No place called &quot;Norflok&quot; is known. Check the spelling" in page
    assert "nearest town" not in page
