"""fingerpost signpost: the drawing of a town's ties, for a page, a poster or a sign maker."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.days import day
from fingerpost.cli.register import database_option

if TYPE_CHECKING:
    from fingerpost.signpost import Signpost

FORMATS = ("svg", "pdf")


@click.command(short_help="Draw the signpost of a town's ties, as SVG or as a sign maker's PDF.")
@click.argument("home", required=False)
@click.argument("towns", nargs=-1)
@click.option(
    "--from",
    "lists",
    multiple=True,
    metavar="FILE",
    help="A list of towns, CSV or JSON: name, country, since, status, changed, latitude, longitude. May be repeated.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    default=("-",),
    metavar="FILE",
    help="Where to write it, in the format its name ends in: .svg or .pdf. May be repeated.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="svg", show_default=True, help='Format of "-o -".'
)
@click.option("--tall", is_flag=True, help="Arms one below the other, for a narrow place.")
@click.option("--dark", is_flag=True, help="On dark paper.")
@click.option(
    "--units",
    type=click.Choice(["miles", "km"]),
    help="Which is lettered larger; else as the home's road signs.",
)
@click.option(
    "--as-of",
    "on",
    callback=day,
    metavar="DATE",
    help="From the register: as it stood on this day.",
)
@database_option
def signpost(
    home: str | None,
    towns: tuple[str, ...],
    lists: tuple[str, ...],
    outputs: tuple[str, ...],
    form: str,
    tall: bool,
    dark: bool,
    units: str | None,
    on: date | None,
    database: str | None,
) -> None:
    """Draw the signpost of HOME with an arm for each of TOWNS, each at its true side, with miles and kilometres.

    Arms of suspended ties are hooded, ended ones lie at the foot. Towns are looked up in the gazetteer, as in
    "Norfolk, Virginia" Kaliningrad Wilhelmshaven. Without HOME, the register's public ties are drawn. The PDF has
    each arm at its real size.

    Exits with 1 where a town is not found or a file cannot be written.
    """
    from fingerpost.briefing.writing import write_all, write_out
    from fingerpost.errors import PlainError

    try:
        formats = {name: form if name == "-" else _format(name) for name in outputs}
        post, american = _named(home, towns, lists, units) if home else _registered(database, on, units)
        made = {
            name: _rendered(post, kind, tall=tall, dark=dark, american=american)
            for name, kind in formats.items()
        }
        write_all({Path(name): data for name, data in made.items() if name != "-"})
        if "-" in made:
            write_out(made["-"], sys.stdout.buffer)
    except PlainError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error


def _format(name: str) -> str:
    from fingerpost.errors import PlainError

    kind = Path(name).suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise PlainError(f"{name}: the name must end in .svg or .pdf, which says the format.")
    return kind


def _named(
    home: str, towns: tuple[str, ...], lists: tuple[str, ...], units: str | None
) -> tuple[Signpost, bool]:
    from fingerpost.places import Gazetteer
    from fingerpost.signpost.pointing import MILES_FIRST, signpost
    from fingerpost.signpost.towns import home_of, named, partner_of, towns_in

    gazetteer = Gazetteer.open()
    here, country = home_of(home, gazetteer, _say)
    wanted = [*named(towns), *(town for name in lists for town in towns_in(_bytes(name), name))]
    partners = [partner_of(town, gazetteer, _say) for town in wanted]
    miles_first = units == "miles" if units else country in MILES_FIRST
    return signpost(here, partners, miles_first=miles_first), country == "US"


def _registered(database: str | None, on: date | None, units: str | None) -> tuple[Signpost, bool]:
    from dataclasses import replace

    from fingerpost.cli.register import register

    try:
        with register(database):
            from fingerpost.web.site.signposts import registered_signpost

            post, home = registered_signpost(on or date.today())
    except SystemExit:
        _say('Without a register, name the towns, as: fingerpost signpost "Norfolk, Virginia" Kaliningrad')
        raise
    miles_first = units == "miles" if units else post.miles_first
    return replace(post, miles_first=miles_first), home.country == "US"


def _rendered(post: Signpost, kind: str, *, tall: bool, dark: bool, american: bool) -> bytes:
    from fingerpost.signpost.sheets import signpost_pdf
    from fingerpost.signpost.svg import signpost_svg

    if kind == "pdf":
        return signpost_pdf(post, american=american)
    drawn = signpost_svg(post, shape="tall" if tall else "wide", theme="dark" if dark else "light")
    return (drawn + "\n").encode()


def _bytes(name: str) -> bytes:
    from fingerpost.errors import PlainError

    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise PlainError(f"{name} could not be read: {(error.strerror or str(error)).lower()}.") from error


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)
