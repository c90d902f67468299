"""fingerpost ties: the ties of the register, as of a day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from fingerpost.cli.days import day
from fingerpost.cli.register import database_option, register

if TYPE_CHECKING:
    from fingerpost.web.register.reckoning import Reckoned


@click.command(short_help="List the ties of the register, and how they stand.")
@click.argument("place", required=False, default="")
@click.option(
    "--as-of",
    "on",
    callback=day,
    metavar="DATE",
    help="How they stood on this day; otherwise today.",
)
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each tie.")
@database_option
def ties(place: str, on: date | None, as_json: bool, database: str | None) -> None:
    """List the ties, or those of places called PLACE: each side's formal status, and warnings.

    PLACE is the beginning of a word, or of several: "norf kalin" is the tie between Norfolk and Kaliningrad.
    """
    as_of = on or date.today()
    with register(database):
        from fingerpost.web.register.reckoning import reckon_all, ties_called

        none = True
        for tie in reckon_all(ties_called(place), as_of):
            none = False
            click.echo(_as_json(tie, as_of) if as_json else _as_text(tie))
        if none:
            about = (
                f'No tie has a place called "{place}". Try its beginning.'
                if place
                else "There is no tie yet."
            )
            click.echo(about, err=True)


def _as_text(tie: Reckoned) -> str:
    stands = "; ".join(
        f"{side.place.name}: {standing.status}{f' since {standing.since}' if standing.since else ''}"
        for side, standing in tie.sides
    )
    warned = "".join(f"\n      {alert.why}" for alert in tie.alerts)
    held = tie.held.tie
    return f"{held.pk:>4}  {held}, {held.get_kind_display().lower()}. {stands}{warned}"


def _as_json(tie: Reckoned, day: date) -> str:
    sides = [
        {
            "place": str(side.place),
            "status": standing.status,
            "since": standing.since or None,
            "notes": list(standing.notes),
        }
        for side, standing in tie.sides
    ]
    data = {
        "tie": tie.held.tie.pk,
        "name": str(tie.held.tie),
        "kind": tie.held.tie.kind,
        "as_of": day.isoformat(),
        "sides": sides,
        "warnings": [alert.why for alert in tie.alerts],
    }
    return json.dumps(data, ensure_ascii=False)
