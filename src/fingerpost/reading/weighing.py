"""Powers proposed for the actors of a page, weighed against one another."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.model import Actor


class Proposed(NamedTuple):
    """A power proposed for an actor, not yet weighed against the others."""

    actor: Actor
    power: str
    at: Token
    tie: str | None
    why: str


IMPLIED = frozenset(
    {"decided", "town-decided", "town-acts", "ruled", "will-decide", "put-before", "its-vote"}
)
"""Rules that infer a power from what a body did; what the text says of its power outweighs them."""


def settled(proposed: list[Proposed]) -> list[Proposed]:
    """Keep one finding per actor and power, and of contradictory ones the more explicit."""
    powers_of: dict[str, dict[str, list[Proposed]]] = {}
    for p in sorted(proposed, key=lambda p: p.at.i):
        if _near_denial(p, proposed):
            continue
        powers_of.setdefault(p.actor.id, {}).setdefault(p.power, []).append(p)
    kept: list[Proposed] = []
    for held in powers_of.values():
        for power, found in held.items():
            if not _outweighed(power, found, held):
                kept.append(found[0])
    deciders = [p for p in kept if p.power == "decides" and p.why != "town-acts"]
    return [p for p in kept if not (deciders and p.why == "town-acts") and not _told_fuller(p, kept)]


def _told_fuller(p: Proposed, kept: list[Proposed]) -> bool:
    """Tell whether an unnamed body ("municipal council") is also kept under a name that holds its own.

    What advises is the same where its noun is ("an advisory commission", then "the Commission on Tourism").
    """
    if not p.actor.name.islower():
        return False
    named = p.actor.name.split()
    told = set(named[-1:] if p.power == "advises" else named)
    return any(
        q.power == p.power and q.actor.id != p.actor.id and told < set(q.actor.name.lower().split())
        for q in kept
    )


def _outweighed(power: str, found: list[Proposed], held: dict[str, list[Proposed]]) -> bool:
    whys = {p.why for p in found}
    if power == "decides" and whys <= IMPLIED:
        if any(p.why != "recommends" for p in held.get("advises", ())):
            return True
        return found[0].actor.kind != "person" and "cannot_decide" in held
    if power == "advises" and whys == {"recommends"}:
        return "decides" in held
    if power == "cannot_decide" and whys <= LEAVING:
        return "decides" in held or "advises" in held
    return False


def _near_denial(p: Proposed, proposed: list[Proposed]) -> bool:
    """Tell whether what a speaker leaves to others is said beside an explicit denial, which counts alone."""
    return p.why in LEAVING and any(
        q.power == "cannot_decide" and q.why not in LEAVING and abs(q.at.i - p.at.i) < NEAR for q in proposed
    )


NEAR = 50
"""Tokens between an explicit denial and what it explains."""
LEAVING = frozenset({"leaves-it-to-others", "not-mine"})
