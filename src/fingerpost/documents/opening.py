"""Open a source: find its type from its content, make its text canonical, tell its blocks apart."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from fingerpost.documents.model import Block, BlockKind, Document

PROMO = re.compile(r"\s*(RELATED|READ MORE|MORE|SEE ALSO|WATCH)\s*:", re.IGNORECASE)


def open_document(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    published: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Document:
    """Give the Document of a path or of bytes."""
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    text = data.decode("utf-8")
    blocks = []
    for line in re.finditer(r"[^\n]+", text):
        if line.group().strip():
            kind: BlockKind = "promo" if PROMO.match(line.group()) else "paragraph"
            blocks.append(Block(kind, line.start(), line.end()))
    return Document(
        id="sha256:" + hashlib.sha256(data).hexdigest(),
        name=name or (None if isinstance(source, bytes) else str(source)),
        publisher=publisher,
        url=url,
        published=published,
        published_from="given" if published else "unknown",
        text=text,
        blocks=tuple(blocks),
    )
