"""The positions of a page: who wants what done with a tie or a class of ties."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import cast as typed

from spacy.tokens import Token

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.bearers import Bearers
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.camps import camps
from fingerpost.reading.candidate import Candidate
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child, conjuncts, modal, own_subject, prep_object, subject
from fingerpost.reading.conditions import condition_in, terms_of
from fingerpost.reading.deciders import Deciders, is_town_name
from fingerpost.reading.decisions import Decision
from fingerpost.reading.echoes import agreeing, moved, siding
from fingerpost.reading.en.stances import (
    CARRYING,
    DEFERRING,
    DEFERRING_WITH,
    FORMAL_MOTIONS,
    OWN_BODIES,
    SAYING,
    SETTING,
    SIDING,
)
from fingerpost.reading.held import Held
from fingerpost.reading.learned_evidence import Evidences
from fingerpost.reading.learned_model import load_learned
from fingerpost.reading.learned_positions import WHY, Weighed, weigh
from fingerpost.reading.model import Actor, Force, Position, Quote, Stance, Target
from fingerpost.reading.operations import restores
from fingerpost.reading.page import Page
from fingerpost.reading.roll_calls import roll_calls
from fingerpost.reading.said_dates import said_date
from fingerpost.reading.spotting import spots
from fingerpost.reading.stances import Frame, Frames, frames_on
from fingerpost.reading.targets import target_of
from fingerpost.reading.ties import Ties
from fingerpost.reading.votes import vote_in

FORCES = {"decides": 5, "demands": 4, "wants": 3, "supports": 2, "plans": 2, "considers": 1}


DEFERRING_VERBS = DEFERRING | DEFERRING_WITH.keys()


def find_positions(
    page: Page,
    cast: Cast,
    ties: Ties,
    decisions: tuple[Decision, ...],
    quotes: tuple[Quote, ...],
    atlas: Atlas | None = None,
    *,
    learned: bool = True,
) -> tuple[Position, ...]:
    """Find the positions of a page, in text order.

    Each actor has one position per stance, with the sentence that shows it best.

    Args:
        learned: weigh what the rules read by what was learned, and add to it; else the rules alone.
    """
    weights = load_learned() if learned else None
    if not ties.words or (weights is None and not ties.ties):
        return ()
    told = candidates(page, cast, ties, quotes)
    kept = chosen(told, cast)
    if weights is None:
        weighed = [Weighed(c, None) for c in kept]
    else:
        weighed = weigh(
            page.doc, Evidences(page, cast, ties, quotes, frames_on(page, ties), told, kept), weights
        )
    calendar = Calendar(page)
    return tuple(
        _position(number, one, _target(one.candidate, ties, atlas), page, ties, calendar, quotes)
        for number, one in enumerate(weighed, 1)
    )


def chosen(told: list[Candidate], cast: Cast) -> list[Candidate]:
    """Give the best candidate of each actor and stance, without what others contradict, in text order."""
    best: dict[tuple[str, str], Candidate] = {}
    for found in told:
        key = (found.actor, found.stance)
        held = best.get(key)
        if held is None or _rank(found) > _rank(held):
            best[key] = found
    return sorted(_consistent(list(best.values()), cast), key=lambda c: c.token.i)


def _target(found: Candidate, ties: Ties, atlas: Atlas | None) -> Target:
    if found.why == WHY:
        tie = ties.about(found.token.sent) or ties.in_focus(found.token.i)
        return Target(tie=tie.id if tie else None)
    return target_of(found.token, found.tie, ties, atlas) if found.explicit else Target(tie=found.tie)


def candidates(page: Page, cast: Cast, ties: Ties, quotes: tuple[Quote, ...]) -> list[Candidate]:
    """Give every stance that the rules see on a page with the actor who holds it."""
    frames = frames_on(page, ties)
    told = list(_told(page, cast, frames, quotes))
    told += roll_calls(page, cast, frames)
    told += moved(page, cast, frames)
    told += camps(page, cast, frames)
    told.sort(key=lambda c: c.token.i)
    told += agreeing(page, cast, told)
    told += siding(page, cast, told)
    return told


def _told(page: Page, cast: Cast, frames: Frames, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    who = _Who(page, cast, frames, quotes)
    for frame in frames:
        if who.deciders.is_heading(frame.token) or _is_history(frame):
            continue
        for actor in who.hold(frame):
            stance = _stance(frame, cast.by_id[actor])
            if stance is not None:
                held = frame.held
                told = "question" if frame.carried_by == "question" else "referring"
                yield Candidate(
                    actor, stance, held.force, frame.token, frame.tie, held.why, frame.explicit, told
                )


def _stance(frame: Frame, actor: Actor) -> str | None:
    """Give the stance of a frame as the label rules name it, or None where it is nobody's."""
    held = frame.held
    if held.why == "would" and is_town_name(actor):
        return None  # "under the resolution the city would end it"
    refuses = held.stance == "other" and not restores(frame.token)
    if actor.kind != "person" and refuses and frame.explicit and held.force == "decides":
        return "end"  # a body that decides not to renew ends
    return held.stance


