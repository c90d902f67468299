"""The cast of a page: who speaks or acts in it, and whom each name, title or pronoun means."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Span, Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.casting import cast_page
from fingerpost.reading.columns import Columns
from fingerpost.reading.model import Actor
from fingerpost.reading.page import Page
from fingerpost.reading.parts import Part

DECIDING = frozenset({"council", "committee"})


class Cast:
    """The actors found on a page. ``actors`` holds each once, with all its mentions."""

    def __init__(self, actors: tuple[Actor, ...], at: dict[int, str], columns: Columns) -> None:
        self.actors = actors
        self.by_id = {actor.id: actor for actor in actors}
        self.columns = columns
        self._at = at
        deciding = {actor.id for actor in actors if actor.kind in DECIDING}
        self._deciders = sorted((i, actor) for i, actor in at.items() if actor in deciding)

    def who(self, words: Token | Span) -> Actor | None:
        """Give the actor meant by a token or by the noun phrase it heads; None where that is not settled.

        Names, titles ("the mayor"), bodies ("the council", an acronym) and pronouns are followed.
        """
        if isinstance(words, Token):
            found = self._at.get(words.i)
            return self.by_id[found] if found else None
        for i in (words.root.i, *range(words.start, words.end)):
            if i in self._at:
                return self.by_id[self._at[i]]
        return None

    def id_at(self, i: int) -> str | None:
        """Give the id of the actor meant at a token index."""
        return self._at.get(i)

    def last_body(self, i: int) -> str | None:
        """Give the id of the council, board or other deciding body mentioned last before a token index."""
        at = bisect_left(self._deciders, (i, ""))
        return self._deciders[at - 1][1] if at else None

    def all_of(self, token: Token) -> list[Actor]:
        """Give the actors meant by a token and what is joined to it ("Sjöberg and Åkesson": two)."""
        found = [self.who(token), *(self.who(other) for other in token.conjuncts)]
        return list({actor.id: actor for actor in found if actor}.values())


def find_cast(page: Page, atlas: Atlas) -> Cast:
    """Find the people and bodies of a page."""
    columns = Columns(page)
    stage = cast_page(columns, atlas)
    parts = stage.parts
    ids = {id(part): f"a{number}" for number, part in enumerate(parts, 1)}
    actors = tuple(_actor(part, ids, columns) for part in parts)
    at = {i: ids[id(part)] for i, part in stage.at.items() if id(part) in ids}
    return Cast(actors, at, columns)


def _actor(part: Part, ids: dict[int, str], columns: Columns) -> Actor:
    page = columns.page
    return Actor(
        id=ids[id(part)],
        name=part.name,
        kind=part.kind,
        role=part.role,
        of=ids.get(id(part.of)) if part.of else None,
        place=part.place,
        mentions=tuple(page.passage_of(page.doc[start:end]) for start, end in part.spans),
    )
