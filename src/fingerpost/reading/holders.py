"""From a word for what is done with the tie, up the clause to whoever wants it done.

"The mayor refused to end the tie" is read from inside out: *end* is the stance "end"; *refused* turns it
round to "keep"; its subject holds it. Wanting, asking, moving, voting, supporting and opposing may stand
on one another ("opposed a motion to suspend"), so each step only passes a stance on, turns it round, or
drops it ("no plans to cut ties" is no stance).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.climb_attitudes import Attitudes
from fingerpost.reading.climb_clauses import Clauses
from fingerpost.reading.climb_nouns import Nouns
from fingerpost.reading.held import Held


class Holders(Clauses, Attitudes, Nouns):
    """All steps of a climb together."""


_HOLDERS = Holders()


def holders(token: Token, stance: str) -> Iterator[Held]:
    """Yield everyone whom the sentence says to hold a stance about what ``token`` names."""
    seen: set[Token] = set()
    for held in _HOLDERS.climb(token, stance, 0):
        if held.holder is None or held.holder not in seen:
            if held.holder is not None:
                seen.add(held.holder)
            yield held
