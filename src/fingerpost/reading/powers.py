"""The power that somebody is said to have or to lack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import child, is_negated, is_passive, modal, own_subject, prep_object, subject
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import MOTION_NOUNS, TIE_NOUNS

NOR = frozenset({"nor", "neither"})
TIE_WORDS = frozenset({"sister", "twin", "partner", "twinning", "friendship"})
THINGS = frozenset({"it", "them", "one", "vote", "decision", "this", "that", "these", "those"})
OPEN = frozenset({"can", "could", "may", "ca", "might", "cannot"})


class Said(NamedTuple):
    """A power that a sentence gives or denies somebody."""

    power: str
    holder: Token | None
    """Who has or lacks it; None: whoever speaks."""
    at: Token
    why: str


def denied(verb: Token) -> bool:
    """Tell whether a clause says not, neither or nor."""
    if is_negated(verb) or any(c.lower_ in NOR for c in verb.children):
        return True
    left: int = verb.left_edge.i
    return left > 0 and verb.doc[left - 1].text.lower() == "nor"


def doer(verb: Token) -> Token | None:
    """Give the subject of an active clause, through relatives and joined verbs."""
    return None if is_passive(verb) else subject(verb)


def about_tie(verb: Token) -> bool:
    """Tell whether the object of a verb is a tie, a motion or what stands for one."""
    about = child(verb, "dobj")
    if about is None:
        return False
    lemma = about.lemma_.lower()
    if lemma in TIE_NOUNS | MOTION_NOUNS or lemma in THINGS:
        return True
    return any(t.lower_ in TIE_WORDS or t.lemma_.lower() in TIE_NOUNS for t in about.subtree)


def has_power(noun: Token) -> Iterator[Said]:
    """ "has no power to order it", "does not have the authority", "has the final say"."""
    verb = noun.head.head if noun.dep_ == "conj" else noun.head
    if noun.dep_ not in {"dobj", "conj"} or verb.lemma_.lower() not in words.HAVING:
        return
    who = doer(verb)
    if who is None or not _fits(noun):
        return
    low = {c.lower_ for c in noun.children}
    lacks = denied(verb) or bool(low & words.LACKING) or verb.lemma_ == "lack"
    if noun.dep_ == "conj":
        lacks = lacks or "not" in low or any(c.lower_ == "no" for c in noun.head.children)
    if lacks:
        if noun.lower_ != "word":
            yield Said("cannot_decide", who, noun, "has-no-power")
    elif low & words.ADVISORY:
        return
    elif low & words.FINAL or (
        noun.lower_ not in words.WEAK_POWERS and child(noun, "acl", "relcl") is not None
    ):
        yield Said("decides", who, noun, "has-power")


def _fits(noun: Token) -> bool:
    """Tell whether a power is over ties, or over those who have them, as far as its complement says."""
    if noun.head.lemma_ == "take" and noun.lower_ not in {"part", "role"}:
        return False
    for c in (*noun.children, *noun.head.children):
        if c.i < noun.i:
            continue
        if c.dep_ == "prep" and c.lower_ in {"in", "over", "on", "at"}:
            return _is_topic(child(c, "pobj"))
        if c.dep_ == "acl" and c.tag_ == "VB":
            return c.lemma_.lower() in words.UNMAKING | words.COMPELLING | words.TELLING | words.UNDOING | {
                "do"
            }
    return True


def _is_topic(about: Token | None) -> bool:
    if about is None or about.lower_ == "them":
        return False
    if about.lower_ in {"it", "this", "that", "these", "one", "either"} or about.ent_type_ == "GPE":
        return True
    return any(
        t.lower_ in words.TOPICS or t.lower_ in TIE_WORDS or t.lemma_.lower() in TIE_NOUNS | MOTION_NOUNS
        for t in about.subtree
    )


def without_vote(noun: Token) -> Iterator[Said]:
    """ "attends council meetings without a vote"."""
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ == "without" and prep.head.tag_ == "VBZ":
        who = doer(prep.head)
        if who is not None and child(noun, "prep", "poss") is None:
            yield Said("cannot_decide", who, noun, "without-a-vote")


def within_power(noun: Token) -> Iterator[Said]:
    """ "the matter lay outside its competence", "doing that lay within his powers"."""
    prep = noun.head
    owner = child(noun, "poss") or (prep_object(noun, "of") if noun.lower_ in words.REMITS else None)
    if noun.dep_ != "pobj" or owner is None:
        return
    if prep.lower_ in words.OUTSIDE:
        yield Said("cannot_decide", owner, noun, "outside-its-power")
    elif prep.lower_ in words.INSIDE and prep.head.pos_ in {"VERB", "AUX"}:
        power = "cannot_decide" if denied(prep.head) else "decides"
        yield Said(
            power, owner, noun, "outside-its-power" if power == "cannot_decide" else "within-its-power"
        )


def nothing(word: Token) -> Iterator[Said]:
    """ "the county has nothing to do with it"."""
    verb = word.head
    if (
        word.dep_ == "dobj"
        and verb.lemma_ == "have"
        and word.doc[word.i + 1 : word.i + 4].text == "to do with"
    ):
        who = doer(verb)
        if who is not None and _is_topic(word.doc[word.i + 4] if word.i + 4 < len(word.doc) else None):
            yield Said("cannot_decide", who, word, "not-involved")


def does_not(verb: Token) -> Iterator[Said]:
    """ "does not regulate sister city ties", "does not vote on such matters"."""
    if not denied(verb) or is_passive(verb) or modal(verb) or not _is_present(verb):
        return
    who = doer(verb)
    about = child(verb, "dobj") or prep_object(verb, "on", "over")
    if who is not None and _is_topic(about):
        yield Said("cannot_decide", who, verb, "does-not-rule")


def neither(verb: Token) -> Iterator[Said]:
    """ "neither approves nor forbids such agreements"."""
    if any(c.lower_ == "neither" for c in verb.children) and verb.tag_ in {"VBZ", "VBP"}:
        who = doer(verb)
        joined = next((c for c in verb.children if c.dep_ == "conj"), verb)
        if who is not None and (about_tie(verb) or about_tie(joined)):
            yield Said("cannot_decide", who, verb, "does-not-rule")


def _is_present(verb: Token) -> bool:
    return any(c.lower_ in {"does", "do"} for c in verb.children if c.dep_ == "aux")


def leaves(verb: Token) -> Iterator[Said]:
    """ "leaves such decisions to cities"."""
    about = child(verb, "dobj")
    who = doer(verb)
    if who is None or about is None or verb.tag_ not in {"VBZ", "VBP", "VBD"} or denied(verb):
        return
    if prep_object(verb, "to") is not None and about.lemma_.lower() in words.CALLS:
        yield Said("cannot_decide", who, verb, "leaves-it-to-others")


def involved(word: Token) -> Iterator[Said]:
    """ "does not get involved in sister city agreements", "is not responsible for city partnerships"."""
    verb = word if word.pos_ == "VERB" and word.dep_ != "acomp" else word.head
    prep = next((c for c in word.children if c.dep_ == "prep" and c.lower_ in {"in", "for", "with"}), None)
    present = verb.tag_ in {"VB", "VBZ", "VBP", "VBN"} and not any(c.lower_ in PAST for c in verb.children)
    who = own_subject(verb)
    if who is None or prep is None or not present or not (denied(verb) or denied(word)):
        return
    if _is_topic(child(prep, "pobj")):
        yield Said("cannot_decide", who, word, "not-involved")


PAST = frozenset({"was", "were", "had", "been", "did"})


def decides_nothing(noun: Token) -> Iterator[Said]:
    """ "ANTM does not take decisions on twinning"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in {"take", "make"} and verb.tag_ in {"VB", "VBZ", "VBP"}:
        lacks = denied(verb) or any(c.lower_ == "no" for c in noun.children)
        who = doer(verb)
        if lacks and who is not None and modal(verb) == "":
            yield Said("cannot_decide", who, noun, "takes-no-decisions")


def in_general(verb: Token) -> bool:
    """Tell whether a verb is about agreements in general ("such agreements", "them")."""
    about = prep_object(verb, "into") or child(verb, "dobj")
    if about is None:
        return False
    return about.lower_ == "them" or (
        about.lemma_.lower() in TIE_NOUNS and any(c.lower_ in words.GENERAL for c in about.children)
    )
