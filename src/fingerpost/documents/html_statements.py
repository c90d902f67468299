"""What an HTML page states about itself in so many words: language, dates, author, publisher."""

from __future__ import annotations

from typing import Any

from fingerpost.documents.canonical import clean_line
from fingerpost.documents.dates import iso_date
from fingerpost.documents.draft import Draft
from fingerpost.documents.model import SourceDate

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


def note_statements(tree: Any, draft: Draft) -> None:
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
        draft.author = draft.author or _name(item.get("author"))
        draft.publisher = draft.publisher or _name(item.get("publisher"))
        _note_date(draft, "published", item.get("datePublished"), "page: JSON-LD datePublished")
        _note_date(draft, "modified", item.get("dateModified"), "page: JSON-LD dateModified")
    for key in MODIFIED_KEYS:
        _note_date(draft, "modified", stated.get(key), f"page: meta {key}")


def _note_date(draft: Draft, kind: str, value: object, found_in: str) -> None:
    date = iso_date(value) if isinstance(value, str) else None
    if date and not any(known.kind == kind for known in draft.dates):
        draft.dates.append(SourceDate("published" if kind == "published" else "modified", date, found_in))


def _name(value: object) -> str | None:
    """Give the name that linked data states: a string, an object with a name, or a list of either."""
    if isinstance(value, list):
        return clean_line(
            " and ".join(name for item in value[:5] if not isinstance(item, list) and (name := _name(item)))
        )
    if isinstance(value, dict):
        value = value.get("name")
    return clean_line(value) if isinstance(value, str) else None


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
