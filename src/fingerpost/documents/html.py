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
from fingerpost.documents.limits import HTML_ATTRIBUTES, HTML_DEPTH, HTML_ELEMENTS
from fingerpost.documents.model import BlockKind, SourceDate
from fingerpost.documents.sniffing import HTML

XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
MIN_ARTICLE = 200
"""Shorter than this, in characters, an extracted article is doubted."""
PLAIN_READ = "No article was recognised in this page, so all its text was read; menus may be among it."
TOO_DEEP = "This page is nested very deeply or very large, so all its text was read; menus may be among it."
NO_TEXT = (
    "holds no text: the page may load its article by a program. Open it in a browser, copy the article, and "
    "save it as text or PDF."
)
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
    _note_statements(tree, draft)
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


def _walk(body: Any, parts: Parts) -> None:
    """Collect the texts of trafilatura's tree, one per heading, paragraph, list item, table row."""
    for element in body:
        tag = element.tag
        if tag in ("list", "quote", "div", "body"):
            if (element.text or "").strip():
                parts.append((element.text, None))
            _walk(element, parts)
        elif tag == "table":
            parts.extend((" | ".join(_texts(row)), None) for row in element.iter("row") if any(_texts(row)))
        elif tag not in ("graphic", "lb"):
            kind: BlockKind | None = "headline" if tag == "head" else "list" if tag == "item" else None
            for words in "\n".join(_lines(element)).split("\n\n"):
                parts.append((" ".join(words.split()), kind))
        if (element.tail or "").strip():
            parts.append((" ".join(element.tail.split()), None))


def _lines(element: Any) -> list[str]:
    """Give the text of an element; a doubled line break in it parts two paragraphs."""
    lines = [""]
    for event in element.iter():
        if event.tag == "lb":
            lines.append("")
        else:
            lines[-1] += event.text or ""
        if event is not element:
            lines[-1] += event.tail or ""
    return lines


def _texts(row: Any) -> list[str]:
    return [words for cell in row.iter("cell") if (words := " ".join("".join(cell.itertext()).split()))]


def _note_metadata(found: Any, draft: Draft) -> None:
    draft.title = clean_line(found.title)
    draft.author = clean_line((found.author or "").replace("; ", " and "))
    draft.publisher = draft.publisher or clean_line(found.sitename)
    draft.url = clean_line(found.url)
    value = iso_date(found.date)
    if value and not any(date.kind == "published" for date in draft.dates):
        # htmldate looked through visible text and addresses too, and does not say where it found it
        draft.dates.append(SourceDate("published", value, "page: found by htmldate"))


PUBLISHED_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
MODIFIED_KEYS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)


def _note_statements(tree: Any, draft: Draft) -> None:
    """Note what the page states about itself in so many words: language, dates, publisher."""
    draft.language = clean_line(tree.get("lang") or tree.get("xml:lang"))
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key and meta.get("content"):
            stated.setdefault(key, meta.get("content"))
    for key in PUBLISHED_KEYS:
        _note_date(draft, "published", stated.get(key), f"page: meta {key}")
    draft.publisher = clean_line(stated.get("og:site_name"))
    for item in _linked_data(tree):
        _note_date(draft, "published", item.get("datePublished"), "page: JSON-LD datePublished")
        _note_date(draft, "modified", item.get("dateModified"), "page: JSON-LD dateModified")
    for key in MODIFIED_KEYS:
        _note_date(draft, "modified", stated.get(key), f"page: meta {key}")


def _note_date(draft: Draft, kind: str, value: object, found_in: str) -> None:
    date = iso_date(value) if isinstance(value, str) else None
    if date and not any(known.kind == kind for known in draft.dates):
        draft.dates.append(SourceDate("published" if kind == "published" else "modified", date, found_in))


def _linked_data(tree: Any) -> list[dict[str, Any]]:
    """Give the objects of the page's JSON-LD that are articles, or that state a date of publication."""
    import json

    objects: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(objects) < 100:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(value[:100])
            elif isinstance(value, dict):
                waiting.extend(
                    value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value
                )
                if "datePublished" in value or "dateModified" in value:
                    objects.append(value)
    objects.sort(key=lambda item: "article" not in str(item.get("@type")).lower())
    return objects
