"""A register moves between SQLite and PostgreSQL and comes back as it was; a backup is of one moment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from fingerpost.web.sample.loading import load_sample
from fingerpost.web.transfer.exporting import export_lines
from fingerpost.web.transfer.files import write_file

ON_POSTGRES = os.environ.get("FINGERPOST_DATABASE", "").startswith("postgresql")


@pytest.fixture
def empty_database(transactional_db: None) -> Iterator[str]:
    """The address of another, empty database on the PostgreSQL server of the tests."""
    server = os.environ["FINGERPOST_DATABASE"]
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE another")
    yield server.rpartition("/")[0] + "/another"
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE another WITH (FORCE)")


def run(data: Path, *arguments: str, database: str = "") -> bytes:
    return program(data, "-c", "from fingerpost.cli import main; main()", *arguments, database=database)


def program(data: Path, *arguments: str, database: str) -> bytes:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FINGERPOST_D", "DJANGO"))
    }
    own = {"FINGERPOST_DATA": str(data)} | ({"FINGERPOST_DATABASE": database} if database else {})
    done = subprocess.run(
        [sys.executable, *arguments], env=kept | own, stdout=subprocess.PIPE, check=True, timeout=120
    )
    return done.stdout


@pytest.mark.skipif(not ON_POSTGRES, reason="runs beside a PostgreSQL server")
def test_a_register_moves_to_postgresql_and_to_sqlite_unchanged(empty_database: str, tmp_path: Path) -> None:
    load_sample(date(2026, 11, 23))
    written = list(export_lines())
    write_file(tmp_path / "export", written)
    run(tmp_path / "lite", "import", str(tmp_path / "export"))
    run(tmp_path / "lite", "backup", str(tmp_path / "backup"))
    run(tmp_path / "lite", "restore", str(tmp_path / "backup"), database=empty_database)
    assert run(tmp_path / "lite", "export", database=empty_database) == b"".join(written)
    assert run(tmp_path / "lite", "verify", database=empty_database).startswith(b"Proved")


WRITE_MEANWHILE = """
import threading
from fingerpost.web.setup import start_django
start_django()
from django.db import connections
from django.utils import timezone
from fingerpost.web.migrating import migrate
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Body
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.transfer.exporting import export_lines

migrate()
load_sample(timezone.localdate())
lines = export_lines()
seen = [next(lines), next(lines)]

def write():
    keep(by=None, record=Body(), changes={"name": "Came later"})
    connections.close_all()

writer = threading.Thread(target=write, daemon=True)
writer.start()
writer.join(10)
assert not writer.is_alive(), "the backup holds up those who write"
seen += lines
assert not any(b"Came later" in line for line in seen), "the backup is of two moments"
assert any(b"Came later" in line for line in export_lines())
print("one moment")
"""


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_of_one_moment_and_holds_nobody_up(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database = request.getfixturevalue("empty_database") if ON_POSTGRES else ""
    assert program(tmp_path, "-c", WRITE_MEANWHILE, database=database) == b"one moment\n"
