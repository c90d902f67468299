"""What Django needs before its settings can be read: the data folder, the database, the secret."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from fingerpost import settings as chosen
from fingerpost.web.errors import BadDatabase, BadMail

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; PRAGMA foreign_keys=ON;"
)
"""FULL: what was answered as saved survives a power cut as well as a killed process."""

CONNECT_SECONDS = 10
"""A PostgreSQL server that does not answer within this time is away."""


def data_folder() -> Path:
    """Give the folder for the register: ``FINGERPOST_DATA``, or the user's data folder; made if missing."""
    if given := chosen.DATA.value:
        folder = Path(given)
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "fingerpost"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def database_of(address: str | None, data: Path) -> dict[str, Any]:
    """Give Django's description of a database.

    Args:
        address: ``postgresql://user:password@host:port/name?option=value``, or ``sqlite:///path``;
            None: SQLite in the data folder.
        data: the data folder.

    Raises:
        BadDatabase: the address names no database that Fingerpost can use.
    """
    parts = urlsplit(address or f"sqlite:///{data / 'register.sqlite3'}")
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")) if address else data / "register.sqlite3",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS, "timeout": 20},
        }
    if parts.scheme in {"postgresql", "postgres"}:
        try:
            port = parts.port
        except ValueError as error:
            raise BadDatabase("The port in FINGERPOST_DATABASE is not a number.") from error
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": CONNECT_SECONDS, **dict(parse_qsl(parts.query))},
        }
    kind = f'begins with "{parts.scheme}:"' if parts.scheme else "names no kind of database"
    raise BadDatabase(
        f"The database address {kind}. "
        "Write postgresql://user:password@host/name, or leave it out to use SQLite."
    )


class Mail(NamedTuple):
    """A mail server, or none: then nothing is sent."""

    backend: str
    sender: str = "fingerpost@localhost"
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_of(address: str | None) -> Mail:
    """Give the mail server of an address.

    Args:
        address: ``smtp://user:password@host:587?from=desk@example.org``, encrypted from the first byte as
            ``smtps://``; with a user, ``smtp://`` asks for STARTTLS.

    Raises:
        BadMail: the address names no mail server.
    """
    if not address:
        return Mail("django.core.mail.backends.dummy.EmailBackend")
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError as error:
        raise BadMail("The port in FINGERPOST_MAIL is not a number.") from error
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadMail(
            "FINGERPOST_MAIL names no mail server. Write smtp://user:password@host:587?from=desk@example.org"
        )
    tls, user = parts.scheme == "smtps", unquote(parts.username or "")
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        sender=dict(parse_qsl(parts.query)).get("from") or f"fingerpost@{parts.hostname}",
        host=parts.hostname,
        port=port or (465 if tls else 587 if user else 25),
        user=user,
        password=unquote(parts.password or ""),
        starttls=bool(user) and not tls,
        tls=tls,
    )


def secret_key(data: Path) -> str:
    """Give the key that signs sessions: ``FINGERPOST_SECRET``, or one made once and kept in the data folder."""
    if given := chosen.SECRET.value:
        return given
    path = data / "secret"
    if not path.exists():
        _keep_secret(path)
    return path.read_text("ascii").strip()


def _keep_secret(path: Path) -> None:
    """Write a new secret, whole or not at all; the first of several that do so at once wins."""
    partial = path.with_name(f".secret.{os.getpid()}.part")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(partial, path)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def start_django() -> None:
    """Make Django ready in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fingerpost.web.settings")
    import django

    django.setup()
