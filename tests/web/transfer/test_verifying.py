"""Verify finds whatever was changed behind the register's back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fingerpost.web.audit.models import Entry
from fingerpost.web.evidence.models import Original, Passage, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.transfer.verifying import verify

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


@pytest.fixture
def source(cora: User, root: Path) -> Source:
    """A short source, read."""
    data = (root / "docs" / "sample" / "bangor-tver.txt").read_bytes()
    kept, _ = receive_source(by=cora, data=data, name="bangor-tver.txt")
    read_now(kept.pk)
    return Source.objects.get(pk=kept.pk)


def test_an_untouched_register_is_proved(source: Source) -> None:
    proof = verify()
    assert (proof.faults, proof.sources, proof.entries) == ([], 1, 2)
    assert proof.passages >= Passage.objects.count() > 0


def test_a_passage_that_no_longer_matches_is_named(source: Source) -> None:
    Passage.objects.filter(pk=Passage.objects.first().pk).update(text="Moscow")
    (fault,) = verify().faults
    assert fault.startswith("Finding ")
    assert 'cites "Moscow"' in fault


def test_changed_text_is_found_by_its_passages(source: Source) -> None:
    Source.objects.update(text=source.text.replace("Whitcomb", "Whitecomb"))
    assert verify().faults


def test_changed_bytes_of_a_source_are_found(source: Source) -> None:
    Original.objects.update(data=b"another letter")
    (fault,) = verify().faults
    assert "are not those received" in fault


def test_a_broken_chain_is_told(source: Source) -> None:
    Entry.objects.filter(number=1).update(why="because")
    assert "Entry 1 of the audit chain was changed after it was written." in verify().faults
