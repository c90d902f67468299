"""Mail as programs hand it over: a message through a pipe, a file of messages (mbox), a folder of them (Maildir)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fingerpost.documents.canonical import clean_line
from fingerpost.documents.errors import DocumentError, NotAFile, NotAllowed, NotFound, TooLarge, Unsupported
from fingerpost.documents.limits import SOURCE_BYTES
from fingerpost.documents.mime import UNREADABLE, head_of, header
from fingerpost.documents.sniffing import is_mail

ENVELOPE = re.compile(rb"From [^\r\n]*\d\d?:\d\d[^\r\n]*\r?\n")
"""The line that delivering programs put before a message: "From nell@example.org Mon Nov 23 16:00:00 2026"."""
QUOTED = re.compile(rb">+From ")
LONGEST_NAME = 120


class Mail(NamedTuple):
    """A message: where it was found, for people, and its bytes."""

    where: str
    data: bytes


def message_of(data: bytes, where: str) -> Mail:
    """Give one message, without the line that a delivering program put before it, which differs each time.

    Raises:
        Unsupported: it does not begin like a mail.
    """
    if found := ENVELOPE.match(data):
        data = data[found.end() :]
    if not is_mail(data):
        raise Unsupported(where, "is no mail: it does not begin with the headers that mail programs write.")
    return Mail(where, data)


def messages(path: Path) -> Iterator[Mail | DocumentError]:
    """Yield the messages of a file or a folder; in the place of each that is none, why not.

    Raises:
        DocumentError: there is no such file or folder, or it may not be read.
    """
    try:
        if path.is_dir():
            yield from _of_folder(path)
            return
        with path.open("rb") as file:
            if ENVELOPE.match(file.read(2_000)):
                file.seek(0)
                yield from _of_mbox(file, path.name)
                return
        yield _given(path.read_bytes(), str(path))
    except FileNotFoundError as error:
        raise NotFound(str(path), "is not there. Check its name.") from error
    except OSError as error:
        raise NotAllowed(
            str(path), f"could not be read: {(error.strerror or str(error)).lower()}."
        ) from error


def _of_folder(folder: Path) -> Iterator[Mail | DocumentError]:
    """Yield what is in a Maildir; what is in its ``tmp`` is still being delivered."""
    if not (folder / "cur").is_dir() or not (folder / "new").is_dir():
        raise NotAFile(str(folder), 'is a folder, and no Maildir, which has folders "cur" and "new" in it.')
    for part in ("cur", "new"):
        for path in sorted((folder / part).iterdir()):
            if path.is_file():
                yield _given(path.read_bytes(), str(path))


def _of_mbox(lines: Iterable[bytes], name: str) -> Iterator[Mail | DocumentError]:
    """Yield what is in an mbox file, one message in memory at a time."""
    held: list[bytes] = []
    size, number, blank = 0, 0, True
    for line in lines:
        if blank and ENVELOPE.match(line):
            if number:
                yield _collected(held, size, f"message {number} of {name}")
            held, size, number = [], 0, number + 1
        else:
            size += len(line)
            if size <= SOURCE_BYTES:
                held.append(line[1:] if QUOTED.match(line) else line)
        blank = not line.strip(b"\r\n")
    yield _collected(held, size, f"message {number} of {name}")


def _collected(lines: list[bytes], size: int, where: str) -> Mail | DocumentError:
    if size > SOURCE_BYTES:
        return TooLarge(
            where, f"has more than {SOURCE_BYTES // 1_000_000} MB. Save it from the mail program."
        )
    if lines and not lines[-1].strip(b"\r\n"):
        del lines[-1]  # the blank line before the next message is the file's, not the message's
    return _given(b"".join(lines), where)


def _given(data: bytes, where: str) -> Mail | DocumentError:
    try:
        return message_of(data, where)
    except Unsupported as error:
        return error


def name_of(data: bytes) -> str:
    """Give a name for a message's file, after its subject."""
    try:
        subject = clean_line(header(head_of(data), "Subject"))
    except UNREADABLE:
        subject = None
    words = re.sub(r"[/\\]+", "-", subject or "")[:LONGEST_NAME].strip(" .")
    return f"{words or 'mail'}.eml"
