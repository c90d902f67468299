"""Whose consent a sentence says is needed, what binds nobody, and what the law leaves to whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import agent, child, is_passive, modal, own_subject, prep_object, subject
from fingerpost.reading.en import authority as words
from fingerpost.reading.powers import Said, about_tie, denied, doer, in_general


def consent(noun: Token) -> Iterator[Said]:
    """ "needs the consent of the ministry", "without a vote of the council", "subject to X's approval"."""
    found = prep_object(noun, "of", "from", "by") or child(noun, "poss", "compound")
    if found is None:
        return
    head = noun.head
    if noun.dep_ == "nsubjpass" and head.lemma_ in {"need", "require"}:
        none = denied(head) or any(c.lower_ == "no" for c in noun.children)
        yield Said("cannot_decide" if none else "decides", found, noun, "needs-consent")
    if noun.dep_ == "dobj" and head.lemma_.lower() in words.PLACING:
        yield Said("cannot_decide" if denied(head) else "decides", found, noun, "needs-consent")
    elif noun.dep_ == "pobj" and (head.lower_ in words.PLACING or head.head.lower_ == "subject"):
        yield Said("decides", found, noun, "needs-consent")


def must_consent(verb: Token) -> Iterator[Said]:
    """ "Council must approve any new agreement", "the province does not have to approve"."""
    who = None
    if modal(verb) in words.MUST and not denied(verb) and about_tie(verb):
        who = doer(verb)
        if who is not None:
            yield Said("decides", who, verb, "must-consent")
    elif verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and not denied(verb.head):
        who = subject(verb.head)
        if who is not None and about_tie(verb) and not is_passive(verb):
            yield Said("decides", who, verb, "must-consent")
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"have", "need"} and denied(verb.head):
        who = subject(verb.head) or own_subject(verb.head.head)
        asks = verb.lemma_.lower() in words.CONSULTED - words.CONSENTING
        if who is not None and (asks if is_passive(verb) else not asks):
            yield Said("cannot_decide", who, verb, "need-not-consent")


def once_consented(verb: Token) -> Iterator[Said]:
    """ "takes effect only after the ministry approves it"."""
    if verb.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP", "VBN"} and not is_passive(verb):
        opener = next((c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}), "")
        who = doer(verb)
        if opener in {"after", "once", "until", "unless", "if"} and who is not None and about_tie(verb):
            yield Said("decides", who, verb, "once-consented")


def bound(verb: Token) -> Iterator[Said]:
    """ "the premier's request does not bind the city", "its resolution binds no one"."""
    if verb.dep_ == "acomp":
        yield from binding(verb)
    elif is_passive(verb):
        by = agent(verb)
        if by is not None and denied(verb):
            yield Said("cannot_decide", child(by, "poss") or by, verb, "binds-no-one")
        return
    who = own_subject(verb)
    about = child(verb, "dobj")
    nobody = about is not None and (
        about.lower_ in {"nobody", "one", "none", "nothing"} or any(c.lower_ == "no" for c in about.children)
    )
    if who is None or not (denied(verb) or nobody):
        return
    owner = child(who, "poss")
    if owner is not None:
        yield Said("cannot_decide", owner, verb, "binds-no-one")


def binding(adjective: Token) -> Iterator[Said]:
    """ "the governor's request is not binding", "her letter is non-binding"."""
    verb = adjective.head
    about = own_subject(verb)
    owner = (child(about, "poss") or _passed_by(about)) if about is not None else None
    if adjective.dep_ not in {"acomp", "attr"} or owner is None:
        return
    if denied(verb) or denied(adjective) or adjective.lower_ != "binding":
        yield Said("cannot_decide", owner, adjective, "binds-no-one")


def weightless(noun: Token) -> Iterator[Said]:
    """ "her request carries no legal weight"."""
    verb = noun.head
    who = own_subject(verb)
    lacks = denied(verb) or any(c.lower_ == "no" for c in noun.children)
    if noun.dep_ == "dobj" and verb.lemma_ in {"have", "carry"} and lacks and who is not None:
        owner = child(who, "poss") or _passed_by(who)
        if owner is not None:
            yield Said("cannot_decide", owner, noun, "binds-no-one")


def _passed_by(text: Token) -> Token | None:
    """Give the body told before to have passed a resolution or motion that binds nobody."""
    if text.lower_ not in RESOLUTIONS:
        return None
    near = (text.doc[at] for at in range(text.i - 1, max(0, text.i - NEAR), -1))
    verb = next((t for t in near if t.lemma_ in words.ADOPTING and t.pos_ == "VERB"), None)
    return None if verb is None else agent(verb) if is_passive(verb) else own_subject(verb)


RESOLUTIONS = frozenset({"it", "resolution", "motion", "vote"})
NEAR = 60
"""How many tokens back it is looked for who passed a resolution."""


def law_gives(verb: Token) -> Iterator[Said]:
    """ "the law gives the governor power to void it", "allows the minister to cancel such agreements"."""
    law = own_subject(verb)
    if law is None or law.lemma_.lower() not in words.LAWS or denied(verb):
        return
    given = child(verb, "dobj")
    inner = child(verb, "ccomp", "xcomp")
    if given is not None and given.lower_ in words.POWERS:
        found = child(verb, "dative") or prep_object(verb, "to")
    elif inner is not None and inner.lemma_ in words.UNMAKING | words.UNDOING and about_tie(inner):
        found = own_subject(inner) or given
    else:
        return
    if found is not None:
        yield Said("decides", found, verb, "under-law")


def under_law(verb: Token) -> Iterator[Said]:
    """ "Under a city ordinance, the mayor concludes and dissolves such agreements"."""
    if verb.tag_ not in {"VBZ", "VBP"} or denied(verb):
        return
    who = doer(verb)
    decides = verb.lemma_ == "decide" and prep_object(verb, "on", "about") is not None
    if who is not None and (in_general(verb) or decides):
        yield Said("decides", who, verb, "under-law")


def undo_in_court(noun: Token) -> Iterator[Said]:
    """ "will ask the courts to annul the ordinance"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ == "ask":
        inner = child(verb, "xcomp", "ccomp")
    else:
        inner = verb if noun.dep_ == "nsubj" and verb.head.lemma_ == "ask" else None
    if inner is not None and inner.lemma_.lower() in words.UNDOING | {"strike", "block", "suspend", "stop"}:
        yield Said("decides", noun, noun, "court-may-undo")
