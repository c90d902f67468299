"""The command: each subcommand lives in a file of its own and loads when it is asked for."""

from __future__ import annotations

import gc
from importlib import import_module
from keyword import iskeyword

import click

from fingerpost import __version__

COMMANDS = {
    "brief": "fingerpost.cli.brief",
    "read": "fingerpost.cli.read",
    "check": "fingerpost.cli.check",
    "places": "fingerpost.cli.places",
    "evaluate": "fingerpost.cli.evaluate",
    "serve": "fingerpost.cli.serve",
    "work": "fingerpost.cli.serve",
    "found": "fingerpost.cli.found",
    "add": "fingerpost.cli.add",
    "enter": "fingerpost.cli.enter",
    "ties": "fingerpost.cli.ties",
    "signpost": "fingerpost.cli.signpost",
    "case": "fingerpost.cli.case",
    "verify": "fingerpost.cli.verify",
    "reindex": "fingerpost.cli.reindex",
    "backup": "fingerpost.cli.transfer",
    "restore": "fingerpost.cli.transfer",
    "export": "fingerpost.cli.transfer",
    "import": "fingerpost.cli.transfer",
    "train": "fingerpost.cli.train",
}
"""Subcommand name to the module that holds it, under its own name (``import_`` for a word of Python's)."""


OBJECTS_BEFORE_COLLECTING = 50_000
"""New objects after which Python looks for garbage, in place of 700: what the reader's model loads stays in use."""


class Lazy(click.Group):
    """A group that imports a subcommand's module only when that subcommand is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say which command may have been meant where there is none of that name."""
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if args and (close := get_close_matches(args[0], COMMANDS)):
                raise click.UsageError(f"{error.message} Is it {' or '.join(close)}?", ctx) from error
            raise

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        attribute = f"{name}_" if iskeyword(name) else name
        command = getattr(import_module(COMMANDS[name]), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep a city's ties, read the sources about them, and brief those who decide, every line with its sentence.

    Without a COMMAND the desk is served, for a browser on this machine.
    """
    if ctx.invoked_subcommand is None:
        serve = main.get_command(ctx, "serve")
        assert serve
        ctx.invoke(serve)


def command() -> None:
    """Run the command as a process of its own."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    main()
