"""What a line of a briefing stands on."""

from __future__ import annotations

from msgspec import Struct


class Citation(Struct, frozen=True, order=True):
    """A passage with the number of its source. ``text`` equals that source's text[start:end] exactly."""

    source: int
    start: int
    end: int
    text: str


class Span(Struct, frozen=True, order=True):
    """A half-open span of code points of a numbered source."""

    source: int
    start: int
    end: int
