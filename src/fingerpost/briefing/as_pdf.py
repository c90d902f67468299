"""A briefing as tagged PDF, from the same HTML."""

from __future__ import annotations

from fingerpost.briefing.as_html import as_html
from fingerpost.briefing.model import Briefing
from fingerpost.briefing.proof import BriefingError


class NoPdf(BriefingError):
    """PDF cannot be made here: WeasyPrint, or a library it needs, is missing."""


def as_pdf(briefing: Briefing) -> bytes:
    """Give the briefing as PDF/UA: tagged, with title and language.

    Raises:
        NoPdf: the extra is not installed, or Pango is missing; the message says what to install.
    """
    page = as_html(briefing, paper=True)
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
    # The page holds all it needs; nothing else may be fetched, whatever stands in a source.
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    document = HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_tags=True, pdf_variant="pdf/ua-1")
    assert isinstance(document, bytes)
    return document
