"""Whose "I" and "we" a document speaks with, outside its quotations: a letter's, an opinion's, a statement's."""

from __future__ import annotations

from fingerpost.reading.cast import Cast
from fingerpost.reading.model import Actor
from fingerpost.reading.page import Page

HEADS = 3
"""How many of a document's first blocks may name the body whose letterhead it bears."""
BODIES = frozenset({"association", "committee", "council", "group", "government"})


class Voice:
    """The writer of a page: ``person`` says "I"; ``body``, if the person signs for one, says "we"."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.person = _author(page, cast) or _named_in_head(page, cast)
        self.body = _body(page, cast) if self.person else None

    def of(self, word: str) -> str | None:
        """Give the id of the actor meant by "i" or "we"; None where the page has no writer of its own."""
        actor = (self.body or self.person) if word == "we" else self.person
        return actor.id if actor else None


def _author(page: Page, cast: Cast) -> Actor | None:
    name = (page.document.author or "").casefold()
    return next((actor for actor in cast.actors if name and actor.name.casefold() == name), None)


def _named_in_head(page: Page, cast: Cast) -> Actor | None:
    """Give the person named in the headline of a statement ("STATEMENT BY MAYOR DENISE RUTHERFORD")."""
    heads = [block for block in page.document.blocks if block.kind == "headline"][:1]
    for block in heads:
        text = page.document.text[block.start : block.end].casefold()
        people = [actor for actor in cast.actors if actor.kind == "person"]
        if "statement by" in text:
            return next((actor for actor in people if actor.name.casefold() in text), None)
    return None


def _body(page: Page, cast: Cast) -> Actor | None:
    """Give the body of a letterhead, or the one that a signature is "for"."""
    blocks = page.document.blocks
    papers = [block for block in blocks if block.kind == "signature"]
    if not papers:
        return None
    for block in (*blocks[:HEADS], *papers):
        for actor in cast.actors:
            if actor.kind in BODIES and any(block.start <= m.start < block.end for m in actor.mentions):
                return actor
    return None
