"""Verbs that ask for time: to wait, to send it on, to do something else first."""

from __future__ import annotations

from spacy.tokens import Token

from fingerpost.reading.clauses import child, own_subject, particles, prep_object
from fingerpost.reading.en import stances as words
from fingerpost.reading.page import Page
from fingerpost.reading.phrases import REACH
from fingerpost.reading.spotting import spots


def waits(verb: Token, lemma: str) -> bool:
    """Tell whether the verb asks for time: "wait", "study it first", "do nothing until", "not decide before"."""
    if lemma == "consult" and child(verb, "dobj", "prep") is not None:
        return True
    if lemma == "hold" and (done := child(verb, "dobj")) is not None and done.lower_ == "fire":
        return True
    if lemma == "sleep" and "on" in particles(verb):
        return True
    needed = words.WAITING.get(lemma)
    if needed is not None and (not needed or needed & set(particles(verb))):
        return True
    if lemma in {"decide", "vote", "act"} and verb.head.lower_ in words.EARLY:
        return True
    unready = verb.head.lower_ in {"ready", "prepared"} and any(
        c.dep_ == "neg" for c in verb.head.head.children
    )
    if lemma in {"decide", "vote", "act"} and unready:
        return True
    if lemma == "rush" and any(c.dep_ == "neg" for c in verb.children):
        return True
    if lemma in words.INQUIRING and any(c.lower_ == "first" for c in verb.children):
        return True
    objects = words.DOING_NOTHING.get(lemma)
    if objects is None:
        return False
    after = [t.lower_ for t in verb.subtree if t.i > verb.i]
    if "until" not in after and "before" not in after:
        return False
    if lemma == "do":
        return "nothing" in after
    no = (
        any(c.dep_ == "neg" for c in verb.children)
        or "no" in after[:2]
        or any(c.dep_ == "nsubjpass" and any(d.lower_ == "no" for d in c.children) for c in verb.children)
    )
    return no and (not objects or bool(objects & {t.lemma_.lower() for t in verb.subtree}))


def sends_on(verb: Token, lemma: str) -> bool:
    """Tell whether the verb hands the matter to others: "referred it to the committee", "leave it to voters"."""
    if lemma not in {"refer", "send", "remit", "leave", "put", "return"}:
        return False
    if lemma in {"send", "put", "return"} and not words.BACK & set(particles(verb)):
        sent_to = words.REFERRED_TO  # to send it to the council is to propose it
    else:
        sent_to = words.REFERRED_TO | words.BODY_NOUNS
    whom = prep_object(verb, "to") or prep_object(child(verb, "dobj") or verb, "to")
    return whom is not None and whom.lemma_.lower() in sent_to


def done_first(page: Page) -> set[int]:
    """Give the verbs that are to be done before deciding: "hear from residents before voting"."""
    found: set[int] = set()
    for before in spots(page.doc, frozenset({"before"})):
        if before.dep_ not in {"mark", "prep"}:
            continue
        later = before.head if before.dep_ == "mark" else child(before, "pcomp", "pobj")
        if later is None or later.lemma_.lower() not in words.DECISIVE:
            continue
        for i in range(before.i - 1, max(before.sent.start, before.i - REACH) - 1, -1):
            if page.doc[i].pos_ == "VERB":
                if page.doc[i].lemma_ not in words.FORESEEN:
                    found.add(i)
                break
    return found


def is_minuted_delay(verb: Token, lemma: str) -> bool:
    """Tell whether minutes put the matter off without naming it: "Laid over to November 6"."""
    if verb.tag_ not in {"VBN", "VBD"} or not verb.is_sent_start or own_subject(verb) is not None:
        return False
    if child(verb, "dobj", "auxpass", "aux") is not None:
        return False
    return lemma in words.DEFERRING or bool(
        words.DEFERRING_WITH.get(lemma, frozenset()) & set(particles(verb))
    )
