"""A source as the reader sees it: canonical text, blocks, and where each date came from."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

BlockKind = Literal["headline", "dateline", "paragraph", "list", "caption", "promo", "signature", "other"]
PublishedFrom = Literal["given", "metadata", "text", "inferred", "unknown"]


class Block(Struct, frozen=True):
    """A stretch of the canonical text, half-open, in Unicode code points. Blocks never overlap."""

    kind: BlockKind
    start: int
    end: int


class SourceDate(Struct, frozen=True, rename={"found_in": "from"}):
    """A date the source carries. ``value`` is ISO 8601, perhaps reduced; ``found_in`` says where it stood."""

    kind: Literal["published", "modified", "sent", "created"]
    value: str
    found_in: str


class Document(Struct, frozen=True, kw_only=True):
    """One source, received and made readable. Offsets everywhere refer to ``text``, in code points."""

    id: str
    """``sha256:`` and the digest of the bytes as received."""
    name: str | None = None
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO 8601 date, perhaps reduced (``2022``, ``2022-03``)."""
    published_from: PublishedFrom = "unknown"
    language: str = "en"
    text: str
    blocks: tuple[Block, ...] = ()
    dates: tuple[SourceDate, ...] = ()
    attachments: tuple[Document, ...] = ()
    """Further documents that came inside this one (a mail's attachments)."""
    warnings: tuple[str, ...] = ()
    """What could not be read in this source, in plain sentences."""
