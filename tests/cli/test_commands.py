"""The command as a newcomer types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from fingerpost.cli import main
from fingerpost.cli.reference import reference
from fingerpost.cli.serve import serve


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def test_without_arguments_it_serves_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        serve, "callback", lambda **given: click.echo(f"serving {given['host']}:{given['port']}")
    )
    assert run().output == "serving 127.0.0.1:8000\n"


def test_the_reference_of_commands_is_complete(root: Path) -> None:
    written = (root / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert written == reference(main), "Run tools/document-commands."


def test_help_does_not_load_the_parser() -> None:
    code = (
        "import sys; from fingerpost.cli import main; "
        "main(['--help'], standalone_mode=False); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")


def test_read_shows_ties_and_words(founding: Path) -> None:
    page = run("read", str(founding), "--published=2022-03-01").output
    assert "Norfolk – Kaliningrad" in page
    assert "Marguerite Inscoe" in page


def test_read_json_keeps_to_the_published_schema(root: Path, founding: Path) -> None:
    schema = json.loads((root / "docs" / "reference" / "reading.schema.json").read_text("utf-8"))
    reading = json.loads(run("read", str(founding), "--json", "--published=2022-03-01").stdout)
    Draft202012Validator(schema).validate(reading)


def test_read_takes_standard_input(founding: Path) -> None:
    reading = json.loads(run("read", "-", "--json", given=founding.read_bytes()).stdout)
    assert reading["document"]["name"] == "standard input"


def test_jsonl_gives_a_line_for_each_source(root: Path) -> None:
    files = [str(path) for path in sorted((root / "evaluation" / "dev").glob("00?.txt"))]
    lines = run("read", "--jsonl", *files).stdout.splitlines()
    assert [json.loads(line)["document"]["name"] for line in lines] == files


def test_json_for_two_files_points_to_jsonl(founding: Path) -> None:
    done = run("read", "--json", str(founding), str(founding))
    assert done.exit_code == 2
    assert "--jsonl" in done.stderr


def test_a_missing_file_is_named_and_the_others_are_read(founding: Path) -> None:
    done = run("read", "--jsonl", "nowhere.txt", str(founding))
    assert done.exit_code == 1
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("words", ["yesterday", "2022-13-01", "2022-02-30", "1.3.2022"])
def test_a_date_that_is_none_is_refused_with_the_form_to_use(founding: Path, words: str) -> None:
    done = run("read", str(founding), f"--published={words}")
    assert done.exit_code == 2
    assert "2022-03-01" in done.stderr
