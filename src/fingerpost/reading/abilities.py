"""What a sentence says that somebody can, cannot or alone can do about a tie."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import agent, child, is_passive, modal, own_subject, prep_object
from fingerpost.reading.en import authority as words
from fingerpost.reading.powers import NOR, OPEN, Said, about_tie, denied, doer, in_general


def may(verb: Token) -> Iterator[Said]:
    """ "could not force them", "cannot cancel the agreements itself", "may annul the decision"."""
    if is_passive(verb):
        yield from _may_be(verb)
        return
    helper = modal(verb)
    who = doer(verb)
    if who is None:
        return
    lemma = verb.lemma_.lower()
    lacks = denied(verb) or who.lower_ in NOR or any(c.lower_ in NOR for c in who.children)
    if lacks:
        if _is_about(verb, lemma, helper):
            yield Said("cannot_decide", who, verb, "cannot")
    elif helper in OPEN and lemma in words.ADVISING_ONLY and _only_asks(verb):
        yield Said("advises", who, verb, "only-recommends")
    elif helper in OPEN and lemma in words.ASKING_ONLY and _only_asks(verb):
        yield Said("cannot_decide", who, verb, "only-asks")
    elif helper in OPEN and _undoes(verb, lemma):
        if not any(c.lower_ in {"either", "any", "each"} for c in who.children):
            yield Said("decides", who, verb, "may-undo")
    elif helper in {"may", "can"} and lemma in MAY_DO and in_general(verb):
        yield Said("decides", who, verb, "under-law")


MAY_DO = words.LAWMAKING | words.UNDOING | {"enter", "rescind"}


def _undoes(verb: Token, lemma: str) -> bool:
    """ "may annul the decision", "can overrule the council", "can withdraw its consent"."""
    if lemma == "withdraw":
        about = child(verb, "dobj")
        return about is not None and about.lemma_.lower() in words.APPROVALS
    return lemma in words.UNDOING and (about_tie(verb) or _about_body(verb))


def _only_asks(verb: Token) -> bool:
    """ "can only ask", "can urge but not order"."""
    if any(c.lower_ == "only" for c in verb.children):
        return True
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]]
    return "but" in after and ("not" in after or "cannot" in after)


def _about_body(verb: Token) -> bool:
    about = child(verb, "dobj")
    return about is not None and about.lemma_.lower() in words.SUBJECTS_SOON


def _is_about(verb: Token, lemma: str, helper: str) -> bool:
    """Tell whether what somebody cannot do is to decide, or to make others."""
    if lemma in {"intervene", "interfere"}:
        return helper in OPEN | {"", "will", "would", "wo"}
    if helper not in OPEN:
        return False
    if lemma == "vote":
        whom = prep_object(verb, "for", "on")
        return whom is None or whom.lower_ in {"them", "it", "this", "that"}
    if lemma in words.TELLING:
        return any(t.lower_ in words.OTHERS for t in verb.subtree if t.i > verb.i)
    if lemma in words.COMPELLING and (
        child(verb, "dobj", "ccomp", "xcomp") is not None or lemma in words.ALONE
    ):
        return True
    if lemma in words.SURE_ENDS and child(verb, "dobj", "ccomp") is None:
        return True
    return lemma in words.UNMAKING and about_tie(verb)


def _may_be(verb: Token) -> Iterator[Said]:
    """ "can only be terminated by the council", "must be ratified by parliament"."""
    helper = modal(verb)
    if not helper and verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"}:
        helper = "must"
    if helper not in OPEN | words.MUST and verb.tag_ != "VBN":
        return
    by = agent(verb)
    if by is None or denied(verb) or verb.lemma_.lower() not in words.UNMAKING | words.CONSENTING | {"enter"}:
        return
    if by.lemma_.lower() in words.ORDERS:
        owner = prep_object(by, "of") or child(by, "poss")
        if owner is not None:
            yield Said("decides", owner, verb, "by-its-resolution")
    elif helper in words.MUST or (helper in OPEN and any(c.lower_ == "only" for c in verb.subtree)):
        yield Said("decides", by, verb, "only-may")


def able(adjective: Token) -> Iterator[Said]:
    """ "is not empowered to end it", "is powerless to stop it"."""
    verb = adjective.head if adjective.dep_ == "acomp" else adjective
    inner = child(adjective, "xcomp")
    if inner is None or inner.lemma_.lower() not in words.UNMAKING | words.COMPELLING:
        return
    who = own_subject(verb)
    if who is not None and (adjective.lower_ in words.UNABLE or denied(verb)):
        yield Said("cannot_decide", who, adjective, "cannot")


def only(word: Token) -> Iterator[Said]:
    """ "only the council can undo it", "Council alone may approve", "the council is the only body that can"."""
    who = _before(word) if word.lower_ == "alone" else _after(word)
    if who is None:
        return
    after = word.doc[who.i + 1 : who.i + 6]
    able = any(t.lower_ in {"can", "may", "could"} for t in after)
    held = any(t.lower_ in {"has", "have"} and t.dep_ != "aux" for t in after)  # not "have called for it"
    if not able and not held:
        return
    if not any(t.dep_ == "neg" for t in after):
        yield Said("decides", _named(who), word, "only-may")


def _before(alone: Token) -> Token | None:
    before = alone.nbor(-1) if alone.i else None
    return before if before is not None and before.pos_ in NAMING else None


def _after(word: Token) -> Token | None:
    """Give the noun that "only" or "no one but" singles out."""
    near = word.doc[word.i + 1 : word.i + 7]
    who = next((t for t in near if t.dep_ in SINGLED and t.pos_ in NAMING), None)
    joined = word.lower_ == "but" and not (word.i and word.nbor(-1).lower_ in {"one", "nobody", "body"})
    return None if who is None or joined or who.left_edge.i > word.i + 1 else who


NAMING = frozenset({"NOUN", "PROPN", "PRON"})
SINGLED = frozenset({"nsubj", "nsubjpass", "attr", "pobj"})


def _named(who: Token) -> Token:
    """Give the subject of "the council is the only body that can"."""
    if who.dep_ == "attr" and who.head.lemma_ == "be":
        return own_subject(who.head) or who
    return who


def exceeds(verb: Token) -> Iterator[Said]:
    """ "the mayor had exceeded his authority"."""
    who = doer(verb)
    about = child(verb, "dobj")
    if who is not None and about is not None and about.lower_ in words.REMITS and not denied(verb):
        yield Said("cannot_decide", who, verb, "exceeds-its-power")
