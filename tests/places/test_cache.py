"""The index in the cache is whole or absent, whoever builds it and whatever befalls them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from fingerpost.places import cache
from fingerpost.places.index import Arrays

HERE = str(Path(__file__).parent)
BUILDER = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from few_places import ABOUT, compile_small
    from fingerpost.places.cache import load

    def build(path):
        Path(sys.argv[2], "building").touch()
        path.write_bytes(b"half of it")
        time.sleep(float(sys.argv[3]))
        compile_small(path)
        with Path(sys.argv[2], "built").open("a") as log:
            log.write("once\\n")

    arrays = load("small.index", ABOUT, build, sys.stderr.write)
    print(len(arrays["records"]))
    """
)


def load_here(say: list[str] | None = None) -> Arrays:
    from few_places import ABOUT, compile_small

    return cache.load("small.index", dict(ABOUT), compile_small, (say if say is not None else []).append)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FINGERPOST_CACHE", str(folder))
    return folder


def start(tmp_path: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILDER, HERE, str(tmp_path), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def wait_for(path: Path) -> None:
    for _ in range(400):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} never came")


def test_two_processes_build_it_once(tmp_path: Path) -> None:
    both = [start(tmp_path, 0.5), start(tmp_path, 0.5)]
    assert [process.communicate(timeout=60)[0].strip() for process in both] == ["8", "8"]
    assert (tmp_path / "built").read_text() == "once\n"


def test_a_killed_build_leaves_nothing_that_is_used(tmp_path: Path, folder: Path) -> None:
    process = start(tmp_path, 60)
    wait_for(tmp_path / "building")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert not (folder / "small.index").exists()
    assert len(load_here()["records"]) == 8


def test_what_a_killed_build_left_is_swept_up(folder: Path) -> None:
    folder.mkdir()
    left = folder / "small.index.abc.part"
    left.touch()
    os.utime(left, (0, 0))
    load_here()
    assert not left.exists()


def test_a_broken_index_is_built_again(folder: Path) -> None:
    load_here()
    (folder / "small.index").write_bytes(b"rubbish")
    assert len(load_here()["records"]) == 8


def test_a_whole_index_is_not_built_again(folder: Path) -> None:
    load_here()
    before = (folder / "small.index").stat().st_mtime_ns
    load_here()
    assert (folder / "small.index").stat().st_mtime_ns == before


def test_where_the_cache_cannot_be_written_another_folder_serves(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file stands where the folder should be")
    monkeypatch.setattr(cache.tempfile, "gettempdir", lambda: str(tmp_path))
    said: list[str] = []
    assert len(load_here(said)["records"]) == 8
    assert "FINGERPOST_CACHE" in said[0]
