"""fingerpost add: sources into the register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from fingerpost.cli.register import database_option, register
from fingerpost.cli.sources import check_date, source_options

if TYPE_CHECKING:
    from fingerpost.web.casework.models import Case


class Known(NamedTuple):
    """What the caller knows of the sources; empty where nothing."""

    published: str
    url: str
    publisher: str


@click.command(short_help="Add sources to the register, and read them.")
@source_options
@click.option("--case", "case_number", type=int, metavar="NUMBER", help="Put them into this case.")
@click.option("--mail", is_flag=True, help="Each FILE is mail: a message, an mbox file, or a Maildir.")
@database_option
def add(
    files: tuple[str, ...],
    published: str | None,
    url: str | None,
    publisher: str | None,
    case_number: int | None,
    mail: bool,
    database: str | None,
) -> None:
    """Add each FILE to the register and read it ("-" is standard input); what was found waits for review.

    The same bytes twice are one source. Exits with 1 where a file could not be added or read, after all others have
    been.

    With --mail nothing is read here: the messages are in the inbox, and the desk reads them, what came attached to
    them too. "-" is then one message, as a mail server hands it to a program: exits with 75 where it is to be tried
    again later, with 65 where it is no mail.
    """
    if published is not None:
        check_date(published)
    known = Known(published or "", url or "", publisher or "")
    if mail:
        from fingerpost.cli.mail import add_mail

        add_mail(files, known, case_number, database)
        return
    with register(database, make=True):
        results = [_add(name, known, case_of(case_number)) for name in files]
    if not all(results):
        raise SystemExit(1)


def case_of(number: int | None) -> Case | None:
    """Give the case of a number; None where none is asked for."""
    from fingerpost.web.casework.models import Case
    from fingerpost.web.errors import WebError

    if number is None:
        return None
    found: Case | None = Case.objects.filter(pk=number).first()
    if found is None:
        raise WebError(f'There is no case {number}. "fingerpost case" lists them all.')
    return found


def _add(name: str, known: Known, case: Case | None) -> bool:
    from fingerpost.errors import PlainError
    from fingerpost.web.casework.working import add_source_to_case
    from fingerpost.web.evidence.reading import read_now
    from fingerpost.web.evidence.receiving import receive_source

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        shown = "standard input" if name == "-" else name
        source, new = receive_source(by=None, data=data, name=shown, **known._asdict())
    except OSError as error:
        click.echo(f"{name} could not be read: {(error.strerror or str(error)).lower()}.", err=True)
        return False
    except PlainError as error:
        click.echo(str(error), err=True)
        return False
    read_now(source.pk)
    source.refresh_from_db()
    if case is not None and not case.sources.filter(pk=source.pk).exists():
        add_source_to_case(by=None, case=case, source=source)
    if source.state == source.State.FAILED:
        click.echo(f"Source {source.pk}, {name}: {source.problem}", err=True)
        return False
    found = source.findings.count()
    click.echo(f"Source {source.pk}, {source}: {'' if new else 'known already, '}{found} findings.")
    return True
