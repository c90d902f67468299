"""fingerpost enter: many exchanges, letters or laws at once, from a sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.register import database_option, register

if TYPE_CHECKING:
    from fingerpost.web.register.sheets.checking import Line

WHAT = {"exchanges": "exchange", "letters": "letter", "laws": "law"}


@click.command(short_help="Record many exchanges, letters or laws from a table.")
@click.argument("what", type=click.Choice(list(WHAT)))
@click.argument("file", metavar="FILE")
@click.option("--check", "only_check", is_flag=True, help="Say what each line comes to, and record nothing.")
@click.option("--template", is_flag=True, help="Write the table to fill in to FILE (.xlsx or .csv) instead.")
@database_option
def enter(what: str, file: str, only_check: bool, template: bool, database: str | None) -> None:
    """Record every new line of FILE (CSV or .xlsx; "-" is standard input), or none of them.

    A line that repeats what is in the register is left out. Where a line is wrong, each such line is named with what
    to do, nothing is recorded, and the exit code is 1.
    """
    if template:
        _write_template(WHAT[what], Path(file))
        return
    data = sys.stdin.buffer.read() if file == "-" else _read(file)
    name = "standard input" if file == "-" else Path(file).name
    with register(database):
        from fingerpost.web.register.sheets.checking import check
        from fingerpost.web.register.sheets.entering import NotEntered, enter_sheet
        from fingerpost.web.register.sheets.kinds import KINDS
        from fingerpost.web.register.sheets.sheet import sheet_of

        kind, sheet = KINDS[WHAT[what]], sheet_of(data, name)
        checked = check(sheet, kind)
        for line in checked.lines:
            if only_check or line.problems:
                click.echo(f"{name}, line {line.number}: {_verdict(line)}", err=bool(line.problems))
        if checked.unknown:
            click.echo(f"Left out, as not known: {', '.join(checked.unknown)}.", err=True)
        if only_check:
            raise SystemExit(1 if checked.wrong else 0)
        try:
            made = enter_sheet(by=None, sheet=sheet, kind=kind, name=name)
        except NotEntered as problem:
            click.echo(str(problem), err=True)
            raise SystemExit(1 if problem.checked.wrong else 0) from problem
    click.echo(f"{len(made)} recorded, {len(checked.repeated)} there already.")


def _verdict(line: Line) -> str:
    if line.problems:
        return " ".join(line.problems)
    if line.same is not None:
        differs = f" It differs: {', '.join(line.differs)}." if line.differs else ""
        return f"in the register already. {line.words}{differs}"
    return f"the same as line {line.twin}. {line.words}" if line.twin else f"new. {line.words}"


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        click.echo(f"{file} could not be read: {(error.strerror or str(error)).lower()}.", err=True)
        raise SystemExit(1) from error


def _write_template(kind: str, path: Path) -> None:
    from fingerpost.web.setup import start_django

    start_django()
    from fingerpost.web.register.sheets.kinds import KINDS
    from fingerpost.web.register.sheets.template import template_csv, template_xlsx

    write = template_csv if path.suffix.lower() == ".csv" else template_xlsx
    try:
        with path.open("xb") as file:
            file.write(write(KINDS[kind]))
    except OSError as error:
        click.echo(f"{path} could not be written: {(error.strerror or str(error)).lower()}.", err=True)
        raise SystemExit(1) from error
    click.echo(f"Fill in {path}, then hand it in without --template.")
