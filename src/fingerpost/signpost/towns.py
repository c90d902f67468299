"""Towns named by a person, for a signpost without a register: looked up in the gazetteer."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from fingerpost.errors import PlainError
from fingerpost.places import Candidate, Gazetteer, PlacesError, dominates, search
from fingerpost.places.codes import code_name
from fingerpost.signpost.model import STANDINGS, Home, Partner, Standing

COLUMNS = ("name", "country", "since", "status", "changed", "latitude", "longitude")
MOST_BYTES = 1_000_000


class BadTown(PlainError):
    """A town that cannot be put on a signpost; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Town:
    """A line of a list of towns; ``where`` says which, for messages."""

    where: str
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")


Say = Callable[[str], None]
"""Told which place was taken where a name can mean several."""


def home_of(name: str, gazetteer: Gazetteer, say: Say) -> tuple[Home, str]:
    """Give the home of a name as people write it, "Norfolk, Virginia", and its country's code.

    Raises:
        BadTown: no place of that name is known, or its position is not.
    """
    place = _found(name, gazetteer, say)
    latitude, longitude = _position(place, name)
    return Home(name.strip(), latitude, longitude), place.country


def partner_of(town: Town, gazetteer: Gazetteer, say: Say) -> Partner:
    """Give the partner that a line names; what the line does not say comes from the gazetteer.

    Raises:
        BadTown: the place is not known, or a value cannot be read.
    """
    name, country = town["name"], town["country"]
    if not name:
        raise BadTown(f"{town.where}: there is no name. Fill in the column name.")
    if town["latitude"] and town["longitude"]:
        latitude, longitude = (
            _number(town, axis, most) for axis, most in (("latitude", 90), ("longitude", 180))
        )
    else:
        place = _found(", ".join(filter(None, (name, country))), gazetteer, say, town.where)
        latitude, longitude = _position(place, name)
        country = country or code_name(place.country)
    return Partner(
        name=name.partition(",")[0].strip(),
        country=country,
        latitude=latitude,
        longitude=longitude,
        since=town["since"],
        standing=_standing(town),
        changed=town["changed"],
    )


def towns_in(data: bytes, name: str) -> list[Town]:
    """Give the lines of a list of towns: CSV with a head, or JSON: a list of objects, or of names.

    Args:
        data: the file's bytes.
        name: what it is called in messages.

    Raises:
        BadTown: it cannot be read, or has no column "name".
    """
    if len(data) > MOST_BYTES:
        raise BadTown(f"{name}: this is too large for a list of towns. Does the name belong to another file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadTown(f"{name}: this is not UTF-8. Save the list as UTF-8, then try again.") from error
    return _json(text, name) if text.lstrip()[:1] in {"[", "{"} else _csv(text, name)


def _csv(text: str, name: str) -> list[Town]:
    rows = csv.DictReader(StringIO(text), dialect=_dialect(text))
    if "name" not in (rows.fieldnames or ()):
        columns = ", ".join(COLUMNS)
        raise BadTown(f"{name}: there is no column name. The first line names the columns: {columns}.")
    try:
        return [
            Town(
                f"{name}, line {rows.line_num}",
                {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)},
            )
            for row in rows
            if any(isinstance(value, str) and value.strip() for value in row.values())
        ]
    except csv.Error as error:
        raise BadTown(f"{name}, line {rows.line_num}: {error}.") from error


def _dialect(text: str) -> type[csv.Dialect]:
    """Give the dialect with the separator that the first line has most of: comma, semicolon or tab."""
    head = text.partition("\n")[0]

    class Found(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Found


def _json(text: str, name: str) -> list[Town]:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadTown(f"{name}: this is no JSON: {error}.") from error
    if not isinstance(data, list):
        raise BadTown(f'{name}: a list of towns is expected: [{{"name": "Tver"}}, ...].')
    return [_town(item, f"{name}, entry {number}") for number, item in enumerate(data, 1)]


def _town(item: Any, where: str) -> Town:
    if isinstance(item, str):
        return Town(where, {"name": item.strip()})
    if not isinstance(item, dict):
        raise BadTown(f'{where}: a name, or an object with a "name", is expected.')
    return Town(where, {key: str(value).strip() for key, value in item.items() if value is not None})


def _found(name: str, gazetteer: Gazetteer, say: Say, where: str = "") -> Candidate:
    before = f"{where}: " if where else ""
    try:
        found = [one.place for one in search(gazetteer, name)]
    except PlacesError as error:
        raise BadTown(f"{before}{error}") from error
    if not found:
        raise BadTown(
            f'{before}"{name}": none of the places of that name lies there. Try "fingerpost places".'
        )
    if len(found) > 1 and not dominates(found):
        taken = found[0]
        say(
            f'"{name}" can mean {len(found)} places; {taken.name}, {taken.admin1 or taken.country} is taken. '
            'For another, write its region or country after a comma; "fingerpost places" lists them.'
        )
    return found[0]


def _position(place: Candidate, name: str) -> tuple[float, float]:
    if place.latitude is None or place.longitude is None:
        raise BadTown(f'"{name}": its position is not known. Give latitude and longitude in a list of towns.')
    return place.latitude, place.longitude


def _number(town: Town, column: str, most: float) -> float:
    try:
        value = float(town[column])
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        raise BadTown(f'{town.where}: "{town[column]}" is no {column}. Write degrees, as 36.85 or -76.29.')
    return value


def _standing(town: Town) -> Standing:
    word = town["status"].lower() or "active"
    for standing in STANDINGS:
        if word == standing:
            return standing
    raise BadTown(f'{town.where}: "{word}" is no status. Write one of {", ".join(STANDINGS)}.')


def named(names: Iterable[str]) -> list[Town]:
    """Give towns of which only the names are known."""
    return [Town(f'"{name}"', {"name": name.strip()}) for name in names]
