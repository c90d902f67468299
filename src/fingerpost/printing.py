"""HTML to PDF, by WeasyPrint: the optional extra ``pdf``."""

from __future__ import annotations

import logging

from fingerpost.errors import PlainError


class NoPdf(PlainError):
    """PDF cannot be made here: WeasyPrint, or a library it needs, is missing."""


def pdf_of(page: str) -> bytes:
    """Give a page of HTML as PDF/UA: tagged, with title and language. Nothing outside the page is fetched.

    Raises:
        NoPdf: the extra is not installed, or Pango is missing; the message says what to install.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise NoPdf(
            'PDF needs WeasyPrint, which is not installed. Install it with: pip install "fingerpost[pdf]"'
        ) from error
    except OSError as error:
        raise NoPdf(
            "PDF needs the Pango library, which is missing. On Debian or Ubuntu: "
            "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error
    # It warns of each property of a style sheet that is for screens only.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    # The page holds all it needs; nothing else may be fetched, whatever stands in a source.
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    document = HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_tags=True, pdf_variant="pdf/ua-1")
    assert isinstance(document, bytes)
    return document
