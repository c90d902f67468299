"""From bytes to a draft, by the format that the bytes themselves show."""

from __future__ import annotations

from fingerpost.documents.draft import Draft, OpenPart
from fingerpost.documents.encoding import decode
from fingerpost.documents.errors import Empty, NotText, TooLarge, Unsupported
from fingerpost.documents.limits import MARKDOWN_CHARACTERS, TEXT_CHARACTERS, TEXT_LINES
from fingerpost.documents.sniffing import DOCX, HTML, MAIL, MARKDOWN, PDF, sniff_bytes, sniff_text
from fingerpost.documents.text import draft_text

EMPTY = "is empty. Check that it was saved or downloaded completely."
NOT_TEXT = (
    "is neither text nor a document Fingerpost knows. Give it text, HTML, PDF, Word (.docx) or mail (.eml)."
)


def draft_of(data: bytes, name: str, open_part: OpenPart, depth: int = 0) -> Draft:
    """Give the draft of a source.

    The modules of the formats load on first use: plain text needs none of their libraries.

    Raises:
        DocumentError: the member of the family that says why not.
    """
    if not data or data.isspace():
        raise Empty(name, EMPTY)
    media_type = sniff_bytes(data, name)
    if media_type is None:
        draft = _decoded(data, name)
    elif media_type == PDF:
        from fingerpost.documents.pdf import draft_pdf

        draft = draft_pdf(data, name)
    elif media_type == DOCX:
        from fingerpost.documents.docx import draft_docx

        draft = draft_docx(data, name)
    elif media_type == MAIL:
        from fingerpost.documents.mail import draft_mail

        draft = draft_mail(data, name, open_part, depth)
    _check_length(draft.text, name)
    if not draft.pieces and not draft.attachments:
        raise Empty(name, "holds no text. Check that it is the right file.")
    return draft


def _decoded(data: bytes, name: str) -> Draft:
    try:
        text, warnings = decode(data, declared_encoding(data))
    except NotText as error:
        raise Unsupported(name, NOT_TEXT) from error
    _check_length(text, name)
    media_type = sniff_text(text, name)
    if media_type == HTML:
        from fingerpost.documents.html import draft_html

        draft = draft_html(text, name)
    elif media_type == MARKDOWN and len(text) <= MARKDOWN_CHARACTERS:
        from fingerpost.documents.markdown import draft_markdown

        draft = draft_markdown(text, name)
    else:
        draft = draft_text(text)
    draft.warnings[:0] = warnings
    return draft


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that a page or an XML file states about itself."""
    start = data[:2048].lower()
    for key in (b"charset=", b"encoding="):
        at = start.find(key)
        if at >= 0:
            value = start[at + len(key) : at + len(key) + 40].lstrip(b"\"' ")
            return (
                value.split(b'"')[0].split(b"'")[0].split(b">")[0].split()[0:1][0].decode("ascii", "ignore")
            )
    return None


def _check_length(text: str, name: str) -> None:
    if text.count("\n") > TEXT_LINES:
        raise TooLarge(
            name,
            f"holds more than {TEXT_LINES:,} lines, the most Fingerpost reads at once. Split it, or keep only "
            "the article.",
        )
    if len(text) > TEXT_CHARACTERS:
        raise TooLarge(
            name,
            f"holds more than {TEXT_CHARACTERS // 1_000_000} million characters, the most Fingerpost reads "
            "at once. Split it, or keep only the article.",
        )
