"""The formats of a briefing by the end of a file's name."""

from __future__ import annotations

from pathlib import PurePath

from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import BriefingError

FORMATS = ("html", "docx", "pdf", "md", "json")


class UnknownFormat(BriefingError):
    """A name that ends in none of the formats."""


def format_of(name: str) -> str:
    """Give the format that a file's name asks for.

    Raises:
        UnknownFormat: it ends in none that is known.
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if ending not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise UnknownFormat(f'"{name}" does not say which format: end it in one of {known}.')
    return ending


def rendered(briefing: Briefing, form: str) -> bytes:
    """Give the briefing in one of ``FORMATS``. What a format needs is loaded only for it."""
    if form == "html":
        from fingerpost.briefing.as_html import as_html

        return as_html(briefing).encode()
    if form == "docx":
        from fingerpost.briefing.as_docx import as_docx

        return as_docx(briefing)
    if form == "pdf":
        from fingerpost.briefing.as_pdf import as_pdf

        return as_pdf(briefing)
    if form == "md":
        from fingerpost.briefing.as_markdown import as_markdown

        return as_markdown(briefing).encode()
    from fingerpost.briefing.as_json import as_json

    return as_json(briefing)
