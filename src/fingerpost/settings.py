"""Every environment variable Fingerpost looks at, in one place, each with its meaning."""

from __future__ import annotations

import os
from typing import NamedTuple


class Setting(NamedTuple):
    """An environment variable: its name, what it is for, and what holds where it is not set (in words)."""

    name: str
    meaning: str
    otherwise: str

    @property
    def value(self) -> str | None:
        """Give its value now; None where it is not set or empty."""
        return os.environ.get(self.name) or None


MODEL = Setting(
    "FINGERPOST_MODEL",
    "Name or folder of an installed spaCy pipeline for English, to read with in place of the small one. "
    "A larger model finds more and is slower.",
    "the small model that comes with Fingerpost",
)
CACHE = Setting(
    "FINGERPOST_CACHE",
    "Folder for the compiled gazetteer.",
    "`fingerpost` in `$XDG_CACHE_HOME`, or in `~/.cache`",
)
PLACES = Setting(
    "FINGERPOST_PLACES",
    "File with places of your own, added to the gazetteer.",
    "`fingerpost/places.csv` in `$XDG_CONFIG_HOME`, or in `~/.config`",
)
WORKERS = Setting(
    "FINGERPOST_WORKERS",
    "How many processes read when there are many sources.",
    "one per processor core",
)

SETTINGS = (MODEL, CACHE, PLACES, WORKERS)
