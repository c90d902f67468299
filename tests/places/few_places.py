"""A few places, compiled like the real gazetteer."""

from __future__ import annotations

from pathlib import Path

from fingerpost.places.compiler import Compiler

ABOUT = {"made": "for tests"}


def compile_small(path: Path) -> None:
    """Write an index of a few places."""
    small = Compiler()
    town = {"kind": "populated"}
    small.add(
        ["Norfolk"], country="US", region="US.VA", number=1, population=238005, at=(36.85, -76.29), **town
    )
    small.add(
        ["Norfolk"], country="US", region="US.NE", number=2, population=24366, at=(42.03, -97.42), **town
    )
    small.add(
        ["Kaliningrad", "Königsberg", "Koenigsberg"],
        country="RU",
        region="RU.23",
        number=3,
        population=475056,
        at=(54.71, 20.51),
        **town,
    )
    small.add(["Königsberg"], country="AT", number=4, population=588, at=(47.58, 16.13), **town)
    small.add(
        ["Saint Paul"], country="US", region="US.MN", number=5, population=311527, at=(44.94, -93.09), **town
    )
    small.add(["Virginia", "US-VA"], kind="admin1", country="US", region="US-VA", population=8_000_000)
    small.add(["Norfolk"], kind="admin2", country="GB", region="GB-ENG", at=(52.63, 1.3))
    small.add(["Russia"], kind="country", country="RU", number=9, population=144_000_000, at=(55.75, 37.62))
    small.save(path, ABOUT, {"US.VA": "US-VA", "US.NE": "US-NE", "US.MN": "US-MN", "RU.23": "RU-KGD"})
