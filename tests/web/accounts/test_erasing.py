"""Personal data goes on request, leaves a mark, and the register is proved as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.audit.models import Entry
from fingerpost.web.register.erasing import erase_person
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Body, Person
from fingerpost.web.transfer.exporting import export_lines
from fingerpost.web.transfer.verifying import verify

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def maria(rita: User) -> Person:
    """A person, named in the notes of a change to a body too."""
    person = keep(
        by=rita,
        record=Person(),
        changes={"name": "María Quispe-Ōta", "email": "maria@example.org", "note": "tall"},
    )
    keep(by=rita, record=Body(), changes={"name": "Committee", "address": "c/o María Quispe-Ōta"})
    keep(by=rita, record=Body(), changes={"name": "Council"})
    return person


def test_nothing_of_the_person_is_left(ada: User, maria: Person) -> None:
    Body.objects.update(address="")
    erase_person(by=ada, person=maria, why="asked for in writing on 2 May")
    everything = b"".join(export_lines()).decode()
    assert "Quispe" not in everything
    assert "maria@" not in everything


def test_a_mark_stays_and_the_chain_holds(ada: User, maria: Person) -> None:
    erase_person(by=ada, person=maria, why="asked for in writing on 2 May")
    mark = Entry.objects.get(action="erase-personal-data")
    assert (mark.payload["entries"], mark.by) == ([1, 2], ada)
    assert verify().faults == []


def test_other_entries_keep_theirs(ada: User, maria: Person) -> None:
    erase_person(by=ada, person=maria, why="asked for")
    assert Entry.objects.get(number=3).payload == {"after": {"name": "Council"}}


def test_a_payload_removed_by_other_means_is_found(ada: User, maria: Person) -> None:
    Entry.objects.filter(number=3).update(payload=None)
    assert verify().faults == ["What entry 3 of the chain recorded is gone, and no entry says it was erased."]


def test_it_needs_a_reason_and_an_administrator(ada: User, clem: User, maria: Person) -> None:
    with pytest.raises(ValidationError):
        erase_person(by=ada, person=maria, why=" ")
    with pytest.raises(NotAllowed):
        erase_person(by=clem, person=maria, why="asked for")


def test_the_page_asks_first(client: Client, ada: User, maria: Person) -> None:
    client.force_login(ada)
    assert "cannot be undone" in client.get(f"/desk/register/person/{maria.pk}/erase").content.decode()
    client.post(f"/desk/register/person/{maria.pk}/erase", {"why": "asked for"})
    maria.refresh_from_db()
    assert maria.name == f"Erased person {maria.pk}"