def _is_history(frame: Frame) -> bool:
    """Tell whether a frame reports no will of anybody's today."""
    held = frame.held
    if (
        held.why == "does"
        and held.holder is not None
        and held.holder.lower_ in {"i", "we"}
        and held.at.dep_ == "advcl"
    ):
        return True  # "when we suspended it, people wrote to me"
    if held.stance == "establish" and held.why in {"does", "done-to"}:
        # The founding, told as history, unless its vote is told ("approved the agreement with 27 votes").
        return str(held.at.lemma_) != "add" and vote_in(frame.token.sent) is None and not _is_news(held.at)
    if held.stance == "restore" and held.force == "plans" and _is_conditional(held.at):
        return True  # "would vote to lift it if the terms were met" leaves it as it is
    if frame.token.lemma_ == "leave" and held.stance == "keep" and held.at.lemma_.lower() in FORMAL_MOTIONS:
        return True  # "his motion leaves the other ties alone"
    if held.stance == "defer" and held.why in {"does", "will"}:
        # "we'll sit tight and wait" and "they met before voting" ask for nothing.
        return str(frame.token.lemma_).lower() not in DEFERRING_VERBS
    if held.why == "done-to":
        had = any(c.lower_ == "had" for c in held.at.children)
        return held.stance != "defer" or had
    # That an extension of a suspension or a renewal failed says little of what the body wants.
    return held.why == "defeated" and (frame.carried_by == "amendment" or held.stance == "other")


def _is_conditional(verb: Token) -> bool:
    """Tell whether somebody only would, if something else came true."""
    return modal(verb) in {"would", "'d", "’d"} and any(
        t.lower_ == "if" and t.dep_ == "mark" and t.head.dep_ == "advcl" for t in verb.subtree
    )


def _is_news(verb: Token) -> bool:
    """Tell whether a body's approval is told as news: on a day of the week, and in no year."""
    if verb.lemma_.lower() not in CARRYING | SETTING:
        return False
    words = {t.lower_ for t in verb.sent}
    return bool(words & DAYS) and not any(t.shape_ == "dddd" for t in verb.sent)


DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tonight",
    ]
)


