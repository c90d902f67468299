"""Write files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from fingerpost.briefing.proof import BriefingError


class NotWritten(BriefingError):
    """A file could not be written; what was there before is still there, whole."""

    def __init__(self, path: Path | str, error: OSError, end: str = " No file was changed.") -> None:
        self.path = path
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"{path} could not be written: {reason}.{end}")


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none: first all of them beside their targets, then each into its place.

    Raises:
        NotWritten: one of them could not be written; the message names it and says why.
    """
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files.items():
            target = Path(os.path.realpath(path))
            if _is_special(target):
                target.write_bytes(data)
            else:
                ready.append((_written_beside(target, data), target))
        for beside, path in ready:
            beside.replace(path)
    except OSError as error:
        for beside, _ in ready:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise NotWritten(path, error) from error


def write_out(data: bytes, stream: BinaryIO) -> None:
    """Write to standard output. A reader that stops early (``| head``) is no error of ours.

    Raises:
        NotWritten: it takes no more, for another reason.
    """
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten("Standard output", error, end="") from error


def _is_special(target: Path) -> bool:
    """Tell a device or a pipe, which cannot be replaced, from a file."""
    try:
        return not (stat.S_ISREG(mode := target.stat().st_mode) or stat.S_ISDIR(mode))
    except FileNotFoundError:
        return False


def _written_beside(target: Path, data: bytes) -> Path:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    if not target.parent.is_dir():
        raise FileNotFoundError(2, f"there is no folder {target.parent}")
    beside = target.with_name(f".{target.name[:200]}.{os.getpid()}.new")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _mode(target))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return beside


def _mode(target: Path) -> int:
    """Give the permissions of the file to be replaced; of a new one, what the user's mask leaves."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return 0o666
