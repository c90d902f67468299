import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from fingerpost.cli import main


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["signpost", *words])
    return result.exit_code, result.output


def test_signpost_draws_towns_by_name(tmp_path: Path) -> None:
    path = tmp_path / "post.svg"
    assert run("Norfolk, Virginia", "Kaliningrad", "Wilhelmshaven", "-o", str(path)) == (0, "")
    drawn = path.read_text("utf-8")
    assert "Kaliningrad, Russia: 4,449 miles" in drawn and "Wilhelmshaven, Germany" in drawn


def test_signpost_counts_as_the_home_does_or_as_told() -> None:
    assert "km (703 miles)" in run("Cork, Ireland", "Wilhelmshaven")[1]
    assert "703 miles (1,13" in run("Cork, Ireland", "Wilhelmshaven", "--units", "miles")[1]


def test_signpost_takes_a_list(tmp_path: Path) -> None:
    towns = tmp_path / "towns.csv"
    towns.write_text("name,since,status,changed\nKaliningrad,1992,suspended,2022\n", "utf-8")
    assert "its arm is hooded" in run("Norfolk, Virginia", "--from", str(towns), "--tall", "--dark")[1]


def test_signpost_makes_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    path = tmp_path / "post.pdf"
    assert run("Cork, Ireland", "Kaliningrad", "-o", str(path)) == (0, "")
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Xyzzyville",), '"Xyzzyville"'),
        (("Cork, Ireland", "Xyzzyville"), '"Xyzzyville"'),
        (("Cork, Ireland", "-o", "post.png"), "must end in .svg or .pdf"),
        (("Cork, Ireland", "--from", "nowhere.csv"), "nowhere.csv could not be read"),
    ],
)
def test_signpost_says_plainly_what_is_wrong(words: tuple[str, ...], said: str) -> None:
    code, output = run(*words)
    assert code == 1
    assert said in output and "Traceback" not in output


def test_without_a_register_it_says_that_towns_can_be_named(tmp_path: Path) -> None:
    environment = os.environ | {"FINGERPOST_DATA": str(tmp_path), "FINGERPOST_DATABASE": ""}
    words = [sys.executable, "-c", "from fingerpost.cli import main; main()", "signpost"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no register" in done.stderr and "name the towns" in done.stderr
