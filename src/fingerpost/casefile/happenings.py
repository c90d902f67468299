"""Events, actions, claims and authority of several readings, each told once with all its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from fingerpost.casefile.citing import cite, overlap, together
from fingerpost.casefile.dates import agree, finer, value_of
from fingerpost.casefile.model import CaseAction, CaseAuthority, CaseClaim, CaseEvent
from fingerpost.casefile.names import fold
from fingerpost.casefile.places import Keys
from fingerpost.reading.model import Reading, Vote

ONCE = frozenset({"established", "suspended", "ended", "kept", "restored", "lapsed", "waned", "vacancy"})
"""Kinds that two sources seldom mean differently when one of them gives no date."""


def merge_events(readings: Iterable[tuple[int, Reading]], actors: Keys, ties: Keys) -> tuple[CaseEvent, ...]:
    """Give the events on one timeline, dated ones first and in order, those without a date after them."""
    by_kind: dict[tuple[str, str | None], list[CaseEvent]] = defaultdict(list)
    for number, reading in readings:
        for event in reading.events:
            case = CaseEvent(
                kind=event.kind,
                date=event.date,
                actor=actors.get((number, event.actor or "")),
                tie=ties.get((number, event.tie or "")),
                vote=event.vote,
                citations=cite(number, event.passages),
            )
            if case.citations:
                _add(by_kind[case.kind, case.tie], case)
    events = [event for same in by_kind.values() for event in same]
    return tuple(sorted(events, key=_order))


def _order(event: CaseEvent) -> tuple[bool, str, int, int]:
    value = value_of(event.date)
    return value is None, value or "", event.citations[0].source, event.citations[0].start


def _add(same: list[CaseEvent], event: CaseEvent) -> None:
    for at, other in enumerate(same):
        if _one_event(other, event):
            same[at] = replace(
                other,
                date=finer(other.date, event.date),
                actor=other.actor or event.actor,
                vote=other.vote or event.vote,
                citations=together(other.citations, event.citations),
            )
            return
    same.append(event)


def _one_event(one: CaseEvent, other: CaseEvent) -> bool:
    mine, its = value_of(one.date), value_of(other.date)
    if not agree(mine, its) or not _votes_agree(one.vote, other.vote):
        return False
    if one.actor and other.actor and one.actor != other.actor:
        return False
    if overlap(one.citations, other.citations):
        return True
    if {c.source for c in one.citations} & {c.source for c in other.citations}:
        return False
    return (mine is not None and its is not None) or one.kind in ONCE


def _votes_agree(one: Vote | None, other: Vote | None) -> bool:
    if one is None or other is None:
        return True
    pairs = ((one.for_, other.for_), (one.against, other.against))
    return all(a is None or b is None or a == b for a, b in pairs)


def merge_actions(readings: Iterable[tuple[int, Reading]], actors: Keys) -> tuple[CaseAction, ...]:
    """Give the actions; the same words by the same actor are one, with the newest status."""
    kept: dict[tuple[str, str | None], CaseAction] = {}
    for number, reading in sorted(readings, key=lambda one: one[1].document.published or ""):
        for action in reading.actions:
            actor = actors.get((number, action.actor or ""))
            case = CaseAction(
                what=action.what,
                actor=actor,
                status=action.status,
                until=action.until,
                citations=cite(number, action.passages),
            )
            other = kept.get((fold(action.what), actor))
            if other:
                case = replace(
                    case, until=case.until or other.until, citations=together(other.citations, case.citations)
                )
            kept[fold(action.what), actor] = case
    return tuple(sorted(kept.values(), key=lambda action: action.citations))


def merge_claims(readings: Iterable[tuple[int, Reading]]) -> tuple[CaseClaim, ...]:
    """Give the claims; the same figure of the same kind is one. A computed check beats none."""
    kept: dict[tuple[object, ...], CaseClaim] = {}
    for number, reading in readings:
        for claim in reading.claims:
            stated = claim.stated
            key = (claim.kind, stated.value, stated.unit, stated.comparator, claim.verdict)
            case = CaseClaim(
                kind=claim.kind,
                stated=stated,
                computed=claim.computed,
                verdict=claim.verdict,
                citations=cite(number, claim.passages),
            )
            other = kept.get(key)
            if other:
                case = replace(
                    other,
                    computed=other.computed or case.computed,
                    citations=together(other.citations, case.citations),
                )
            kept[key] = case
    return tuple(kept.values())


def merge_authority(
    readings: Iterable[tuple[int, Reading]], actors: Keys, ties: Keys, *, tie: str
) -> tuple[CaseAuthority, ...]:
    """Give who may do what about ``tie``; power over another tie is left out."""
    kept: dict[tuple[str, str], CaseAuthority] = {}
    for number, reading in readings:
        for found in reading.authority:
            if ties.get((number, found.over or ""), tie) != tie:
                continue
            actor = actors[number, found.actor]
            teller = actors.get((number, found.according_to or ""))
            case = CaseAuthority(
                actor=actor,
                power=found.power,
                according_to=(teller,) if teller else (),
                citations=cite(number, found.passages),
            )
            other = kept.get((actor, found.power))
            if other:
                case = replace(
                    other,
                    according_to=tuple(dict.fromkeys(other.according_to + case.according_to)),
                    citations=together(other.citations, case.citations),
                )
            kept[actor, found.power] = case
    return tuple(kept.values())
