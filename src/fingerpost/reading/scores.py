"""The scores of votes: "4-1", "five to two, with one abstention", "by 46 votes to 41"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Span

from fingerpost.reading.clauses import child
from fingerpost.reading.en import claims as en
from fingerpost.reading.en.stances import (
    DECISION_NOUNS,
    MOTION_NOUNS,
    OPERATION_NOUNS,
    PRONOUNS,
    SUSPENSION_NOUNS,
    TIE_HEADS,
    TIE_NOUNS,
)
from fingerpost.reading.numbers import STARTS, number_at
from fingerpost.reading.page import Page

NEAR = 8
"""Farthest that a score may stand from "voted", in tokens."""
TOLD_OF = TIE_NOUNS | MOTION_NOUNS | DECISION_NOUNS | SUSPENSION_NOUNS | OPERATION_NOUNS.keys() | TIE_HEADS
"""Lemmas of what a vote about a tie is on."""
AHEAD = 14
"""How many tokens after a score its abstentions are looked for."""
MOST_VOTES = 999


class Score(Struct, frozen=True):
    """The result of one vote: tokens ``start`` to ``end``, half-open; ``abstained`` None where not given."""

    start: int
    end: int
    yes: int
    no: int
    abstained: int | None = None

    @property
    def text(self) -> str:
        """The score as "4-3-1"."""
        parts = (self.yes, self.no) if self.abstained is None else (self.yes, self.no, self.abstained)
        return "-".join(map(str, parts))


NO_SCORE_AFTER = en.SCORE_SIGNS | {"$", "£", "/"} | en.NUMBERED


def scores_on(page: Page) -> tuple[tuple[Span, Score], ...]:
    """Give the scores of a page, each with its sentence, in text order. They are read once."""
    if "scores" not in page.memo:
        page.memo["scores"] = tuple(
            (sent, score)
            for sent in page.sents
            for score in scores_in(page, sent)
            if not _is_of_something_else(sent, score)
        )
    found: tuple[tuple[Span, Score], ...] = page.memo["scores"]
    return found


def _is_of_something_else(sent: Span, score: Score) -> bool:
    """Tell whether it says what else was voted on: "voted 6-1 to rename a street"."""
    voted = next((t for t in sent if t.lower_ == "voted" and abs(t.i - score.start) < NEAR), None)
    aim = child(voted, "xcomp") if voted is not None else None
    thing = child(aim, "dobj") if aim is not None else None
    if aim is None or thing is None or thing.lower_ in PRONOUNS:
        return False
    return not any(
        t.lemma_.lower() in TOLD_OF or (t.pos_ == "PROPN" and t.ent_type_ not in {"DATE", "TIME"})
        for t in sent
        if t.i > aim.i
    )


def scores_in(page: Page, sent: Span) -> Iterator[Score]:
    """Yield the scores of votes given in a sentence, in text order."""
    lower = page.lower
    if not en.VOTING.intersection(lower[sent.start : sent.end]):
        return
    at = sent.start
    while at < sent.end:
        found = _figures(lower, at, sent.end) or _words(lower, at, sent.end) or _sides(lower, at, sent.end)
        if found:
            yield found
            at = found.end
        else:
            at += 1


def _count(lower: list[str], at: int, end: int) -> tuple[int, int] | None:
    if at >= end or (lower[at] not in STARTS and not lower[at][0].isdigit()):
        return None
    found = number_at(lower, at)
    if not found or found[0] > MOST_VOTES or found[0] != int(found[0]) or found[1] > end:
        return None
    return int(found[0]), found[1]


def _is_numbered(lower: list[str], at: int) -> bool:
    """Tell whether what stands before a figure makes it something else than a score: "Ordinance No. 22-10"."""
    before = lower[max(0, at - 2) : at]
    return before[-1:] != [] and (before[-1] in NO_SCORE_AFTER or before == ["no", "."])


def _figures(lower: list[str], at: int, end: int) -> Score | None:
    """Read "4-1", "4-3-1" and "27:14"."""
    word = lower[at]
    if not word[0].isdigit() or _is_numbered(lower, at):
        return None
    if ":" in word:
        yes, _, no = word.partition(":")
        if yes.isdigit() and no.isdigit() and lower[at + 1 : at + 2] == ["vote"]:
            return _abstained(lower, Score(at, at + 1, int(yes), int(no)), end)
        return None
    parts, here = [word], at + 1
    while here + 1 < end and lower[here] in en.SCORE_SIGNS and lower[here + 1].isdigit():
        parts.append(lower[here + 1])
        here += 2
    counts = [int(part) for part in parts if part.isdigit() and int(part) <= MOST_VOTES]
    if (
        len(counts) != len(parts)
        or not 2 <= len(counts) <= 3
        or any(part[0] == "0" != part for part in parts)
    ):
        return None
    if lower[here : here + 1] and lower[here] in en.SCORE_SIGNS:
        return None
    score = Score(at, here, *counts)
    return score if len(counts) == 3 else _abstained(lower, score, end)


def _words(lower: list[str], at: int, end: int) -> Score | None:
    """Read "nine votes to one", "by five to two", "by a vote of 5 to 1", "by 12 to 2"."""
    first = _count(lower, at, end)
    if not first:
        return None
    yes, here = first
    votes = here < end and lower[here] in en.VOTES
    here += votes
    if here >= end or lower[here] != en.TO:
        return None
    second = _count(lower, here + 1, end)
    if not second:
        return None
    after = lower[second[1]] if second[1] < end else ""
    by = at > 0 and lower[at - 1] in {en.BY, "of", "voted", "resolved", "decided", "was", "defeated"}
    if not (votes or by or after in en.VOTES):
        return None
    return _abstained(lower, Score(at, second[1], yes, second[0]), end)


def _sides(lower: list[str], at: int, end: int) -> Score | None:
    """Read "34 members voted for the renewal while five voted against"."""
    first = _count(lower, at, end)
    if not first or "voted" not in lower[first[1] : first[1] + 3]:
        return None
    here = lower.index("voted", first[1]) + 1
    if not en.FAVOUR.intersection(lower[here : here + 3]):
        return None
    for other in range(here, min(end, here + AHEAD)):
        second = _count(lower, other, end)
        if second and en.AGAINST.intersection(lower[second[1] : second[1] + 4]):
            return Score(at, second[1], first[0], second[0])
    return None


def _abstained(lower: list[str], score: Score, end: int) -> Score:
    """Add the abstentions that follow: ", with one abstention", "with three members abstaining"."""
    for at in range(score.end, min(end, score.end + AHEAD)):
        if lower[at] in en.ABSTAINED:
            for before in range(at - 1, max(score.end, at - 4) - 1, -1):
                found = _count(lower, before, end)
                if found:
                    return Score(score.start, score.end, score.yes, score.no, found[0])
    return score
