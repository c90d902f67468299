"""What a position is about: one tie, or a class of ties ("any Russian sister city partnerships")."""

from __future__ import annotations

from spacy.tokens import Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.clauses import child, prep_object
from fingerpost.reading.en import stances as words
from fingerpost.reading.model import PlaceClass, Target, TieClass
from fingerpost.reading.ties import Ties


def target_of(token: Token, tie: str | None, ties: Ties, atlas: Atlas | None) -> Target:
    """Give the target of a position.

    Args:
        token: the word for what is done with the tie ("end").
        tie: id of the tie it is about, or would be if it were about one.
        ties: the ties of the page.
        atlas: the places of the page; without it no class can be told.
    """
    found = ties.by_id.get(tie or "")
    if found is None or atlas is None or not _is_general(token):
        return Target(tie=tie)
    home, partner = (atlas.by_id.get(place) for place in found.places)
    if home is None or partner is None or partner.country is None:
        return Target(tie=tie)
    start = PlaceClass(admin1=home.admin1, country=None if home.admin1 else home.country)
    return Target(ties=TieClass(start=start, to=PlaceClass(country=partner.country)))


def _is_general(token: Token) -> bool:
    """Tell whether many places are asked to do it to their several ties."""
    done = child(token, "dobj", "nsubjpass")
    if done is None or done.tag_ != "NNS":
        return False
    if any(c.lower_ in words.GENERAL for c in done.children):
        return True
    asked = token.head
    whom = child(token, "nsubj") or child(asked, "dobj") or prep_object(asked, "on", "to")
    several = whom is not None and whom.tag_ == "NNS" and whom.lemma_.lower() in words.PLACES_ASKED
    every = whom is not None and any(c.lower_ in {"every", "all", "each"} for c in whom.children)
    return several or every
