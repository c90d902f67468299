"""fingerpost add --mail: messages into the inbox, also straight from a mail server."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.register import register

if TYPE_CHECKING:
    from fingerpost.cli.add import Known
    from fingerpost.documents import DocumentError
    from fingerpost.documents.mailbox import Mail
    from fingerpost.web.casework.models import Case

TRY_LATER, NO_MAIL = 75, 65
"""What mail servers understand (EX_TEMPFAIL and EX_DATAERR of sysexits.h): keep it and try again; give it back."""
log = logging.getLogger("fingerpost.cli")


def add_mail(files: Sequence[str], known: Known, case_number: int | None, database: str | None) -> None:
    """Put the messages of files, folders and standard input into the inbox.

    Exits with NO_MAIL where one of them is none, after all others were taken, and with TRY_LATER where the register
    cannot be used now: no message is lost by an update, a full disk or a database that is away.
    """
    from fingerpost.cli.add import case_of

    refused = False
    try:
        with register(database):
            case = case_of(case_number)
            for found in _found(files):
                refused |= not _take(found, known, case)
    except SystemExit as error:
        raise SystemExit(TRY_LATER) from error
    except Exception as error:
        log.exception("Mail could not be taken.")
        raise SystemExit(TRY_LATER) from error
    if refused:
        raise SystemExit(NO_MAIL)


def _found(files: Sequence[str]) -> Iterator[Mail | DocumentError]:
    from fingerpost.documents import DocumentError
    from fingerpost.documents.limits import SOURCE_BYTES
    from fingerpost.documents.mailbox import message_of, messages

    for name in files:
        try:
            if name == "-":
                yield message_of(sys.stdin.buffer.read(SOURCE_BYTES + 1), "standard input")
            else:
                yield from messages(Path(name))
        except DocumentError as error:
            yield error


def _take(found: Mail | DocumentError, known: Known, case: Case | None) -> bool:
    """Receive one message and tell whether it was taken; the sentence says which it is."""
    from fingerpost.documents.mailbox import Mail, name_of
    from fingerpost.web.casework.working import add_source_to_case
    from fingerpost.web.evidence.receiving import Empty, TooLarge, receive_source

    if not isinstance(found, Mail):
        click.echo(str(found), err=True)
        return False
    try:
        source, new = receive_source(by=None, data=found.data, name=name_of(found.data), **known._asdict())
    except (Empty, TooLarge) as error:
        click.echo(str(error), err=True)
        return False
    if case is not None and not case.sources.filter(pk=source.pk).exists():
        add_source_to_case(by=None, case=case, source=source)
    click.echo(f"Source {source.pk}, {source}: {'in the inbox' if new else 'known already'}.")
    return True
