"""Receive bytes from a file, a pipe or a stream, never more than the limit and never waiting for ever."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path
from typing import BinaryIO

from fingerpost.documents.errors import (
    DocumentError,
    Empty,
    NotAFile,
    NotAllowed,
    NotFound,
    TooLarge,
    TooSlow,
)
from fingerpost.documents.limits import PIPE_SECONDS, SOURCE_BYTES

CHUNK_BYTES = 1 << 20
SILENT = "is a pipe that stayed silent for {seconds:.0f} seconds. Check the program that writes to it."
NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)


def receive_file(path: str | Path, name: str) -> bytes:
    """Give the bytes of a file or named pipe.

    Raises:
        NotFound, NotAFile, NotAllowed, TooLarge, TooSlow: see each; never an ``OSError``.
    """
    if str(path).startswith(("http://", "https://")):
        raise NotAFile(
            name, "is an address, and Fingerpost uses no network. Save the page, then open the file."
        )
    try:
        # not waiting for a writer; a regular file does not mind
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _refused(error, path, name) from error
    try:
        return _receive(descriptor, name)
    except OSError as error:
        raise _refused(error, path, name) from error
    finally:
        os.close(descriptor)


def take(stream: BinaryIO) -> bytes:
    """Give what a stream such as standard input holds, but no more than one byte over the limit.

    That one byte is enough for ``open_document`` to refuse it in one sentence.
    """
    return stream.read(SOURCE_BYTES + 1)


def receive_stream(stream: BinaryIO, name: str) -> bytes:
    """Give all bytes of a stream such as standard input.

    Raises:
        TooLarge: more than the limit; the rest is not read.
        NotAllowed: the system refused.
    """
    try:
        chunks, size = [], 0
        while chunk := stream.read(CHUNK_BYTES):
            chunks.append(chunk)
            size += len(chunk)
            check_size(size, name)
        return b"".join(chunks)
    except OSError as error:
        raise _refused(error, name, name) from error


def _receive(descriptor: int, name: str) -> bytes:
    mode = os.fstat(descriptor)
    if stat.S_ISDIR(mode.st_mode):
        raise NotAFile(name, "is a folder. Name the files in it, for example with a *.")
    if stat.S_ISFIFO(mode.st_mode):
        return _from_pipe(descriptor, name)
    if not stat.S_ISREG(mode.st_mode):
        raise NotAFile(
            name, "is a device or a socket, not a file. To read standard input, write - as the name."
        )
    check_size(mode.st_size, name)
    with os.fdopen(os.dup(descriptor), "rb") as stream:
        return receive_stream(stream, name)


def _from_pipe(descriptor: int, name: str) -> bytes:
    """Give what is written to a pipe (such as a shell's ``<(command)``) until its writers close it."""
    chunks, size = [], 0
    while True:
        try:
            chunk = os.read(descriptor, CHUNK_BYTES)
        except BlockingIOError:
            if not select.select([descriptor], [], [], PIPE_SECONDS)[0]:
                raise TooSlow(name, SILENT.format(seconds=PIPE_SECONDS)) from None
            continue
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
        check_size(size, name)
    if not chunks:
        raise Empty(name, "is a pipe that nothing was written to. Start its writer first.")
    return b"".join(chunks)


def check_size(size: int, name: str) -> None:
    """Refuse a source that is larger than the limit."""
    if size > SOURCE_BYTES:
        raise TooLarge(
            name,
            f"is larger than {SOURCE_BYTES // 1_000_000} MB, the most Fingerpost opens. "
            "Split it, or keep only the article.",
        )


def _refused(error: Exception, path: str | Path, name: str) -> DocumentError:
    """Give the plain error for what the system said."""
    code = getattr(error, "errno", None)
    if isinstance(error, ValueError) or code in NOT_THERE:
        return NotFound(name, "does not exist. Check the name and the folder.")
    if isinstance(error, PermissionError) and not Path(path).is_dir():
        return NotAllowed(name, "may not be read by you. Ask its owner, or change its permissions.")
    if Path(path).is_dir():
        return NotAFile(name, "is a folder. Name the files in it, for example with a *.")
    if code == errno.ENXIO:
        return NotAFile(
            name, "is a device or a socket, not a file. To read standard input, write - as the name."
        )
    said = (os.strerror(code) if code else str(error)).lower()
    return NotAllowed(name, f"could not be read ({said}). Copy it to another place, then try again.")
