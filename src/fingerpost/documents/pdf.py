"""PDF files that hold text, by pypdf: paragraphs are put together again from lines and their places."""

from __future__ import annotations

import io
from typing import Any

from fingerpost.documents import limits
from fingerpost.documents.canonical import clean_line
from fingerpost.documents.draft import Draft, compose
from fingerpost.documents.errors import Broken, Locked, NoText, TooLarge
from fingerpost.documents.guarding import within_time
from fingerpost.documents.model import SourceDate
from fingerpost.documents.pdf_lines import PdfLine, paragraphs
from fingerpost.documents.sniffing import PDF

BROKEN = "is a damaged PDF. Get a fresh copy, or print it to PDF again."
LOCKED = "is locked with a password. Save a copy without the password, then try again."
SCANNED = (
    "is a PDF without text, probably a scan. Run text recognition (OCR) on it, or get the document it was "
    "printed from."
)
BOMB = "unpacks to more than {size} MB in one stream, so it was not opened. Print it to PDF again."
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
"""Letters that a typesetter cast as one."""
MIN_CHARACTERS_A_PAGE = 3
"""Fewer than this on average, and the pages are pictures with at most a stamp on them."""


def draft_pdf(data: bytes, name: str) -> Draft:
    """Give the draft of a PDF.

    Raises:
        Locked, NoText, Broken, TooLarge, TooSlow: encrypted; without text; damaged; past the limits.
    """
    return within_time(name, _draft, data, name)


def _draft(data: bytes, name: str) -> Draft:
    import logging

    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, WrongPasswordError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it remarks on every small fault of a file
    size = limits.PDF_STREAM_BYTES
    bounds: dict[str, Any] = {
        f"{kind}_maximum_output_length": size for kind in ("zlib", "lzw", "run_length", "array_based_stream")
    }
    try:
        with pypdf.apply_configuration(maximum_declared_stream_length=size, **bounds):
            return _read(pypdf.PdfReader(io.BytesIO(data)), name)
    except (FileNotDecryptedError, WrongPasswordError, DependencyError) as error:
        raise Locked(name, LOCKED) from error
    except LimitReachedError as error:
        raise TooLarge(name, BOMB.format(size=size // 1_000_000)) from error
    except (Locked, NoText, TooLarge):
        raise
    except (Exception, RecursionError) as error:
        raise Broken(name, BROKEN) from error


def _read(reader: Any, name: str) -> Draft:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked(name, LOCKED)
    draft = Draft(media_type=PDF, text="", pieces=[])
    lines, pages = _lines(reader, draft)
    if sum(len(line.text) for line in lines) < MIN_CHARACTERS_A_PAGE * pages + 1:
        raise NoText(name, SCANNED)
    draft.text, draft.pieces = compose([(words, None) for words in paragraphs(lines)])
    _note_metadata(reader, draft)
    return draft


def _lines(reader: Any, draft: Draft) -> tuple[list[PdfLine], int]:
    """Give the lines of all pages with their places, and the number of pages looked at."""
    lines: list[PdfLine] = []
    size = unread = 0
    pages = min(len(reader.pages), limits.PDF_PAGES)
    for number in range(pages):
        found = _page_lines(reader.pages[number], number)
        lines.extend(found)
        unread += not found
        size += sum(len(line.text) for line in found)
        if size > limits.TEXT_CHARACTERS:
            pages = number + 1
            break
    if len(reader.pages) > pages:
        draft.warnings.append(f"Only the first {pages:,} of {len(reader.pages):,} pages were read.")
    if lines and unread:
        draft.warnings.append(f"{unread:,} of {pages:,} pages hold no text; they may be scans or pictures.")
    return lines, pages


def _page_lines(page: Any, number: int) -> list[PdfLine]:
    """Give the lines of one page, in the order in which the page sets them."""
    lines: list[PdfLine] = []
    words: list[str] = []
    place = (0.0, 0.0, 0.0)

    def visit(text: str, matrix: Any, text_matrix: Any, _font: Any, size: float) -> None:
        nonlocal place
        for part in text.splitlines(keepends=True):
            bare = part.rstrip("\n")
            if bare.strip() and not "".join(words).strip():
                place = _place(matrix, text_matrix, size)
            words.append(bare)
            if part.endswith("\n"):
                finish()

    def finish() -> None:
        line = " ".join("".join(words).translate(LIGATURES).split())
        words.clear()
        if line:
            lines.append(PdfLine(line, *place, number))

    page.extract_text(visitor_text=visit)
    finish()
    if not lines and (contents := page.get_contents()) is not None:
        contents.get_data()  # raises what extract_text passes over: a stream beyond the limits
    return lines


def _place(matrix: Any, text_matrix: Any, size: float) -> tuple[float, float, float]:
    """Give x, y (upwards) and size of a text, in points of the page."""
    x, y = float(text_matrix[4]), float(text_matrix[5])
    scale = abs(float(text_matrix[3]) * float(matrix[3])) or 1.0
    return (
        float(matrix[0]) * x + float(matrix[2]) * y + float(matrix[4]),
        float(matrix[1]) * x + float(matrix[3]) * y + float(matrix[5]),
        abs(float(size)) * scale,
    )


def _note_metadata(reader: Any, draft: Draft) -> None:
    """Note the file's own title, author and dates; many are the program's invention, so dates are no more."""
    try:
        about = reader.metadata
        draft.author = clean_line(about.author) if about else None
        created, modified = (about.creation_date, about.modification_date) if about else (None, None)
    except Exception:  # metadata may hold anything; the text does not depend on it
        return
    if created:
        draft.dates.append(SourceDate("created", created.date().isoformat(), "file: CreationDate"))
    if modified:
        draft.dates.append(SourceDate("modified", modified.date().isoformat(), "file: ModDate"))
