"""A briefing as JSON, ``fingerpost/briefing/1``: sections, case, and every source's text."""

from __future__ import annotations

import msgspec

from fingerpost.briefing.model import Briefing


def as_json(briefing: Briefing) -> bytes:
    """Give the briefing as JSON in UTF-8, complete: ``fingerpost check`` proves it against the sources."""
    return msgspec.json.format(msgspec.json.encode(briefing), indent=1) + b"\n"
