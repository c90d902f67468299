"""What the sources do not say: a rule for each thing a council would look for and not find.

A silence is claimed only where no finding speaks of the thing *and* no source holds a word that could: a
sentence that the reader passed over must not be declared missing. The words are English, as the sources are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import UNSET, Struct

from fingerpost.casefile.conflicts import score
from fingerpost.casefile.gaps import broken_by, find_gaps
from fingerpost.casefile.model import CaseActor, Casefile, CaseTie, Silence

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri)day|tonight|tomorrow|next week|next month"
_DAY = rf"(?:{_MONTHS}|[A-Z][a-z]{{2,4}}\.? \d{{1,2}}|{_DAYS})"
_DECIDING = "(?:vote|decide|decision|agenda|meet|hearing|session|consider|discuss)"
_UNTIL = r"\b(?:until|unless|as long as|on condition|provided that|pending)\b"
_PAUSED = r"\b(?:suspen|pause|hold|resum|restor|lift)\w*"

_SAID = r"\b(?:said|says|told|wrote|writes|argued|asked|urged|voted|called|according to)\b"
_MEMBER = r"\b(?:[Cc]ouncil\w*|[Aa]lder\w+|[Cc]ommissioners?|[Mm]embers?|[Tt]rustees?|[Ss]upervisors?)\b"

GUARDS = {
    "no-decider": r"\b(?:lies? with|up to|authority|power to|vote[ds]?|decision|decides?|decided)\b",
    "no-decider-statement": rf"{_MEMBER}[^.\"“”]{{0,60}}{_SAID}|{_SAID} {_MEMBER}",
    "no-since": r"\b(?:since|signed|founded|established|began|dates? (?:from|back))\b[^.]{0,80}\b(?:1[89]|20)\d\d",
    "no-vote-date": rf"{_DECIDING}[^.]{{0,80}}{_DAY}|{_DAY}[^.]{{0,80}}{_DECIDING}",
    "no-condition": rf"{_UNTIL}[^.]{{0,200}}{_PAUSED}|{_PAUSED}[^.]{{0,200}}{_UNTIL}",
    "no-review-date": r"\b(?:review|revisit|reconsider|look at (?:it|this|the matter) again)\w*",
    "no-term": r"\b(?:expir|term of|renewable|renewed every|indefinite|(?:year|month)s? agreement)\w*",
    "no-exchange": r"\b(?:visit|delegation|exchange|student|pupil|choir|orchestra|trip|travel|guest)\w*",
    "no-cost": r"[$£€]|\b(?:cost|budget|fund|tax|grant)\w*",
    "no-precedent": r"\b(?:other|several|many|some) (?:\w+ )?(?:cities|towns|councils|municipalities)\b",
    "no-founding-document": r"\b(?:charter|memorandum|agreement (?:reads|says|states)|text of the)\b",
}
"""Rule to the words that, found anywhere in the sources, keep it from claiming a silence."""


class Ground(Struct, frozen=True):
    """What the rules look at: the case so far, its tie, and all the sources' words."""

    case: Casefile
    tie: CaseTie
    actors: dict[str, CaseActor]
    texts: tuple[str, ...]

    def holds_words(self, rule: str) -> bool:
        """Tell whether any source holds a word that could break the silence."""
        return any(_guard(rule).search(text) for text in self.texts)

    def events(self, *kinds: str) -> bool:
        """Tell whether there is an event of one of these kinds."""
        return any(event.kind in kinds for event in self.case.events)

    def heard(self) -> set[str]:
        """Give the actors who are quoted or take a position."""
        speakers = {quote.speaker for quote in self.case.quotes if quote.speaker}
        return speakers | {stand.actor for stand in self.case.stands}

    def deciders(self) -> list[str]:
        """Give the actors who may decide."""
        return [found.actor for found in self.case.authority if found.power == "decides"]


@lru_cache(maxsize=len(GUARDS))
def _guard(rule: str) -> re.Pattern[str]:
    return re.compile(GUARDS[rule])


def find_silences(case: Casefile) -> tuple[Silence, ...]:
    """Give what the sources do not say about the main tie, each with its rule and where was searched.

    What the register holds is no silence; what it does not hold, of what an office should know, is one too.
    """
    ground = Ground(
        case,
        next(tie for tie in case.ties if tie.id == case.tie),
        {actor.id: actor for actor in case.actors},
        tuple(source.document.text for source in case.sources),
    )
    searched = tuple(source.number for source in case.sources)
    register = case.register if case.register and case.register.ties else None
    broken = broken_by(register) if register else frozenset()
    records = register.ties[0].records if register else UNSET
    silences = tuple(
        Silence(rule=rule, about=about, searched=searched, records=records)
        for rule, find in RULES
        if rule not in broken
        for about in find(ground)
    )
    return (*silences, *find_gaps(register, searched)) if register else silences


