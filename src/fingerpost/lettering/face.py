"""Measures and outlines of Overpass, from the font files that come with Fingerpost.

Two files make one face: Latin, and what other languages in Latin letters need besides. Letters of other
scripts are not in them; ``covers`` tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Any

from fingerpost.lettering.kerning import Kerning, kerning

FONTS = Path(__file__).parent / "fonts"
SUBSETS = ("latin", "latin-ext")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter in font units: how far it advances, what its pen does, and where its file keeps it."""

    advance: int
    strokes: tuple[tuple[str, tuple[Any, ...]], ...]
    file: int
    name: str


class Face:
    """One weight of Overpass, for several threads. Sizes and lengths are in the caller's unit."""

    def __init__(self, weight: int) -> None:
        from fontTools.ttLib import TTFont

        fonts = [TTFont(FONTS / f"overpass-{subset}-{weight}-normal.ttf") for subset in SUBSETS]
        self._names: list[dict[int, str]] = [font.getBestCmap() for font in fonts]
        self._drawn = [font.getGlyphSet() for font in fonts]
        self._kerns: list[Kerning] = [kerning(font) for font in fonts]
        self._known: dict[str, Glyph | None] = {}
        self._lock = Lock()  # The fonts are read piece by piece, which is not for two threads at once.
        self._em: int = fonts[0]["head"].unitsPerEm
        self.cap_height: float = fonts[0]["OS/2"].sCapHeight / self._em
        """Height of a capital, as a share of the size."""

    def covers(self, text: str) -> bool:
        """Tell whether every character of a text is in the typeface."""
        return all(self._glyph(char) for char in text)

    def width(self, text: str, size: float) -> float:
        """Give how long a text runs; a character that is not in the typeface counts as one em."""
        glyphs = [self._glyph(char) for char in text]
        advance = sum(glyph.advance if glyph else self._em for glyph in glyphs)
        return (advance + sum(self._between(glyphs))) * size / self._em

    def outline(self, text: str, x: float, y: float, size: float) -> str:
        """Give a text as the data of one SVG path, its baseline beginning at (x, y), y growing downwards.

        Raises:
            KeyError: a character is not in the typeface.
        """
        from fontTools.pens.svgPathPen import SVGPathPen
        from fontTools.pens.transformPen import TransformPen

        scale, pen = size / self._em, SVGPathPen(None, ntos=_short)
        glyphs = [self._glyph(char) for char in text]
        for char, glyph, kern in zip(text, glyphs, [*self._between(glyphs), 0], strict=False):
            if glyph is None:
                raise KeyError(char)
            moved = TransformPen(pen, (scale, 0, 0, -scale, x, y))
            for stroke, points in glyph.strokes:
                getattr(moved, stroke)(*points)
            x += (glyph.advance + kern) * scale
        return str(pen.getCommands())

    def _between(self, glyphs: list[Glyph | None]) -> list[int]:
        """Give the kerning between each letter and the next, in font units."""
        with self._lock:
            return [
                self._kerns[a.file](a.name, b.name) if a and b and a.file == b.file else 0
                for a, b in pairwise(glyphs)
            ]

    def _glyph(self, char: str) -> Glyph | None:
        if char not in self._known:
            with self._lock:
                self._known[char] = self._drawn_glyph(char)
        return self._known[char]

    def _drawn_glyph(self, char: str) -> Glyph | None:
        from fontTools.pens.recordingPen import DecomposingRecordingPen

        for file, names in enumerate(self._names):
            if name := names.get(ord(char)):
                pen = DecomposingRecordingPen(self._drawn[file])
                self._drawn[file][name].draw(pen)
                return Glyph(self._drawn[file][name].width, tuple(pen.value), file, name)
        return None


@cache
def face(weight: int) -> Face:
    """Give a weight of Overpass: 400 or 700."""
    return Face(weight)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
