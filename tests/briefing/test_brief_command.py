"""brief and check as people type them, on the real reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fingerpost.cli import main


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    path = tmp_path / "fair.txt"
    path.write_text("The harbor fair opens on Saturday. Bring boots, said Rosa Tull, who runs it.\n", "utf-8")
    return path


def test_brief_writes_every_format_at_once(founding: Path, tmp_path: Path) -> None:
    names = [tmp_path / f"briefing.{form}" for form in ("html", "docx", "pdf", "md", "json")]
    done = run("brief", founding, *[part for name in names for part in ("-o", name)])
    assert (done.exit_code, done.output) == (0, "")
    assert [name.read_bytes()[:4] for name in names] == [b"<!DO", b"PK\x03\x04", b"%PDF", b"# No", b'{\n "']


def test_brief_prints_markdown_unless_told_otherwise(founding: Path) -> None:
    assert run("brief", founding).stdout.startswith("# Norfolk and Kaliningrad\n")
    assert run("brief", founding, "--format=html").stdout.startswith("<!DOCTYPE html>")


def test_brief_takes_standard_input(founding: Path) -> None:
    assert run("brief", "-", given=founding.read_bytes()).stdout.startswith("# Norfolk and Kaliningrad\n")


def test_title_question_and_date_reach_the_page(founding: Path) -> None:
    options = ("--title=The Kaliningrad question", "--question=Suspend or end?", "--published=2022-03-01")
    page = run("brief", founding, *options).stdout
    assert page.startswith("# The Kaliningrad question\n")
    assert "Question: **Suspend or end?**" in page
    assert "Published March 1, 2022 (date given by hand)" in page


def test_an_article_without_a_tie_gives_no_briefing(fair: Path, tmp_path: Path) -> None:
    done = run("brief", fair, "-o", tmp_path / "briefing.html")
    assert done.exit_code == 1
    assert done.stderr.startswith("No tie found")
    assert not (tmp_path / "briefing.html").exists()


def test_another_town_is_told_which_ties_there_are(founding: Path) -> None:
    done = run("brief", founding, "--home=Topeka, Kansas")
    assert done.exit_code == 1
    assert done.stderr == 'No tie of "Topeka, Kansas" found. The sources name: Norfolk – Kaliningrad.\n'


def test_one_bad_source_is_named_and_the_others_are_read(founding: Path, tmp_path: Path) -> None:
    done = run("brief", tmp_path / "missing.txt", founding, "-o", tmp_path / "briefing.md")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert "missing.txt" in done.stderr
    assert "Not read: " in (tmp_path / "briefing.md").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_one_sentence_and_no_traceback(
    founding: Path, tmp_path: Path
) -> None:
    done = run("brief", founding, "-o", tmp_path / "none" / "briefing.html")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    done = run("brief", tmp_path / "missing.txt", "-o", "briefing.odt")
    assert done.exit_code == 1
    assert "does not say which format" in done.stderr


def test_check_proves_a_briefing_and_finds_one_altered_character(founding: Path, tmp_path: Path) -> None:
    made = tmp_path / "briefing.json"
    copy = tmp_path / "article.txt"
    copy.write_bytes(founding.read_bytes())
    run("brief", copy, "-o", made)
    proved = run("check", made, copy)
    assert (proved.exit_code, proved.output.startswith("Proved: ")) == (0, True)
    copy.write_bytes(founding.read_bytes().replace(b"4,400", b"4,401"))
    altered = run("check", made, copy)
    assert altered.exit_code == 1
    assert 'the briefing has "0" (in "re than 4,400 miles away.")' in altered.stderr
    assert 'the file "1"' in altered.stderr


def test_check_says_what_is_no_briefing(founding: Path) -> None:
    done = run("check", founding, founding)
    assert done.exit_code == 1
    assert "is not a briefing in JSON" in done.stderr


def test_the_json_holds_the_sources_and_what_they_say(founding: Path) -> None:
    made = json.loads(run("brief", founding, "--format=json").stdout)
    assert made["format"] == "fingerpost/briefing/1"
    assert made["casefile"]["sources"][0]["document"]["text"].startswith("NORFOLK")


def test_a_title_that_is_no_utf_8_is_still_a_title(founding: Path) -> None:
    assert run("brief", founding, "--title=Norfolk \udcff").stdout.startswith("# Norfolk ?\n")
