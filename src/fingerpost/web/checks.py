"""System checks: dangerous or mistaken settings, each with what to do about it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Risk

from fingerpost import settings as chosen
from fingerpost.places.additions import read_additions
from fingerpost.places.errors import BadAdditionError
from fingerpost.reading.apart import LEAST_MEGABYTES
from fingerpost.reading.errors import ModelMissing
from fingerpost.web.logs import JSON, LEVELS, TEXT

LOCAL = {"localhost", "127.0.0.1", "[::1]", "::1"}
SHORTEST_SECRET = 32
PREFIX = "FINGERPOST_"


@register()
def check_settings(**_: Any) -> list[CheckMessage]:
    """Look at every setting that has gone wrong somewhere."""
    return [
        *_switches(),
        *_hosts(),
        *_secret(Path(settings.DATA)),
        *_database(),
        *_mail(),
        *_logs(),
        *_reading(),
        *_misspelt(),
    ]


def _switches() -> Iterable[CheckMessage]:
    for setting in (chosen.HTTPS, chosen.FETCH, chosen.SECOND_READER):
        value = setting.value
        if value not in {None, "yes", "no"}:
            yield Error(
                f'{setting.name} is "{value}", which is neither yes nor no.',
                hint=f"Write {setting.name}=yes, or leave it out.",
                id="fingerpost.E001",
            )


def _hosts() -> Iterable[CheckMessage]:
    hosts = [host.strip() for host in settings.ALLOWED_HOSTS]
    if "*" in hosts:
        yield Error(
            "FINGERPOST_HOSTS lets every host name through, so that links in mails can be forged.",
            hint="Name the hosts under which Fingerpost is reached, as FINGERPOST_HOSTS=ties.example.org",
            id="fingerpost.E002",
        )
    for host in hosts:
        if "/" in host or " " in host or not host:
            yield Error(
                f'FINGERPOST_HOSTS has "{host}", which is no host name.',
                hint="Write names without https:// and with commas between them.",
                id="fingerpost.E003",
            )
    if not set(hosts) <= LOCAL and not settings.HTTPS:
        yield Risk(
            "Fingerpost is reached from other machines, and passwords go there without encryption.",
            hint="Put a proxy that speaks HTTPS in front, and set FINGERPOST_HTTPS=yes.",
            id="fingerpost.W001",
        )


def _secret(data: Path) -> Iterable[CheckMessage]:
    if chosen.SECRET.value and len(chosen.SECRET.value) < SHORTEST_SECRET:
        yield Error(
            f"FINGERPOST_SECRET has {len(chosen.SECRET.value)} characters and can be guessed.",
            hint=f"Give it at least {SHORTEST_SECRET} random characters, or leave it out: one is then made.",
            id="fingerpost.E004",
        )
    path = data / "secret"
    if not chosen.SECRET.value and path.exists() and os.name == "posix":
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            yield Error(
                f"{path} can be read by other users of this machine, who could sign in as anybody.",
                hint=f"chmod 600 {path}, and restart.",
                id="fingerpost.E005",
            )


def _database() -> Iterable[CheckMessage]:
    address = chosen.DATABASE.value
    if not address:
        return
    parts = urlsplit(address)
    remote = parts.hostname and parts.hostname not in LOCAL
    if parts.scheme.startswith("postgres") and remote and "sslmode=" not in parts.query:
        yield Risk(
            f"The database is on {parts.hostname}, and the way there may go unencrypted.",
            hint="Add ?sslmode=verify-full to FINGERPOST_DATABASE, or ?sslmode=disable on a network of your own.",
            id="fingerpost.W002",
        )
    if parts.scheme.startswith("postgres") and not chosen.SECRET.value:
        yield Risk(
            "Each machine that serves this database makes a secret of its own, so sign-ins hold on one only.",
            hint="Give all of them the same FINGERPOST_SECRET.",
            id="fingerpost.W003",
        )


def _mail() -> Iterable[CheckMessage]:
    mail = settings.MAIL
    if mail.host and mail.sender == f"fingerpost@{mail.host}":
        yield Risk(
            f"Mail is sent from {mail.sender}, which may not exist.",
            hint="Add ?from=desk@your-city.example to FINGERPOST_MAIL.",
            id="fingerpost.W004",
        )


def _logs() -> Iterable[CheckMessage]:
    for setting, values in ((chosen.LOG, (TEXT, JSON)), (chosen.LOG_LEVEL, LEVELS)):
        if setting.value and setting.value not in values:
            yield Error(
                f'{setting.name} is "{setting.value}".',
                hint=f"Choose one of {', '.join(values)}.",
                id="fingerpost.E006",
            )


def _reading() -> Iterable[CheckMessage]:
    """Say now what would otherwise be said of each source that is read."""
    least_of = {chosen.WORKERS: 1, chosen.READING_MEMORY: LEAST_MEGABYTES, chosen.READING_SECONDS: 1}
    for setting, least in least_of.items():
        value = setting.value
        if value and not (value.isdecimal() and int(value) >= least):
            yield Error(
                f'{setting.name} is "{value}".',
                hint=f"Set it to a whole number from {least} up.",
                id="fingerpost.E007",
            )
    model = chosen.MODEL.value
    if model and not Path(model).exists() and not (model.isidentifier() and find_spec(model)):
        yield Error(str(ModelMissing(model)), id="fingerpost.E008")
    try:
        read_additions()
    except BadAdditionError as error:
        yield Error(
            str(error), hint="Mend the file of your own places, or take it away.", id="fingerpost.E009"
        )


def _misspelt() -> Iterable[CheckMessage]:
    known = [setting.name.removeprefix(PREFIX) for setting in chosen.SETTINGS]
    for name in sorted(os.environ):
        rest = name.removeprefix(PREFIX)
        if (
            name.startswith(PREFIX)
            and rest not in known
            and (meant := get_close_matches(rest, known, 1, 0.8))
        ):
            yield Risk(
                f"{name} is set, and is no setting.",
                hint=f"{PREFIX}{meant[0]} may be meant.",
                id="fingerpost.W005",
            )


def refuse_mistakes() -> list[str]:
    """Run the checks: raise for what must not be served, and give the warnings as sentences.

    Raises:
        BadSettings: a setting would do harm; with every such setting and its remedy.
    """
    from django.core.checks import ERROR, run_checks

    from fingerpost.web.errors import BadSettings

    found = [message for message in run_checks() if str(message.id).startswith("fingerpost.")]
    errors = [_sentence(message) for message in found if message.level >= ERROR]
    if errors:
        raise BadSettings("\n".join(errors))
    return [_sentence(message) for message in found]


def _sentence(message: CheckMessage) -> str:
    return f"{message.msg} {message.hint or ''}".strip()
