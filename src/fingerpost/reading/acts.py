"""The verbs of a page that tell of an act in connection with a tie: who does what, and whether it is done yet."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Span, Token

from fingerpost.reading.clauses import agent, antecedent, is_negated, is_passive, modal, own_subject
from fingerpost.reading.en import actions as en
from fingerpost.reading.model import ActionStatus
from fingerpost.reading.page import Page

OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
RECALL = 25
"""How many tokens before its sentence a pronoun's thing is looked for."""


class Act(Struct, frozen=True):
    """A verb that tells of an action. ``doer``: the word for who does it, None in a bare passive."""

    verb: Token
    doer: Token | None
    status: ActionStatus
    why: str


def acts_on(page: Page) -> Iterator[Act]:
    """Yield the acts of a page, one per clause: joined verbs with one subject are one act."""
    for sent in page.sents:
        taken: set[int] = set()
        held = _held(sent)
        for token in sent:
            known = token.pos_ == "VERB" and token.lemma_ in _LEMMAS
            joined = token.head.i in taken and own_subject(token) is None
            if (known or token == held) and not joined:
                act = (_act(token) if known else None) or (_act_until(token) if token == held else None)
                if act:
                    taken.add(token.i)
                    yield act


def _held(sent: Span) -> Token | None:
    """Give the verb that "until ..." says how long it holds."""
    for token in sent:
        if token.lower_ in _OPENERS:
            verb = token.head.head if token.dep_ == "mark" else token.head
            return verb if verb.pos_ in {"VERB", "AUX"} else None
    return None


_OPENERS = frozenset({"until", "till", "pending"})


def _act_until(verb: Token) -> Act | None:
    """Read any other act that is to hold until something happens, unless the tie itself is what it is done to."""
    if verb.lemma_ in en.NO_ACT or is_negated(verb):
        return None
    nouns = {
        word.lower_
        for noun in (*_objects(verb), own_subject(verb))
        if noun is not None
        for word in noun.subtree
    }
    subject = own_subject(verb)
    if nouns & en.DECIDED or (subject is not None and subject.lower_ in en.PRONOUNS):
        return None
    status = _status(verb, "resting")
    return Act(verb, _doer(verb, "until"), status, "until") if status else None


_LEMMAS = en.HANDLING | en.RESTING | en.ARRANGING | en.TELLING | en.GOING | en.ASKING


def _act(verb: Token) -> Act | None:
    why = _kind(verb)
    status = _status(verb, why) if why else None
    if why is None or status is None:
        return None
    if status == "done" and (why in _NOT_DONE or verb.lemma_ in en.LIVELY):
        return None
    return Act(verb, _doer(verb, why), "proposed" if why == "asking" else status, why)


_NOT_DONE = frozenset({"telling", "going", "resting", "paying"})


def _kind(verb: Token) -> str | None:
    """Give the class of act that a verb and its nouns make, None where they make none."""
    objects = _objects(verb)
    nouns = {noun.lower_ for noun in objects}
    if nouns & en.DECIDED:
        return None
    lemma = verb.lemma_
    things = nouns | {inner.lower_ for noun in objects for inner in noun.lefts if inner.dep_ == "compound"}
    if nouns & en.PRONOUNS and _recalls_symbol(verb):
        things |= {"sign"}
    if lemma in en.HANDLING and things & en.SYMBOLS:
        return "handling"
    if lemma in en.ARRANGING and things & en.DEALINGS:
        return "arranging"
    if lemma in en.PAYING and any(
        left.tag_ == "$" or left.like_num for noun in objects for left in noun.subtree
    ):
        return "paying"
    told = _told(verb)
    if lemma in en.TELLING and (told & en.TOLD or "writing" in told):
        return "telling"
    if lemma in en.ASKING and _asked_for(verb) & en.SYMBOLS:
        return "asking"
    subject = own_subject(verb)
    if lemma in en.RESTING and subject is not None and _rests(verb, subject):
        return "resting"
    if lemma in en.GOING and not is_passive(verb) and any(c.dep_ in {"prep", "dobj"} for c in verb.children):
        return "going"
    return None


