"""The commands on a register, each in a process of its own, as at a shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest


def environment(data: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FINGERPOST_D", "DJANGO"))
    }
    return kept | {"FINGERPOST_DATA": str(data)}


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", "from fingerpost.cli import main; main()", *arguments],
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def founded(data: Path, *arguments: str, password: str) -> subprocess.CompletedProcess[str]:
    """Begin a register as in a container, the password given twice on standard input."""
    return subprocess.run(
        [sys.executable, "-c", "from fingerpost.cli import main; main()", "found", *arguments],
        env=environment(data),
        input=f"{password}\n{password}\n",
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_register_is_begun_where_there_is_no_browser(tmp_path: Path) -> None:
    ada = ("--name", "Ada Able", "--email", "Ada@example.org")
    assert founded(tmp_path, "Nowhereville", *ada, password="a long phrase").returncode == 1
    several = founded(tmp_path, "Springfield", *ada, password="a long phrase")
    assert several.returncode == 1 and "--geonames" in several.stderr
    short = founded(tmp_path, "Norfolk, Virginia", *ada, password="short")
    assert short.returncode == 1 and "too short" in short.stderr
    done = founded(tmp_path, "Norfolk, Virginia", *ada, password="a long phrase")
    assert done.stdout.strip().endswith("The register of Norfolk is begun. Sign in as ada@example.org.")
    again = founded(tmp_path, "Bangor, Maine", *ada, password="a long phrase")
    assert (again.returncode, again.stderr) == (
        1,
        "This register has an administrator already. Ask for an invitation.\n",
    )
    assert run(tmp_path, "verify").returncode == 0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one source in its register."""
    folder = tmp_path_factory.mktemp("data")
    article = Path(__file__).parents[2] / "docs" / "sample" / "bangor-tver.txt"
    assert run(folder, "add", str(article), "--publisher", "The Gazette").returncode == 0
    return folder


def test_before_there_is_a_register_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = run(tmp_path, "ties")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no register in this database yet." in done.stderr


def test_the_same_source_twice_is_one(data: Path, root: Path) -> None:
    done = run(data, "add", str(root / "docs" / "sample" / "bangor-tver.txt"))
    assert done.stdout.startswith("Source 1, Bangor council to vote on its ties with Tver: known already")


def test_a_missing_file_does_not_stop_the_others(data: Path, root: Path) -> None:
    done = run(data, "add", "missing.txt", str(root / "docs" / "sample" / "bangor-tver.txt"))
    assert (done.returncode, done.stderr) == (
        1,
        "missing.txt could not be read: no such file or directory.\n",
    )
    assert "Source 1" in done.stdout


def test_verify_proves_and_counts(data: Path) -> None:
    done = run(data, "verify")
    assert done.returncode == 0
    assert re.match(r"Proved: \d+ entries of the audit chain are unbroken, \d+ passages equal", done.stdout)


def test_a_backup_is_restored_elsewhere(data: Path, tmp_path: Path) -> None:
    run(data, "backup", str(tmp_path / "backup"))
    assert run(tmp_path / "new", "restore", str(tmp_path / "backup")).returncode == 0
    assert run(tmp_path / "new", "export").stdout == run(data, "export").stdout


def test_a_register_is_not_overwritten(data: Path, tmp_path: Path) -> None:
    run(data, "backup", str(tmp_path / "backup"))
    done = run(data, "restore", str(tmp_path / "backup"))
    assert done.returncode == 1
    assert "holds a register already" in done.stderr


def test_a_case_that_is_not_there_is_said(data: Path) -> None:
    assert 'There is no case 7. "fingerpost case" lists them all.' in run(data, "case", "7").stderr


def test_a_database_that_does_not_answer_is_said(data: Path) -> None:
    done = run(data, "ties", "--database", "postgresql://desk@127.0.0.1:1/desk")
    assert done.returncode == 1
    assert done.stderr.startswith("The database cannot be used:")


def test_serve_prints_the_address_and_answers(tmp_path: Path) -> None:
    code = "from fingerpost.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", "0"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().split()[-1]
            page = urllib.request.urlopen(address, timeout=30).read().decode()
        finally:
            process.terminate()
    assert "Whose register is this?" in page


def test_a_wrong_line_is_named_and_nothing_is_entered(data: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "visits.csv"
    sheet.write_text("Partner,Direction,From,What\nTver,out,2019,Choir\n", "utf-8")
    done = run(data, "enter", "exchanges", str(sheet))
    assert (done.returncode, done.stdout) == (1, "")
    assert "visits.csv, line 2: Partner: No tie in the register is called" in done.stderr
    assert "Nothing was recorded" in done.stderr


def test_laws_are_entered_once(data: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "laws.csv"
    sheet.write_text("Title,Effect,Partner country\nHouse Bill 7,forbids,Russia\n", "utf-8")
    assert (
        "House Bill 7: forbids ties with places in Russia"
        in run(data, "enter", "laws", str(sheet), "--check").stdout
    )
    assert run(data, "enter", "laws", str(sheet)).stdout == "1 recorded, 0 there already.\n"
    again = run(data, "enter", "laws", str(sheet))
    assert (again.returncode, again.stderr) == (
        0,
        "Nothing was recorded: all of it is in the register already.\n",
    )


def test_the_template_is_written_without_a_register(tmp_path: Path) -> None:
    path = tmp_path / "exchanges.xlsx"
    assert run(tmp_path / "none", "enter", "exchanges", str(path), "--template").returncode == 0
    assert path.read_bytes().startswith(b"PK")
    assert "file exists" in run(tmp_path / "none", "enter", "exchanges", str(path), "--template").stderr


def test_what_is_not_there_is_said_and_not_passed_over(tmp_path: Path) -> None:
    ada = ("--name", "Ada Able", "--email", "ada@example.org")
    assert founded(tmp_path, "Norfolk, Virginia", *ada, password="a long phrase").returncode == 0
    assert run(tmp_path, "ties").stderr == "There is no tie yet.\n"
    assert run(tmp_path, "ties", "Nofolk").stderr.startswith('No tie has a place called "Nofolk".')
    assert run(tmp_path, "case").stdout == "There is no case yet. Open one at the desk.\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("tie",), "No such command 'tie'. Is it ties?"),
        (("ties", "--as-of", "someday"), '"someday" is not a day. Write it as 2022-03-08.'),
        (("ties", "--as-of", "3/8/2022"), '"3/8/2022" can be two days.'),
        (("ties", "--database", "desk"), "The database address names no kind of database."),
    ],
)
def test_a_slip_of_the_hand_is_answered_with_what_to_write(
    tmp_path: Path, typed: tuple[str, ...], told: str
) -> None:
    assert told in run(tmp_path, *typed).stderr
