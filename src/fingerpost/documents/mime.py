"""The parts of a mail as slices of its own bytes, so that what came attached can be kept as it was sent.

The standard library's parser builds all of a mail, mails within it too, and writes them anew when asked for their
bytes. Here only headers are parsed by it; bodies are cut where the boundaries stand, without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32

from fingerpost.documents import limits
from fingerpost.documents.canonical import clean_line

LONGEST_HEADER = 4_000
"""In characters; the standard library takes time by the square of a header's length."""
LONGEST_HEAD = 1_000_000
"""In bytes; a longer head is cut there, and the rest is body."""
BLANK_LINE = re.compile(rb"(?:\A|\r\n|\r(?!\n)|\n)(?:\r\n|\r|\n)")
UNREADABLE = (
    MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    AssertionError,
)
"""What the standard library's mail parser raises on headers and parts that keep to no rule."""
SIGNATURES = ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature")
LOOKS = ("text/css", "text/javascript")


def head_of(data: bytes) -> Message:
    """Give the headers of a mail."""
    return _part(data.lstrip(b"\r\n"), "text/plain")[0]


def leaves(data: bytes) -> Iterator[Message]:
    """Yield the parts of a mail that hold something themselves, in order; a mail within the mail is one part.

    The payload of each is its body as it stands, still encoded for transport.
    """
    waiting = [(data.lstrip(b"\r\n"), "text/plain", 0)]
    while waiting:
        raw, default_type, depth = waiting.pop()
        part, body = _part(raw, default_type)
        inner = _pieces(part, body) if depth < limits.MULTIPART_DEPTH else []
        if inner:
            of_digest = part.get_content_subtype() == "digest"
            waiting.extend(
                (piece, "message/rfc822" if of_digest else "text/plain", depth + 1)
                for piece in reversed(inner)
            )
        else:
            part.set_payload(body.decode("ascii", "surrogateescape"))
            yield part


def _part(raw: bytes, default_type: str) -> tuple[Message, bytes]:
    """Give a part with its headers, and the bytes of its body."""
    blank = BLANK_LINE.search(raw, 0, LONGEST_HEAD)
    end = blank.end() if blank else min(len(raw), LONGEST_HEAD)
    part = BytesHeaderParser(policy=compat32).parsebytes(raw[:end])
    part.set_default_type(default_type)
    # Where a line is no header, the body begins with it.
    rest = str(part.get_payload() or "").encode("ascii", "surrogateescape")
    return part, rest + raw[end:]


def _pieces(part: Message, body: bytes) -> list[bytes]:
    """Give what stands between the boundaries of a part; nothing where it is not made of parts."""
    if part.get_content_maintype() != "multipart":
        return []
    try:
        boundary = (part.get_boundary() or "").encode("ascii", "surrogateescape")
    except UNREADABLE:
        return []
    if not boundary:
        return []
    line = re.compile(
        rb"(?:\A|\r\n|\r|\n)--" + re.escape(boundary) + rb"(?P<last>--)?[ \t]*(?=(?P<end>\r\n|\r|\n)|\Z)"
    )
    found: list[bytes] = []
    start: int | None = None
    for mark in line.finditer(body):
        if start is not None:
            found.append(body[start : max(start, mark.start())])
        start = None if mark["last"] else mark.end() + len(mark["end"] or b"")
        if mark["last"]:
            break
    if start is not None:
        found.append(body[start:])
    return found


def decoded(part: Message) -> bytes:
    """Give the bytes that a part carries, as they were before they were encoded for transport.

    Raises:
        One of UNREADABLE: they cannot be decoded.
    """
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def attached(parts: list[Message]) -> Iterator[tuple[str, Message]]:
    """Yield name and part of whatever came attached; not the pictures and styles of the letter itself."""
    for number, part in enumerate(parts, start=1):
        filename = filename_of(part)
        is_mail = part.get_content_maintype() == "message"
        if (filename or is_mail or is_attached(part)) and not _is_decoration(part):
            yield filename or f"attachment {number}", part


def is_attached(part: Message) -> bool:
    """Tell whether a part says so of itself."""
    return (header(part, "Content-Disposition") or "").strip().lower().startswith("attachment")


def _is_decoration(part: Message) -> bool:
    """Tell whether a part belongs to the page's looks: pictures and styles shown within it, signatures."""
    looks = part.get_content_maintype() == "image" or part.get_content_type() in LOOKS
    return (looks and not is_attached(part)) or part.get_content_subtype() in SIGNATURES


def filename_of(part: Message) -> str | None:
    """Give the name a part bears, on one line; None where it bears none, or one that cannot be decoded."""
    try:
        return clean_line(part.get_filename())
    except UNREADABLE:
        return None


def header(message: Message, key: str) -> str | None:
    """Give a header's text, its encoded words decoded."""
    value = message.get(key)
    if value is None:
        return None
    try:
        return str(make_header(decode_header(str(value)[:LONGEST_HEADER])))
    except UNREADABLE:
        return str(value)[:LONGEST_HEADER]
