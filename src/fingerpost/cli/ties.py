"""fingerpost ties: the ties of the register, as of a day."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import click

from fingerpost.cli.register import database_option, register


@click.command(short_help="List the ties of the register, and how they stand.")
@click.argument("place", required=False, default="")
@click.option(
    "--as-of",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="How they stood on this day; otherwise today.",
)
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each tie.")
@database_option
def ties(place: str, on: datetime | None, as_json: bool, database: str | None) -> None:
    """List the ties, or those with a place whose name begins with PLACE: each side's formal status, and warnings."""
    day = on.date() if on else date.today()
    with register(database):
        from fingerpost.web.register.models import Tie
        from fingerpost.web.register.picture import picture

        found = Tie.objects.filter(merged_into=None).prefetch_related("sides__place").order_by("pk")
        if place:
            found = found.filter(sides__place__name__istartswith=place).distinct()
        for tie in found.iterator(chunk_size=200):
            show = _as_json if as_json else _as_text
            click.echo(show(tie.pk, str(tie), picture(tie, day)))


def _as_text(number: int, name: str, seen: Any) -> str:
    stands = "; ".join(
        f"{s.side.place.name}: {s.standing.status}{f' since {s.standing.since}' if s.standing.since else ''}"
        for s in seen.sides
    )
    warned = "".join(f"\n      {alert.why}" for alert in seen.alerts)
    return f"{number:>4}  {name}, {seen.tie.get_kind_display().lower()}. {stands}{warned}"


def _as_json(number: int, name: str, seen: Any) -> str:
    sides = [
        {
            "place": str(s.side.place),
            "status": s.standing.status,
            "since": s.standing.since or None,
            "notes": list(s.standing.notes),
        }
        for s in seen.sides
    ]
    data = {
        "tie": number,
        "name": name,
        "kind": seen.tie.kind,
        "as_of": seen.on.isoformat(),
        "sides": sides,
        "warnings": [alert.why for alert in seen.alerts],
    }
    return json.dumps(data, ensure_ascii=False)
