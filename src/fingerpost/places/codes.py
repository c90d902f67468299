"""Names of countries and regions by their codes."""

from __future__ import annotations

import json
from functools import cache

from fingerpost.places import tables
from fingerpost.places.build import source


def code_name(code: str) -> str:
    """Give the name of a country (ISO 3166-1) or first-level region (ISO 3166-2); the code where unknown."""
    if "-" in code:
        return _regions().get(code, code.partition("-")[2])
    return _countries().get(code, code)


@cache
def _regions() -> dict[str, str]:
    states = json.loads((source() / "us_states.json").read_bytes())
    american = {f"US-{code}": state["name"] for code, state in states.items()}
    return american | {region.code: region.names[0] for region in tables.regions() if region.level == 1}


@cache
def _countries() -> dict[str, str]:
    listed = json.loads((source() / "countries.json").read_bytes())
    return {code: country["name"].strip().removeprefix("The ") for code, country in listed.items()}
