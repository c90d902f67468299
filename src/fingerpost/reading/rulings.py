"""Bodies that rule on ties: those that voted, those due to vote, and those before which the matter is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.bearers import Bearers
from fingerpost.reading.clauses import (
    agent,
    antecedent,
    child,
    conjuncts,
    is_passive,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import MOTION_NOUNS, TIE_NOUNS
from fingerpost.reading.model import Actor
from fingerpost.reading.powers import Said, denied
from fingerpost.reading.ties import Ties

QUESTIONS = frozenset({"matter", "issue", "question", "whether", "it"})
WILL = frozenset({"will", "wo", "'ll", "’ll"})


class Rulings:
    """Finds the bodies that vote on the ties of a page."""

    def __init__(self, bearers: Bearers, ties: Ties) -> None:
        self._bearers = bearers
        self._ties = ties

    def ruled(self, verb: Token) -> Iterator[Said]:
        """ "the town council approved it unanimously", "the council had split 4-4"."""
        if verb.pos_ != "VERB" or modal(verb) or verb.tag_ not in {"VBD", "VBN", "VBZ"}:
            return
        if self._bearers.deciders.is_heading(verb) or (verb.lemma_ == "sign" and not _off(verb)):
            return
        who = agent(verb) if is_passive(verb) else own_subject(verb)
        if who is None or (denied(verb) and not _is_yet(verb)):
            return
        for each in conjuncts(who):
            if not self._is_council(each):
                continue
            if _calls_on(verb):
                yield Said("advises", each, verb, "calls-on-others")
            elif self._on_tie(verb) or each != who:
                yield Said("decides", each, verb, "ruled")

    def granted(self, noun: Token) -> Iterator[Said]:
        """ "the council gave its consent"."""
        verb = noun.head
        if noun.dep_ == "dobj" and verb.lemma_.lower() in words.GRANTING:
            who = own_subject(verb)
            if who is not None and self._is_council(who):
                yield Said("decides", who, noun, "ruled")

    def soon(self, verb: Token) -> Iterator[Said]:
        """ "the council will discuss its agreement on 28 March": whose question it is."""
        who = _due(verb)
        if who is None or not self._may_rule(who):
            return
        if verb.lemma_ == "take" and not any(c.lower_ == "up" for c in verb.children):
            return
        about = child(verb, "dobj")
        if about is not None and about.lemma_.lower() in words.BILLS:
            return
        if verb.lemma_ == "decide" or _names_tie(verb):
            yield Said("decides", who, verb, "will-decide")

    def recommended(self, verb: Token) -> Iterator[Said]:
        """ "the planning commission recommended it"."""
        who = own_subject(verb)
        about = child(verb, "dobj")
        if who is None or denied(verb) or who.lemma_.lower() in words.HIRED or is_passive(verb):
            return
        if _names_tie(verb) or (about is not None and about.lower_ in {"it", "them"}):
            yield Said("advises", who, verb, "recommends")

    def passes(self, verb: Token) -> Iterator[Said]:
        """ "would first have to pass the council", "cleared the council on Tuesday"."""
        about, what = child(verb, "dobj"), subject(verb)
        if about is None or what is None or what.lemma_.lower() not in MOTION_NOUNS | TIE_NOUNS:
            return
        if self._is_council(about):
            yield Said("decides", about, verb, "put-before")

    def decides(self, verb: Token) -> Iterator[Said]:
        """ "the mayor may propose it, but the council decides"."""
        who = own_subject(verb)
        if verb.tag_ in {"VBZ", "VBP"} and who is not None and not denied(verb) and self._is_council(who):
            yield Said("decides", who, verb, "under-law")

    def yet(self, verb: Token) -> Iterator[Said]:
        """ "the council has yet to decide", "has not yet voted"."""
        who = own_subject(verb.head) if verb.dep_ == "xcomp" and _is_yet(verb.head) else None
        if who is not None and self._is_council(who):
            yield Said("decides", who, verb, "will-decide")

    def barred(self, verb: Token) -> Iterator[Said]:
        """ "a judge barred the city from ending the agreement"."""
        who = agent(verb) if is_passive(verb) else own_subject(verb)
        if who is None or verb.tag_ not in {"VBD", "VBN"} or denied(verb) or modal(verb):
            return
        court = who.lower_ in words.COURTS or any(c.lower_ in words.COURTS for c in who.children)
        if court and any(t.lemma_.lower() in TIE_NOUNS | MOTION_NOUNS | {"vote"} for t in verb.subtree):
            yield Said("decides", who, verb, "court-may-undo")

    def votes(self, noun: Token) -> Iterator[Said]:
        """ "the council's vote is set for March 8", "a vote by the council"."""
        owner = child(noun, "poss") or prep_object(noun, "by", "of")
        free = noun.dep_ == "nsubj" and any(c.lower_ in words.BINDING for c in noun.head.children)
        if owner is not None and owner.pos_ != "PRON" and not free and self._is_council(owner):
            yield Said("decides", owner, noun, "its-vote")

    def taken_by(self, verb: Token) -> Iterator[Said]:
        """ "the decision was made by the executive committee", "the board took the decision"."""
        about = child(verb, "dobj")
        if about is not None and about.lower_ == "decision" and verb.tag_ == "VBD" and not denied(verb):
            who = own_subject(verb)
            actor = self._bearers.of(who) if who is not None else None
            if who is not None and actor is not None and actor.kind in {"council", "committee"}:
                yield Said("decides", who, verb, "decision-made-by")
            return
        about = own_subject(verb)
        by = agent(verb) if about is not None and is_passive(verb) else None
        if by is not None and about is not None and about.lower_ in {"decision", "decisions", "choice"}:
            yield Said("decides", by, verb, "decision-made-by")

    def put_before(self, verb: Token) -> Iterator[Said]:
        """ "sent the draft ordinance to the council", "the question comes before the council"."""
        what = own_subject(verb) if is_passive(verb) else child(verb, "dobj") or own_subject(verb)
        what = antecedent(what) if what is not None and what.lower_ in {"which", "that"} else what
        where = prep_object(verb, "to", "before")
        if what is None or where is None or denied(verb):
            return
        if what.lemma_.lower() not in MOTION_NOUNS | TIE_NOUNS | QUESTIONS or what.lower_ == "report":
            return
        if self._is_council(where):
            yield Said("decides", where, verb, "put-before")

    def _is_council(self, who: Token) -> bool:
        actor = self._bearers.of(who)
        if actor is None or is_civic(actor):
            return False
        named = set(actor.name.lower().replace("-", " ").split())
        if actor.kind == "committee":
            return bool(named & words.BOARDS and named & words.OF_TOWNS) and not named & words.SPECIAL
        return actor.kind == "council" or (actor.kind == "government" and bool(named & words.RULERS))

    def _may_rule(self, who: Token) -> bool:
        return who.lemma_.lower() in words.SUBJECTS_SOON or self._is_council(who)

    def _on_tie(self, verb: Token) -> bool:
        if _names_tie(verb) or verb.lemma_ in {"split", "deadlock"}:
            return True
        if verb.lemma_ == "override":
            return any(t.lower_ == "veto" for t in verb.subtree)
        about = child(verb, "dobj")
        return about is not None and (about.lower_ in {"it", "them", "one"} or about.lemma_ in words.TEXTS)


def _calls_on(verb: Token) -> bool:
    """Tell whether what a body adopts only calls on another ("adopted a resolution calling on the mayor")."""
    paper = child(verb, "dobj")
    call = (child(paper, "acl", "relcl") or child(verb, "advcl")) if paper is not None else None
    if call is None or call.lemma_.lower() not in words.CALLING_ON:
        return False
    inner = child(call, "ccomp", "xcomp")
    for whom in (
        child(call, "dobj"),
        prep_object(call, "on"),
        own_subject(inner) if inner is not None else None,
    ):
        if whom is not None and whom.lemma_.lower() in words.TARGETS:
            return True
    return False


def _off(verb: Token) -> bool:
    return any(c.lower_ == "off" for c in verb.children)


def _is_yet(verb: Token) -> bool:
    return any(c.lower_ == "yet" for c in verb.children) or verb.lemma_ == "vote"


def is_civic(actor: Actor) -> bool:
    """Tell whether a "council" is a society or trade body rather than an elected one."""
    return bool({word.lower() for word in actor.name.split()} & words.CIVIC)


def _names_tie(verb: Token) -> bool:
    for t in verb.subtree:
        if t.i > verb.i:
            lemma = t.lemma_.lower()
            if lemma in TIE_NOUNS or lemma in MOTION_NOUNS or lemma in {"matter", "issue", "question"}:
                return True
    return False


def _due(verb: Token) -> Token | None:
    """Give the subject of "will decide", "is due to vote", "is to discuss"."""
    if modal(verb) in WILL:
        return own_subject(verb)
    if verb.dep_ != "xcomp":
        return None
    head = verb.head
    if head.lemma_.lower() in words.DUE | {"schedule", "expect", "be", "plan"}:
        return own_subject(verb) or subject(head) or own_subject(head) or own_subject(head.head)
    return None


def asked(verb: Token) -> Iterator[Token]:
    """Yield whom a wish would have decide ("asked the council to end", "wants the council to end")."""
    for found in (child(verb, "dobj"), prep_object(verb, "on"), _inner_subject(verb)):
        if found is not None:
            yield found


def _inner_subject(verb: Token) -> Token | None:
    inner = child(verb, "ccomp", "xcomp")
    return own_subject(inner) if inner is not None else None
