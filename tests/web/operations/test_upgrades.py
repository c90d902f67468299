"""Every earlier version's sample database is brought up to date, and holds what it held.

``upgrades/`` has, for each version, the SQLite database as SQL and its backup. Add both when a version is released.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.web.storms.databases import fresh_environment

VERSIONS = Path(__file__).parent / "upgrades"

LOOK = """
import json, sys
from fingerpost.web.setup import start_django
start_django()
from fingerpost.web.settings import *
from django.test import Client
from fingerpost.web.accounts.models import User
from fingerpost.web.evidence.models import Fact, Finding, Source
from fingerpost.web.register.models import Tie
from fingerpost.web.casework.models import Case
from fingerpost.web.site.edition import is_open
from fingerpost.web.site.models import Comment, Subscription
from fingerpost.web.api.models import Token
client = Client(headers={"host": "localhost"})
client.force_login(User.objects.get(pk=1))
pages = ["/desk/", "/desk/ties/", "/desk/cases/", "/desk/inbox/"]
pages += [f"/desk/ties/{tie.pk}/" for tie in Tie.objects.all()]
pages += [f"/desk/cases/{case.pk}/" for case in Case.objects.all()]
pages += [f"/desk/review/{source.pk}/" for source in Source.objects.filter(state="read")]
if is_open():
    pages += ["/", "/map/", "/data/", "/search?q=tver", "/feeds/all.atom", "/api/v1/ties", "/downloads/facts.json"]
    pages += [f"/ties/{tie.pk}" for tie in Tie.objects.all()]
print(json.dumps({
    "counts": {m.__name__: m.objects.count() for m in (
        Tie, Case, Source, Finding, Fact, Comment, Subscription, Token
    )},
    "pages": {page: client.get(page).status_code for page in pages},
}))
"""


def fingerpost(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return python(environment, "from fingerpost.cli import main; main()", *words)


def python(environment: dict[str, str], code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def counts(dump: str) -> dict[str, int]:
    """Count the rows of the earlier database itself."""
    tables = {
        "Tie": "register_tie",
        "Case": "casework_case",
        "Source": "evidence_source",
        "Finding": "evidence_finding",
        "Fact": "evidence_fact",
        "Comment": "site_comment",
        "Subscription": "site_subscription",
        "Token": "api_token",
    }
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(dump)
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {
            name: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] if table in there else 0
            for name, table in tables.items()
        }


def dump_of(version: Path) -> str:
    return gzip.decompress(version.read_bytes()).decode()


def assert_whole(environment: dict[str, str], expected: dict[str, int]) -> None:
    looked = python(environment, LOOK)
    assert looked.returncode == 0, looked.stderr
    said = json.loads(looked.stdout)
    assert said["counts"] == expected
    assert {page: status for page, status in said["pages"].items() if status != 200} == {}
    verified = fingerpost(environment, "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def upgraded(dump: str, folder: Path, environment: dict[str, str]) -> None:
    """Make an earlier version's database in a data folder, and bring it up to date."""
    environment.pop("FINGERPOST_DATABASE", None)
    with closing(sqlite3.connect(folder / "register.sqlite3")) as database:
        database.executescript(dump)
    # Any command that may change the tables does; a served register does so at its start.
    done = python(
        environment,
        "from fingerpost.web.setup import start_django; start_django()\n"
        "from fingerpost.web.migrating import migrate; migrate()",
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("version", sorted(VERSIONS.glob("*.sql.gz")), ids=lambda path: path.name)
def test_a_database_of_an_earlier_version_is_brought_up_to_date(version: Path, tmp_path: Path) -> None:
    with fresh_environment(tmp_path) as environment:
        upgraded(dump_of(version), tmp_path, environment)
        assert_whole(environment, counts(dump_of(version)))


@pytest.mark.slow
@pytest.mark.parametrize("version", sorted(VERSIONS.glob("*.backup")), ids=lambda path: path.name)
def test_a_backup_of_an_earlier_version_is_restored_and_brought_up_to_date(
    version: Path, tmp_path: Path
) -> None:
    dump = dump_of(version.parent / f"{version.stem}.sql.gz")
    with fresh_environment(tmp_path) as environment:
        restored = fingerpost(environment, "restore", str(version))
        assert restored.returncode == 0, restored.stderr
        written = fingerpost(environment, "export").stdout
        assert_whole(environment, counts(dump))
    (tmp_path / "upgraded").mkdir()
    with fresh_environment(tmp_path / "upgraded") as environment:
        upgraded(dump, tmp_path / "upgraded", environment)
        assert fingerpost(environment, "export").stdout == written


def test_there_is_an_earlier_version_to_upgrade_from() -> None:
    dumps = {path.name.removesuffix(".sql.gz") for path in VERSIONS.glob("*.sql.gz")}
    assert dumps == {path.name.removesuffix(".backup") for path in VERSIONS.glob("*.backup")} != set()
