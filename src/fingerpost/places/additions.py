"""The user's own places: a small file beside the gazetteer.

``FINGERPOST_PLACES`` names the file; otherwise ``places.csv`` in the user's configuration folder
(``~/.config/fingerpost``) is read where there is one. The first line names the columns::

    name,country,admin1,latitude,longitude,kind,other_names
    Ghent,US,US-VA,36.862,-76.293,populated,Ghent Square|West Ghent

``name`` and ``country`` must be filled in.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from fingerpost.places.errors import BadAdditionError
from fingerpost.places.normal import normal
from fingerpost.settings import PLACES

if TYPE_CHECKING:
    from fingerpost.places.gazetteer import Candidate

Additions = Iterable[tuple[str, "Candidate"]]
COLUMNS = ("name", "country", "admin1", "latitude", "longitude", "kind", "other_names")


def additions_file() -> Path:
    """Give the path of the user's own places, whether there is a file or not."""
    if chosen := PLACES.value:
        return Path(chosen).expanduser()
    base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(base).expanduser() / "fingerpost" / "places.csv"


def read_additions(path: Path | None = None) -> list[tuple[str, Candidate]]:
    """Give the user's own places by comparable name.

    Raises:
        BadAdditionError: a line has no name or country, or a figure or code that cannot be read.
    """
    path = path or additions_file()
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        if PLACES.value:
            raise BadAdditionError(path, 0, "there is no such file, but FINGERPOST_PLACES names it") from None
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise BadAdditionError(path, 0, f"cannot be read as UTF-8 text ({error})") from error
    return list(_rows(path, text))


def _rows(path: Path, text: str) -> Iterator[tuple[str, Candidate]]:
    reader = csv.DictReader(text.splitlines())
    if unknown := set(reader.fieldnames or ()) - set(COLUMNS):
        raise BadAdditionError(
            path, 1, f"unknown column {sorted(unknown)[0]!r}; there are {', '.join(COLUMNS)}"
        )
    for row in reader:
        place = _candidate(path, reader.line_num, {k: (v or "").strip() for k, v in row.items() if k})
        for name in (place.name, *(row.get("other_names") or "").split("|")):
            if form := normal(name):
                yield form, place


def _candidate(path: Path, line: int, row: dict[str, str]) -> Candidate:
    from fingerpost.places.gazetteer import KINDS, Candidate

    def bad(reason: str) -> BadAdditionError:
        return BadAdditionError(path, line, reason)

    if not row.get("name"):
        raise bad("the name is missing")
    if not re.fullmatch(r"[A-Z]{2}", row.get("country", "")):
        raise bad("the country must be a two-letter code such as US")
    region = row.get("admin1") or None
    if region and not region.startswith(row["country"] + "-"):
        raise bad(f"{region} is no region of {row['country']}; write it as US-VA")
    kind = next((kind for kind in KINDS if kind == (row.get("kind") or "populated")), None)
    if kind is None:
        raise bad(f"unknown kind {row['kind']!r}; there are {', '.join(KINDS)}")
    try:
        north, east = (float(row[name]) if row.get(name) else None for name in ("latitude", "longitude"))
    except ValueError:
        raise bad("latitude and longitude must be degrees such as 36.85") from None
    if (north is not None and abs(north) > 90) or (east is not None and abs(east) > 180):
        raise bad("latitude goes from -90 to 90, longitude from -180 to 180")
    return Candidate(row["name"], kind, row["country"], region, north, east)
