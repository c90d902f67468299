"""fingerpost reindex: the search's index, made anew."""

from __future__ import annotations

import click

from fingerpost.cli.register import database_option, register


@click.command(short_help="Make the index of the search anew.")
@database_option
def reindex(database: str | None) -> None:
    """Make the index of the search anew, out of the register's names, titles and passages: all of it, or nothing.

    The index is kept with every change, so this is needed only where "fingerpost verify" says so. Searching goes on
    meanwhile; changes wait.
    """
    with register(database):
        from fingerpost.web.words.indexing import rebuild

        words = rebuild()
    click.echo(f"The search finds the register by {words:,} words.")
