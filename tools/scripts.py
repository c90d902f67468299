"""See tools/scripts."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTCollection, TTFont

from fingerpost.lettering import FONTS
from fingerpost.lettering.scripts import SCRIPTS, WHOLE

OVERPASS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese")


def main(given: Path) -> None:
    """Make all files."""
    for script in SCRIPTS:
        for weight in script.weights:
            font = _font(given, script.name, weight)
            font.flavor = "woff"
            font.save(FONTS / f"{script.name}-{weight}.woff")


def _font(given: Path, name: str, weight: int) -> TTFont:
    if name == WHOLE.name:
        return _merged(given / "overpass" / "files", weight)
    if name == "cjk":
        return _cjk(given / "wqy-microhei.ttc")
    folder = "noto-sans" if name == "greek" else f"noto-sans-{name}"
    stem = "noto-sans-greek" if name == "greek" else f"noto-sans-{name}-{name}"
    return TTFont(given / folder / "files" / f"{stem}-{weight}-normal.woff2")


def _merged(files: Path, weight: int) -> TTFont:
    """Give one font of the files into which Overpass is cut."""
    with tempfile.TemporaryDirectory() as folder:
        bare = []
        for part in OVERPASS:
            font = TTFont(files / f"overpass-{part}-{weight}-normal.woff2")
            font.flavor = None
            bare.append(str(Path(folder) / f"{part}.ttf"))
            font.save(bare[-1])
        return Merger(Options(drop_tables=["DSIG", "gasp", "FFTM", "STAT", "avar"])).merge(bare)


def _cjk(collection: Path) -> TTFont:
    """Give the Chinese, Japanese and Korean letters, without hints: they are most of the file."""
    font = TTCollection(collection).fonts[0]
    options = subset.Options()
    options.hinting, options.layout_features, options.drop_tables = False, [], ["FFTM"]
    taker = subset.Subsetter(options)
    ranges = next(script.ranges for script in SCRIPTS if script.name == "cjk")
    taker.populate(unicodes={code for low, high in ranges for code in range(low, high + 1)})
    taker.subset(font)
    return font


if __name__ == "__main__":
    main(Path(sys.argv[1]))
