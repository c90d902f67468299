"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fingerpost.briefing.formats import UnknownFormat, format_of
from fingerpost.briefing.writing import NotWritten, write_all, write_out


def test_all_files_are_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a.html": b"one", tmp_path / "b.md": b"two"})
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"one", b"two"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match=r"a\.html could not be written: no space left on device"):
        write_all({tmp_path / "a.html": b"after", tmp_path / "b.html": b"after"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"before"


def test_one_bad_place_leaves_the_others_unwritten(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="there is no folder"):
        write_all({tmp_path / "a.html": b"one", tmp_path / "missing" / "b.html": b"two"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="it is a folder"):
        write_all({tmp_path: b"one"})


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_bytes(b"before")
    (tmp_path / "link.html").symlink_to("real.html")
    write_all({tmp_path / "link.html": b"after"})
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"after"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"before")
    (tmp_path / "a.html").chmod(0o600)
    write_all({tmp_path / "a.html": b"after"})
    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_to() -> None:
    write_all({Path("/dev/null"): b"gone"})
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_is_one_plain_sentence() -> None:
    with pytest.raises(NotWritten, match="no space left on device"):
        write_all({Path("/dev/full"): b"x" * 100_000})


@pytest.mark.parametrize(
    ("name", "form"), [("a.html", "html"), ("A.DOCX", "docx"), ("x/a.b.pdf", "pdf"), ("a.markdown", "md")]
)
def test_the_end_of_a_name_says_the_format(name: str, form: str) -> None:
    assert format_of(name) == form


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownFormat, match=r"\.html, \.docx, \.pdf, \.md, \.json"):
        format_of("briefing.odt")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_one_plain_sentence() -> None:
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(NotWritten) as failure:
        write_out(b"x", full)  # type: ignore[arg-type]
    assert str(failure.value) == "Standard output could not be written: no space left on device."