class _Who:
    """Resolves the holder of a frame to an actor."""

    def __init__(self, page: Page, cast: Cast, frames: Frames, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.deciders = Deciders(page, cast, frames)
        self.bearers = Bearers(cast, self.deciders, quotes)
        self.quotes = sorted((q for q in quotes if q.kind != "indirect"), key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self.quotes]
        self.author = self._find_author(page)
        """Who "I" is outside quotation marks, in a letter, statement or column."""

    def hold(self, frame: Frame) -> list[str]:
        """Give the ids of the actors that hold the stance of a frame."""
        holder = _one_of(frame.held.holder)
        if holder is not frame.held.holder:
            frame = frame._replace(held=frame.held._replace(holder=holder))
        if holder is not None and child(holder, "nummod") is not None:
            # "two members, Hamid Sjöberg and Karin Åkesson"; a bare number of people is nobody.
            owner = child(holder, "poss", "compound", "nmod")
            party = self.cast.who(owner) if owner is not None else None
            if party is not None and party.kind in {"group", "association"}:
                return [party.id]  # "the Greens' three councillors"
            named = child(holder, "appos")
            found = [self.cast.who(token) for token in conjuncts(named)] if named is not None else []
            return [actor.id for actor in found if actor and actor.kind == "person"]
        if holder is not None and holder.lower_ == "they" and len(several := self._sayers(holder)) > 1:
            return several
        one = self._one(frame)
        return [one] if one else []

    def _sayers(self, they: Token) -> list[str]:
        """Give those of "the Greens and the Left said that they would reject it"."""
        verb = they.head
        while verb.dep_ in {"conj", "xcomp"}:
            verb = verb.head
        said = verb.head
        who = own_subject(said) if verb.dep_ == "ccomp" and said.lemma_.lower() in SAYING else None
        found = [self.cast.who(token) for token in conjuncts(who)] if who is not None else []
        return [actor.id for actor in found if actor is not None and actor.kind != "press"]

    def _one(self, frame: Frame) -> str | None:
        held = frame.held
        if held.speaker:
            return self.speaker_at(frame.token) or self.author_at(frame.token)
        if held.holder is None:
            return self.deciders.of(frame)
        among = held.holder.head if held.holder.dep_ == "pobj" else None
        if held.holder.lower_ == "those" and among is not None and among.lower_ in {"among", "one"}:
            who = subject(among.head)  # "was among those calling for it"
            found = self.cast.who(who) if who is not None else None
            return found.id if found is not None else None
        if held.holder.lower_ == "those" and held.holder.dep_ == "pobj":
            # "sided with those who wanted to keep it"
            siding = held.holder.head.head
            who = subject(siding) if siding.lemma_.lower() in SIDING else None
            found = self.cast.who(who) if who is not None else None
            return found.id if found is not None else None
        behalf = _on_behalf(held.holder)
        if behalf is not None and (body := self.cast.who(behalf)) is not None:
            return body.id
        if held.holder.lower_ in {"i", "we", "our", "my", "us"}:
            spoken = self.speaker_at(held.holder)
            if spoken:
                return spoken
        actor = self._own_body(held.holder) or self.deciders.actor(held.holder) or self._behind(held)
        if actor is None or actor.kind == "press":
            return None
        # An unnamed spokesperson says what the body wants that sent him.
        unnamed = actor.name[:1].islower() or actor.name.split()[-1].islower()
        return self.bearers.principal(actor).id if unnamed else actor.id

    def _own_body(self, holder: Token) -> Actor | None:
        """Give the body of whoever says "her group"."""
        owner = child(holder, "poss")
        if owner is None or owner.lower_ not in {"her", "his"} or holder.lemma_.lower() not in OWN_BODIES:
            return None
        person = self.cast.who(owner)
        return self.cast.by_id.get(person.of) if person is not None and person.of else None

    def _behind(self, held: Held) -> Actor | None:
        """Give who speaks through a holder that is no actor: "the mayor wrote that his town wished"."""
        if held.holder is None:
            return None
        owner = child(held.holder, "poss")
        if owner is not None and owner.pos_ == "PRON":
            return self.cast.who(owner)
        return None

    def author_at(self, token: Token) -> str | None:
        """Give the author of a letter or column for words outside quotation marks."""
        return None if self._quote_at(token) else self.author

    def _find_author(self, page: Page) -> str | None:
        for token in spots(page.doc, frozenset({"i", "we"})):
            if self._quote_at(token) is None:
                actor = self.cast.who(token)
                return actor.id if actor else None
        return None

    def speaker_at(self, token: Token) -> str | None:
        """Give the speaker of the quote that holds a token."""
        quote = self._quote_at(token)
        return quote.speaker if quote is not None else None

    def _quote_at(self, token: Token) -> Quote | None:
        at = bisect_right(self._starts, token.idx) - 1
        # Of nested quotes only the outermost counts, so the last to begin is the one that may hold it.
        return self.quotes[at] if at >= 0 and token.idx < self.quotes[at].end else None


def _one_of(holder: Token | None) -> Token | None:
    """Give the one picked out of those who did it: "Reed, one of the three who"; and "Reed, whose motion"."""
    if holder is not None and holder.lower_ == "whose" and holder.head.head.dep_ == "relcl":
        return holder.head.head.head
    of = holder.head if holder is not None and holder.dep_ == "pobj" and holder.head.lower_ == "of" else None
    one = of.head if of is not None else None
    if one is None or one.lower_ != "one":
        return holder
    if one.dep_ == "attr":
        return own_subject(one.head) or holder  # "Reed was one of the three who"
    return one.head if one.dep_ == "appos" else holder


def _on_behalf(holder: Token) -> Token | None:
    """Give the body for which a holder acts ("on behalf of Friends of Dilijan"); the stance is the body's."""
    for host in (holder, holder.head):
        for c in host.children:
            noun = child(c, "pobj") if c.dep_ == "prep" and c.lower_ == "on" else None
            if noun is not None and noun.lower_ == "behalf":
                return prep_object(noun, "of") or child(noun, "poss")
    return None


def _rank(found: Candidate) -> tuple[int, int]:
    return (int(found.explicit), FORCES.get(found.force, 0))


def _consistent(found: list[Candidate], cast: Cast) -> Iterator[Candidate]:
    """Drop what another statement explains better.

    Somebody who voted no because he wanted the tie ended outright does not want it kept; "Springfield is
    cutting its ties" is the council's doing where the council is told to do it.
    """
    stances: dict[str, set[str]] = {}
    decided: set[tuple[str, str | None]] = set()
    for c in found:
        if c.explicit:
            stances.setdefault(c.actor, set()).add(c.stance)
        if c.force == "decides" and not is_town_name(cast.by_id[c.actor]):
            decided.add((c.stance, c.tie))
    settled = {c.actor for c in found if c.force == "decides" and c.why != "attempt-failed"}
    for c in found:
        if c.why == "attempt-failed" and c.actor in settled:
            continue
        if c.why == "defeated" and not c.explicit and stances.get(c.actor, {c.stance}) != {c.stance}:
            continue
        if c.stance == "other" and not c.explicit and "end" in stances.get(c.actor, set()):
            continue  # who votes no on a renewal, and wants it to run out
        harder = stances.get(c.actor, set()) & {"end", "suspend"}
        if c.why in {"ballot-no", "votes", "camp-against"} and c.stance == "keep" and harder:
            continue
        if (
            c.why in {"does", "will", "would"}
            and is_town_name(cast.by_id[c.actor])
            and _told_of_body(c, decided)
        ):
            continue
        yield c


def _told_of_body(town: Candidate, decided: set[tuple[str, str | None]]) -> bool:
    """Tell whether a body's decision is what the town is said to do, be it under another verb ("cut")."""
    return any(tie == town.tie for _, tie in decided)


def _position(
    number: int,
    weighed: Weighed,
    target: Target,
    page: Page,
    ties: Ties,
    calendar: Calendar,
    quotes: tuple[Quote, ...],
) -> Position:
    found = weighed.candidate
    sent = found.token.sent
    return Position(
        id=f"s{number}",
        actor=found.actor,
        stance=typed(Stance, found.stance),
        force=typed(Force, found.force),
        target=target,
        date=said_date(calendar, found.token),
        condition=_condition(found, page, ties),
        quotes=tuple(
            q.id for q in quotes if q.speaker == found.actor and _near(q, sent.start_char, sent.end_char)
        ),
        passages=(page.passage_of(sent),),
        score=None if weighed.score is None else round(weighed.score, 3),
        why=found.why if found.explicit else f"{found.why}-{found.told}",
        words=weighed.words or (found.token.text, found.why),
    )


def _condition(found: Candidate, page: Page, ties: Ties) -> str | None:
    """Give until when, for what can be lifted; a decision's terms may be told after it."""
    if found.stance == "suspend" and found.force == "decides":
        return terms_of(page, ties, found.token, found.tie)
    if found.stance in {"suspend", "defer", "keep"}:
        return condition_in(found.token.sent, found.token)
    return None


def _near(quote: Quote, start: int, end: int, *, reach: int = 400) -> bool:
    return quote.start < end + reach and quote.end > start - reach


__all__ = ["Candidate", "Frame", "candidates", "chosen", "find_positions"]
