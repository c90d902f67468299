"""fingerpost check: a briefing against its sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.sources import sources_of

if TYPE_CHECKING:
    from fingerpost.briefing.check import Outcome


@click.command(short_help="Prove a briefing against its sources.")
@click.argument("briefing", metavar="BRIEFING.json", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, metavar="[SOURCE]...")
def check(briefing: Path, files: tuple[str, ...]) -> None:
    """Prove that every passage in BRIEFING.json equals its SOURCE, character by character.

    Each difference is told with its place: which source, at which character, what was expected and what was
    found. The records of a register that a case's briefing stands on are held against their digests. Exits with
    1 where anything differs, or where a source of the briefing was not handed in.
    """
    from fingerpost.briefing.check import check as compared
    from fingerpost.briefing.check import read_briefing
    from fingerpost.documents import Document
    from fingerpost.errors import PlainError
    from fingerpost.reading.many import open_source

    problems: list[str] = []
    documents: list[Document] = []
    for source in sources_of(files, published=None, url=None, publisher=None):
        try:
            documents.append(open_source(source))
        except PlainError as error:
            problems.append(str(error))
    try:
        outcome = compared(read_briefing(_bytes(briefing), str(briefing)), documents)
    except PlainError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    for problem in (*problems, *outcome.problems):
        click.echo(problem, err=True)
    if problems or outcome.problems:
        raise SystemExit(1)
    click.echo(_proved(outcome))


def _proved(outcome: Outcome) -> str:
    sources = f"{outcome.sources} {'source' if outcome.sources == 1 else 'sources'}"
    parts = [f"{outcome.passages} passages equal their {sources}"] if outcome.sources else []
    parts += [f"{outcome.records} records are as their digests say"] if outcome.records else []
    return f"Proved: {', and '.join(parts)}."


def _bytes(path: Path) -> bytes:
    from fingerpost.briefing.check import NoBriefing

    try:
        return path.read_bytes()
    except OSError as error:
        raise NoBriefing(f"{path} could not be read: {(error.strerror or str(error)).lower()}.") from error
