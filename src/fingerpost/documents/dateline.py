"""The dateline before a report: place, perhaps a region, a date, an agency, then a dash or colon."""

from __future__ import annotations

import re

from fingerpost.documents import en
from fingerpost.documents.shapes import is_capitals, words_of

LONGEST = 110
LONGEST_PLACE_WORDS = 5
MIN_REST_WORDS = 5
DASH = re.compile(r"\s+(?:—|–|--|―|-)\s+|\s*—\s*|(?<=\))\s*[-–]\s+")
DASH_MARKS = ("—", "–", "―", "-- ", " - ", ")-", ") -")
AGENCY_END = re.compile(r"\([A-Z0-9][^()]{1,40}\)$")
AGENCY_NO_DASH = re.compile(r"[^()]{3,60}\d\.? \([A-Z][A-Za-z .&-]{1,30}\) (?=[A-Z“\"‘'])")
DAY_AND_MONTH = re.compile(r"(?:[A-Za-z]{3,10}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,10})(?:,? \d{4})?\.?$")
COLON = re.compile(r":\s+(?=[A-Z“\"‘'])")


def dateline_end(line: str, *, opening: bool = False, colons: bool = True) -> int:
    """Give how many characters of a paragraph are its dateline, without the space after; 0 where none.

    Args:
        line: one paragraph.
        opening: it is the first of the article, where a place may stand in ordinary case or before a colon.
        colons: a place in capitals before a colon counts (not in transcripts, where speakers stand so).
    """
    head = line[:LONGEST]
    if not head[:1].isupper():
        return 0
    dash = DASH.search(head) if any(mark in head for mark in DASH_MARKS) else None
    if dash and _is_place(head[: dash.start()], opening) and _is_rest(line, dash.end()):
        return len(head[: dash.end()].rstrip())
    agency = AGENCY_NO_DASH.match(head)
    if agency and _is_place(agency.group().rstrip(), True) and _is_rest(line, agency.end()):
        return len(agency.group().rstrip())
    if opening and colons:
        colon = COLON.search(head)
        if colon and _is_colon_place(head[: colon.start()]) and _is_rest(line, colon.end()):
            return len(head[: colon.end()].rstrip())
    return 0


def agency_of(dateline: str) -> str | None:
    """Give the agency or station that a dateline names in brackets."""
    match = AGENCY_END.search(dateline.rstrip(" —–-―:"))
    return match.group()[1:-1] if match else None


def _is_place(head: str, opening: bool) -> bool:
    """Tell whether the words before the dash are a place, perhaps with region, date and agency."""
    head = head.strip()
    agency = AGENCY_END.search(head)
    bare = head[: agency.start()].strip() if agency else head
    place, *rest = [part.strip() for part in bare.split(",")]
    words = place.split()
    if not 1 <= len(words) <= LONGEST_PLACE_WORDS or place.casefold() in en.NOT_PLACES or len(place) < 2:
        return False
    if not all(_is_qualifier(part) for part in rest) or any(char.isdigit() for char in place):
        return False
    if is_capitals(place):
        return not (len(words) == 1 and len(place) < 3)
    # in ordinary case: only with a date or an agency beside it, or at the opening with a region
    dated = any(DAY_AND_MONTH.match(part) for part in rest)
    if not all(word[0].isupper() or word in en.NAME_PARTICLES for word in words):
        return False
    return (dated and (agency is not None or opening)) or (opening and bool(rest) and len(rest) <= 2)


def _is_qualifier(part: str) -> bool:
    """Tell whether a part after the comma is a region, a country, or a date."""
    words = words_of(part)
    if not 1 <= len(words) <= 4:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in en.NAME_PARTICLES for word in words)


def _is_colon_place(head: str) -> bool:
    place = head.split(",")[0]
    words = {word.casefold() for word in words_of(head)}
    honorific = words & en.HONORIFICS
    return is_capitals(place) and len(head.split()) <= 4 and not honorific and _is_place(head, False)


def _is_rest(line: str, start: int) -> bool:
    """Tell whether what follows is a sentence of its own."""
    rest = line[start : start + 200].lstrip("\"'“‘(")
    return (rest[:1].isupper() or rest[:1].isdigit()) and len(rest.split()) >= MIN_REST_WORDS
