"""Who decides: the body behind "councillors voted", "the motion failed" or "the mayor's order"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from spacy.tokens import Token

from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child, prep_object
from fingerpost.reading.en import stances as words
from fingerpost.reading.model import Actor
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frame, Frames

BODIES = frozenset({"council", "committee", "government", "association"})
OUTSIDERS = frozenset({"press", "company", "group", "other"})
"""Those who end no tie of a town: when a league or a university "ended its partnership", it ended its own."""
DECIDES_FOR_ITSELF = frozenset({"does", "for", "decides"})
"""Ways in which one official decides; a member's vote is not a decision."""


class Deciders:
    """Names the body that decides in a frame."""

    def __init__(self, page: Page, cast: Cast, frames: Frames) -> None:
        self.page = page
        self.cast = cast
        self.ends = frames.ends
        """Place ids of the two sides, by tie id."""
        self._councils = sorted(
            (mention.start, actor.id)
            for actor in cast.actors
            if actor.kind == "council"
            for mention in actor.mentions
        )
        self.minutes = self._keeping_minutes()
        self.main = self.minutes or self._find_main(frames)

    def is_heading(self, token: Token) -> bool:
        """Tell whether the token stands in a headline, key point or other block without full sentences."""
        block = self.page.block_at(token.idx)
        if block is None:
            return True
        if block.kind in {"headline", "caption", "promo"}:
            return True
        return block is self.page.document.blocks[0] and not block_ends(self.page, block.end)

    def of(self, frame: Frame) -> str | None:
        """Give the id of the body or official that decides in a frame; None where it is nobody known."""
        holder = frame.held.holder
        if holder is None:
            return self.minutes or self._of_tie(frame) or self._near(frame.token) or self.main
        actor = self.actor(holder)
        if actor is None:
            return None
        if actor.kind == "person":
            alone = frame.held.why in DECIDES_FOR_ITSELF and frame.held.at.lemma_.lower() not in {
                "vote",
                "agree",
            }
            return actor.id if alone and not frame.held.speaker else None
        if frame.held.why in {"votes", "ballot", "ballot-no"} and actor.kind not in {"council", "committee"}:
            return None
        if actor.kind in OUTSIDERS:
            return None
        return actor.id

    def is_town(self, frame: Frame) -> bool:
        """Tell whether a town itself is said to act ("A Chinese city has ended its twinning")."""
        holder = frame.held.holder
        if holder is None or frame.held.why not in {"does", "will"}:
            return False
        actor = self.cast.who(holder)
        if actor is None:
            return holder.lemma_.lower() in words.TOWN_NOUNS or holder.ent_type_ == "GPE"
        return is_town_name(actor)

    def members_body(self, holder: Token) -> str | None:
        """Give the body whose unnamed members act ("councillors voted")."""
        if holder.lemma_.lower() in words.MEMBER_NOUNS and holder.tag_ in {"NNS", "NNPS"}:
            if child(holder, "nummod", "appos") is not None or any(
                c.ent_type_ == "PERSON" for c in holder.children
            ):
                return None  # "two councillors", "council members Smith and Brown"
            if any(c.lower_ in words.SOME for c in holder.children):
                return None
            of = prep_object(holder, "of")
            inside = [self.cast.who(of)] if of is not None else []
            inside += [self.cast.who(t) for t in holder.subtree if t != holder]
            groups = [a for a in inside if a and a.kind == "group" and not a.name.islower()]
            if groups:
                return groups[0].id  # "members of the assembly's Liberal Democratic Party caucus"
            named = next((a for a in inside if a and a.kind not in {"person", "press", "group"}), None)
            return named.id if named else self._near(holder) or self.main
        return None

    def actor(self, holder: Token) -> Actor | None:
        """Give the actor that a holder means, members standing for their body."""
        body = self.members_body(holder)
        if body:
            return self.cast.by_id[body]
        actor = self.cast.who(holder)
        if actor is None and holder.lemma_.lower() in words.MEETINGS:
            named = prep_object(holder, "of")
            return self.cast.who(named) if named is not None else None
        if holder.pos_ != "PROPN" or actor is None:
            # "its president, K Vedamanickam", "the campaign group Firth Friends": the name, not the description.
            named = child(holder, "appos")
            found = self.cast.who(named) if named is not None and named.pos_ == "PROPN" else None
            if found is not None:
                return found
        if actor is not None and actor.kind == "committee" and "board" in actor.name.lower().split():
            whole = self.cast.by_id.get(actor.of or "")
            if whole is not None and whole.kind == "association":
                return whole  # "the board of ANTM"
        if actor is not None and is_town_name(actor):
            # "Barton-upon-Humber Town Council": the parser may take the town for the head.
            inside = (
                self.cast.who(t) for t in holder.doc[holder.i + 1 : holder.i + 7] if t.head.i <= t.i + 3
            )
            held = next(
                (a for a in inside if a and a.kind == "council" and a.name.startswith(actor.name)), None
            )
            return held or actor
        return actor

    def _of_tie(self, frame: Frame) -> str | None:
        """Give the one council that sits at an end of the tie, where several councils are named."""
        councils = [a for a in self.cast.actors if a.kind == "council" and a.place]
        ends = self.ends.get(frame.tie or "", ())
        here = [a.id for a in councils if a.place in ends]
        return here[0] if len(here) == 1 else None

    def _near(self, token: Token) -> str | None:
        """Give the council named last before a token."""
        at = bisect_left(self._councils, (token.idx, ""))
        return self._councils[at - 1][1] if at else None

    def _keeping_minutes(self) -> str | None:
        """Give the body named at the head of minutes."""
        blocks = self.page.document.blocks[:4]
        head = self.page.document.text[: blocks[-1].end] if blocks else ""
        if "minutes" not in head.lower():
            return None
        named = [
            (mention.start, actor.id)
            for actor in self.cast.actors
            if actor.kind in {"council", "committee"}
            for mention in actor.mentions
            if mention.start < len(head)
        ]
        return min(named)[1] if named else None

    def _find_main(self, frames: Frames) -> str | None:
        """Give the council that decides most often, or is named most often."""
        counts: Counter[str] = Counter()
        for frame in frames:
            if frame.held.force == "decides" and frame.held.holder is not None:
                actor = self.cast.who(frame.held.holder)
                if actor and actor.kind in {"council", "committee"}:
                    counts[actor.id] += 3
        for actor in self.cast.actors:
            if actor.kind == "council":
                counts[actor.id] += len(actor.mentions)
        return counts.most_common(1)[0][0] if counts else None


def is_town_name(actor: Actor) -> bool:
    """Tell whether the actor is a town named without any body ("Springfield")."""
    named = {word.lower() for word in actor.name.split()}
    return actor.kind == "government" and not named & words.BODY_WORDS


def block_ends(page: Page, end: int) -> bool:
    """Tell whether the text before an offset ends as a sentence does."""
    return page.document.text[:end].rstrip()[-1:] in {".", "!", "?", "”", '"', "’", ";", ":"}
