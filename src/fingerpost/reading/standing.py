"""How ties stand that no decision on the page is told about in full: "Tartu ended its agreement with Pskov".

Only what ends, suspends or restores a tie, or the end of its term, is read, and only as something that has
happened: a renewal told as history leaves the tie as it was.
"""

from __future__ import annotations

from spacy.tokens import Token

from fingerpost.reading.clauses import is_negated, modal
from fingerpost.reading.en import ties as en
from fingerpost.reading.model import FormalStatus
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

CLIMB = 4
"""How many heads above a tie word its verb is looked for."""
STATUS: dict[str, FormalStatus] = {
    **dict.fromkeys(en.ENDING, "ended"),
    **dict.fromkeys(en.SUSPENDING, "suspended"),
    **dict.fromkeys(en.LAPSING, "lapsed"),
    **dict.fromkeys(en.RESTORING, "active"),
}


def standing_on(page: Page, ties: Ties) -> dict[str, FormalStatus]:
    """Give the status of each tie that a plain statement of the page tells, by tie id; the last one told counts."""
    found: dict[str, FormalStatus] = {}
    last: str | None = None
    for sent in page.sents:
        lower = page.lower[sent.start : sent.end]
        if (
            STATUS.keys().isdisjoint(lower)
            or not en.UNSURE.isdisjoint(lower)
            or page.doc[sent.start].is_quote
        ):
            continue
        for at in range(sent.start, sent.end):
            status = STATUS.get(page.lower[at])
            if status is None or not _has_happened(page.doc[at]):
                continue
            tie = _tie(page, ties, page.doc[at]) or (last if status == "active" else None)
            if tie and (status != "active" or found.get(tie) == "suspended"):
                found[tie] = status
                last = tie
    return found


def _has_happened(verb: Token) -> bool:
    """True for a finite past or a passive one, outside of conditions, wishes and what is about to be."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.tag_ not in {"VBD", "VBN"} or is_negated(verb):
        return False
    if modal(verb) or verb.dep_ in {"amod", "advcl", "acl"}:
        return False
    if verb.tag_ == "VBD":
        return True
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    while not helpers and verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return not helpers.isdisjoint(en.HAPPENED)


def _tie(page: Page, ties: Ties, verb: Token) -> str | None:
    """Give the tie that is the verb's object, or its subject in the passive or with the end of a term."""
    ending = page.lower[verb.i] in en.LAPSING
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "prep"} or (child.dep_ == "nsubj" and ending):
            found = _named(page, ties, verb, child)
            if found:
                return found
    subject = _subject_before(verb) if ending or verb.tag_ == "VBN" else None
    return _named(page, ties, verb, subject) if subject is not None else None


def _subject_before(verb: Token) -> Token | None:
    """Give the subject that a joined verb shares: "was signed in 2005 and lapsed"."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _named(page: Page, ties: Ties, verb: Token, child: Token) -> str | None:
    start, end = child.left_edge.i, child.right_edge.i + 1
    if child.lower_ in en.ANAPHORS and child.dep_ != "dobj":
        before = verb.sent.start - 1
        near = before > 0 and ties.has_word(page.doc[before].sent.start, child.i)
        focus = ties.in_focus(child.i) if near else None
        return focus.id if focus else None
    if not ties.has_word(start, end) and page.lower[child.i] not in en.SAME:
        return None
    named = ties.named_first(child.i, end) or ties.named_first(start, end)
    subject = ties.named_last(verb.sent.start, verb.i) if child.dep_ == "dobj" else None
    focus = ties.in_focus(child.i)
    return named or subject or (focus.id if focus else None)
