"""fingerpost places: what a place name can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from fingerpost.places import Candidate, Found

KINDS = {"populated": "town", "admin1": "region", "admin2": "county", "country": "country"}


@click.command(short_help="List what a place name can mean.")
@click.argument("name")
@click.option(
    "--in", "within", metavar="REGION", help="Only in this country or region, as US, US-VA or Virginia."
)
@click.option("--near", metavar="NAME", help="The nearest to this place first, with distance and direction.")
def places(name: str, within: str | None, near: str | None) -> None:
    """List the places that NAME can mean, the likeliest first, with the reason for the order.

    Own names go before other names (translations, old names, short forms: they count a fifth), larger places
    before smaller ones. A comma narrows NAME down: "Norfolk, Virginia". Exits with 1 where nothing is found.
    """
    from fingerpost.errors import PlainError
    from fingerpost.places import Gazetteer, search

    try:
        found = search(Gazetteer.open(), name, within=within, near=near)
    except PlainError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    if not found:
        click.echo(f'"{name}": none of the places of that name lies in {within or name}.', err=True)
        raise SystemExit(1)
    for one in found:
        click.echo(_line(one))


def _line(found: Found) -> str:
    place = found.place
    where = place.admin1 or place.country
    return f"{place.name}, {where} ({KINDS[place.kind]}{_at(place)}): {found.why}"


def _at(place: Candidate) -> str:
    if place.latitude is None or place.longitude is None:
        return ""
    north, east = "S" if place.latitude < 0 else "N", "W" if place.longitude < 0 else "E"
    return f", {abs(place.latitude):.3f}° {north} {abs(place.longitude):.3f}° {east}"
