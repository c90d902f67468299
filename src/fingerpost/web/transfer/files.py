"""Exports and backups as files: written whole or not at all, readable by their owner only."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from fingerpost.web.transfer.errors import BadFile, TransferError


def write_file(path: Path, lines: Iterable[bytes], *, packed: bool = False) -> None:
    """Write lines to a new file that appears under its name only when it is complete and on the disk.

    It holds the digests of passwords and the secrets of second factors, so only its owner may read it.

    Raises:
        TransferError: it could not be written; a file of that name that was there before is still there.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            if packed:
                with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6) as file:
                    file.writelines(lines)
            else:
                raw.writelines(lines)
            raw.flush()
            os.fsync(raw.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise TransferError(
            f"{path} could not be written: {(error.strerror or str(error)).lower()}."
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def write_out(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    """Write lines to a stream that is open already; what comes out in part says so itself, having no last line.

    Raises:
        TransferError: it could not be written to the end.
    """
    try:
        stream.writelines(lines)
        stream.flush()
    except OSError as error:
        _forget(stream)
        raise TransferError(
            f"The register could not be written out: {(error.strerror or str(error)).lower()}. What came out is not "
            "complete, and importing it will be refused."
        ) from error


def _forget(stream: IO[bytes]) -> None:
    """Let nothing be written any more that is still held: Python would try, and complain, as it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some file systems do not let folders be synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_file(path: Path) -> Iterator[bytes]:
    """Yield the lines of an export, or of a backup, which is a packed export.

    Raises:
        BadFile: it cannot be read, or its packing is damaged.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            if packed:
                with gzip.GzipFile(fileobj=raw) as file:
                    yield from file
            else:
                yield from raw
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or "it is damaged or was cut short"
        raise BadFile(f"{path} could not be read: {reason.lower()}.") from error