def _no_partner_statement(ground: Ground) -> Iterator[str]:
    """Nobody who belongs to the other city is quoted or takes a position."""
    partner = next(place for place in ground.case.places if place.id == ground.case.partner)
    speaks = re.compile(rf"\b{re.escape(partner.name)}\b[^.\"“”]{{0,60}}{_SAID}")
    heard = any(ground.actors[actor].place == partner.id for actor in ground.heard())
    if not heard and not any(speaks.search(text) for text in ground.texts):
        yield partner.name


def _no_decider(ground: Ground) -> Iterator[str]:
    """No source says who decides."""
    if not ground.deciders() and not ground.holds_words("no-decider"):
        yield ""


def _no_decider_statement(ground: Ground) -> Iterator[str]:
    """The body that decides is named, and neither it nor anyone in it is heard."""
    heard = ground.heard()
    for decider in ground.deciders():
        members = {actor.id for actor in ground.actors.values() if actor.of == decider}
        if not ({decider} | members) & heard and not ground.holds_words("no-decider-statement"):
            yield ground.actors[decider].name


def _no_since(ground: Ground) -> Iterator[str]:
    """No source dates the start of the tie."""
    known = any(dated.date.value for dated in ground.tie.since)
    if not known and not ground.holds_words("no-since"):
        yield ""


def _no_founding_document(ground: Ground) -> Iterator[str]:
    """No source is, or quotes, the act that founded the tie."""
    media = {(quote.said.medium or "").casefold() for quote in ground.case.quotes}
    if not media & {"agreement", "charter", "memorandum"} and not ground.holds_words("no-founding-document"):
        yield ""


def _no_vote_date(ground: Ground) -> Iterator[str]:
    """No vote has been held, and no source gives a day for one."""
    decided = ground.events("vote", "suspended", "ended", "kept", "restored")
    if not decided and not ground.holds_words("no-vote-date"):
        yield next((ground.actors[decider].name for decider in ground.deciders()), "")


def _no_vote_numbers(ground: Ground) -> Iterator[str]:
    """A decision is reported without the numbers of the vote."""
    counted = any(event.vote and score(event.vote) != "not given" for event in ground.case.events)
    if ground.events("suspended", "ended", "kept", "restored") and not counted:
        yield ""


def _suspension(ground: Ground) -> bool:
    stances = {position.stance for stand in ground.case.stands for position in stand.positions}
    return ground.tie.status == "suspended" or "suspend" in stances


def _no_condition(ground: Ground) -> Iterator[str]:
    """The tie is or may be suspended, and nobody says until when."""
    named = any(
        position.condition
        for stand in ground.case.stands
        for position in stand.positions
        if position.stance == "suspend"
    )
    if _suspension(ground) and not named and not ground.holds_words("no-condition"):
        yield ""


def _no_review_date(ground: Ground) -> Iterator[str]:
    """The tie is or may be suspended, and no source gives a day to look at it again."""
    if _suspension(ground) and not ground.holds_words("no-review-date"):
        yield ""


def _no_term(ground: Ground) -> Iterator[str]:
    """No source says for how long the tie was agreed or how it can be ended."""
    if not ground.tie.until and not ground.events("lapsed", "renewed") and not ground.holds_words("no-term"):
        yield ""


def _no_exchange(ground: Ground) -> Iterator[str]:
    """No source tells of a visit or an exchange."""
    if not ground.events("exchange") and not ground.holds_words("no-exchange"):
        yield ""


def _no_cost(ground: Ground) -> Iterator[str]:
    """No source names money."""
    if not ground.holds_words("no-cost"):
        yield ""


def _no_precedent(ground: Ground) -> Iterator[str]:
    """No source tells what was done about another tie."""
    if len(ground.case.ties) == 1 and not ground.holds_words("no-precedent"):
        yield ""


Rule = Callable[[Ground], Iterable[str]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("no-partner-statement", _no_partner_statement),
    ("no-decider", _no_decider),
    ("no-decider-statement", _no_decider_statement),
    ("no-vote-date", _no_vote_date),
    ("no-vote-numbers", _no_vote_numbers),
    ("no-condition", _no_condition),
    ("no-review-date", _no_review_date),
    ("no-since", _no_since),
    ("no-founding-document", _no_founding_document),
    ("no-term", _no_term),
    ("no-exchange", _no_exchange),
    ("no-cost", _no_cost),
    ("no-precedent", _no_precedent),
)


def reason(rule: str) -> str:
    """Give the rule in words, as its docstring states it."""
    return (dict(RULES)[rule].__doc__ or "").strip()
