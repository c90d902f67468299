"""Markdown, by markdown-it: the text a reader would see, headings and lists kept as such."""

from __future__ import annotations

import re
from typing import Any

from fingerpost.documents.canonical import canonical, clean_line
from fingerpost.documents.dates import iso_date, written_date
from fingerpost.documents.draft import Draft, compose
from fingerpost.documents.guarding import within_time
from fingerpost.documents.model import BlockKind, SourceDate
from fingerpost.documents.sniffing import FRONT_MATTER, MARKDOWN

FIELD = re.compile(r"([A-Za-z_][\w -]{0,40}):[ \t]*(.*)")
PUBLISHED_FIELDS = ("published", "date", "published_at", "publishdate", "pubdate", "created")
Parts = list[tuple[str, BlockKind | None]]


def draft_markdown(text: str, name: str) -> Draft:
    """Give the draft of decoded Markdown. Marks are left out; the words stay as they are.

    Raises:
        TooSlow: see ``guarding.within_time``.
    """
    return within_time(name, _draft, text)


def _draft(text: str) -> Draft:
    from markdown_it import MarkdownIt

    text, warnings = canonical(text)
    draft = Draft(media_type=MARKDOWN, text="", pieces=[], warnings=warnings)
    matter = FRONT_MATTER.match(text)
    if matter:
        _note_fields(matter.group(), draft)
        text = text[matter.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    draft.text, draft.pieces = compose(_parts(tokens))
    return draft


def _parts(tokens: list[Any]) -> Parts:
    parts: Parts = []
    holders: list[str] = []
    cells: list[str] = []
    mark = ""
    for token in tokens:
        if token.nesting == 1:
            holders.append(token.type)
            if token.type == "list_item_open":
                mark = f"{token.info}{token.markup} "
        elif token.nesting == -1:
            holders.pop()
            if token.type == "tr_close":
                parts.append((" | ".join(cells), "other"))
                cells = []
        elif token.type == "inline":
            words = _words(token)
            if holders[-1] in ("td_open", "th_open"):
                cells.append(words)
            else:
                # the mark stays: a number is cited by, and a dash tells the item from the line above
                parts.extend((line, _kind(holders, token)) for line in (mark + words).split("\n"))
                mark = ""
        elif token.type in ("fence", "code_block"):
            parts.extend((line, None) for line in token.content.split("\n"))
        elif token.type == "html_block":
            parts.append((re.sub(r"<!--.*?-->|<[^>]*>", " ", token.content, flags=re.S), None))
    return parts


def _kind(holders: list[str], token: Any) -> BlockKind | None:
    if "heading_open" in holders:
        return "headline"
    children = token.children or ()
    is_picture = children and all(child.type == "image" or not child.content.strip() for child in children)
    return "caption" if is_picture else None


def _words(token: Any) -> str:
    """Give the words of inline tokens; a line broken by hand stays broken, a wrapped one does not."""
    words = []
    for child in token.children or ():
        if child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
        elif child.type != "html_inline":
            words.append(child.content)
    return "".join(words)


def _note_fields(matter: str, draft: Draft) -> None:
    """Note what the front matter states: title, author, date, publisher, address, language."""
    fields = {}
    for line in matter.split("\n"):
        if match := FIELD.match(line):
            fields[match.group(1).strip().lower()] = match.group(2).strip().strip("\"'")
    draft.title = clean_line(fields.get("title"))
    draft.author = clean_line(fields.get("author") or fields.get("authors"))
    draft.publisher = clean_line(fields.get("publisher") or fields.get("site"))
    draft.url = clean_line(fields.get("url") or fields.get("source"))
    draft.language = clean_line(fields.get("lang") or fields.get("language"))
    for key in PUBLISHED_FIELDS:
        value = fields.get(key, "")
        found = written_date(value)
        if date := iso_date(value) or (found.value if found else None):
            draft.dates.append(SourceDate("published", date, f"front matter: {key}"))
            return
