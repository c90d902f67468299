"""A day on the command line, as people write it."""

from __future__ import annotations

from datetime import date

import click


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Give the day of an option: 2022-03-08, "March 8, 2022" or 8.3.2022; what can be two days is refused."""
    from fingerpost.documents.dates import written_date

    if not value:
        return None
    found = written_date(value)
    if found is None or (found.start, found.end) != (0, len(value)):
        raise click.BadParameter(f'"{value}" is not a day. Write it as 2022-03-08.', ctx, param)
    if len(found.value) < len("2022-03-08"):
        raise click.BadParameter(f'"{value}" can be two days. Write it as 2022-03-08.', ctx, param)
    return date.fromisoformat(found.value)
