"""fingerpost brief: sources in, a briefing out."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.sources import source_options, sources_of

if TYPE_CHECKING:
    from fingerpost.briefing import Briefing
    from fingerpost.casefile import Unread
    from fingerpost.reading.many import Source
    from fingerpost.reading.model import Reading

FORMATS = ("html", "docx", "pdf", "md", "json")


@click.command(short_help="Write the briefing of sources about a tie.")
@source_options
@click.option("--question", metavar="TEXT", help="What is asked, where no source asks it well.")
@click.option("--home", metavar="PLACE", help='The place that asks, as "Norfolk, Virginia".')
@click.option("--title", metavar="TEXT", help="Title; by default the two places.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="md",
    show_default=True,
    help='Format of "-o -", standard output.',
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    default=("-",),
    metavar="FILE",
    help="Where to write it, in the format its name ends in: .html, .docx, .pdf, .md or .json. May be repeated.",
)
def brief(
    files: tuple[str, ...],
    question: str | None,
    home: str | None,
    title: str | None,
    form: str,
    outputs: tuple[str, ...],
    published: str | None,
    url: str | None,
    publisher: str | None,
) -> None:
    """Read each FILE and write one briefing in which every line cites its sentence.

    Several sources make one case. "-" is standard input, or standard output.

    Exits with 1 where a file could not be read (the briefing is then made from the others), where the sources
    name no tie (then there is no briefing), or where a file could not be written.
    """
    from fingerpost.briefing.formats import format_of
    from fingerpost.errors import PlainError

    try:
        formats = {name: form if name == "-" else format_of(name) for name in outputs}
        sources = sources_of(files, published=published, url=url, publisher=publisher)
        readings, unread = _read(sources)
        briefing = _built(readings, unread, question=question, home=home, title=title)
        _write(briefing, formats)
    except PlainError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    if unread:
        raise SystemExit(1)


def _read(sources: list[Source]) -> tuple[list[Reading], list[Unread]]:
    from fingerpost.casefile import Unread
    from fingerpost.cli.sources import results_of
    from fingerpost.reading.model import Reading

    readings, unread = [], []
    for result in results_of(sources):
        if isinstance(result, Reading):
            readings.append(result)
        else:
            click.echo(result.reason, err=True)
            unread.append(Unread(result.name, result.reason))
    if not readings:
        raise SystemExit(1)
    return readings, unread


def _built(
    readings: list[Reading],
    unread: list[Unread],
    *,
    question: str | None,
    home: str | None,
    title: str | None,
) -> Briefing:
    from fingerpost.briefing import build
    from fingerpost.casefile import assemble

    question, title = _readable(question), _readable(title)
    case = assemble(readings, now=date.today().isoformat(), question=question, home=home, unread=unread)
    return build(case, title=title)


def _readable(words: str | None) -> str | None:
    """Give words from the command line; bytes in them that are no UTF-8 become question marks."""
    return words.encode("utf-8", "replace").decode() if words else None


def _write(briefing: Briefing, formats: dict[str, str]) -> None:
    from fingerpost.briefing.formats import rendered
    from fingerpost.briefing.writing import write_all, write_out

    made = {name: rendered(briefing, form) for name, form in formats.items()}
    write_all({Path(name): data for name, data in made.items() if name != "-"})
    if "-" in made:
        write_out(made["-"], sys.stdout.buffer)
