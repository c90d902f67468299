"""Small real files of every format, made from the paragraphs of one article."""

from __future__ import annotations

import html
import io
from email.message import EmailMessage

import pytest

HEADLINE = "Bangor ends tie with Tver after long debate"
PARAGRAPHS = [
    "BANGOR, Maine (WQNB) — The Bangor City Council voted 6-3 on Monday night to end its sister city tie with "
    "Tver, an industrial city northwest of Moscow.",
    "“We did not come to this lightly,” said Mayor Edith Pelkey, who voted with the majority. “But a tie has "
    "two ends, and we can only hold one of them.”",
    "Councilor Amos Thibodeau, who voted no, wanted to suspend the agreement of June 4, 1989, until the fighting "
    "stops.",
    "The Bangor–Tver Friendship Society has not said what will become of its 214 boxes of letters. Its treasurer "
    "called the vote “a door slammed on the wrong foot.”",
    "Tver lies about 4,300 miles from Bangor.",
]
ARTICLE = [HEADLINE, *PARAGRAPHS]


def as_text(parts: list[str] = ARTICLE) -> bytes:
    return "\n\n".join(parts).encode()


def as_markdown(parts: list[str] = ARTICLE) -> bytes:
    return ("# " + "\n\n".join(parts)).encode()


def page_of(parts: list[str], *, style: str = "", head: str = "") -> str:
    body = "".join(f"<p>{html.escape(part)}</p>" for part in parts[1:])
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(parts[0])}</title>'
        f"<style>{style}</style>{head}</head><body><article><h1>{html.escape(parts[0])}</h1>{body}</article>"
        "</body></html>"
    )


def as_html(parts: list[str] = ARTICLE) -> bytes:
    return page_of(parts).encode()


def as_pdf(parts: list[str] = ARTICLE, *, style: str = "") -> bytes:
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not installed")
    made: bytes = weasyprint.HTML(string=page_of(parts, style=style)).write_pdf()
    return made


def as_docx(parts: list[str] = ARTICLE) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(parts[0], 0)
    for part in parts[1:]:
        document.add_paragraph(part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def mail_of(parts: list[str] = ARTICLE) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Nell Gagnon <nell@society.example>"
    message["To"] = "council@bangor.example"
    message["Subject"] = parts[0]
    message["Date"] = "Tue, 15 Mar 2022 09:30:00 -0400"
    message.set_content("\n\n".join(parts[1:]))
    return message


def as_mail(parts: list[str] = ARTICLE) -> bytes:
    return mail_of(parts).as_bytes()
