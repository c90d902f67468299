"""The authority of a page: who decides about ties, who may not, who advises, who carries out.

Label rules: a body that decided decides; a higher power that could cancel decides; a bill not passed is
nothing; an official told to notify acts, and has no power by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast as typed

from fingerpost.reading.bearers import Bearers
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import is_negated
from fingerpost.reading.deciders import Deciders, is_town_name
from fingerpost.reading.decisions import Decision
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import ASKING
from fingerpost.reading.model import Actor, Authority, Power, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.powers import Said
from fingerpost.reading.rulings import Rulings, asked, is_civic
from fingerpost.reading.stances import Frames, frames_on
from fingerpost.reading.statements import statements
from fingerpost.reading.ties import Ties
from fingerpost.reading.weighing import Proposed, settled

HIGHER = frozenset({"needs-consent", "may-undo", "court-may-undo", "must-consent"})
"""Rules that tell of powers above the body that decides."""


def find_authority(
    page: Page,
    cast: Cast,
    ties: Ties,
    decisions: tuple[Decision, ...],
    quotes: tuple[Quote, ...] = (),
) -> tuple[Authority, ...]:
    """Find the authority of a page, in text order."""
    if not ties.ties:
        return ()
    frames = frames_on(page, ties)
    deciders = Deciders(page, cast, frames)
    bearers = Bearers(cast, deciders, quotes)
    main = ties.main.id if ties.main else None
    said = list(_proposed(statements(page, cast, Rulings(bearers, ties)), bearers, main))
    said += _advisers(frames, bearers)
    said += _decided(decisions, bearers, main)
    kept = settled(said)
    if not any(_says_who(p) for p in kept) and not any(d.town and not d.actor for d in decisions):
        without = {p.actor.id for p in kept if p.power in {"cannot_decide", "advises"}}
        kept += _likely(frames, bearers, page, main, without)
    return tuple(_finding(p, page) for p in sorted(kept, key=lambda p: p.at.i))


THEIRS = frozenset({"rests-with", "not-theirs"})
"""Rules by which a matter is or is not somebody's."""


def _says_who(p: Proposed) -> bool:
    """Tell whether a finding settles who decides here, or says that the council only advises."""
    if p.power == "decides":
        return p.why not in HIGHER or p.actor.kind in {"council", "committee"}
    return p.power == "advises" and p.actor.kind == "council"


def _proposed(said: Iterator[Said], bearers: Bearers, tie: str | None) -> Iterator[Proposed]:
    for each in said:
        if each.holder is None:
            speaker = bearers.speaker(each.at)
            if speaker is not None and bearers.is_outsider(speaker):
                yield Proposed(speaker, each.power, each.at, tie, each.why)
            continue
        for actor in bearers.all_of(each.holder):
            if each.why in THEIRS and each.power == "cannot_decide" and _is_nobody(actor):
                continue  # "It's not our job," says a resident
            if each.why == "only-recommends" and actor.kind == "person":
                yield Proposed(actor, "cannot_decide", each.at, tie, each.why)
            elif each.why == "rests-with" and each.power == "decides" and is_town_name(actor):
                body = bearers.body_of_town(actor)
                yield Proposed(body or actor, "decides", each.at, tie, each.why if body else "town-acts")
            elif _may_bear(actor, each.power):
                yield Proposed(actor, each.power, each.at, tie, each.why)


def _is_nobody(actor: Actor) -> bool:
    """Tell whether an actor holds no office, so that what is not theirs to decide goes without saying."""
    told = set((actor.role or "").lower().split())
    return actor.kind == "person" and not told & (words.EXECUTIVE | words.OUTSIDERS | words.OF_COUNCIL)


def _may_bear(actor: Actor, power: str) -> bool:
    """Tell whether an actor of this kind can have a power: no crowd decides, no person advises."""
    if power == "decides":
        return actor.kind in DECIDING or (actor.kind == "person" and _is_executive(actor))
    if power == "cannot_decide":
        return actor.kind in DECIDING | {"person"}
    if power == "carries_out" and (actor.kind == "council" or is_town_name(actor)):
        return False
    return actor.kind != "person" or actor.name.split()[-1] in words.CROWDS


DECIDING = frozenset({"council", "committee", "government", "association", "other"})


def _is_executive(actor: Actor) -> bool:
    return bool(set((actor.role or actor.name).lower().replace("-", " ").split()) & words.EXECUTIVE)


def _advisers(frames: Frames, bearers: Bearers) -> Iterator[Proposed]:
    """Yield the bodies that recommend what to do with a tie."""
    for frame in frames:
        verb, holder = frame.held.at, frame.held.holder
        if holder is None or verb.lemma_.lower() not in words.ADVICE_VERBS or is_negated(verb):
            continue
        actor = bearers.of(holder)
        if actor is None or actor.kind == "person" or holder.lemma_.lower() in words.HIRED:
            continue
        yield Proposed(actor, "advises", verb, frame.tie, "recommends")


def _decided(decisions: tuple[Decision, ...], bearers: Bearers, main: str | None) -> Iterator[Proposed]:
    """Yield those who took the decisions; what a town did its body did, which is left open of a tie told beside."""
    by_id = bearers.cast.by_id
    bodies = {d.tie for d in decisions if d.actor and not d.town and _is_body(by_id[d.actor])}
    for decision in decisions:
        if decision.actor is None or decision.why.startswith("done-to"):
            continue
        actor = by_id[decision.actor]
        why = "decided"
        if decision.town or is_town_name(actor):
            body = bearers.body_of_town(actor)
            if body is None and decision.tie != main:
                continue
            actor, why = body or actor, "town-decided" if body else "town-acts"
        elif actor.kind == "person":
            actor = bearers.full(actor)
            if not _is_executive(actor) or decision.tie in bodies or decision.result is None:
                continue
        elif not _is_body(actor) and decision.tie in bodies:
            continue
        if actor.kind in DECIDING | {"person"}:
            yield Proposed(actor, "decides", decision.sent.root, decision.tie, why)


def _is_body(actor: Actor) -> bool:
    return actor.kind in {"council", "committee", "government"} and not is_town_name(actor)


def _likely(
    frames: Frames, bearers: Bearers, page: Page, main: str | None, without: set[str]
) -> list[Proposed]:
    """Give the council that is asked to decide, or the one council of the page, where nothing says who may."""
    for frame in frames:
        verb = frame.held.at
        if frame.held.force not in {"demands", "wants"} or verb.lemma_.lower() not in ASKING | {"want"}:
            continue
        for token in asked(verb):
            actor = bearers.of(token)
            if actor is not None and actor.kind == "council" and not is_civic(actor):
                return [Proposed(actor, "decides", verb, frame.tie, "asked-to-decide")]
    council = bearers.main_council()
    if council is None or council.id in without:
        return []
    at = next((t for t in page.doc if t.idx >= council.mentions[0].start), page.doc[0])
    return [Proposed(council, "decides", at, main, "the-council")]


def _finding(proposed: Proposed, page: Page) -> Authority:
    return Authority(
        actor=proposed.actor.id,
        power=typed(Power, proposed.power),
        over=proposed.tie,
        passages=(page.sentence(proposed.at),),
        why=proposed.why,
    )
