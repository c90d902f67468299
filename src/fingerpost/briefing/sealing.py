"""A digest over the whole briefing, so that a change anywhere in its file shows."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec.structs import replace

from fingerpost.briefing.model import Briefing


def seal_of(briefing: Briefing) -> str:
    """Give the SHA-256 of the briefing's JSON with an empty seal, as ``sha256:`` and hexadecimal digits."""
    data = msgspec.json.encode(replace(briefing, seal=""))
    # Once there and back: a 30 that means 30.0 is written so only after it was read.
    data = msgspec.json.encode(msgspec.json.decode(data, type=Briefing))
    return "sha256:" + hashlib.sha256(data).hexdigest()


def sealed(briefing: Briefing) -> Briefing:
    """Give the briefing with its seal."""
    return replace(briefing, seal=seal_of(briefing))
