"""The cast of a page: who speaks or acts in it, and whom each name, title or pronoun means."""

from __future__ import annotations

from spacy.tokens import Span, Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.model import Actor
from fingerpost.reading.page import Page


class Cast:
    """The actors found on a page. ``actors`` holds each once, with all its mentions."""

    def __init__(self, actors: tuple[Actor, ...], at: dict[int, str]) -> None:
        self.actors = actors
        self.by_id = {actor.id: actor for actor in actors}
        self._at = at

    def who(self, words: Token | Span) -> Actor | None:
        """Give the actor meant by a token or by the noun phrase it heads; None where that is not settled.

        Names, titles ("the mayor"), bodies ("the council", an acronym) and pronouns are followed.
        """
        for token in [words] if isinstance(words, Token) else [words.root, *words]:
            found = self._at.get(token.i)
            if found:
                return self.by_id[found]
        return None


def find_cast(page: Page, atlas: Atlas) -> Cast:
    """Find the people and bodies of a page."""
    found: dict[str, list[Span]] = {}
    for ent in page.doc.ents:
        if ent.label_ in {"PERSON", "ORG"}:
            found.setdefault(ent.text, []).append(ent)
    actors, at = [], {}
    for number, (name, spans) in enumerate(found.items(), 1):
        mentions = tuple(page.passage_of(span) for span in spans)
        kind = "person" if spans[0].label_ == "PERSON" else "other"
        actors.append(Actor(id=f"a{number}", name=name, kind=kind, mentions=mentions))  # type: ignore[arg-type]
        at.update({token.i: f"a{number}" for span in spans for token in span})
    return Cast(tuple(actors), at)
