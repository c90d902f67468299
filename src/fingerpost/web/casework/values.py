"""Records of the register as plain values, each with its number in the ledger of a briefing."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.casefile import register as plain
from fingerpost.web.casework.ledger import Ledger
from fingerpost.web.casework.models import Ballot, FollowUp, Motion
from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.models import (
    Agreement,
    Decision,
    Exchange,
    Involvement,
    Letter,
    Post,
    Side,
)
from fingerpost.web.register.reach import Bearing
from fingerpost.web.register.vitals import vacant_since


def decided_of(decision: Decision, ledger: Ledger, mismatch: str = "") -> plain.Decided:
    """Give a decision in plain values."""
    place = decision.side.place.name
    says = f"{place}: {decision.get_result_display()}{f', {decision.date}' if decision.date else ''}"
    return plain.Decided(
        place=place,
        result=decision.result,
        date=decision.date,
        effective=decision.effective,
        body=str(decision.body or ""),
        instrument=decision.instrument,
        words=decision.operative_words,
        condition=decision.condition,
        review=decision.review,
        press_verb=decision.press_verb,
        mismatch=mismatch,
        records=(ledger.keep(decision, says, place=place),),
        citations=ledger.quote(decision.source, decision.operative_words, decision.condition),
    )


def town_of(side: Side) -> plain.Town:
    """Give a side's place."""
    place = side.place
    return plain.Town(
        name=place.name,
        kind=place.kind,
        geonames=place.geonames,
        country=place.country or None,
        admin1=place.admin1 or None,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def fact_of(fact: Fact, ledger: Ledger) -> int:
    """Give the number of the record of a fact."""
    return ledger.keep(fact, f"{fact.predicate}: {words_of(fact)}", words=words_of(fact))


def words_of(fact: Fact) -> str:
    """Give the words of a source that a fact stands on."""
    passages = fact.data.get("passages") or [{}]
    return str(passages[0].get("text", ""))


def remark_of(fact: Fact, ledger: Ledger) -> plain.Remark:
    """Give what a reviewer marked by hand."""
    return plain.Remark(
        kind=fact.predicate,
        note=str(fact.data["note"]),
        words=words_of(fact),
        records=(fact_of(fact, ledger),),
        citations=ledger.quote(fact.finding.source if fact.finding else None, words_of(fact)),
    )


def role_of(rule: Involvement, ledger: Ledger) -> plain.Role:
    """Give a body's part in a tie."""
    over = str(rule.place.name) if rule.tie_id is None and rule.place else ""
    return plain.Role(
        part=rule.role,
        body=str(rule.body.current),
        over=over,
        since=rule.since,
        until=rule.until,
        basis=rule.basis,
        records=(ledger.keep(rule, f"{rule.body.current}: {rule.get_role_display()}"),),
        citations=ledger.quote(rule.source, rule.basis),
    )


def agreement_of(one: Agreement, ledger: Ledger) -> plain.Agreement:
    """Give an agreement."""
    return plain.Agreement(
        title=one.title,
        parties=one.parties,
        signers=one.signers,
        signed=one.signed,
        begins=one.begins,
        ends=one.ends,
        term=one.term,
        exit_clause=one.exit_clause,
        records=(ledger.keep(one, one.title),),
        citations=ledger.quote(one.source, one.exit_clause),
    )


def law_of(bearing: Bearing, ledger: Ledger) -> plain.Law:
    """Give a law or policy with the sides that it binds."""
    law = bearing.law
    return plain.Law(
        title=law.title,
        effect=law.effect,
        binds=tuple(side.place.name for side in bearing.sides),
        body=str(law.body or ""),
        since=law.since,
        until=law.until,
        deadline=law.deadline,
        words=law.words,
        records=(ledger.keep(law, law.title),),
        citations=ledger.quote(law.source, law.words),
    )


def exchange_of(one: Exchange, ledger: Ledger) -> plain.Contact:
    """Give an exchange."""
    money = f"{one.money:,.2f} {one.currency.upper()}".strip() if one.money else ""
    return plain.Contact(
        kind="exchange",
        title=one.title,
        way=_lower(one.get_direction_display()),
        date=one.date,
        until=one.until,
        people=one.people,
        money=money,
        records=(ledger.keep(one, one.title),),
    )


def letter_of(one: Letter, ledger: Ledger) -> plain.Contact:
    """Give a letter."""
    return plain.Contact(
        kind="letter",
        title=one.subject,
        way=_lower(one.get_direction_display()),
        date=one.date,
        records=(ledger.keep(one, one.subject),),
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def seat_of(post: Post, ledger: Ledger) -> plain.Seat:
    """Give a vacant post, with since when it is where that is known."""
    held = (f"{one.person}, {one.since or '?'} to {one.until or '?'}" for one in post.tenures.all())
    return plain.Seat(
        title=post.title,
        body=str(post.body.current),
        since=vacant_since(post),
        records=(ledger.keep(post, str(post), holders="; ".join(held)),),
    )


def motion_of(motion: Motion, ledger: Ledger) -> plain.Motion:
    """Give a motion; its vote only once it is published, as the names may not add up before."""
    told = motion.published is not None
    roll = tuple(_roll(motion)) if told else ()
    said = "; ".join(f"{choice}: {', '.join(names)}" for choice, names in roll)
    return plain.Motion(
        body=str(motion.body),
        text=motion.text,
        mover=str(motion.mover or ""),
        seconder=str(motion.seconder or ""),
        date=motion.date,
        outcome=motion.outcome,
        votes_for=motion.votes_for if told else None,
        votes_against=motion.votes_against if told else None,
        abstained=motion.abstained if told else None,
        absent=motion.absent if told else None,
        roll=roll,
        published=told,
        records=(ledger.keep(motion, f"{motion.body}: {motion.get_outcome_display()}", roll_call=said),),
        citations=ledger.quote(motion.source, motion.text),
    )


def _roll(motion: Motion) -> Iterator[tuple[str, tuple[str, ...]]]:
    for choice in Ballot.Choice.values:
        names = tuple(str(ballot.person) for ballot in motion.ballots.all() if ballot.choice == choice)
        if names:
            yield choice, names


def task_of(item: FollowUp, ledger: Ledger) -> plain.Task:
    """Give something to be done; its owner by name, never by mail address."""
    return plain.Task(
        what=item.what,
        who=item.owner.name if item.owner else item.owner_name,
        until=item.until_words,
        due=item.due.isoformat() if item.due else "",
        state=item.state,
        records=(ledger.keep(item, item.what),),
    )
