"""What sentences say of duties: who advises on ties, and who carries out what others decide."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import (
    agent,
    antecedent,
    child,
    is_passive,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import authority as words
from fingerpost.reading.powers import Said, denied, doer

NOT_DONE = frozenset({"sign", "write", "speak", "accept", "present", "receive", "thank", "say", "ask"})
"""What is done on another's behalf without carrying out anything."""


def advises(verb: Token) -> Iterator[Said]:
    """ "the committee, which only advises", "had advised the council to", "said it advised counties"."""
    if verb.pos_ != "VERB" or denied(verb) or is_passive(verb):
        return
    who = subject(verb)
    if who is not None and who.lemma_.lower() not in words.HIRED:
        yield Said("advises", who, verb, "advises")


def advisory(word: Token) -> Iterator[Said]:
    """ "its role is advisory", "an advisory panel", "serves in an advisory capacity", "the Advisory Board"."""
    if word.dep_ == "acomp" and word.head.lemma_ == "be":
        about = own_subject(word.head)
        if about is not None:
            yield Said("advises", child(about, "poss") or about, word, "advisory")
        return
    noun = word.head
    if word.dep_ not in {"compound", "amod"}:
        return
    if word.text[0].isupper() and noun.pos_ == "PROPN":
        yield Said("advises", noun, word, "advisory-name")
    elif noun.dep_ == "appos":
        yield Said("advises", noun.head, word, "advisory")
    elif noun.dep_ in {"attr", "dobj"}:
        about = doer(noun.head)
        if about is not None:
            yield Said("advises", child(about, "poss") or about, word, "advisory")
    elif noun.dep_ == "pobj" and noun.lower_ in {"capacity", "role"}:
        about = doer(noun.head.head)
        if about is not None:
            yield Said("advises", about, word, "advisory")
    elif noun.dep_ in {"nsubj", "nsubjpass"}:
        yield Said("advises", noun, word, "advisory")


def recommendation(noun: Token) -> Iterator[Said]:
    """ "could only make a recommendation", "on the recommendation of the commission", "gave an opinion"."""
    verb = noun.head
    owner = prep_object(noun, "of", "from", "by") or child(noun, "poss")
    if noun.dep_ == "dobj" and verb.lemma_ in {"make", "give", "issue", "deliver", "offer", "submit"}:
        who = subject(verb)
        if who is not None and not denied(verb):
            yield Said("advises", who, noun, "makes-recommendation")
    elif owner is not None and (noun.lemma_ == "recommendation" or _on(noun)):
        yield Said("advises", owner, noun, "its-recommendation")
    elif noun.dep_ == "pobj" and noun.head.lower_ == "for":
        yield from _asked_for(noun)


