"""A paper in one of its formats. What a format needs is loaded only for it."""

from __future__ import annotations

from fingerpost.web.paper.model import Paper

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FORMATS = tuple(MEDIA_TYPES)


def rendered(paper: Paper, form: str) -> bytes:
    """Give a paper in one of ``FORMATS``.

    Raises:
        NoPdf: PDF cannot be made here; the message says what to install.
    """
    if form == "pdf":
        from fingerpost.web.paper.as_pdf import as_pdf

        return as_pdf(paper)
    from fingerpost.web.paper.as_docx import as_docx

    return as_docx(paper)
