"""What the commands on a register share: which database, and faults as plain sentences."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

FULL = "The disk that holds the register is full, so nothing was saved. Make room, then try again."


def database_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--database`` to a command."""
    return click.option(
        "--database", metavar="ADDRESS", help="As postgresql://user:password@host/name; otherwise SQLite."
    )(command)


@contextmanager
def register(database: str | None, *, make: bool = False) -> Iterator[None]:
    """Open the register for a command, which exits with 1 and one sentence where it cannot do its work.

    Args:
        database: the address given on the command line.
        make: whether the command may make the tables, or bring them up to date; otherwise it changes none.
    """
    from fingerpost.errors import PlainError

    if database:
        os.environ["FINGERPOST_DATABASE"] = database
    try:
        with _refused():
            _open(make)
            yield
    except PlainError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error


def _open(make: bool) -> None:
    from fingerpost.web.errors import WebError
    from fingerpost.web.setup import start_django

    try:
        start_django()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WebError(
            f"{error.filename or 'The data folder'} cannot be used: {reason}. "
            "Make room or give the rights to it, or set FINGERPOST_DATA to another folder."
        ) from error
    from fingerpost.web.migrating import migrate
    from fingerpost.web.transfer.state import require_current

    if make:
        migrate()
    else:
        require_current()


@contextmanager
def _refused() -> Iterator[None]:
    """Turn what a database says of itself into a sentence."""
    from django.core.exceptions import ValidationError
    from django.db import OperationalError

    from fingerpost.web.errors import WebError
    from fingerpost.web.trouble import Trouble, trouble_of

    try:
        yield
    except OperationalError as error:
        if trouble_of(error) is Trouble.FULL:
            raise WebError(FULL) from error
        said = " ".join(str(error).split())
        raise WebError(
            f"The database cannot be used: {said} Check its address and whether it runs."
        ) from error
    except ValidationError as error:
        raise WebError(" ".join(error.messages)) from error
