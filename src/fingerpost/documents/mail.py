"""Mail (EML, and web pages saved as MHTML): subject and text, and attachments as further documents."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from fingerpost.documents import limits
from fingerpost.documents.canonical import canonical, clean_line
from fingerpost.documents.draft import Draft, OpenPart, Piece
from fingerpost.documents.encoding import decode
from fingerpost.documents.errors import Broken, DocumentError, NotText
from fingerpost.documents.mail_text import mail_pieces, unflowed
from fingerpost.documents.mime import (
    UNREADABLE,
    attached,
    decoded,
    filename_of,
    head_of,
    header,
    is_attached,
    leaves,
)
from fingerpost.documents.model import SourceDate
from fingerpost.documents.sniffing import MAIL

BROKEN = "is a damaged mail. Save it from the mail program again."
REPLY_PREFIX = re.compile(r"(?:(?:re|aw|fwd?|wg|tr|sv)\s*(?:\[\d+\])?:\s*)+", re.I)


def draft_mail(data: bytes, name: str, open_part: OpenPart, depth: int = 0) -> Draft:
    """Give the draft of a mail: its subject as headline, its text, its attachments opened by ``open_part``.

    A plain text goes before its HTML twin. An attachment that cannot be opened becomes a warning.
    """
    try:
        message = head_of(data)
        parts = list(islice(leaves(data), limits.MAIL_PARTS + 1))
    except UNREADABLE as error:
        raise Broken(name, BROKEN) from error
    draft = Draft(media_type=MAIL, text="", pieces=[])
    if len(parts) > limits.MAIL_PARTS:
        draft.warnings.append(f"Only the first {limits.MAIL_PARTS} parts were looked at; there are more.")
        del parts[limits.MAIL_PARTS :]
    subject = REPLY_PREFIX.sub("", clean_line(header(message, "Subject")) or "", count=1) or None
    _read_body(parts, subject, draft, name)
    _note_headers(message, subject, draft)
    _open_attachments(parts, draft, open_part, depth)
    return draft


def _read_body(parts: list[Message], subject: str | None, draft: Draft, name: str) -> None:
    """Put subject and text into the draft: the plain texts, or else the first page of HTML."""
    inline = [part for part in parts if not filename_of(part) and not is_attached(part)]
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
        text, warnings = decode(decoded(part), _charset(part))
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
    sender = header(message, "From") or ""
    display, address = parseaddr(sender)
    if not sender.startswith("<Saved by"):  # a browser
        draft.author = draft.author or clean_line(display or address)
    draft.url = draft.url or clean_line(header(message, "Snapshot-Content-Location"))
    try:
        sent = parsedate_to_datetime(header(message, "Date") or "")
        value = sent.date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return
    kind = "created" if any(date.kind == "published" for date in draft.dates) else "sent"
    draft.dates.append(SourceDate("created" if kind == "created" else "sent", value, "mail: Date header"))


def _open_attachments(parts: list[Message], draft: Draft, open_part: OpenPart, depth: int) -> None:
    for name, part in attached(parts):
        if depth >= limits.MAIL_DEPTH:
            draft.warnings.append(f"The attachment {name} was not opened: mails nested too deeply.")
            continue
        try:
            draft.attachments.append(open_part(decoded(part), name))
        except DocumentError as error:
            draft.warnings.append(f"The attachment {error.name} {error.sentence}")
        except UNREADABLE:
            draft.warnings.append(f"The attachment {name} could not be unpacked.")
