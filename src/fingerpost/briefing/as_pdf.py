"""A briefing as tagged PDF, from the same HTML."""

from __future__ import annotations

from fingerpost.briefing.as_html import as_html
from fingerpost.briefing.model import Briefing
from fingerpost.printing import pdf_of


def as_pdf(briefing: Briefing) -> bytes:
    """Give the briefing as PDF/UA: tagged, with title and language.

    Raises:
        NoPdf: the extra is not installed, or Pango is missing; the message says what to install.
    """
    return pdf_of(as_html(briefing, paper=True))
