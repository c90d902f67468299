"""The authority of a page: who decides about ties, who may not, who advises, who carries out.

Label rules: a body that decided decides; a higher power that could cancel decides; a bill not passed is
nothing; an official told to notify acts, and has no power by it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast as typed

from spacy.tokens import Token

from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child, conjuncts, is_negated, own_subject, prep_object
from fingerpost.reading.deciders import Deciders
from fingerpost.reading.decisions import Decision, only_asks
from fingerpost.reading.en.stances import ASKING, SAYING
from fingerpost.reading.model import Actor, Authority, Power, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.powers import powers_on
from fingerpost.reading.stances import Frames, frames_on
from fingerpost.reading.ties import Ties


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
    who = Deciders(page, cast, frames)
    found: dict[tuple[str, str], tuple[int, Authority]] = {}

    def add(actor: str, power: str, token: Token, over: str | None, why: str) -> None:
        if (actor, power) not in found:
            finding = Authority(
                actor=actor,
                power=typed(Power, power),
                over=over,
                passages=(page.sentence(token),),
                why=why,
            )
            found[actor, power] = (token.i, finding)

    for said in powers_on(page):
        for each in conjuncts(said.holder):
            actor = _speaker(each, quotes, cast) or who.actor(each) or _spoken_for(each, cast)
            if actor is not None and actor.kind not in {"press", "company"}:
                add(actor.id, said.power, said.holder, ties.main.id if ties.main else None, said.why)
    _advisers(frames, who, {d.actor for d in decisions if d.actor}, add)
    bodies = {d.tie for d in decisions if d.actor and not d.town}
    for decision in decisions:
        told_of_body = decision.town and decision.tie in bodies
        if decision.why.startswith("done-to"):
            continue
        if decision.actor and (decision.actor, "advises") not in found and not told_of_body:
            add(decision.actor, "decides", decision.sent.root, decision.tie, "decided")
    if not any(power == "decides" for _, power in found):
        _asked(frames, who, add)
    return tuple(finding for _, finding in sorted(found.values(), key=lambda item: item[0]))


def _speaker(holder: Token, quotes: tuple[Quote, ...], cast: Cast) -> Actor | None:
    """Give who "I" or "we" is inside a quote."""
    if holder.lower_ not in {"i", "we"}:
        return None
    said = next((q for q in quotes if q.start <= holder.idx < q.end), None)
    return cast.by_id.get(said.speaker) if said is not None and said.speaker else None


def _spoken_for(holder: Token, cast: Cast) -> Actor | None:
    """Give the body in "a spokesman for the ministry said it had no say"."""
    if holder.pos_ != "PRON":
        return None
    for verb in holder.head.ancestors:
        if verb.lemma_.lower() in SAYING and (speaker := own_subject(verb)) is not None:
            body = prep_object(speaker, "for", "of")
            return (cast.who(body) if body is not None else None) or cast.who(speaker)
    return None


Add = Callable[[str, str, Token, str | None, str], None]


def _advisers(frames: Frames, who: Deciders, deciders: set[str], add: Add) -> None:
    """A body that recommends, and does not decide, advises."""
    for frame in frames:
        verb, holder = frame.held.at, frame.held.holder
        if holder is not None and frame.explicit and only_asks(frame) and frame.held.force == "decides":
            asking = who.actor(holder)
            if asking is not None and asking.kind != "person":
                add(asking.id, "advises", verb, frame.tie, "resolution-asks")
        if holder is None or verb.lemma_.lower() not in {"recommend", "advise"} or is_negated(verb):
            continue
        actor = who.actor(holder)
        hired = holder.lemma_.lower() in {"staff", "officer", "official", "report"}
        if actor is not None and actor.kind != "person" and actor.id not in deciders and not hired:
            add(actor.id, "advises", verb, frame.tie, "recommends")


def _asked(frames: Frames, who: Deciders, add: Add) -> None:
    """A council that is asked to decide is taken to be the one that may, where nothing says otherwise."""
    for frame in frames:
        verb = frame.held.at
        if frame.held.force not in {"demands", "wants"} or verb.lemma_.lower() not in ASKING | {"want"}:
            continue
        for asked in (child(verb, "dobj"), prep_object(verb, "on"), _inner_subject(verb)):
            actor = who.actor(asked) if asked is not None else None
            if actor is not None and actor.kind == "council":
                add(actor.id, "decides", verb, frame.tie, "asked-to-decide")
                return
    main = who.main
    if main is not None and frames.all:
        add(main, "decides", frames.all[0].token, frames.all[0].tie, "the-council")


def _inner_subject(verb: Token) -> Token | None:
    inner = child(verb, "ccomp", "xcomp")
    return own_subject(inner) if inner is not None else None
