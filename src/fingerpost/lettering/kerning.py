"""The space between pairs of letters, out of a font's GPOS table.

Source: OpenType specification, "GPOS — Glyph Positioning Table", lookup type 2 (pair adjustment).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

Kerning = Callable[[str, str], int]
"""Two glyph names to what is added between them, in font units."""


def kerning(font: Any) -> Kerning:
    """Give the kerning of a font; no space is added where it has none."""
    tables = list(_pair_tables(font["GPOS"].table)) if "GPOS" in font else []

    @cache
    def between(left: str, right: str) -> int:
        for table in tables:
            if left in table.Coverage.glyphs:
                found = (
                    _from_pairs(table, left, right)
                    if table.Format == 1
                    else _from_classes(table, left, right)
                )
                if found is not None:
                    return found
        return 0

    return between


def _pair_tables(gpos: Any) -> Any:
    wanted = {
        at
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for at in record.Feature.LookupListIndex
    }
    for at in sorted(wanted):
        for table in gpos.LookupList.Lookup[at].SubTable:
            inner = getattr(table, "ExtSubTable", table)
            if inner.LookupType == 2:
                yield inner


def _from_pairs(table: Any, left: str, right: str) -> int | None:
    pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
    return next((_advance(pair.Value1) for pair in pairs if pair.SecondGlyph == right), None)


def _from_classes(table: Any, left: str, right: str) -> int:
    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
    return _advance(row.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1)


def _advance(value: Any) -> int:
    return getattr(value, "XAdvance", 0) or 0 if value else 0
