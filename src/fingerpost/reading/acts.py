"""The verbs of a page that tell of an act in connection with a tie: who does what, and whether it is done yet."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Span, Token

from fingerpost.reading.act_kinds import RECALL, bidden_by, is_offered, kind_of, objects_of
from fingerpost.reading.clauses import agent, antecedent, is_negated, is_passive, own_subject
from fingerpost.reading.en import actions as en
from fingerpost.reading.model import ActionStatus
from fingerpost.reading.outlook import status_of
from fingerpost.reading.page import Page


class Act(Struct, frozen=True):
    """A verb that tells of an action. ``doer``: the word for who does it, None in a bare passive."""

    verb: Token
    doer: Token | None
    status: ActionStatus
    why: str


def acts_on(page: Page) -> Iterator[Act]:
    """Yield the acts of a page, one per clause: joined verbs with one subject are one act."""
    for sent in page.sents:
        if "?" in page.lower[max(sent.start, sent.end - 3) : sent.end]:
            continue
        taken: set[int] = set()
        asked: set[int] = set()
        held = _held(sent)
        for token in sent:
            known = token.pos_ == "VERB" and (token.lemma_ in _LEMMAS or is_offered(token))
            joined = token.head.i in taken and own_subject(token) is None and not _has_object(token)
            joined = joined or token.head.i in asked
            if (known or token == held) and not joined:
                act = (_act(token) if known else None) or (_act_until(token) if token == held else None)
                if act:
                    taken.add(token.i)
                    if act.why == "asking":
                        asked.add(token.i)  # "called for the flag to be taken down" is one act
                    yield act


def _has_object(verb: Token) -> bool:
    """True for the second of "will remove the marker and keep it", not of "taken down and kept"."""
    return verb.dep_ == "conj" and any(child.dep_ == "dobj" for child in verb.children)


def _held(sent: Span) -> Token | None:
    """Give the verb that "until ..." says how long it holds."""
    for token in sent:
        if token.lower_ in _OPENERS and token.dep_ in {"mark", "prep"}:
            verb = token.head.head if token.dep_ == "mark" else token.head
            return verb if verb.pos_ in {"VERB", "AUX"} else None
    return None


_OPENERS = frozenset({"until", "till", "pending"})


def _act_until(verb: Token) -> Act | None:
    """Read any other act that is to hold until something happens, unless the tie itself is what it is done to."""
    if verb.lemma_ in en.NO_ACT or is_negated(verb) or _is_deciding(verb):
        return None
    subject = _said_of(verb)
    nouns = {
        word.lower_
        for noun in (*objects_of(verb), subject)
        if noun is not None
        for word in noun.subtree
        if word.pos_ != "PROPN"  # "the Friendship Trust" is no friendship
    }
    if nouns & en.DECIDED or (subject is not None and subject.lower_ in en.PRONOUNS | {"i"}):
        return None
    status = status_of(verb, "resting")
    if status == "done" and _is_over(verb):
        return None
    return Act(verb, _doer(verb, "until"), status, "until") if status else None


def _is_over(verb: Token) -> bool:
    """True for "until May the parcels were sent": what was so until then, and is not so now."""
    return any(token.lower_ in _OPENERS for token in verb.doc[verb.sent.start : verb.i])


def _is_deciding(verb: Token) -> bool:
    """True where the verb only leads to another that is no act: "agreed to suspend"."""
    return any(c.dep_ == "xcomp" and c.lemma_ in en.NO_ACT for c in verb.children)


def _said_of(verb: Token) -> Token | None:
    """Give the subject of a verb, through "is to remain"."""
    own = own_subject(verb)
    return own_subject(verb.head) if own is None and verb.dep_ == "xcomp" else own


_LEMMAS = (
    en.HANDLING
    | en.RESTING
    | en.ARRANGING
    | en.TELLING
    | en.GOING
    | en.ASKING
    | en.SIGNING
    | en.UNDERTAKING.keys()
    | en.FOUNDING
    | en.ANNOUNCING
)


def _act(verb: Token) -> Act | None:
    why = kind_of(verb)
    status = status_of(verb, why) if why else None
    if why is None or status is None:
        return None
    invited = verb.lemma_ == "invite" and why == "undertaking"
    ongoing = verb.tag_ == "VBG"
    if status == "done" and not invited and not ongoing and (why in _NOT_DONE or verb.lemma_ in en.LIVELY):
        return None
    if why in _PLANNED_ONLY and status not in {"planned", "refused"} and not invited:
        return None
    return Act(verb, _doer(verb, why), _SURE.get(why, status), why)


_SURE: dict[str, ActionStatus] = {"asking": "proposed", "offering": "proposed", "announcing": "planned"}
"""Kinds of act whose status their verb tells."""


_NOT_DONE = frozenset({"telling", "going", "resting", "paying", "signing", "undertaking"})
_PLANNED_ONLY = frozenset({"going", "signing", "undertaking", "founding"})


def _doer(verb: Token, why: str) -> Token | None:
    """Give the word for who does it: the subject, the agent of a passive, the one who is told to."""
    if (bidding := bidden_by(verb)) is not None:
        return _doer(bidding, why)
    if is_passive(verb):
        by = agent(verb)
        return by if by is not None and by.ent_type_ not in {"DATE", "TIME"} else _orderer(verb)
    for _ in range(5):
        subject = own_subject(verb)
        if subject is not None:
            thing = why == "resting" and subject.lower_ not in en.TRAVELLERS and not _recalls_people(subject)
            return None if thing else antecedent(subject)
        head = verb.head
        if head == verb or verb.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return None
        if verb.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in en.ORDERING:
            return next((child for child in head.children if child.dep_ in {"dobj", "nsubjpass"}), None)
        verb = head
    return None


def _orderer(verb: Token) -> Token | None:
    """Give on whose orders something was done: "taken down on Wysong's orders"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in {"on", "at", "under"}:
            for noun in prep.children:
                if noun.lower_ in en.BIDDING:
                    return next((c for c in noun.children if c.dep_ == "poss"), None)
    return None


def _recalls_people(subject: Token) -> bool:
    """True for a "they" before which people who may stay were named, and no thing that stands for the tie."""
    if subject.lower_ != "they":
        return False
    first = max(0, subject.sent.start - RECALL)
    before = [subject.doc[at].lower_ for at in range(first, subject.i)]
    return any(word in en.TRAVELLERS for word in before) and not any(word in en.SYMBOLS for word in before)
