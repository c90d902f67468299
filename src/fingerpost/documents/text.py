"""Plain text: the canonical text as it stands, in pieces."""

from __future__ import annotations

from fingerpost.documents.canonical import canonical
from fingerpost.documents.draft import Draft
from fingerpost.documents.lines import pieces_of
from fingerpost.documents.sniffing import PLAIN


def draft_text(text: str) -> Draft:
    """Give the draft of decoded plain text."""
    text, warnings = canonical(text)
    return Draft(media_type=PLAIN, text=text, pieces=pieces_of(text), warnings=warnings)
