"""Word documents (DOCX), by python-docx: paragraphs, lists and tables in order, changes as accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from fingerpost.documents.archives import check_archive
from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dates import iso_date
from fingerpost.documents.draft import Draft, compose
from fingerpost.documents.errors import Broken, DocumentError, NoText
from fingerpost.documents.guarding import within_time
from fingerpost.documents.model import BlockKind, SourceDate
from fingerpost.documents.sniffing import DOCX

BROKEN = "is a damaged Word document. Get a fresh copy, or open it in a word processor and save it again."
NO_TEXT = "is a Word document without text; it may hold pictures only. Check that it is the right file."
CHANGES = "This document holds tracked changes; it was read as if all were accepted."

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset((W + "del", W + "moveFrom", W + "txbxContent", FALLBACK, W + "instrText", W + "delText"))
HOLDERS = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent")
)
CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
Parts = list[tuple[str, BlockKind | None]]


def draft_docx(data: bytes, name: str) -> Draft:
    """Give the draft of a Word document.

    Raises:
        TooLarge: it unpacks to more than the limits (a decompression bomb, or a very large book).
        Locked, NoText, Broken, TooSlow: see each.
    """
    return within_time(name, _draft, data, name)


def _draft(data: bytes, name: str) -> Draft:
    try:
        check_archive(data, name)
        import docx

        document = docx.Document(io.BytesIO(data))
        draft = _read(document)
    except DocumentError:
        raise
    except (Exception, RecursionError) as error:
        raise Broken(name, BROKEN) from error
    if not draft.pieces:
        raise NoText(name, NO_TEXT)
    return draft


def _read(document: Any) -> Draft:
    draft = Draft(media_type=DOCX, text="", pieces=[])
    body = document.element.body
    styles = {style.style_id: style.name for style in document.styles if style.style_id}
    parts: Parts = []
    for element in _blocks(body):
        if element.tag == W + "tbl":
            parts.extend(_rows(element))
        else:
            parts.extend(_paragraph(element, styles))
    if any(True for _ in body.iter(W + "ins", W + "del")):
        draft.warnings.append(CHANGES)
    draft.text, draft.pieces = compose(parts)
    _note_metadata(document.core_properties, draft)
    return draft


def _blocks(holder: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    for element in holder:
        if element.tag in (W + "p", W + "tbl"):
            yield element
        elif element.tag in HOLDERS:
            yield from _blocks(element)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[tuple[str, BlockKind | None]]:
    """Yield a paragraph's text, one part per line where it is broken by hand; then any text box in it."""
    kind = _kind(element, styles)
    for line in "".join(_characters(element)).split("\n"):
        yield " ".join(line.split()), kind
    for box in element.iter(W + "txbxContent"):
        if not any(holder.tag == FALLBACK for holder in box.iterancestors()):
            for inner in _blocks(box):
                yield " ".join("".join(_characters(inner)).split()), None


def _characters(element: Any) -> Iterator[str]:
    """Yield the text of runs, without deletions, field codes and text boxes."""
    for child in element:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        else:
            yield from _characters(child)


def _rows(table: Any) -> Iterator[tuple[str, BlockKind | None]]:
    """Yield a table's rows; one that only lays out the page (a single column) gives its paragraphs."""
    for row in table.iter(W + "tr"):
        cells = [child for child in row if child.tag == W + "tc"]
        if len(cells) == 1:
            for paragraph in _blocks(cells[0]):
                if paragraph.tag == W + "p":
                    yield " ".join("".join(_characters(paragraph)).split()), None
        else:
            texts = (" ".join("".join(_characters(cell)).split()) for cell in cells)
            yield " | ".join(words for words in texts if words), "other"


def _kind(element: Any, styles: dict[str, str]) -> BlockKind | None:
    """Give the kind that the paragraph's style or numbering tells."""
    properties = element.find(W + "pPr")
    if properties is None:
        return None
    style = properties.find(W + "pStyle")
    name = (styles.get(style.get(W + "val"), "") if style is not None else "").lower()
    if name.startswith(("heading", "title", "subtitle")):
        return "headline"
    if name.startswith("caption"):
        return "caption"
    return "list" if name.startswith("list") or properties.find(W + "numPr") is not None else None


def _note_metadata(about: Any, draft: Draft) -> None:
    try:
        draft.title = clean_line(about.title)
        draft.author = clean_line(about.author)
        for kind, value in (("created", about.created), ("modified", about.modified)):
            date = iso_date(value.date().isoformat()) if value else None
            if date:
                draft.dates.append(
                    SourceDate("created" if kind == "created" else "modified", date, f"file: {kind}")
                )
    except (ValueError, AttributeError, TypeError):
        return
    if draft.author and draft.author.lower() in ("python-docx", "author", "user", "admin"):
        draft.author = None
