"""Mail (EML, and web pages saved as MHTML): subject and text, and attachments as further documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from fingerpost.documents import limits
from fingerpost.documents.canonical import canonical, clean_line
from fingerpost.documents.draft import Draft, OpenPart, Piece
from fingerpost.documents.encoding import decode
from fingerpost.documents.errors import Broken, DocumentError, NotText
from fingerpost.documents.mail_text import mail_pieces, unflowed
from fingerpost.documents.model import SourceDate
from fingerpost.documents.sniffing import MAIL

BROKEN = "is a damaged mail. Save it from the mail program again."
LONGEST_HEADER = 4_000
"""In characters; the standard library takes time by the square of a header's length."""
REPLY_PREFIX = re.compile(r"(?:(?:re|aw|fwd?|wg|tr|sv)\s*(?:\[\d+\])?:\s*)+", re.I)
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


def draft_mail(data: bytes, name: str, open_part: OpenPart, depth: int = 0) -> Draft:
    """Give the draft of a mail: its subject as headline, its text, its attachments opened by ``open_part``.

    A plain text goes before its HTML twin. An attachment that cannot be opened becomes a warning.
    """
    try:
        message: Message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.compat32)
        parts = list(_leaves(message))
    except UNREADABLE as error:
        raise Broken(name, BROKEN) from error
    draft = Draft(media_type=MAIL, text="", pieces=[])
    if len(parts) > limits.MAIL_PARTS:
        draft.warnings.append(f"Only the first {limits.MAIL_PARTS} of {len(parts):,} parts were looked at.")
        parts = parts[: limits.MAIL_PARTS]
    subject = REPLY_PREFIX.sub("", clean_line(_header(message, "Subject")) or "", count=1) or None
    _read_body(parts, subject, draft, name)
    _note_headers(message, subject, draft)
    _open_attachments(parts, draft, open_part, depth)
    return draft


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something themselves; a mail within the mail is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() != "message":
            waiting.extend(reversed(part.get_payload()))  # type: ignore[arg-type]
        else:
            yield part


def _read_body(parts: list[Message], subject: str | None, draft: Draft, name: str) -> None:
    """Put subject and text into the draft: the plain texts, or else the first page of HTML."""
    inline = [part for part in parts if not _filename(part) and not _is_attached(part)]
    plain = [part for part in inline if part.get_content_type() == "text/plain"]
    texts = [text for part in plain if (text := _text(part, draft)).strip()]
    if texts:
        head = f"{subject}\n\n" if subject and texts[0].strip().split("\n", 1)[0].strip() != subject else ""
        draft.text = head + "\n\n".join(texts)
        draft.pieces = [Piece(0, len(subject), "headline")] if head and subject else []
        draft.pieces += mail_pieces(draft.text, len(head))
        return
    for part in inline:
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            _read_page(_text(part, draft), subject, draft, name)
            return
    if subject:
        draft.text, draft.pieces = subject, [Piece(0, len(subject), "headline")]


def _read_page(page: str, subject: str | None, draft: Draft, name: str) -> None:
    """Put a mail's HTML into the draft. A letter is no article: all its text counts."""
    from fingerpost.documents.html import draft_html, draft_letter

    is_page = bool(re.search(r"<article\b|og:type|ld\+json", page[:200_000], re.I))
    read = draft_html(page, name) if is_page else draft_letter(page, subject)
    draft.text, draft.pieces, draft.language = read.text, read.pieces, read.language
    draft.dates, draft.publisher = read.dates, read.publisher
    draft.title, draft.author, draft.url = read.title, read.author, read.url
    draft.warnings.extend(read.warnings)


def _text(part: Message, draft: Draft) -> str:
    """Give a text part's canonical text; what cannot be decoded becomes a warning."""
    try:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        text, warnings = decode(data, _charset(part))
    except (NotText, *UNREADABLE):
        draft.warnings.append("A text part of this mail could not be decoded.")
        return ""
    text, more = canonical(text)
    draft.warnings.extend(warnings + more)
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    return (
        unflowed(text, delete_space=str(part.get_param("delsp") or "").lower() == "yes") if flowed else text
    )


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except UNREADABLE:
        return None


def _note_headers(message: Message, subject: str | None, draft: Draft) -> None:
    draft.title = draft.title or subject
    sender = _header(message, "From") or ""
    display, address = parseaddr(sender)
    if not sender.startswith("<Saved by"):  # a browser
        draft.author = draft.author or clean_line(display or address)
    draft.url = draft.url or clean_line(_header(message, "Snapshot-Content-Location"))
    try:
        sent = parsedate_to_datetime(_header(message, "Date") or "")
        value = sent.date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return
    kind = "created" if any(date.kind == "published" for date in draft.dates) else "sent"
    draft.dates.append(SourceDate("created" if kind == "created" else "sent", value, "mail: Date header"))


def _open_attachments(parts: list[Message], draft: Draft, open_part: OpenPart, depth: int) -> None:
    for number, part in enumerate(parts, start=1):
        filename = _filename(part)
        is_mail = part.get_content_maintype() == "message"
        if not (filename or is_mail or _is_attached(part)) or _is_decoration(part):
            continue
        name = filename or f"attachment {number}"
        if depth >= limits.MAIL_DEPTH:
            draft.warnings.append(f"The attachment {name} was not opened: mails nested too deeply.")
            continue
        try:
            draft.attachments.append(open_part(_bytes(part), name))
        except DocumentError as error:
            draft.warnings.append(f"The attachment {error.name} {error.sentence}")
        except UNREADABLE:
            draft.warnings.append(f"The attachment {name} could not be unpacked.")


def _bytes(part: Message) -> bytes:
    if part.get_content_maintype() == "message" and part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_attached(part: Message) -> bool:
    return (_header(part, "Content-Disposition") or "").strip().lower().startswith("attachment")


def _is_decoration(part: Message) -> bool:
    """Tell whether a part belongs to the page's looks: pictures and styles shown within it, signatures."""
    inline = not _is_attached(part)
    looks = part.get_content_maintype() == "image" or part.get_content_type() in (
        "text/css",
        "text/javascript",
    )
    return (inline and looks) or part.get_content_subtype() in (
        "pgp-signature",
        "pkcs7-signature",
        "x-pkcs7-signature",
    )


def _filename(part: Message) -> str | None:
    try:
        return clean_line(part.get_filename())
    except UNREADABLE:
        return None


def _header(message: Message, key: str) -> str | None:
    """Give a header's text, its encoded words decoded."""
    value = message.get(key)
    if value is None:
        return None
    try:
        return str(make_header(decode_header(str(value)[:LONGEST_HEADER])))
    except UNREADABLE:
        return str(value)[:LONGEST_HEADER]
