"""Whom a pronoun means: the people and bodies lately mentioned, by gender, nearness and subjecthood."""

from __future__ import annotations

from msgspec import Struct

from fingerpost.reading.en import cast as words
from fingerpost.reading.parts import Part

NEAR_SENTENCES = 4
"""Farthest an antecedent may stand from its pronoun, in sentences."""
LEANINGS: dict[tuple[str, str | None], int] = {("f", "f"): 1, ("m", "m"): 1, ("f", "m"): -1, ("m", "f"): -1}


class Mention(Struct):
    """A mention on the way through the page."""

    part: Part
    at: int
    sentence: int
    block: int
    subject: bool
    main: bool
    """True for the subject of a main clause."""
    agent: bool
    """True after "by": "read out by the Speaker"."""
    quoted: bool


class Salience:
    """What has lately been mentioned, as the page is walked."""

    def __init__(self) -> None:
        self.people: list[Mention] = []
        self.bodies: list[Mention] = []

    def note(self, mention: Mention) -> None:
        """Remember a mention."""
        mention.part.last = mention.at
        (self.people if mention.part.is_person else self.bodies).append(mention)

    def person(self, gender: str, at: int, sentence: int, *, subject: bool) -> Part | None:
        """Give the person that "he" or "she" means, or None where two are as near."""
        weights: dict[int, float] = {}
        rival = any(m.subject and not m.quoted and m.sentence == sentence for m in self.people[-6:])
        parts: dict[int, Part] = {}
        for mention in reversed(self.people[-14:]):
            away = sentence - mention.sentence
            if away > NEAR_SENTENCES:
                break
            part = mention.part
            if part.gender not in (None, gender) or mention.at >= at:
                continue
            weight = 4.0 - away + (0.75 if mention.subject else 0.0) + (1.0 if mention.main else 0.0)
            weight -= 3.0 if mention.quoted else 0.0
            weight += 0.6 if part.gender == gender else 0.3 * LEANINGS.get((gender, part.leaning), 0)
            if away == 0 and subject and not mention.subject:
                weight += -1.0 if rival or mention.agent else 1.25
            parts[id(part)] = part
            weights[id(part)] = max(weight, weights.get(id(part), weight))
        return _clear_winner(weights, parts)

    def body(self, sentence: int, *, plural: bool) -> Part | None:
        """Give the body that "it" or "they" means: a subject of this sentence or the one before."""
        near = [
            mention
            for mention in reversed(self.bodies[-8:])
            if sentence - mention.sentence <= 1
            and mention.subject
            and not mention.quoted
            and (plural or mention.part.noun not in words.GROUP_NOUNS)
        ]
        if not near:
            return None
        latest = [mention for mention in near if mention.sentence == near[0].sentence]
        mains = [] if plural else [mention.part for mention in latest if mention.main]
        return mains[0] if mains else latest[0].part  # "they" are those just named


def _clear_winner(weights: dict[int, float], parts: dict[int, Part]) -> Part | None:
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.25:
        return None
    return parts[ranked[0][0]]
