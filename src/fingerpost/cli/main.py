"""The command: each subcommand lives in a file of its own and loads when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from fingerpost import __version__

COMMANDS = {
    "brief": "fingerpost.cli.brief",
    "read": "fingerpost.cli.read",
    "check": "fingerpost.cli.check",
    "places": "fingerpost.cli.places",
    "evaluate": "fingerpost.cli.evaluate",
    "serve": "fingerpost.cli.serve",
    "train": "fingerpost.cli.train",
}
"""Subcommand name to the module that holds it, under its own name."""

START = """\
Fingerpost reads the sources about a sister-city tie, and writes the briefing in which
every line cites the sentence it came from.

Try, in this order:

  fingerpost brief ARTICLE.txt -o briefing.html   a briefing to open in a browser
  fingerpost read ARTICLE.txt                     what the reader finds, and where
  fingerpost places Kaliningrad                   which places a name can mean

A file may be text, Markdown, HTML, PDF, DOCX or mail. "fingerpost --help" lists all commands.
"""


class Lazy(click.Group):
    """A group that imports a subcommand's module only when that subcommand is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[name]), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Read the sources about a tie, and write the briefing in which every line cites its sentence."""
    if ctx.invoked_subcommand is None:
        click.echo(START, nl=False)
