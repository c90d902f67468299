"""What the commands that take sources share: names to sources, failures to plain sentences."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from fingerpost.reading.many import Source, Unread
    from fingerpost.reading.model import Reading

FEWEST_FOR_BAR = 10
"""Below this many sources a progress bar would only flicker."""


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add FILE... and what the caller knows of the sources to a command."""
    for add in (
        click.option("--publisher", metavar="NAME", help="Who published it, where the source does not say."),
        click.option("--url", metavar="ADDRESS", help="Where it was published."),
        click.option("--published", metavar="DATE", help="Day of publication, as 2022-03-01."),
        click.argument("files", nargs=-1, required=True, metavar="FILE..."),
    ):
        command = add(command)
    return command


def sources_of(
    files: Sequence[str], *, published: str | None, url: str | None, publisher: str | None
) -> list[Source]:
    """Give the sources named on the command line; ``-`` is standard input."""
    from fingerpost.documents import take
    from fingerpost.reading.many import Source

    if published is not None:
        check_date(published)
    return [
        Source(
            given=take(sys.stdin.buffer) if name == "-" else Path(name),
            name="standard input" if name == "-" else name,
            published=published,
            url=url,
            publisher=publisher,
        )
        for name in files
    ]


def check_date(words: str) -> None:
    """Refuse a date that is not ISO 8601 (2022-03-01, 2022-03 or 2022)."""
    from datetime import date

    parts = words.split("-")
    try:
        date.fromisoformat("-".join(parts + ["01"] * (3 - len(parts))))
    except ValueError as error:
        raise click.BadParameter(
            f'"{words}" is not a date. Write it as 2022-03-01, or 2022-03, or 2022.', param_hint="--published"
        ) from error


def results_of(sources: Sequence[Source]) -> Iterator[Reading | Unread]:
    """Yield what reading each source gave, with a progress bar where there are many."""
    from fingerpost.reading.many import read_sources

    with click.progressbar(
        read_sources(sources),
        length=len(sources),
        label="Reading",
        file=sys.stderr,
        hidden=len(sources) < FEWEST_FOR_BAR or not sys.stderr.isatty(),
    ) as results:
        yield from results


def readings_of(sources: Sequence[Source]) -> Iterator[Reading]:
    """Yield the readings of the sources that can be read; say of each other one why it cannot.

    Exits with 1 at the end where any source could not be read, after all others have been.
    """
    from fingerpost.reading.many import Unread

    failed = False
    for result in results_of(sources):
        if isinstance(result, Unread):
            click.echo(result.reason, err=True)
            failed = True
        else:
            yield result
    if failed:
        raise SystemExit(1)
