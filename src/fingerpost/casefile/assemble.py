"""Put several readings together into one case."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from msgspec import UNSET
from msgspec.structs import replace

from fingerpost.casefile.actors import merge_actors
from fingerpost.casefile.anchoring import anchored
from fingerpost.casefile.choosing import choose_tie, evidence, home_of, likely_home
from fingerpost.casefile.citation import Span
from fingerpost.casefile.conflicts import find_conflicts
from fingerpost.casefile.copies import Copy, find_copies, only_new
from fingerpost.casefile.happenings import merge_actions, merge_authority, merge_claims, merge_events
from fingerpost.casefile.model import (
    Casefile,
    CasePlace,
    CaseQuote,
    CaseSource,
    CaseTie,
    Citation,
    Question,
    Unread,
)
from fingerpost.casefile.names import fold
from fingerpost.casefile.places import Keys, merge_places
from fingerpost.casefile.register import Register
from fingerpost.casefile.silences import find_silences
from fingerpost.casefile.stands import is_about, positions_of, stands_of
from fingerpost.casefile.ties import merge_ties
from fingerpost.reading.model import Reading

Numbered = Sequence[tuple[int, Reading]]


def assemble(
    readings: Sequence[Reading],
    *,
    now: str,
    question: str | None = None,
    home: str | None = None,
    unread: Sequence[Unread] = (),
    beside: Sequence[Reading] = (),
    register: Register | None = None,
    reviewed: Collection[Span] | None = None,
) -> Casefile:
    """Give the case that the readings make together.

    Args:
        readings: one per source, in the order in which they are to be numbered.
        now: the day on which the case is put together, ISO 8601.
        question: what is asked; by default the question that a source itself puts.
        home: the place that asks, as "Norfolk, Virginia"; by default the side with more actors.
        unread: sources that were handed in and could not be read.
        beside: further sources, of which only some findings are given. They are numbered after the others, and
            nothing is taken for a copy of them.
        register: what the register holds about the case; its first tie is then the main tie, and its first side the
            one that asks, whatever the sources name.
        reviewed: the passages of what people accepted, where people were to review what was read.

    Raises:
        NoTie: the sources name no tie, or none of ``home``'s, and the register holds none either.
    """
    copies = find_copies(readings)
    every = (*readings, *beside)
    sources = tuple(_source(at, reading, copies.get(at)) for at, reading in enumerate(every))
    fresh: Numbered = [
        (at + 1, only_new(reading, readings[copies[at].of]) if at in copies else reading)
        for at, reading in enumerate(every)
    ]
    places, place_keys = merge_places(fresh)
    place_of = {place.id: place for place in places}
    actors, actor_keys = merge_actors(fresh, place_of, place_keys)
    ties, tie_keys = merge_ties(fresh, place_keys)
    if register and register.ties:
        places, ties, tie, side = anchored(register.ties[0], places, ties)
        place_of = {place.id: place for place in places}
    else:
        tie = choose_tie(ties, place_of, evidence(fresh, tie_keys), question=question, home=home)
        side = (home_of(tie, place_of, home) if home else None) or likely_home(tie, actors, place_of)
    quotes, quote_keys = _quotes(fresh, actor_keys)
    dated = positions_of(fresh, actor_keys, tie_keys, quote_keys)
    events = merge_events(fresh, actor_keys, tie_keys)
    case = Casefile(
        now=now,
        question=_question(question, fresh, tie, place_of),
        home=side,
        partner=next(place for place in tie.places if place != side),
        tie=tie.id,
        sources=sources,
        unread=tuple(unread),
        places=places,
        actors=actors,
        ties=ties,
        quotes=quotes,
        stands=stands_of((one for one in dated if is_about(one[1], tie, place_of)), status=tie.status),
        elsewhere=stands_of(one for one in dated if not is_about(one[1], tie, place_of)),
        authority=merge_authority(fresh, actor_keys, tie_keys, tie=tie.id),
        events=events,
        actions=merge_actions(fresh, actor_keys),
        claims=merge_claims(fresh),
        conflicts=find_conflicts(tie, events),
        register=register or UNSET,
        reviewed=UNSET if reviewed is None else tuple(sorted(reviewed)),
    )
    return replace(case, silences=find_silences(case))


def _source(at: int, reading: Reading, copy: Copy | None) -> CaseSource:
    return CaseSource(
        number=at + 1,
        document=reading.document,
        account=reading.account,
        copy_of=copy.of + 1 if copy else None,
        shared=copy.shared if copy else 0.0,
    )


def _quotes(readings: Numbered, actors: Keys) -> tuple[tuple[CaseQuote, ...], Keys]:
    quotes: list[CaseQuote] = []
    keys: Keys = {}
    for number, reading in readings:
        for quote in reading.quotes:
            around = quote.source_span
            keys[number, quote.id] = f"q{len(quotes) + 1}"
            quotes.append(
                CaseQuote(
                    id=f"q{len(quotes) + 1}",
                    speaker=actors.get((number, quote.speaker or "")),
                    kind=quote.kind,
                    citation=Citation(number, quote.start, quote.end, quote.text),
                    around=Citation(number, around.start, around.end, around.text) if around else None,
                    said=quote.said,
                )
            )
    return tuple(quotes), keys


_ASKS = re.compile(r"(?:^|(?<=[.!?—–:] )|(?<=\n))[A-Z][^.!?\n\"“”]{10,200}\?(?![\"”’'])", re.MULTILINE)
_TIE_WORDS = frozenset(
    {"tie", "ties", "sister", "twin", "twinning", "partnership", "friendship", "link", "links"}
)
_FIRST = 1500


def _question(given: str | None, readings: Numbered, tie: CaseTie, places: dict[str, CasePlace]) -> Question:
    """Give the question as given, else the first one that a source asks about ties near its beginning."""
    if given:
        return Question(text=given, given=True)
    names = {fold(places[place].name) for place in tie.places}
    for number, reading in readings:
        for found in _ASKS.finditer(reading.document.text[:_FIRST]):
            words = f" {fold(found.group())} "
            if _TIE_WORDS & set(words.split()) and any(f" {name} " in words for name in names):
                return Question(
                    text=found.group(), citation=Citation(number, found.start(), found.end(), found.group())
                )
    return Question()
