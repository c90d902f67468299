"""fingerpost found: begin a register where no browser runs on the machine itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fingerpost.cli.register import database_option, register

if TYPE_CHECKING:
    from fingerpost.places import Candidate

MOST_NAMESAKES = 12


@click.command(short_help="Begin a register: its home place and its first account.")
@click.argument("home")
@click.option("--name", prompt="Your name", help="Of the first administrator.")
@click.option("--email", prompt="Your mail address", help="The first administrator signs in with it.")
@click.option("--geonames", type=int, metavar="NUMBER", help="Which of several places of the name HOME.")
@database_option
def found(home: str, name: str, email: str, geonames: int | None, database: str | None) -> None:
    """Begin the register of HOME, as "Norfolk, Virginia", with its first administrator.

    Does what the first page in a browser does, for a machine or a container that none reaches. The password is asked
    for, or read from standard input, and must have eight characters. Exits with 1 where the register has an account.
    """
    with register(database, make=True):
        from fingerpost.web.errors import WebError
        from fingerpost.web.register.founding import AlreadyFounded, found_register, is_founded

        if is_founded():
            raise AlreadyFounded("This register has an administrator already. Ask for an invitation.")
        place = _place(home, geonames)
        address, password = _address(email), _password(name, email)
        if not name.strip():
            raise WebError("The first administrator needs a name.")
        found_register(home=place, name=name.strip(), email=address, password=password)
    click.echo(f"The register of {place.name} is begun. Sign in as {address}.")


def _place(home: str, geonames: int | None) -> Candidate:
    """Give the place of that name; where there are several, it must be said which."""
    from fingerpost.places import Gazetteer, search
    from fingerpost.web.errors import WebError

    places = [one.place for one in search(Gazetteer.open(), home)[:MOST_NAMESAKES]]
    chosen = [one for one in places if one.geonames == geonames] if geonames else places
    if len(chosen) == 1:
        return chosen[0]
    listed = "\n".join(
        f"  --geonames {one.geonames}  {one.name}, {one.admin1 or one.country}"
        for one in places
        if one.geonames
    )
    raise WebError(f'"{home}" is the name of several places. Choose one:\n{listed}')


def _address(email: str) -> str:
    from django.core.validators import validate_email

    validate_email(email)
    return email.casefold()


def _password(name: str, email: str) -> str:
    from django.contrib.auth.password_validation import validate_password

    from fingerpost.web.accounts.models import User

    password: str = click.prompt("A password", hide_input=True, confirmation_prompt="Again", err=True)
    validate_password(password, User(name=name, email=email))
    return password
