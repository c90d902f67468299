"""Sides of a vote told in passing: "with Reed and Lee dissenting", "over the objections of Fox"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import conjuncts, is_negated, own_subject
from fingerpost.reading.en import camps as words
from fingerpost.reading.en.stances import DEFERRING
from fingerpost.reading.held import turned
from fingerpost.reading.motions import Motion, Motions
from fingerpost.reading.page import Page
from fingerpost.reading.spotting import spots
from fingerpost.reading.stances import Frames

LONGEST = 60
"""Tokens of a sentence after the word that opens a camp that are looked at."""
NEAR = 120
"""Tokens between a motion and the sentence that tells the camps of its vote."""


def camps(page: Page, cast: Cast, frames: Frames) -> Iterator[Candidate]:
    """Yield the stances of those whom a sentence puts on a side of the vote told last."""
    finder = _Camps(page, cast, frames.motions)
    for token in spots(page.doc, words.OPENERS):
        if page.is_read(token):
            yield from finder.at(token)


class _Camps:
    """Looks around the words that may open a camp."""

    def __init__(self, page: Page, cast: Cast, motions: Motions) -> None:
        self.lower, self.cast, self.motions = page.lower, cast, motions

    def at(self, token: Token) -> Iterator[Candidate]:
        """Yield the stances told at an opening word."""
        word, i = token.lower_, token.i
        if word == "with":
            yield from (
                self._votes_of(token) if "votes" in self.lower[i + 1 : i + 3] else self._absolute(token)
            )
        elif word in words.OBJECTIONS:
            if self.lower[i - 1] in words.DESPITE or self.lower[i - 2] in words.DESPITE:
                yield from self._told(token, self._names(i + 2, token.sent.end), "against")
        elif word in words.VOTES:
            yield from self._cast_by(token)
        elif word in words.DISSENTERS:
            yield from self._dissenter(token)
        elif word == "voted":
            yield from self._list(token)
        elif word in words.MAJORITY and "vote" in self.lower[i + 1 : i + 3]:
            yield from self._decisive(token)
        elif (word in words.INVERTED or word == "voting") and token.is_sent_start:
            yield from self._inverted(token)
        elif word == "against":
            yield from self._being(token)
        elif word in words.CAMPED:
            yield from self._told(token, self._named_before(token), words.CAMPED[word])

    def _absolute(self, token: Token) -> Iterator[Candidate]:
        """Read "with Reed and Lee dissenting", "with the Greens in favour and the AfD against"."""
        held: list[str] = []
        end = min(token.sent.end, token.i + LONGEST)
        for i in range(token.i + 1, end):
            side = self._side(i)
            if side and held:
                yield from self._told(token, held, side)
                held = []
            elif actor := self._voter(i):
                held += [actor] if actor not in held else []
            elif self.lower[i] in words.BREAKS or (token.doc[i].tag_ in {"VBD", "VBZ", "MD"} and not side):
                return

    def _decisive(self, token: Token) -> Iterator[Candidate]:
        """Read "Mayor Reed provided the deciding vote", "used her casting vote against it"."""
        at = self.lower.index("vote", token.i)
        names = self._names(token.sent.start, token.i)
        after = self.lower[at + 1 : at + 3]
        if after[:1] == ["against"]:
            if after[1:] in (["it"], ["the"], ["."], [","]):
                yield from self._told(token, names[:1], "against")
        elif after[:1] in (["."], [","]) or after in (["for", "it"], ["in", "favor"], ["in", "favour"]):
            yield from self._told(token, names[:1], "majority" if after[0] in {".", ","} else "for")

    def _being(self, token: Token) -> Iterator[Candidate]:
        """Read "the Greens proposed it; Lee and the Left are against"."""
        alone = self.lower[token.i + 1 : token.i + 2] in (["."], [";"], [","], ["it"])
        if alone and token.head.lemma_ == "be" and not is_negated(token.head):
            who = own_subject(token.head)
            found = [self._voter(each.i) for each in conjuncts(who)] if who is not None else []
            yield from self._told(token, [actor for actor in found if actor], "against")

    def _inverted(self, token: Token) -> Iterator[Candidate]:
        """Read "Opposing it were Tom Lee and Bob Fox", "Voting no was Tom Lee"."""
        side = words.INVERTED.get(token.lower_) or self._side(token.i)
        were = next((i for i in range(token.i + 1, token.i + 6) if self.lower[i] in {"were", "was"}), None)
        if side and were is not None and were < token.sent.end:
            yield from self._told(token, self._names(were + 1, token.sent.end), side)

    def _named_before(self, token: Token) -> list[str]:
        """Give those of "carried 4-1, Councilor Bob Fox dissenting" and "(Lee and Fox in favor; Reed opposed)"."""
        last = token.i - 1 if self.lower[token.i - 1] == "in" else token.i
        if token.lower_ in {"favor", "favour"} and last == token.i:
            return []
        found: list[str] = []
        for i in range(last - 1, max(token.sent.start, last - LONGEST), -1):
            if self.lower[i] in {"(", ";"}:
                return found
            actor = self._voter(i)
            if actor:
                found += [actor] if actor not in found else []
            elif self.lower[i] == "," and token.lower_ == "dissenting" and found:
                return found
            elif not (token.doc[i].pos_ == "PROPN" or self.lower[i] in {",", "and", "&", "."}):
                return []
        return []

    def _side(self, i: int) -> str | None:
        """Give the side that the words at a token name, if they do."""
        after = self.lower[i : i + 3]
        for phrase, side in words.SIDES:
            if after[: len(phrase)] == list(phrase):
                return side
        return None

    def _votes_of(self, token: Token) -> Iterator[Candidate]:
        """Read "with the votes of the Greens, against those of the AfD"."""
        end = min(token.sent.end, token.i + LONGEST)
        turn = next((i for i in range(token.i + 2, end) if self.lower[i] == "against"), end)
        yield from self._told(token, self._names(token.i + 2, turn), "for")
        yield from self._told(token, self._names(turn, end), "against")

    def _cast_by(self, token: Token) -> Iterator[Candidate]:
        """Read "the no votes were cast by Reed and Lee", "the two no votes came from Fox"."""
        i = token.i
        before, after = self.lower[max(token.sent.start, i - 3) : i], self.lower[i + 1 : i + 5]
        contrary = not words.NO.isdisjoint(before)
        source = next((at for at, word in enumerate(after) if word in {"by", "from"}), None)
        if source is None or not (contrary or not words.YES.isdisjoint(before)):
            return
        if not words.CAST.isdisjoint(after[:source]):
            yield from self._told(
                token, self._names(i + 2 + source, token.sent.end), "against" if contrary else "for"
            )

    def _dissenter(self, token: Token) -> Iterator[Candidate]:
        """Read "the lone dissenter, Tom Lee,", "Tom Lee, the only dissenter,"."""
        i = token.i
        if not words.LONE.isdisjoint(self.lower[max(0, i - 3) : i]):
            after = self._names(i + 1, min(i + 6, token.sent.end))
            start = next((at for at in range(i - 1, token.sent.start, -1) if self.lower[at] == ","), None)
            before = self._names(max(token.sent.start, start - 3), start) if start else []
            yield from self._told(token, after[:1] or before[-1:], "dissent")

    def _list(self, token: Token) -> Iterator[Candidate]:
        """Read "Reed, Lee and Fox voted in favor", where nothing but names stands before the verb."""
        side = next((side for phrase, side in words.AFTER_VOTED if self._follows(token.i + 1, phrase)), None)
        names = self._names(token.sent.start, token.i)
        if side is None or len(names) < 2 or not self._only_names(token):
            return
        yield from self._told(token, names, side)

    def _follows(self, at: int, phrase: tuple[str, ...]) -> bool:
        return self.lower[at : at + len(phrase)] == list(phrase)

    def _only_names(self, token: Token) -> bool:
        for i in range(token.sent.start, token.i):
            word = token.doc[i]
            if word.pos_ in {"VERB", "AUX", "SCONJ", "PRON"} or word.text in {'"', "“", ";", ":"}:
                return False
        return True

    def _names(self, start: int, end: int) -> list[str]:
        """Give the voters named between two tokens, up to where a clause breaks off."""
        found: dict[str, None] = {}
        for i in range(start, min(end, start + LONGEST)):
            if self.lower[i] in words.BREAKS:
                break
            if actor := self._voter(i):
                found[actor] = None
        return list(found)

    def _voter(self, i: int) -> str | None:
        """Give the person or party at a token."""
        actor = self.cast.id_at(i)
        if actor is None or self.cast.by_id[actor].kind not in {"person", "group"}:
            return None
        return actor if self.cast.columns.is_cap(i) else None

    def _told(self, token: Token, names: list[str], side: str) -> Iterator[Candidate]:
        motion = self._motion(token)
        if motion is None or not names:
            return
        if self._is_delay(token):
            motion = motion._replace(stance="defer", outcome=None)
        if side == "dissent":
            stance = turned(motion.outcome or motion.stance)
        elif side == "majority":
            stance = motion.outcome or motion.stance
        else:
            stance = motion.stance if side == "for" else turned(motion.stance)
        if stance is None:
            return
        why = "camp" if side in {"for", "majority"} else "camp-against"
        for actor in names:
            yield Candidate(actor, stance, "decides", token, motion.tie, why, False)

    def _is_delay(self, token: Token) -> bool:
        """Tell whether the vote was on putting it off ("the motion to table carried 3-2")."""
        for i in range(token.sent.start, token.i - 2):
            if self.lower[i] in words.PUT and self.lower[i + 1] == "to" and self.lower[i + 2] in DEFERRING:
                return True
        return False

    def _motion(self, token: Token) -> Motion | None:
        """Give the motion voted on: the one of the sentence, else the last one put not far before."""
        inside = [m for m in self.motions.all if token.sent.start <= m.at < token.sent.end]
        decided = [m for m in inside if m.outcome] or [m for m in inside if m.noun]
        if decided:
            return decided[0]
        last = self.motions.last_put(token.i)
        return last if last is not None and token.sent.start - last.at < NEAR else None