def _objects(verb: Token) -> list[Token]:
    """Give what an act is done to; for a passive its subject, through "which" and "is to be"."""
    found = [antecedent(child) for child in verb.children if child.dep_ in OBJECTS]
    if not found and is_passive(verb) and verb.dep_ in {"xcomp", "conj"}:
        inherited = own_subject(verb.head)
        found = [antecedent(inherited)] if inherited is not None else []
    return found + [other for child in found for other in child.conjuncts]


def _recalls_symbol(verb: Token) -> bool:
    """True where a thing that stands for the tie was named a little before "it"."""
    doc = verb.doc
    return any(doc[at].lower_ in en.SYMBOLS for at in range(max(0, verb.sent.start - RECALL), verb.i))


def _told(verb: Token) -> set[str]:
    """Give the nouns that a telling is addressed to: objects, and those after "to" and "in"."""
    found = {child.lower_ for child in _objects(verb)}
    for child in verb.children:
        if child.dep_ in {"prep", "dative"}:
            found |= {noun.lower_ for noun in child.children}
    return found


def _asked_for(verb: Token) -> set[str]:
    """Give the nouns of what is asked for: "asked for a bench", "asked for the lanterns to stay lit"."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in {"prep", "dobj", "mark"} and (child.lower_ == "for" or child.dep_ == "dobj"):
            found |= {word.lower_ for word in child.subtree}
        if child.dep_ in {"advcl", "ccomp", "xcomp"} and any(c.lower_ == "for" for c in child.children):
            found |= {word.lower_ for word in child.children}
    return found


def _rests(verb: Token, subject: Token) -> bool:
    if subject.lower_ in en.PRONOUNS:
        return _recalls_symbol(verb) or verb.lemma_ == "stay"
    return subject.lower_ in (en.SYMBOLS | en.DEALINGS | en.TRAVELLERS)


def _status(verb: Token, why: str | None) -> ActionStatus | None:
    """Tell whether an act is done, planned, proposed or refused; None for what is merely thinkable."""
    said = modal(verb)
    denied = is_negated(verb)
    if said in en.PLANNED_MODALS or said in en.REPORTED_MODALS:
        return "refused" if denied else "planned"
    if said in en.PROPOSED_MODALS:
        return None if denied else "proposed"
    if said:
        return "planned" if why == "resting" and said in en.ALLOWED_MODALS and _has_until(verb) else None
    if any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children) and not _to(verb):
        return "planned"  # "THAT the sign be covered"
    head = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp"} and (_to(verb) or verb.tag_ == "VBG"):
        return _governed(head)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and head.pos_ == "VERB":
        return _status(head, why)
    if verb.tag_ in {"VBP", "VBZ"} and why == "resting" and not denied and _has_until(verb):
        return "planned"
    if verb.tag_ in {"VBD", "VBN"} and not denied and verb.dep_ not in {"acl", "amod", "advcl"}:
        return "done"
    return None


def _to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _has_until(verb: Token) -> bool:
    return any(word.lower_ in {"until", "till", "pending"} for word in verb.subtree)


def _governed(head: Token) -> ActionStatus | None:
    """Give the status of the infinitive that a verb governs ("plans to", "refused to", "is to")."""
    lemma = head.lemma_.lower()
    if lemma in en.REFUSING:
        return "refused"
    if is_negated(head):
        return "refused" if lemma in en.ASKING and modal(head) and not is_passive(head) else None
    if lemma in en.ORDERING or lemma in en.PLANNING or lemma == "be":
        return "planned"
    return "proposed" if lemma in en.ASKING else None


def _doer(verb: Token, why: str) -> Token | None:
    """Give the word for who does it: the subject, the agent of a passive, the one who is told to."""
    if is_passive(verb):
        by = agent(verb)
        return by if by is not None and by.ent_type_ not in {"DATE", "TIME"} else None
    for _ in range(5):
        subject = own_subject(verb)
        if subject is not None:
            thing = why == "resting" and subject.lower_ not in en.TRAVELLERS
            return None if thing else antecedent(subject)
        head = verb.head
        if head == verb or verb.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return None
        if verb.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in en.ORDERING:
            return next((child for child in head.children if child.dep_ in {"dobj", "nsubjpass"}), None)
        verb = head
    return None
