"""A stance with an actor, before one is chosen per actor and stance."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token


class Candidate(NamedTuple):
    """Who holds what stance, by which word, and which rule saw it."""

    actor: str
    stance: str
    force: str
    token: Token
    tie: str | None
    why: str
    explicit: bool
    """The sentence itself says what is to be done; else it refers back."""
    told: str = "referring"
    """What an inexplicit one goes by: "referring" to a motion, or the page's "question" as a whole."""
