"""The image, the compose file and the unit name things that exist. They are read here, not run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from fingerpost.cli.main import main
from fingerpost.settings import SETTINGS

NAMES = {setting.name for setting in SETTINGS}
FILES = ("Dockerfile", "compose.yaml", "docs/guide/fingerpost.service", "docs/guide/running.md")


def accepts(words: list[str]) -> bool:
    """Tell whether the command takes these words."""
    context = click.Context(main, **main.context_settings)
    command = main.get_command(context, words[0])
    assert command is not None, words
    command.make_context(words[0], words[1:], parent=context)
    return True


@pytest.mark.parametrize("name", FILES)
def test_every_setting_named_exists(root: Path, name: str) -> None:
    named = set(re.findall(r"FINGERPOST_[A-Z_]+", (root / name).read_text("utf-8")))
    assert named
    assert named <= NAMES


def test_what_the_image_copies_exists_and_is_not_ignored(root: Path) -> None:
    kept = [line[1:] for line in (root / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", (root / "Dockerfile").read_text("utf-8"), re.M)
    copied = [path for line in lines for path in line.split()]
    assert len(copied) >= 4
    for path in copied:
        assert (root / path).exists(), path
        assert path in kept, path


def test_the_image_has_what_its_build_calls(root: Path) -> None:
    tools = re.findall(r'_run\("(\w+)"', (root / "hatch_build.py").read_text("utf-8"))
    copied = re.findall(r"^COPY (\S+) \1$", (root / "Dockerfile").read_text("utf-8"), re.M)
    assert {f"tools/{tool}" for tool in tools} <= set(copied)


def test_the_image_starts_a_command_that_exists(root: Path) -> None:
    (words,) = re.findall(r"^CMD (\[.+\])$", (root / "Dockerfile").read_text("utf-8"), re.M)
    assert accepts(yaml.safe_load(words))


def test_the_compose_file_starts_commands_that_exist(root: Path) -> None:
    services = yaml.safe_load((root / "compose.yaml").read_text("utf-8"))["services"]
    assert accepts(services["web"]["command"])
    assert accepts(services["worker"]["command"])
    assert services["web"]["environment"] == services["worker"]["environment"]


def test_the_compose_file_sets_nothing_that_the_checks_refuse(root: Path) -> None:
    services = yaml.safe_load((root / "compose.yaml").read_text("utf-8"))["services"]
    given = services["web"]["environment"]
    assert "sslmode=" in given["FINGERPOST_DATABASE"]
    assert given["FINGERPOST_HTTPS"] == "${FINGERPOST_HTTPS:-yes}"


def test_the_unit_starts_a_command_that_exists(root: Path) -> None:
    (line,) = re.findall(
        r"^ExecStart=(.+)$", (root / "docs/guide/fingerpost.service").read_text("utf-8"), re.M
    )
    program, *words = shlex.split(line)
    assert Path(program).name == "fingerpost"
    assert accepts(words)


def test_systemd_understands_the_unit(root: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze")
    unit = (root / "docs/guide/fingerpost.service").read_text("utf-8")
    here = tmp_path / "fingerpost.service"
    here.write_text(unit.replace("/opt/fingerpost/bin/fingerpost", sys.executable), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", here], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_of_the_guide_exists(root: Path) -> None:
    page = (root / "docs/guide/running.md").read_text("utf-8")
    commands = re.findall(
        r"^(?:docker compose exec web )?(?:/opt/fingerpost/bin/)?fingerpost (.+)$", page, re.M
    )
    assert len(commands) >= 8
    for command in commands:
        words = shlex.split(command.partition(" #")[0])
        assert main.get_command(click.Context(main), words[0]) is not None, words
