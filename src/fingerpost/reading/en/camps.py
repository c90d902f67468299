"""English words for the sides of a vote."""

from __future__ import annotations

from fingerpost.reading.en.words import word_set

OBJECTIONS = word_set("objection objections protests opposition dissent")
DESPITE = word_set("over despite")
VOTES = word_set("vote votes")
DISSENTERS = word_set("dissenter holdout")
MAJORITY = word_set("deciding casting breaking")
"""Before "vote": one that settles it."""
INVERTED = {
    "opposing": "against",
    "backing": "for",
    "supporting": "for",
    "favoring": "for",
    "favouring": "for",
}
"""At the head of a sentence, before "it were" and names; so may "voting" with its side."""
PUT = word_set("motion motions proposal vote")
CAMPED = {"dissenting": "dissent", "opposed": "against", "favor": "for", "favour": "for"}
"""After names set apart by a comma or in brackets."""
OPENERS = frozenset(
    OBJECTIONS
    | VOTES
    | DISSENTERS
    | MAJORITY
    | INVERTED.keys()
    | CAMPED.keys()
    | word_set("with voted voting against")
)
"""Words at which a camp may be told."""
LONE = word_set("lone sole only single two")
NO = word_set("no nay dissenting opposing negative contrary")
YES = word_set("yes aye affirmative")
CAST = word_set("cast came were was")
BREAKS = word_set("; : who which because while after saying said whose")
"""Words at which a list of voters ends."""
SIDES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("voting", "no"), "against"),
    (("voting", "nay"), "against"),
    (("voting", "against"), "against"),
    (("voting", "in", "opposition"), "against"),
    (("voting", "yes"), "for"),
    (("voting", "aye"), "for"),
    (("voting", "in"), "for"),
    (("voting", "for"), "for"),
    (("in", "favor"), "for"),
    (("in", "favour"), "for"),
    (("in", "support"), "for"),
    (("in", "opposition"), "against"),
    (("dissenting",), "dissent"),
    (("in", "dissent"), "dissent"),
    (("opposed",), "against"),
    (("opposing",), "against"),
    (("against",), "against"),
)
"""Words after names that tell their side, the longer ones first."""
AFTER_VOTED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("in", "favor"), "for"),
    (("in", "favour"), "for"),
    (("yes",), "for"),
    (("aye",), "for"),
    (("for", "it"), "for"),
    (("for", "the", "motion"), "for"),
    (("no",), "against"),
    (("nay",), "against"),
    (("against", "."), "against"),
    (("against", ","), "against"),
    (("against", "it"), "against"),
    (("against", "the", "motion"), "against"),
)
"""Words after "voted" that tell the side."""
