"""The reference of every command, made from the commands themselves."""

from __future__ import annotations

import click

HEAD = """\
# Commands

Every command with its arguments and options, as `fingerpost COMMAND --help` prints them.
In a checkout, `./run COMMAND` is the same.
"""


def reference(group: click.Group) -> str:
    """Give the reference in Markdown: a section per command, in the order of the help page."""
    top = click.Context(group, info_name="fingerpost", **group.context_settings)
    sections = [HEAD, _section("fingerpost", group, top)]
    for name in group.list_commands(top):
        command = group.get_command(top, name)
        assert command
        context = click.Context(command, parent=top, info_name=name)
        sections.append(_section(f"fingerpost {name}", command, context))
    return "\n".join(sections)


def _section(title: str, command: click.Command, context: click.Context) -> str:
    context.terminal_width = 100
    help_page = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {title}\n\n```\n{help_page}\n```\n"
