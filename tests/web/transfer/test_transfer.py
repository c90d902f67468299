"""The register goes out as a file and comes back whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.management import call_command

from fingerpost.web.accounts.models import Membership, User
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Exchange, Place, Tie
from fingerpost.web.transfer.errors import BadFile, NotEmpty, OtherVersion
from fingerpost.web.transfer.exporting import export_lines
from fingerpost.web.transfer.files import read_file, write_file
from fingerpost.web.transfer.importing import import_lines
from fingerpost.web.transfer.tables import LEFT_OUT, tables
from fingerpost.web.transfer.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture
def full(transactional_db: None, founding: Path) -> Sequence[bytes]:
    """A register with a tie, an exchange that cost money, and a source that was read; its export."""
    rita = User.objects.create_user(username="rita", email="rita@example.org", password="x", name="Rita Ł.")
    Membership.objects.create(user=rita, role="reviewer")
    here, there = (Place.objects.create(name=name) for name in ("Norfolk", "Kitakyūshū"))
    tie = add_tie(by=rita, here=here, there=there, kind="sister_city")
    keep(
        by=rita,
        record=Exchange(),
        changes={"tie": tie, "direction": "in", "title": "Choir", "money": "12.50"},
    )
    source, _ = receive_source(by=rita, data=founding.read_bytes(), name="000.txt")
    read_now(source.pk)
    return list(export_lines())


@pytest.fixture
def emptied(full: Sequence[bytes]) -> Callable[[], None]:
    """Empty the database, as a new one is."""
    return lambda: call_command("flush", interactive=False, verbosity=0)


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    every = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    exported = {model._meta.label_lower for model in tables()}
    assert exported | set(LEFT_OUT) >= every
    assert not exported & set(LEFT_OUT)


def test_an_import_gives_the_same_export_byte_for_byte(
    full: Sequence[bytes], emptied: Callable[[], None]
) -> None:
    emptied()
    assert import_lines(full) == len(full) - 2
    assert list(export_lines()) == full


def test_an_imported_register_is_proved(full: Sequence[bytes], emptied: Callable[[], None]) -> None:
    emptied()
    import_lines(full)
    proof = verify()
    assert (proof.faults, proof.sources) == ([], 1)
    assert proof.passages > 20


def test_an_imported_register_numbers_on(full: Sequence[bytes], emptied: Callable[[], None]) -> None:
    emptied()
    import_lines(full)
    last = Place.objects.order_by("pk").last()
    assert last
    assert Place.objects.create(name="Tver").pk > last.pk


def test_a_full_database_is_not_filled_again(full: Sequence[bytes]) -> None:
    with pytest.raises(NotEmpty):
        import_lines(full)
    assert Tie.objects.count() == 1


@pytest.mark.parametrize("kept", [0, 1, 2, 10, -1])
def test_a_file_cut_short_leaves_nothing(
    full: Sequence[bytes], emptied: Callable[[], None], kept: int
) -> None:
    emptied()
    with pytest.raises(BadFile, match="cut short"):
        import_lines(full[:kept])
    assert not User.objects.exists()


def test_a_changed_file_leaves_nothing(full: Sequence[bytes], emptied: Callable[[], None]) -> None:
    emptied()
    with pytest.raises(BadFile, match="changed after it was written"):
        import_lines([line.replace(b"Norfolk", b"Suffolk") for line in full])
    assert not Place.objects.exists()


def test_a_file_of_a_later_version_is_refused(full: Sequence[bytes], emptied: Callable[[], None]) -> None:
    emptied()
    with pytest.raises(OtherVersion, match="written by a later version of Fingerpost"):
        import_lines([full[0].replace(b'"register":"00', b'"register":"99'), *full[1:]])
    assert not User.objects.exists()


@pytest.mark.parametrize("migrations", [b"null", b"[]", b"{}", b'"0001"'])
def test_a_file_that_names_no_version_is_refused(
    full: Sequence[bytes], emptied: Callable[[], None], migrations: bytes
) -> None:
    emptied()
    with pytest.raises(BadFile, match="does not say which version wrote it"):
        import_lines([b'{"format":"fingerpost/register/1","migrations":' + migrations + b"}\n", *full[1:]])


def test_a_backup_is_the_export_packed(full: Sequence[bytes], tmp_path: Path) -> None:
    write_file(tmp_path / "backup", full, packed=True)
    assert list(read_file(tmp_path / "backup")) == full
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600


def test_a_backup_that_fails_leaves_the_one_before(full: Sequence[bytes], tmp_path: Path) -> None:
    (tmp_path / "backup").write_bytes(b"yesterday's")

    def failing() -> Iterator[bytes]:
        yield full[0]
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        write_file(tmp_path / "backup", failing(), packed=True)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("backup", b"yesterday's")]


def test_a_damaged_backup_says_so(full: Sequence[bytes], tmp_path: Path) -> None:
    write_file(tmp_path / "backup", full, packed=True)
    data = (tmp_path / "backup").read_bytes()
    (tmp_path / "backup").write_bytes(data[: len(data) // 2])
    with pytest.raises(BadFile, match="cut short"):
        list(read_file(tmp_path / "backup"))
