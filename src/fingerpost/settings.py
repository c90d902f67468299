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

DATA = Setting(
    "FINGERPOST_DATA",
    "Folder for the register: its SQLite database and its secret.",
    "`fingerpost` in `$XDG_DATA_HOME`, or in `~/.local/share`",
)
DATABASE = Setting(
    "FINGERPOST_DATABASE",
    "Address of the register's database, as `postgresql://user:password@host/name`.",
    "SQLite in the data folder",
)
SECRET = Setting(
    "FINGERPOST_SECRET",
    "The key that signs sessions. Several web processes must share it.",
    "a key made once and kept in the data folder",
)
HOSTS = Setting(
    "FINGERPOST_HOSTS",
    "Names under which the desk is reached, with commas between them.",
    "this machine only",
)
HTTPS = Setting(
    "FINGERPOST_HTTPS",
    "`yes` where a proxy in front speaks HTTPS: cookies are then sent over HTTPS only.",
    "plain HTTP",
)
FETCH = Setting(
    "FINGERPOST_FETCH",
    "`yes` lets contributors name an address for the server to fetch a source from.",
    "nothing is fetched",
)
MAIL = Setting(
    "FINGERPOST_MAIL",
    "Address of the mail server, as `smtp://user:password@host:587?from=desk@example.org`.",
    "mail is shown to the administrator and not sent",
)

SECOND_READER = Setting(
    "FINGERPOST_SECOND_READER",
    "`yes` asks for two different reviewers before a finding that something was decided is accepted.",
    "one reviewer is enough",
)

LOG = Setting(
    "FINGERPOST_LOG",
    "`json` writes each line of the log as a JSON object, for programs.",
    "`text`, for people",
)
LOG_LEVEL = Setting(
    "FINGERPOST_LOG_LEVEL",
    "The least that is logged: `debug`, `info` (every request), `warning` or `error`.",
    "`warning`",
)
READING_MEMORY = Setting(
    "FINGERPOST_READING_MEMORY",
    "Most memory, in megabytes, that reading a source on the desk may take; one that takes more is not read.",
    "half of the machine's memory, at least 1000",
)
READING_SECONDS = Setting(
    "FINGERPOST_READING_SECONDS",
    "Longest time, in seconds, that reading a source on the desk may take; one that takes longer is not read.",
    "600",
)

SETTINGS = (
    MODEL,
    CACHE,
    PLACES,
    WORKERS,
    DATA,
    DATABASE,
    SECRET,
    HOSTS,
    HTTPS,
    FETCH,
    MAIL,
    SECOND_READER,
    LOG,
    LOG_LEVEL,
    READING_MEMORY,
    READING_SECONDS,
)
