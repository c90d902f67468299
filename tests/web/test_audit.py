"""The audit chain holds, and shows where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from fingerpost.web.audit.chain import OutsideTransaction, broken_links, record
from fingerpost.web.audit.models import Entry
from fingerpost.web.evidence.receiving import receive_source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def three_sources(cora: User) -> None:
    for number in range(3):
        receive_source(by=cora, data=f"letter {number}".encode(), name=f"{number}.txt")


def test_a_fresh_chain_is_unbroken(three_sources: None) -> None:
    assert not list(broken_links())
    assert Entry.objects.count() == 3


def test_an_entry_changed_later_is_found(three_sources: None) -> None:
    Entry.objects.filter(number=2).update(by_name="Nobody")
    assert list(broken_links()) == ["Entry 2 of the audit chain was changed after it was written."]


def test_a_payload_changed_later_is_found(three_sources: None) -> None:
    Entry.objects.filter(number=2).update(payload={"digest": "another"})
    assert "entry 2" in next(broken_links())


def test_a_missing_entry_is_found(three_sources: None) -> None:
    Entry.objects.filter(number=2).delete()
    assert next(broken_links()).startswith("Entry 2 of the audit chain is missing")


def test_entries_cut_off_the_end_are_found(three_sources: None) -> None:
    Entry.objects.filter(number=3).delete()
    assert "removed from its end" in next(broken_links())


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_the_transaction_of_its_change(cora: User) -> None:
    with pytest.raises(OutsideTransaction):
        record(by=cora, action="look", subject=cora)


def test_the_same_bytes_twice_are_one_source(cora: User, rita: User) -> None:
    first, new = receive_source(by=cora, data=b"a letter", name="a.txt")
    second, new_again = receive_source(by=rita, data=b"a letter", name="b.txt")
    assert (first.pk, new, new_again) == (second.pk, True, False)


def test_a_stranger_adds_nothing(sol: User) -> None:
    from fingerpost.web.accounts.permissions import NotAllowed

    with pytest.raises(NotAllowed), transaction.atomic():
        receive_source(by=sol, data=b"a letter", name="a.txt")
    assert not Entry.objects.exists()
