"""Fonts for the scripts that Overpass has no letters for, and which of them a text needs.

Chinese, Japanese and Korean are WenQuanYi Micro Hei, in one weight; the others are Noto Sans. They are kept as WOFF,
which the standard library's zlib opens. ``tools/scripts`` makes the files.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

from fingerpost.lettering.face import FONTS

Ranges = tuple[tuple[int, int], ...]
"""First and last code points."""

WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class Script:
    """Letters of one script: the beginning of their files' names, and the code points they are asked for."""

    name: str
    ranges: Ranges
    weights: tuple[int, ...] = WEIGHTS
    large: bool = False
    """Whether only the letters that are needed are taken out of it."""

    def needed_by(self, text: str) -> frozenset[str]:
        """Give the characters of a text that these letters are for."""
        return frozenset(c for c in set(text) if any(low <= ord(c) <= high for low, high in self.ranges))


WHOLE = Script(
    "whole",
    (
        (0x100, 0x2BA),
        (0x2BD, 0x2C5),
        (0x2C7, 0x2CC),
        (0x2CE, 0x2D7),
        (0x2DD, 0x301),
        (0x303, 0x304),
        (0x308, 0x309),
        (0x323, 0x323),
        (0x329, 0x329),
        (0x400, 0x52F),
        (0x1E00, 0x1EFF),
        (0x2116, 0x2116),
        (0x2C60, 0x2C7F),
    ),
)
"""Overpass with all its letters: what Latin needs beyond English, Vietnamese, Cyrillic."""

SCRIPTS = (
    WHOLE,
    Script("greek", ((0x370, 0x3FF),)),
    Script("armenian", ((0x530, 0x58F), (0xFB13, 0xFB17))),
    Script("hebrew", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
    Script("arabic", ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    Script("devanagari", ((0x900, 0x97F), (0xA8E0, 0xA8FF))),
    Script("bengali", ((0x980, 0x9FF),)),
    Script("tamil", ((0xB80, 0xBFF),)),
    Script("thai", ((0xE00, 0xE5F),)),
    Script("georgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    Script(
        "cjk",
        (
            (0x2E80, 0x2FDF),
            (0x3000, 0x33FF),
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xAC00, 0xD7A3),
            (0xF900, 0xFAFF),
            (0xFF00, 0xFFEF),
        ),
        weights=(400,),
        large=True,
    ),
)


def steadied(text: str) -> str:
    """Give a text in which words from right to left do not draw what follows them to their side.

    "Moved by X. 7 for" would be shown as "Moved by 7 .X for", and two names in the order of the second's script.
    A left-to-right mark, which is not seen, stands after such words.
    """
    return _FROM_THE_RIGHT.sub("\\g<0>\u200e", text)


_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_FROM_THE_RIGHT = re.compile(rf"{_LETTER}+(?:[\s-]+{_LETTER}+)*")


def scripts_in(text: str) -> list[tuple[Script, frozenset[str]]]:
    """Give the scripts that a text needs letters of, each with the characters it needs."""
    characters = "".join(set(text))
    found = ((script, script.needed_by(characters)) for script in SCRIPTS)
    return [(script, needed) for script, needed in found if needed]


def family_of(name: str) -> str:
    """Give the family under which a page knows a font file: each has its own.

    WeasyPrint takes two files of one family and weight for one font, and prints the letters of one with the numbers
    of the other.
    """
    return "Overpass" if name == "latin" else f"Overpass {name}"


def face_rule(name: str, weights: str, ranges: Ranges, data: bytes, form: str) -> str:
    """Give the style rule that brings a font into a page: for a range of weights, and for some code points."""
    reach = f"unicode-range:{','.join(f'U+{low:X}-{high:X}' for low, high in ranges)};" if ranges else ""
    return (
        f'@font-face{{font-family:"{family_of(name)}";font-weight:{weights};{reach}'
        f"src:url(data:font/{form};base64,{base64.b64encode(data).decode()}) format('{form}')}}\n"
    )


def rules_for(text: str) -> str:
    """Give the style rules for the letters of other scripts that a text needs."""
    return "".join(
        _rule(script, weight, needed) for script, needed in scripts_in(text) for weight in script.weights
    )


def _rule(script: Script, weight: int, needed: frozenset[str]) -> str:
    # One weight serves for all where there is no other: better than lettering that is drawn fat by guess.
    weights = str(weight) if len(script.weights) > 1 else "100 900"
    data = cut(script, weight, needed) if script.large else _file(script, weight)
    return face_rule(script.name, weights, script.ranges, data, "woff")


@cache
def _file(script: Script, weight: int) -> bytes:
    return (FONTS / f"{script.name}-{weight}.woff").read_bytes()


@lru_cache(maxsize=32)
def cut(script: Script, weight: int, needed: frozenset[str], flavour: str | None = "woff") -> bytes:
    """Give a font with the letters that are needed, and all that they are joined or shaped with.

    Args:
        needed: the letters; none: all there are.
        flavour: "woff"; None for a bare TrueType font.
    """
    from fontTools import subset

    options = subset.Options()
    options.flavor, options.layout_features, options.drop_tables = flavour, ["*"], ["FFTM", "GlyphOrder"]
    font = subset.load_font(BytesIO(_file(script, weight)), options)
    if needed:
        taker = subset.Subsetter(options)
        taker.populate(text="".join(needed))
        taker.subset(font)
    out = BytesIO()
    font.flavor = flavour
    font.save(out)
    return out.getvalue()
