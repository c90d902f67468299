"""fingerpost export, import, backup and restore: the whole register as one file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fingerpost.cli.register import database_option, register


@click.command(short_help="Write the whole register as JSON.")
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where to write it; otherwise standard output."
)
@database_option
def export(output: str, database: str | None) -> None:
    """Write the whole register as lines of JSON, as of one moment, while it is in use.

    The file holds everything, accounts with the digests of their passwords too: keep it as safe as the database.
    Importing it into an empty database and exporting again gives the same bytes, on either kind of database.
    """
    with register(database):
        from fingerpost.web.transfer.exporting import export_lines
        from fingerpost.web.transfer.files import write_file, write_out

        if output == "-":
            write_out(sys.stdout.buffer, export_lines())
        else:
            write_file(Path(output), export_lines())


@click.command(name="import", short_help="Fill an empty database with an exported register.")
@click.argument("file", metavar="FILE")
@database_option
def import_(file: str, database: str | None) -> None:
    """Fill an empty database with the register exported to FILE ("-" is standard input): all of it, or nothing."""
    _fill(file, database)


@click.command(short_help="Write the whole register to a packed file.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@database_option
def backup(file: Path, database: str | None) -> None:
    """Write the whole register to FILE, packed, as of one moment, while it is in use.

    FILE appears only when it is complete. It holds everything, accounts too: keep it as safe as the database.
    """
    with register(database):
        from fingerpost.web.transfer.exporting import export_lines
        from fingerpost.web.transfer.files import write_file

        write_file(file, export_lines(), packed=True)
    click.echo(f"The register is in {file} ({file.stat().st_size:,} bytes).")


@click.command(short_help="Fill an empty database from a backup.")
@click.argument("file", metavar="FILE")
@database_option
def restore(file: str, database: str | None) -> None:
    """Fill an empty database from the backup in FILE: all of it, or nothing."""
    _fill(file, database)


def _fill(file: str, database: str | None) -> None:
    with register(database, make=True):
        from fingerpost.web.transfer.files import read_file
        from fingerpost.web.transfer.importing import import_lines

        rows = import_lines(sys.stdin.buffer if file == "-" else read_file(Path(file)))
    click.echo(f'{rows:,} rows are in the register. Prove them with "fingerpost verify".')
