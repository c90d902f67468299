"""The small tables of facts that stand beside the cities: countries, regions, further names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

NAMES = ("countries.tsv", "regions.tsv", "names.tsv")

_LEVELS = {"/": 2, "*": 0}


@dataclass(frozen=True)
class Region:
    """A first-level region (``code`` is ISO 3166-2) or a county inside one (``level`` 2, ``code`` of the region).

    ``level`` 0 is a country within a country (Scotland), which has the code of a region.
    ``chief`` is a town inside it: GeoNames' own code for the region is read off that town.
    """

    code: str
    level: int
    chief: str
    names: tuple[str, ...]


def text(name: str) -> str:
    """Give a table as it is shipped."""
    return (files("fingerpost.places") / "data" / name).read_text("utf-8")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of each line that is neither empty nor a comment."""
    for line in text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def regions() -> Iterator[Region]:
    """Yield every region."""
    for code, chief, names in rows("regions.tsv"):
        yield Region(code.rstrip("/*"), _LEVELS.get(code[-1], 1), chief, tuple(names.split("|")))


def country_names() -> dict[str, list[str]]:
    """Give further names of countries by ISO 3166-1 code."""
    return {code: names.split("|") for code, names in rows("countries.tsv")}


def further_names() -> dict[int, list[str]]:
    """Give further names of towns by GeoNames id."""
    return {int(number): names.split("|") for number, names in rows("names.tsv")}
