"""Fingerpost reads the sources about a tie between two places and writes the briefing that cites them.

The names below load on first use, so that ``import fingerpost`` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from fingerpost.documents import Document, open_document
    from fingerpost.reading import Reading, read

__all__ = ["Document", "Reading", "__version__", "open_document", "read"]


def __getattr__(name: str) -> object:
    if name in {"Document", "open_document"}:
        import fingerpost.documents as home
    elif name in {"Reading", "read"}:
        import fingerpost.reading as home  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module 'fingerpost' has no attribute {name!r}")
    return getattr(home, name)
