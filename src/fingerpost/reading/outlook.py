"""Whether an act is done, planned, proposed or refused: its modal verb, its tense, and what governs it."""

from __future__ import annotations

from spacy.tokens import Token

from fingerpost.reading.act_kinds import bidden_by
from fingerpost.reading.clauses import is_negated, is_passive, modal, own_subject
from fingerpost.reading.en import actions as en
from fingerpost.reading.model import ActionStatus

THAT = 5
"""How many tokens into a sentence the "That" of a resolution may stand, after a list mark."""


def status_of(verb: Token, why: str | None) -> ActionStatus | None:
    """Tell whether an act is done, planned, proposed or refused; None for what is merely thinkable."""
    said = modal(verb)
    denied = is_negated(verb) or _of_none(verb)
    if _perfect(verb) and (said or _to(verb)):
        return None  # "would have gone", "was to have been held"
    if said in en.PLANNED_MODALS or said in en.REPORTED_MODALS:
        return "refused" if denied else "planned"
    if said in en.PROPOSED_MODALS:
        return None if denied else "proposed"
    if said in en.OBLIGING_MODALS:
        return "planned" if not denied and _is_duty(verb) else None
    if said:
        return "planned" if why == "resting" and said in en.ALLOWED_MODALS and has_until(verb) else None
    if (bidding := bidden_by(verb)) is not None:
        if bidding.lemma_ in en.CAUSING:
            return status_of(bidding, why)
        return None if is_negated(bidding) else "planned" if bidding.lemma_ == "order" else "proposed"
    if verb.tag_ in {"VB", "VBP", "VBN"} and _is_resolved(verb):
        return None if denied else "planned"
    head = verb.head
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and head.lemma_ in en.CAUSING and head.tag_ == "VB":
        return status_of(head, why)  # "told staff to have the sign covered"
    if verb.tag_ == "VBG" and not denied and any(c.lower_ in en.IS for c in verb.children if c.dep_ == "aux"):
        return "done" if verb.lemma_ in en.GOING_ON else "planned"  # "is collecting", "are taking it down"
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl"} and (
        _to(verb) or (verb.tag_ == "VBG" and verb.dep_ not in {"acl", "relcl"})
    ):
        return _governed(head, why)
    advised = verb.tag_ == "VB" and verb.dep_ == "ccomp" and head.lemma_ in en.ASKING
    if advised and why == "handling" and own_subject(verb) is not None:
        return None if denied else "proposed"  # "recommended that the council remove the sign"
    if verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG"} and head.pos_ in {"VERB", "AUX"}:
        return status_of(head, why)
    if verb.tag_ in {"VBP", "VBZ"} and why == "resting" and not denied and has_until(verb):
        return "planned"
    if any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children):
        return None  # "let the trips be stopped"
    if verb.tag_ in {"VBD", "VBN"} and not denied and verb.dep_ not in {"acl", "amod", "advcl"}:
        return "done"
    return None


def has_until(verb: Token) -> bool:
    """Tell whether the clause says until when."""
    return any(word.lower_ in {"until", "till", "pending"} for word in verb.subtree)


def _to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in en.HAVE for child in verb.children)


def _of_none(verb: Token) -> bool:
    """True for "no official will travel"."""
    subject = own_subject(verb)
    return subject is not None and any(child.lower_ == "no" for child in subject.children)


def _is_duty(verb: Token) -> bool:
    """True for "the manager must send", not for "we must" and "it must", which argue."""
    subject = own_subject(verb)
    return subject is not None and subject.pos_ != "PRON"


def _is_resolved(verb: Token) -> bool:
    """True in the words of a resolution: "THAT the sign be covered", "(b) That the Clerk reply"."""
    if verb.tag_ == "VBN" and not any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children):
        return False
    if _to(verb) or own_subject(verb) is None:
        return False
    sent = verb.sent
    return any(
        sent.doc[at].lower_ == "that" and sent.doc[at].text != "that"
        for at in range(sent.start, min(sent.start + THAT, verb.i))
    )


def _governed(head: Token, why: str | None) -> ActionStatus | None:
    """Give the status of the infinitive that a word governs ("plans to", "refused to", "a call for ... to")."""
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN":
        return None if _is_denied_noun(head) else en.GOVERNING_NOUNS.get(lemma)
    if lemma in en.LASTING and (head.dep_ != "ROOT" or modal(head)):
        return status_of(head, why)
    if head.lower_ in en.PROPOSED_MODALS:
        return None if is_negated(head) else "proposed"  # "said the bell ought to be moved"
    if lemma in en.REFUSING:
        return "refused"
    if is_negated(head):
        return "refused" if lemma in en.ASKING and modal(head) and not is_passive(head) else None
    if lemma in en.ORDERING or lemma in en.PLANNING or lemma == "be":
        return "planned"
    return "proposed" if lemma in en.ASKING else None


def _is_denied_noun(noun: Token) -> bool:
    return any(child.lower_ == "no" for child in noun.children)
