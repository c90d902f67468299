"""A stance with its holder, and the signs by which one climbs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import agent as by_agent
from fingerpost.reading.clauses import (
    child,
    conjuncts,
    is_passive,
    is_verbal,
    mark,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import stances as words


class Held(NamedTuple):
    """A stance with whoever holds it. ``holder`` None: the body that decides, left unnamed."""

    stance: str
    holder: Token | None
    force: str
    at: Token
    """The word that shows it: the verb or noun of wanting, asking, moving or deciding."""
    why: str
    speaker: bool = False
    """The holder is whoever speaks the words (a wish without a grammatical holder, inside a quote)."""


CARRIERS = (
    words.MOTION_NOUNS
    | words.ATTITUDE_NOUNS
    | words.OPPOSING_NOUNS
    | words.NO_REASON
    | {"letter", "signature"}
)
"""Nouns that carry a wish: the motion to, the call for, the opposition to."""


def agent(verb: Token) -> Token | None:
    """Give the "by" agent of a passive verb; "by 17 votes to four" is none."""
    found = by_agent(verb)
    if found is not None and found.lemma_.lower() in words.ORDERS:
        return prep_object(found, "of", "by", "from") or child(found, "poss")
    if found is None or found.lemma_.lower() in words.MARGINS or found.pos_ == "NUM":
        return None
    return found


def turned(stance: str) -> str | None:
    """Give the stance of whoever is against a stance."""
    return words.OPPOSITE.get(stance)


def undone(stance: str) -> str | None:
    """Give the stance of not doing it: label rules, "not prolonging is end"."""
    return "end" if stance == "renew" else turned(stance)


def all_joined(who: Token) -> Iterator[Token]:
    """Yield the holders joined by "and"; "Perth and Kinross Council" is one."""
    joined = list(conjuncts(who))
    last = joined[-1]
    if (
        len(joined) > 1
        and last.pos_ == "PROPN"
        and last.lower_ in words.BODY_NOUNS
        and joined[0].pos_ == "PROPN"
    ):
        yield last
    else:
        yield from joined
        yield from _alongside(who)


def _alongside(who: Token) -> Iterator[Token]:
    """Yield those named apart: "Reed and Lee opposed it, along with the mayor"."""
    if who.dep_ != "nsubj":
        return
    for host in (who, who.head):
        for c in host.children:
            joining = child(c, "prep") if c.lower_ in words.ALONGSIDE else None
            other = child(joining, "pobj") if joining is not None and joining.lower_ == "with" else None
            if other is not None:
                yield from conjuncts(other)


def is_supposed(verb: Token) -> bool:
    """Tell whether the clause only supposes ("if", "until", a question) what it says."""
    opener = mark(verb)
    if opener in words.CONTRASTING and modal(verb) in words.WILL and own_subject(verb) is not None:
        return False  # "want it suspended, while the Greens would end it"
    if opener in words.FACTUAL and verb.tag_ == "VBD":
        return False
    if opener in words.HYPOTHETICAL:
        return True
    asked: bool = verb.dep_ == "ROOT" and verb.sent.text.rstrip().endswith("?")
    return asked


def is_asked(verb: Token) -> bool:
    """Tell whether a passive is what a motion asks ("that the arrangement be suspended")."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return any(c.lower_ == "be" for c in helpers) and all(c.lower_ == "be" for c in helpers)


def is_patient(who: Token, verb: Token) -> bool:
    """Tell whether the subject is the tie itself ("the link will cease")."""
    if child(verb, "dobj") is not None:
        return False
    alone = verb.lemma_.lower() in words.KEEPING_ALONE | words.ENDING_ALONE | {"end", "go"}
    return alone or who.lemma_.lower() in words.TIE_NOUNS


def said_beside(verb: Token) -> Token | None:
    """Give who "said" in a clause set beside ("Ratepayers, he said, should ...")."""
    for c in verb.children:
        if (
            c.dep_ in {"parataxis", "ccomp"}
            and c.lemma_.lower() in words.SAYING
            and child(c, "nsubj") is not None
        ):
            return subject(c)
    return None


def is_finite(verb: Token, governor: str) -> bool:
    """Tell whether a complement states ("says the link remains") rather than names what is wanted."""
    if verb.dep_ != "ccomp" or own_subject(verb) is None:
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not helpers and verb.lower_ == verb.lemma_.lower() and governor in words.ASKING - words.SAYING:
        return False  # "demanded that the city cut its ties"
    if helpers:
        return any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in helpers)
    # "wants the agreement renewed" is often tagged as if it were "renewed" in the past.
    small = governor not in words.SAYING and not any(c.dep_ == "mark" for c in verb.children)
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBD" and not small)


def asked_for(verb: Token) -> bool:
    """Tell whether the verb is only what somebody asks, wants or plans."""
    for _ in range(4):
        if verb.dep_ not in {"xcomp", "ccomp", "conj", "acl"} or own_subject(verb) is not None:
            return False
        verb = verb.head
        if verb.lemma_.lower() in words.ASKING | {"want", "like", "hope", "plan", "wish"}:
            return True
    return False


def is_motion(noun: Token) -> bool:
    """Tell whether a noun is a motion, law or order: "the draft", "Resolution 114", "Executive Order 24-02"."""
    if noun.lemma_.lower() in words.MOTION_NOUNS:
        return True
    near = [noun.lower_, *(c.lower_ for c in noun.children if c.dep_ in {"compound", "nmod", "amod"})]
    near += [noun.nbor(-1).lower_] if noun.i and noun.pos_ in {"NUM", "PROPN", "NOUN"} else []
    return any(word in words.FORMAL_MOTIONS for word in near) and noun.pos_ in {"PROPN", "NUM", "NOUN"}


def number_of(noun: Token) -> Token:
    """Give the motion that a number belongs to ("Executive Order 24-02"), or the noun itself."""
    if noun.pos_ != "NUM":
        return noun
    before = noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]
    return next((t for t in reversed(list(before)) if t.lower_ in words.FORMAL_MOTIONS), noun)


def rejects(verb: Token, lemma: str) -> bool:
    """Tell whether a body that does this has refused it: "turned down", "threw out", "was lost"."""
    if lemma in words.REJECTING or (lemma == "lose" and is_passive(verb)):
        return True
    needed = words.REJECTING_WITH.get(lemma)
    return needed is not None and any(c.lower_ == needed for c in verb.children)


def voting(word: Token) -> Token | None:
    """Give the verb of voting whose figures a word belongs to ("voted 29 to 24, with six abstentions, against")."""
    for _ in range(4):
        if word.lemma_.lower() in {"vote", "decide"} and is_verbal(word):
            return word
        if word.head == word:
            return None
        word = word.head
    return None
