"""HTML pages: the article by trafilatura, dates from the page's own statements and by htmldate."""

from __future__ import annotations

import re
from typing import Any

from fingerpost.documents.canonical import canonical, clean_line
from fingerpost.documents.dates import iso_date
from fingerpost.documents.draft import Draft, compose
from fingerpost.documents.errors import NoText
from fingerpost.documents.guarding import within_time
from fingerpost.documents.html_plain import PlainPage, read_plainly
from fingerpost.documents.html_statements import note_statements
from fingerpost.documents.limits import HTML_ATTRIBUTES, HTML_DEPTH, HTML_ELEMENTS
from fingerpost.documents.model import BlockKind, SourceDate
from fingerpost.documents.sniffing import HTML

XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
LONGEST_CELL = 200
"""A cell with more characters holds running text: the table lays out the page."""
MIN_ARTICLE = 200
"""Shorter than this, in characters, an extracted article is doubted."""
PLAIN_READ = "No article was recognised in this page, so all its text was read; menus may be among it."
TOO_DEEP = "This page is nested very deeply or very large, so all its text was read; menus may be among it."
NO_TEXT = (
    "holds no text: the page may load its article by a program. Open it in a browser, copy the article, and "
    "save it as text or PDF."
)
BREAK = "\v"
"""Stands for a line break of the page while text is collected; a source's own ends of lines mean nothing."""
TWO_BREAKS = re.compile(r"\v\s*\v")
INLINE = frozenset(("hi", "ref", "del"))
KINDS: dict[str, BlockKind | None] = {"head": "headline", "item": "list", "p": None}
Parts = list[tuple[str, BlockKind | None]]


def draft_html(text: str, name: str) -> Draft:
    """Give the draft of decoded HTML.

    Raises:
        NoText: a page without text, such as one that loads its article by a program.
        TooSlow: see ``guarding.within_time``.
    """
    return within_time(name, _draft, text, name)


def _draft(text: str, name: str) -> Draft:
    text = XML_DECLARATION.sub("", text, count=1).replace("\0", "")
    page = read_plainly(text)
    draft = Draft(media_type=HTML, text="", pieces=[])
    if page.depth > HTML_DEPTH or page.elements > HTML_ELEMENTS or page.attributes > HTML_ATTRIBUTES:
        parts = page.parts
        draft.warnings.append(TOO_DEEP)
    else:
        parts = _article(text, page, draft)
    draft.text, draft.pieces = compose(parts)
    if not draft.pieces:
        raise NoText(name, NO_TEXT)
    return draft


def draft_letter(text: str, subject: str | None) -> Draft:
    """Give the draft of a mail's HTML: all its text, under its subject."""
    page = read_plainly(XML_DECLARATION.sub("", text, count=1))
    parts = (
        page.parts
        if not subject or page.parts[:1] == [(subject, "headline")]
        else [
            (subject, "headline"),
            *page.parts,
        ]
    )
    draft = Draft(media_type=HTML, text="", pieces=[])
    draft.text, draft.pieces = compose(parts)
    return draft


def _article(text: str, page: PlainPage, draft: Draft) -> Parts:
    """Give the parts of the page's article, and note its metadata in the draft."""
    import trafilatura
    from lxml import html as lxml_html

    tree = lxml_html.document_fromstring(canonical(text)[0])
    note_statements(tree, draft)
    _write_out_quotes(tree)
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    parts: Parts = []
    if found is not None:
        _note_metadata(found, draft)
        _walk(found.body, parts)
    length = sum(len(words) for words, _ in parts)
    plain = sum(len(words) for words, _ in page.parts)
    if length < MIN_ARTICLE and plain > 2 * length:
        draft.warnings.append(PLAIN_READ)
        return page.parts
    return _with_title(_with_captions(parts, page.captions), draft.title)


def _write_out_quotes(tree: Any) -> None:
    """Put marks around quotations that the page leaves to the browser to mark."""
    for quote in list(tree.iter("q")):
        quote.tag = "span"
        quote.text = "“" + (quote.text or "")
        if len(quote):
            quote[-1].tail = (quote[-1].tail or "") + "”"
        else:
            quote.text += "”"


def _with_title(parts: Parts, title: str | None) -> Parts:
    """Put the title above the article unless it stands there already; it is the page's own headline."""
    title = clean_line(title)
    if not title or any(" ".join(words.split()) == title for words, _ in parts[:4]):
        return parts
    return [(title, "headline"), *parts]


def _with_captions(parts: Parts, captions: list[str]) -> Parts:
    """Mark captions as such, and put those that the extractor left out after the article."""
    known = set(captions)
    marked: Parts = [
        (words, "caption" if " ".join(words.split()) in known else kind) for words, kind in parts
    ]
    present = {" ".join(words.split()) for words, _ in parts}
    return marked + [(words, "caption") for words in dict.fromkeys(captions) if words not in present]


def _walk(element: Any, parts: Parts, kind: BlockKind | None = None) -> None:
    """Collect the texts of trafilatura's tree in order: headings, paragraphs, list items, rows of tables."""
    words = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            words.append(BREAK)
        elif child.tag in INLINE:
            words.append("".join(child.itertext()))
        elif child.tag != "graphic":
            _flush(words, parts, kind)
            if child.tag == "table":
                _walk_table(child, parts)
            else:
                _walk(child, parts, KINDS.get(child.tag, kind))
        words.append(child.tail or "")
    _flush(words, parts, kind)


def _walk_table(table: Any, parts: Parts) -> None:
    """Collect a table by rows; one that only lays out the page, by what its cells hold."""
    for row in table.iter("row"):
        texts = _texts(row)
        if max(map(len, texts), default=0) > LONGEST_CELL:
            for cell in row.iter("cell"):
                _walk(cell, parts)
        else:
            parts.append((" | ".join(texts), "other"))


def _flush(words: list[str], parts: Parts, kind: BlockKind | None) -> None:
    """Move the words collected to the parts; a doubled line break in them parts two paragraphs."""
    for text in TWO_BREAKS.split("".join(words)):
        parts.append((" ".join(text.split()), kind))
    words.clear()


def _texts(row: Any) -> list[str]:
    return [words for cell in row.iter("cell") if (words := " ".join("".join(cell.itertext()).split()))]


def _note_metadata(found: Any, draft: Draft) -> None:
    draft.title = clean_line(found.title)
    draft.author = clean_line((found.author or "").replace("; ", " and ")) or draft.author
    draft.publisher = draft.publisher or clean_line(found.sitename)
    draft.url = clean_line(found.url)
    value = iso_date(found.date)
    if value and not any(date.kind == "published" for date in draft.dates):
        # htmldate looked through visible text and the address too, and does not say where it found it
        draft.dates.append(SourceDate("published", value, "text: found by htmldate"))
