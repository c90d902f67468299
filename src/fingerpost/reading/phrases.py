"""Verbs that say what is done with a tie together with further words: "pull out of", "keep the door open"."""

from __future__ import annotations

from spacy.tokens import Token

from fingerpost.reading.clauses import child, particles
from fingerpost.reading.en import stances as words

ALONE = {"run"} | words.ENDING_ALONE | words.KEEPING_ALONE | words.SUSPENDING_ALONE | {"go"}
"""Verbs of which the tie may be the subject."""
IDIOM_REACH = 4
"""Tokens after a verb in which an idiom's first word stands."""
REACH = 12
"""Tokens after a verb in which the rest of a phrase and its object may stand."""
_DOORS = frozenset({"door", "doors", "bridge", "line", "channel"})
"""Things of which only one known may stand for the tie ("shut the door", not "slam a door that took us years")."""


def phrase_of(verb: Token, lemma: str) -> str | None:
    """Give the stance of a phrase that the verb opens, "" where the phrase means something else, else None."""
    options = words.PHRASES.get(lemma)
    if options is None:
        return None
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]]
    near = set(particles(verb))
    for text, stance in options:
        parts = text.split()
        if parts[0] not in near and len(parts) == 1:
            continue
        if _in_order(parts, after):
            return None if text == "on" and lemma == "go" and _goes_on_to(verb) else stance
    # "put", "bring", "go" alone say nothing; "cut", "keep", "drop" do.
    return None if any(lemma in lemmas for lemmas in words.DOING.values()) or lemma in ALONE else ""


def _goes_on_to(verb: Token) -> bool:
    """Tell whether something else is gone on with: "go on helping families", "goes on recess"."""
    on = next((c for c in verb.children if c.lower_ == "on" and c.dep_ == "prep"), None)
    what = child(on, "pcomp", "pobj") if on is not None else None
    return what is not None and what.lemma_.lower() not in GOING_ON


GOING_ON = frozenset({"be", "have", "call", "regard", "treat", "as"})


def idiom_of(verb: Token, lemma: str) -> str | None:
    """Give the stance of an idiom that needs no tie beside it: "keep the door open", "walk away"."""
    options = words.IDIOMS.get(lemma)
    if options is None:
        return None
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]]
    for text, stance in options:
        parts = text.split()
        if (
            parts == ["notice"]
            and "notice" in after
            and after[after.index("notice") + 1 : after.index("notice") + 2] == ["of"]
        ):
            continue  # "gave notice of a motion"
        if parts[0] in after[:IDIOM_REACH] and _in_order(parts, after, apart=2):
            any_door = parts[0] in _DOORS and is_indefinite(verb.doc[verb.i + 1 + after.index(parts[0])])
            return None if any_door else stance
    return None


def _in_order(parts: list[str], after: list[str], *, apart: int = 0) -> bool:
    """Tell whether the parts follow each other, with one article or possessive between, or ``apart`` words."""
    if parts[0] not in after:
        return False
    at = after.index(parts[0]) + 1
    for part in parts[1:]:
        if apart and part in after[at : at + apart + 1]:
            at = after.index(part, at) + 1
            continue
        at += after[at : at + 1] != [part] and bool(words.ARTICLES & set(after[at : at + 1]))
        if after[at : at + 1] != [part]:
            return False
        at += 1
    return True


def is_indefinite(noun: Token) -> bool:
    return any(c.lower_ in words.INDEFINITE for c in noun.children)