def _on(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in {"on", "following", "against"}


def _asked_for(noun: Token) -> Iterator[Said]:
    """ "asked the commission for its advice", "referred it to the commission for a recommendation"."""
    verb = noun.head.head
    if verb.pos_ != "VERB" and verb.dep_ in {"pobj", "dobj"}:
        verb = verb.head if verb.dep_ == "dobj" else verb.head.head
    if denied(verb):
        return
    whom = None
    if verb.lemma_ in {"refer", "send", "pass"}:
        whom = prep_object(verb, "to")
    elif verb.lemma_ in {"ask", "approach"}:
        whom = own_subject(verb) if is_passive(verb) else child(verb, "dobj")
    if whom is not None:
        yield Said("advises", whom, noun, "asked-for-advice")


def opinion(noun: Token) -> Iterator[Said]:
    """ "after hearing the opinion of the assembly", "whose advice the council usually takes"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in {"hear", "seek", "take", "ask", "obtain", "get"}:
        owner = prep_object(noun, "of", "from") or child(noun, "poss")
        if owner is not None and owner.lower_ == "whose":
            owner = verb.head if verb.dep_ == "relcl" else None
        if owner is not None:
            yield Said("advises", owner, noun, "asked-for-advice")
    else:
        yield from recommendation(noun)


def consulted(verb: Token) -> Iterator[Said]:
    """ "the community council, which was consulted"."""
    who = own_subject(verb)
    if who is not None and is_passive(verb) and not denied(verb) and not modal(verb):
        yield Said("advises", antecedent(who), verb, "consulted")


def carries_out(verb: Token) -> Iterator[Said]:
    """ "will abide by whatever is decided", "follows the direction of the council", "will carry it out"."""
    lemma = verb.lemma_.lower()
    if denied(verb) or verb.pos_ != "VERB":
        return
    if is_passive(verb):
        by = agent(verb)
        about = _theme(verb)
        runs = about is not None and about.lemma_.lower() in words.PROGRAMMES
        if by is not None and runs and lemma in {"carry", "run", "manage", "administer"}:
            yield Said("carries_out", by, verb, "runs-it")
        return
    if lemma in words.RUNNING and lemma != "carry":
        return
    after = [t.lower_ for t in verb.subtree if t.i > verb.i]
    if lemma == "carry":
        fits = "out" in after[:4] and bool(set(after) & (words.PROGRAMMES | words.CARRIED))
    elif lemma == "do":
        fits = bool(set(after[:2]) & words.DOING_AS_TOLD) and bool(modal(verb))
        fits = fits and bool(set(after) & words.TELLERS or "needful" in after)
    elif lemma in {"accept", "respect", "honour", "honor"}:
        fits = bool(modal(verb)) and bool(set(after) & (words.CARRIED if lemma != "accept" else {"whatever"}))
    else:
        fits = bool(set(after) & words.CARRIED)
    who = subject(verb) if fits else None
    if who is not None and who.lemma_.lower() not in words.HIRED:
        yield Said("carries_out", who, verb, "carries-out")


def _theme(verb: Token) -> Token | None:
    """Give the subject of a passive, also of one that another verb governs ("continue to be run by")."""
    for _ in range(3):
        found = own_subject(verb)
        if found is not None or verb.dep_ not in {"xcomp", "conj"}:
            return found
        verb = verb.head
    return None


def entrusted(verb: Token) -> Iterator[Said]:
    """ "has been entrusted with running the exchange", "the work is left to the association"."""
    if denied(verb):
        return
    if verb.lemma_ == "leave":
        about, found = own_subject(verb), prep_object(verb, "to")
        if is_passive(verb) and about is not None and found is not None and about.lower_ in words.PROGRAMMES:
            yield Said("carries_out", found, verb, "entrusted")
        return
    prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"with", "to"}), None)
    work = child(prep, "pcomp") if prep is not None else None
    whom = own_subject(verb) if is_passive(verb) else child(verb, "dobj")
    if whom is not None and work is not None and work.lemma_ in words.RUNNING | words.CARRYING_OUT:
        yield Said("carries_out", antecedent(whom), verb, "entrusted")


def takes_cue(noun: Token) -> Iterator[Said]:
    """ "takes its direction from the council"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ != "take":
        return
    who = subject(verb) if prep_object(verb, "from") or prep_object(noun, "from") else None
    if who is not None:
        yield Said("carries_out", who, noun, "carries-out")


def adviser(noun: Token) -> Iterator[Said]:
    """ "acts as an adviser to the council"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if noun.dep_ in {"pobj", "attr"} and verb.lemma_ in {"act", "serve", "be"}:
        who = doer(verb)
        if who is not None:
            yield Said("advises", who, noun, "advises")


def for_town(prep: Token) -> Iterator[Said]:
    """ "the committee, which runs the exchange for the city"."""
    town = child(prep, "pobj")
    verb = prep.head
    if verb.pos_ == "NOUN" and verb.dep_ == "dobj":
        verb = verb.head
    if town is None or town.lower_ not in words.TELLERS or verb.lemma_.lower() not in words.RUNNING:
        return
    who = doer(verb)
    if who is not None and verb.tag_ in {"VBZ", "VBP"}:
        yield Said("carries_out", who, verb, "runs-it")


def manages(verb: Token) -> Iterator[Said]:
    """ "the association, which manages the city's sister city relationships"."""
    about = child(verb, "dobj")
    if verb.tag_ not in {"VBZ", "VBP"} or about is None or denied(verb):
        return
    owner = child(about, "poss")
    owned = owner is not None and owner.lower_ in words.TELLERS | {"its"}
    named = any(t.lower_ in {"sister", "twinning", "twin"} for t in about.lefts)
    programme = about.lower_ in words.PROGRAMMES
    if programme and owned and (named or (owner is not None and owner.lower_ != "its")):
        who = doer(verb)
        if who is not None:
            yield Said("carries_out", who, verb, "runs-it")


def on_behalf(noun: Token) -> Iterator[Said]:
    """ "looks after it on the council's behalf"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head
        who = subject(verb)
        if who is not None and verb.lemma_.lower() not in NOT_DONE:
            yield Said("carries_out", who, verb, "on-behalf")
