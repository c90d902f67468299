"""English words that open a condition."""

from __future__ import annotations

from fingerpost.reading.lexicon import words

OPENERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "until": (("until",),),
    "pending": (("pending",),),
    "unless": (("unless",),),
    "while": (("while",),),
    "as": (("as", "long", "as"),),
    "for": (("for", "as", "long", "as"), ("for", "the", "duration")),
}
"""First word in lower case, to the openings that begin with it."""

PAUSING = words("suspends suspended suspend freezes frozen froze pauses paused")
"""Verbs that say what was done to the tie."""
PAUSINGS = words("suspension freeze pause moratorium")
HELD = words(
    "remain remains stay stays keep keeps last lasts hold holds place effect force continue continues stand until"
)
"""Beside "the suspension": that it lasts."""
SUCH_TIME = "such time"
