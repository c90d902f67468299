"""From a word for what is done with the tie, up the clause to whoever wants it done.

"The mayor refused to end the tie" is read from inside out: *end* is the stance "end"; *refused* turns it
round to "keep"; its subject holds it. Wanting, asking, moving, voting, supporting and opposing may stand
on one another ("opposed a motion to suspend"), so each step only passes a stance on, turns it round, or
drops it ("no plans to cut ties" is no stance).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import agent as by_agent
from fingerpost.reading.clauses import (
    child,
    conjuncts,
    is_negated,
    is_passive,
    is_verbal,
    mark,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import stances as words

DEPTH = 12
"""Steps up the clause before giving up; longer chains are parse errors."""


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


def agent(verb: Token) -> Token | None:
    """Give the "by" agent of a passive verb; "by 17 votes to four" is none."""
    found = by_agent(verb)
    if found is None or found.lemma_.lower() in words.MARGINS or found.pos_ == "NUM":
        return None
    return found


def turned(stance: str) -> str | None:
    """Give the stance of whoever is against a stance."""
    return words.OPPOSITE.get(stance)


def _each(who: Token) -> Iterator[Token]:
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


def holders(token: Token, stance: str) -> Iterator[Held]:
    """Yield everyone whom the sentence says to hold a stance about what ``token`` names."""
    seen: set[Token] = set()
    for held in _from(token, stance, 0):
        if held.holder is None or held.holder not in seen:
            if held.holder is not None:
                seen.add(held.holder)
            yield held


def _from(token: Token, stance: str | None, depth: int) -> Iterator[Held]:
    if stance is None or depth > DEPTH:
        return
    if is_verbal(token):
        yield from _clause(token, stance, depth)
    else:
        yield from _noun(token, stance, depth)


# A verb that does it: "ends the tie", "to end the tie", "that the tie be ended".


def _clause(verb: Token, stance: str, depth: int) -> Iterator[Held]:
    if _is_supposed(verb):
        return
    if is_negated(verb):
        against = turned(stance)
        if against is None:
            return
        stance = against
    head = verb.head
    owed = modal(verb) in words.OBLIGATION
    if verb.dep_ == "conj" and own_subject(verb) is None and is_verbal(head) and not owed:
        yield from _sibling(verb, head, stance, depth)
    elif owed:
        yield from _wish(verb, stance)
    elif verb.dep_ in {"xcomp", "ccomp"} and is_verbal(head):
        yield from _governed(verb, head, stance, depth)
    elif verb.dep_ in {"acl", "relcl"}:
        yield from _on_noun(verb, head, stance, depth)
    elif verb.dep_ == "pcomp":
        yield from _prep(head, stance, depth)
    elif verb.dep_ in {"csubj", "nsubj", "csubjpass"} and is_verbal(head):
        yield from _judged(head, stance)
    elif mark(verb) == "for" and is_verbal(head):
        yield from _governed_by(head, stance, depth)  # "called for the tie to be scrapped"
    elif verb.dep_ == "advcl" and verb.tag_ == "VB" and own_subject(verb) is None:
        yield from _purpose(verb, head, stance, depth)
    elif verb.dep_ in {"xcomp", "ccomp"} and head.pos_ == "ADJ":
        yield from _inclined(head, stance, depth)
    elif verb.dep_ in {"xcomp", "ccomp"}:
        yield from _noun(head, stance, depth + 1)
    else:
        yield from _asserted(verb, stance, depth)


def _is_supposed(verb: Token) -> bool:
    """Tell whether the clause only supposes ("if", "until", a question) what it says."""
    opener = mark(verb)
    if opener in words.FACTUAL and verb.tag_ == "VBD":
        return False
    if opener in words.HYPOTHETICAL:
        return True
    asked: bool = verb.dep_ == "ROOT" and verb.sent.text.rstrip().endswith("?")
    return asked


def _inclined(adjective: Token, stance: str, depth: int) -> Iterator[Held]:
    """ "was ready to sign", "is reluctant to end", "committed to keeping"."""
    if not is_verbal(adjective.head):
        return
    if adjective.lower_ in words.GLAD:
        yield from _attitude(adjective.head, stance, "wants", depth + 1, "glad")
    elif adjective.lower_ in words.LOATH:
        yield from _attitude(adjective.head, turned(stance), "wants", depth + 1, "loath")


def _sibling(verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
    """The second of two verbs joined by "and" stands where the first stands."""
    if verb.tag_ in {"VB", "VBG"} and head.tag_ == verb.tag_:
        plain = head
        while plain.dep_ == "conj" and is_verbal(plain.head) and own_subject(plain) is None:
            plain = plain.head
        if plain.dep_ in {"xcomp", "ccomp"} and is_verbal(plain.head):
            yield from _governed(plain, plain.head, stance, depth)
        elif plain.dep_ in {"acl", "relcl"}:
            yield from _on_noun(plain, plain.head, stance, depth)
        elif plain.dep_ == "pcomp":
            yield from _prep(plain.head, stance, depth)
        elif plain.dep_ == "ROOT" or own_subject(plain) is not None:
            yield from _asserted(plain, stance, depth)
        return
    yield from _asserted(verb, stance, depth)


def _asserted(verb: Token, stance: str, depth: int) -> Iterator[Held]:
    """A main clause: somebody does it, has done it, will or would do it."""
    who = subject(verb)
    may = modal(verb)
    if may in words.MAYBE:
        return
    if who is None:
        if is_passive(verb):
            if not may and not is_negated(verb) and not is_asked(verb):
                yield Held(stance, None, "decides", verb, "done-to")
        elif verb.tag_ == "VB" and verb.dep_ in {"ROOT", "ccomp", "conj"} and not may:
            yield Held(stance, None, "demands", verb, "imperative", speaker=True)
        return
    who = _number_of(who)
    if is_motion(who) or who.lemma_.lower() in words.ATTITUDE_NOUNS:
        yield from _noun(who, stance, depth + 1)
        return
    if _is_patient(who, verb) or any(c.lower_ in words.NOBODY for c in (who, *who.children)):
        return
    if may in words.WILL:
        for each in _each(who):
            yield Held(stance, each, "plans", verb, "would" if may in {"would", "'d"} else "will")
        return
    if is_negated(verb):
        return  # "did not end it" reports no will
    if verb.tag_ in {"VBZ", "VBP"} and who.lower_ not in {"i", "we"}:
        return  # "the mayor signs and dissolves such agreements" says who may, not who did
    for each in _each(who):
        yield Held(stance, each, "decides", verb, "does")


def is_asked(verb: Token) -> bool:
    """Tell whether a passive is what a motion asks ("that the arrangement be suspended")."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return any(c.lower_ == "be" for c in helpers) and all(c.lower_ == "be" for c in helpers)


def _is_patient(who: Token, verb: Token) -> bool:
    """Tell whether the subject is the tie itself ("the link will cease")."""
    if child(verb, "dobj") is not None:
        return False
    alone = verb.lemma_.lower() in words.KEEPING_ALONE | words.ENDING_ALONE | {"end", "go"}
    return alone or who.lemma_.lower() in words.TIE_NOUNS


def _wish(verb: Token, stance: str) -> Iterator[Held]:
    """A clause of duty ("the city should leave it alone"): whoever says so wants it."""
    if verb.sent.text.rstrip().endswith("?"):
        return
    up: Token = verb
    for _ in range(5):
        head = up.head
        if up.dep_ == "ROOT" or head == up:
            break
        if up.dep_ in {"ccomp", "xcomp"} and is_verbal(head):
            lemma = head.lemma_.lower()
            if is_negated(head):
                return
            if lemma in words.SAYING | words.WANTING | words.DECIDING | words.ASKING | words.MOVING:
                who = subject(head)
                if who is not None:
                    if who.lemma_.lower() in words.MOTION_NOUNS | words.ATTITUDE_NOUNS:
                        yield from _noun(who, stance, 1)
                        return
                    force = "decides" if lemma in words.DECIDING - {"agree"} else "wants"
                    yield Held(stance, who, force, head, "should")
                return
        if up.dep_ not in {"ccomp", "xcomp", "conj", "dep", "parataxis"} or mark(up) in words.HYPOTHETICAL:
            return
        up = head
    said = _said_beside(up)
    if said is not None:
        yield Held(stance, said, "wants", up, "should")
    else:
        yield Held(stance, None, "wants", verb, "should", speaker=True)


def _said_beside(verb: Token) -> Token | None:
    """Give who "said" in a clause set beside ("Ratepayers, he said, should ...")."""
    for c in verb.children:
        if (
            c.dep_ in {"parataxis", "ccomp"}
            and c.lemma_.lower() in words.SAYING
            and child(c, "nsubj") is not None
        ):
            return subject(c)
    return None


def _judged(judging: Token, stance: str) -> Iterator[Held]:
    """The doing is judged: "ending it would hurt", "suspending it is the right step"."""
    said = {judging.lower_}
    for c in judging.children:
        if c.dep_ in {"acomp", "attr", "oprd", "dobj"}:
            said |= {c.lower_, *(d.lower_ for d in c.children if d.dep_ in {"amod", "compound"})}
    if is_negated(judging):
        return
    if judging.lemma_.lower() in words.HARMING or said & words.BAD:
        found = turned(stance)
    elif said & words.GOOD:
        found = stance
    else:
        return
    if found is not None:
        yield from _wish(judging, found)


# A verb that governs it: "wants to end", "asked the council to end", "voted to end".


def _governed(verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
    lemma = head.lemma_.lower()
    finite = _is_finite(verb, lemma)
    if lemma in words.TRANSPARENT and verb.dep_ == "xcomp":
        yield from _clause(head, stance, depth + 1)
        return
    if lemma in words.LETTING and not finite:
        yield from _let(head, stance, depth)
        return
    if finite and lemma in words.SAYING:
        yield from _asserted(verb, stance, depth)
        return
    if finite and lemma not in words.WANTING | words.DECIDING | words.OPPOSING:
        return
    if lemma in words.OPPOSING or _rejects(head, lemma):
        yield from _attitude(head, turned(stance), "wants", depth, "against")
    elif lemma in words.DECIDING:
        yield from _attitude(head, stance, "decides", depth, "decides")
    elif lemma in words.ASKING or lemma in words.MOVING:
        yield from _attitude(head, stance, "demands", depth, "asks")
    elif lemma in words.WANTING:
        yield from _attitude(head, stance, "wants", depth, "wants")
    elif lemma in words.PLANNING:
        if not is_negated(head):
            yield from _attitude(head, stance, "plans", depth, "plans")
    elif lemma == "be":
        yield from _adjective(verb, head, stance, depth)


def _is_finite(verb: Token, governor: str) -> bool:
    """Tell whether a complement states ("says the link remains") rather than names what is wanted."""
    if verb.dep_ != "ccomp" or own_subject(verb) is None:
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if helpers:
        return any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in helpers)
    # "wants the agreement renewed" is often tagged as if it were "renewed" in the past.
    small = governor not in words.SAYING and not any(c.dep_ == "mark" for c in verb.children)
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBD" and not small)


def _let(verb: Token, stance: str, depth: int) -> Iterator[Held]:
    """ "asked the city to let it lapse", "would like to see it ended", "be allowed to lapse"."""
    if verb.lemma_.lower() == "consider" and verb.dep_ not in {"ccomp", "xcomp"}:
        return
    yield from _clause(verb, stance, depth + 1)


def _adjective(verb: Token, copula: Token, stance: str, depth: int) -> Iterator[Held]:
    """ "is to end" (announced), "it is with regret that I dissolve"."""
    if verb.dep_ == "ccomp" and own_subject(verb) is not None:
        yield from _asserted(verb, stance, depth)
        return
    judged = child(copula, "acomp", "attr")
    if judged is not None and verb.dep_ == "xcomp":
        yield from _judged(copula, stance)
    elif verb.dep_ == "xcomp" and not is_negated(copula):
        who = subject(copula)
        if who is not None and not _is_patient(who, verb):
            yield Held(stance, who, "plans", copula, "is-to")


def _attitude(verb: Token, stance: str | None, force: str, depth: int, why: str) -> Iterator[Held]:
    """Yield whoever has the attitude that a verb names, on a stance."""
    if stance is None or depth > DEPTH:
        return
    may = modal(verb)
    if may in words.MAYBE or mark(verb) in words.HYPOTHETICAL - {
        "after",
        "when",
        "as",
        "while",
        "though",
        "before",
    }:
        return
    if may in words.OBLIGATION and not is_passive(verb):
        yield from _wish(verb, stance)
        return
    if is_negated(verb):
        if force in {"demands", "decides"} and may not in words.WILL:
            return  # "did not ask", "has not voted": nothing is said of what they want
        stance = turned(stance)
        if stance is None or force == "demands":
            return
    if force == "decides" and may:
        force = "plans"
    if own_subject(verb) is None and _asked_for(verb):
        force = "demands"  # "asked the council to reject it"
    if is_passive(verb):
        who = agent(verb)
        if who is None:
            return
    else:
        who = subject(verb)
    if who is None:
        if verb.lemma_.lower() in {"resolve", "agree", "decide"} and verb.dep_ in {"ROOT", "conj"}:
            yield Held(stance, None, force, verb, why)  # minutes: "RESOLVED that"
        elif verb.dep_ in {"acl", "relcl"}:
            yield from _on_noun(verb, verb.head, stance, depth + 1)
        elif verb.dep_ == "pcomp":
            yield from _prep(verb.head, stance, depth + 1)
        elif verb.tag_ == "VB" and verb.dep_ == "ROOT":
            yield Held(stance, None, force, verb, why, speaker=True)
        elif verb.dep_ == "csubj" and is_verbal(verb.head):
            yield from _wish(verb.head, stance)  # "said voting for it was hard": who says so did it
        return
    if any(c.lower_ in words.NOBODY for c in (who, *who.children)):
        return
    if who.lemma_.lower() in words.MOTION_NOUNS | words.ATTITUDE_NOUNS | {"signature"} and who.pos_ == "NOUN":
        yield from _noun(who, stance, depth + 1)
        return
    for each in _each(who):
        yield Held(stance, each, force, verb, why)


def _asked_for(verb: Token) -> bool:
    """Tell whether the verb is only what somebody asks, wants or plans."""
    for _ in range(4):
        if verb.dep_ not in {"xcomp", "ccomp", "conj", "acl"} or own_subject(verb) is not None:
            return False
        verb = verb.head
        if verb.lemma_.lower() in words.ASKING | {"want", "like", "hope", "plan", "wish"}:
            return True
    return False


# A noun for it: "a motion to end", "the suspension", "his call", "opposition to ending".


def _on_noun(verb: Token, noun: Token, stance: str, depth: int) -> Iterator[Held]:
    """A clause that hangs on a noun: "a motion to end", "the draft, which would end"."""
    if is_motion(noun) or noun.lemma_.lower() in _CARRIERS:
        yield from _noun(noun, stance, depth + 1)
        return
    if verb.tag_ == "VBN" and noun.dep_ in {"dobj", "nsubj"} and is_verbal(noun.head):
        # "wanted the agreement extended": the parser hangs the participle on the noun.
        governor = noun.head if noun.dep_ == "dobj" else noun.head.head
        if governor.lemma_.lower() in {"want", "like", "prefer", "see"} and noun.i < verb.i:
            yield from _attitude(governor, stance, "wants", depth + 1, "wants")
        return
    if noun.lower_ == "time" and noun.dep_ == "attr":
        yield from _wish(noun.head, stance)  # "it is time to end it"
        return
    if verb.dep_ == "relcl" or verb.tag_ == "VBG":
        yield from _asserted(verb, stance, depth)
        return
    if verb.tag_ == "VB" and is_verbal(noun.head) and noun.dep_ in {"dobj", "pobj"}:
        # "asked members to reject": the parser hangs the infinitive on the noun.
        yield from _governed_by(noun.head, stance, depth)
    elif verb.tag_ == "VB" and noun.dep_ == "pobj":
        governor = noun.head.head
        if is_verbal(governor):
            yield from _governed_by(governor, stance, depth)
        elif governor.lemma_.lower() in words.ATTITUDE_NOUNS:
            yield from _noun(governor, stance, depth + 1)


_CARRIERS = (
    words.MOTION_NOUNS
    | words.ATTITUDE_NOUNS
    | words.OPPOSING_NOUNS
    | words.NO_REASON
    | {"letter", "signature"}
)


def is_motion(noun: Token) -> bool:
    """Tell whether a noun is a motion, law or order: "the draft", "Resolution 114", "Executive Order 24-02"."""
    if noun.lemma_.lower() in words.MOTION_NOUNS:
        return True
    near = [noun.lower_, *(c.lower_ for c in noun.children if c.dep_ in {"compound", "nmod", "amod"})]
    near += [noun.nbor(-1).lower_] if noun.i and noun.pos_ in {"NUM", "PROPN", "NOUN"} else []
    return any(word in words.FORMAL_MOTIONS for word in near) and noun.pos_ in {"PROPN", "NUM", "NOUN"}


def _number_of(noun: Token) -> Token:
    """Give the motion that a number belongs to ("Executive Order 24-02"), or the noun itself."""
    if noun.pos_ != "NUM":
        return noun
    before = noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]
    return next((t for t in reversed(list(before)) if t.lower_ in words.FORMAL_MOTIONS), noun)


def _governed_by(governor: Token, stance: str, depth: int) -> Iterator[Held]:
    lemma = governor.lemma_.lower()
    if lemma in words.ASKING:
        yield from _attitude(governor, stance, "demands", depth + 1, "asks")
    elif lemma in {"want", "like", "prefer"}:
        yield from _attitude(governor, stance, "wants", depth + 1, "wants")
    elif lemma in words.DECIDING:
        yield from _attitude(governor, stance, "decides", depth + 1, "decides")


def _purpose(verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
    """An infinitive hung on the main verb: its true governor is the nearest word of wanting before it."""
    if head.lemma_.lower() in words.DECIDING - {"vote"} | words.ASKING:
        yield from _governed_by(head, stance, depth)
        return
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 12) - 1, -1):
        word = verb.doc[i]
        lemma = word.lemma_.lower()
        if word.pos_ == "NOUN" and lemma in words.ATTITUDE_NOUNS - {"support", "statement", "law", "letter"}:
            yield from _noun(word, stance, depth + 1)
            return
        if word.pos_ == "VERB" and lemma in words.ASKING | words.DECIDING:
            yield from _governed_by(word, stance, depth + 1)
            return


def _noun(noun: Token, stance: str | None, depth: int) -> Iterator[Held]:
    if stance is None or depth > DEPTH:
        return
    lemma = noun.lemma_.lower()
    none = any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)
    if none and lemma in words.HASTE and is_verbal(noun.head):
        yield from _wish(noun.head, stance)  # "said there was no hurry"
        return
    if lemma in words.NO_REASON or lemma in words.OPPOSING_NOUNS:
        if lemma in words.NO_REASON and not none:
            return
        stance = turned(stance)
        if stance is None:
            return
        if lemma in words.NO_REASON and is_verbal(noun.head):
            who = subject(noun.head)
            if who is not None:
                yield Held(stance, who, "wants", noun, "no-reason")
            return
    elif none:
        return
    yield from _of_noun(noun, stance)
    if lemma == "veto" and noun.head.lemma_ in {"overturn", "override", "reverse"}:
        against_veto = {"keep": "suspend"}.get(stance, stance)
        yield from _attitude(noun.head, against_veto, "decides", depth, "overrides")
        return
    yield from _role(noun, stance, depth)


def _of_noun(noun: Token, stance: str) -> Iterator[Held]:
    """Those whom the noun phrase itself names: "his call", "a motion by", "brought by"."""
    owner = child(noun, "poss")
    if owner is not None and owner.lemma_.lower() not in words.TIE_NOUNS and noun.lemma_.lower() not in _BARE:
        decided = noun.lemma_.lower() in {"decision", "vote", "order"}
        yield Held(stance, owner, "decides" if decided else "demands", noun, "owner")
    for prep in ("by", "from"):
        found = prep_object(noun, prep)
        if found is not None and not found.lower_.endswith(("self", "selves")):
            for each in _each(found):
                yield Held(stance, each, "demands", noun, "by")
    maker = child(noun, "compound", "nmod")
    if maker is not None and maker.pos_ == "PROPN" and is_motion(noun):
        yield Held(stance, maker, "demands", noun, "owner")
    for c in noun.children:
        if c.dep_ in {"acl", "relcl"}:
            yield from _made(c, stance)


_BARE = frozenset(words.OPERATION_NOUNS)


def _made(verb: Token, stance: str) -> Iterator[Held]:
    """ "brought by Daftari and backed by the mayor", beside a motion."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBN":
        who = agent(verb)
        against = lemma in words.OPPOSING
        found = turned(stance) if against else stance
        if (
            who is not None
            and found is not None
            and lemma in words.MOVING | words.SUPPORTING | words.OPPOSING
        ):
            for each in _each(who):
                yield Held(found, each, "demands", verb, "made-by")
    for c in verb.children:
        if c.dep_ == "conj" and c.tag_ == "VBN":
            yield from _made(c, stance)


def _role(noun: Token, stance: str, depth: int) -> Iterator[Held]:
    """What is done with the motion, the call or the suspension that the noun names."""
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and is_verbal(head):
        yield from _treated(noun, head, stance, depth)
    elif noun.dep_ == "nsubj" and is_verbal(head):
        yield from _fared(noun, head, stance)
    elif noun.dep_ == "pobj":
        yield from _prep(head, stance, depth + 1)
    elif noun.dep_ == "conj":
        yield from _role(head, stance, depth + 1)
    elif noun.dep_ == "poss" and head.lemma_.lower() in words.AUTHORS:
        yield from _author(head, stance)


def _author(noun: Token, stance: str) -> Iterator[Held]:
    """ "Wilfredo Ticona, the author of both motions", "the bill's author, Lyle Kuykendall"."""
    named = noun.head if noun.dep_ == "appos" else child(noun, "appos")
    yield Held(stance, named if named is not None else noun, "demands", noun, "author")


def _treated(noun: Token, verb: Token, stance: str, depth: int) -> Iterator[Held]:
    """Read what was done with it: "adopted the resolution", "opposed the suspension", "was voted down"."""
    lemma = verb.lemma_.lower()
    if _is_supposed(verb):
        return
    unnamed = is_passive(verb) and agent(verb) is None
    rejects = _rejects(verb, lemma)
    if rejects or lemma in words.OPPOSING:
        against = turned(stance)
        if not unnamed:
            yield from _attitude(verb, against, "decides" if rejects else "wants", depth, "against")
        elif rejects and against is not None and is_motion(noun):
            yield Held(against, None, "decides", verb, "defeated")
    elif unnamed:
        if lemma in words.CARRYING and not is_negated(verb) and not modal(verb):
            yield Held(stance, None, "decides", verb, "carried")
    elif lemma in words.CARRYING | words.SETTING | words.SUPPORTING:
        settles = lemma in words.CARRYING | words.SETTING
        yield from _attitude(verb, stance, "decides" if settles else "wants", depth, "for")
    elif lemma in words.MOVING:
        if noun.lemma_.lower() not in words.PAPERS or not list(_of_noun(noun, stance)):
            yield from _attitude(verb, stance, "demands", depth, "moves")
    elif lemma in (words.ASKING - {"call", "tell"}) | {"want", "seek", "prefer", "like", "issue", "accept"}:
        yield from _attitude(verb, stance, "demands", depth, "asks")
    elif lemma in words.LEADING:
        yield from _attitude(verb, stance, "wants", depth, "leads")
    elif lemma in {"consider", "see"} and verb.dep_ in {"ccomp", "xcomp"}:
        yield from _clause(verb, stance, depth + 1)


def _rejects(verb: Token, lemma: str) -> bool:
    """Tell whether a body that does this has refused it: "turned down", "threw out", "was lost"."""
    if lemma in words.REJECTING or (lemma == "lose" and is_passive(verb)):
        return True
    needed = words.REJECTING_WITH.get(lemma)
    return needed is not None and any(c.lower_ == needed for c in verb.children)


def _fared(noun: Token, verb: Token, stance: str) -> Iterator[Held]:
    """Read how it went: "the motion failed", "the resolution passed", "the idea comes from the league"."""
    lemma = verb.lemma_.lower()
    if is_negated(verb) or modal(verb) or _is_supposed(verb):
        return
    against = turned(stance)
    if lemma in words.FAILING and is_motion(noun) and against is not None:
        yield Held(against, None, "decides", verb, "defeated")
    elif lemma in {"pass", "carry", "succeed", "prevail"}:
        yield Held(stance, None, "decides", verb, "carried")
    elif lemma == "be":
        yield from _judged(verb, stance)  # "the decision was a mistake"
    elif lemma == "come":
        found = prep_object(verb, "from")
        if found is not None:
            for each in _each(found):
                yield Held(stance, each, "demands", verb, "comes-from")


# A preposition before it: "voted against the motion", "in favour of keeping", "calls for an end".


def _prep(prep: Token, stance: str | None, depth: int) -> Iterator[Held]:
    if stance is None or depth > DEPTH:
        return
    lower, head = prep.lower_, prep.head
    if lower in words.VAGUE_PREPOSITIONS and not (lower == "on" and head.lemma_ == "insist"):
        return
    if lower == "against":
        stance = turned(stance)
        if stance is None:
            return
    if is_verbal(head):
        yield from _argued(head, lower, stance, depth)
    elif head.lower_ in {"favor", "favour", "support"} and head.dep_ == "pobj" and head.head.lower_ == "in":
        verb = head.head.head
        if is_verbal(verb):
            settles = verb.lemma_ in {"vote", "decide"}
            yield from _attitude(verb, stance, "decides" if settles else "wants", depth, "for")
    elif head.pos_ == "NOUN" and head.lemma_.lower() not in words.MARGINS:
        lemma = head.lemma_.lower()
        if lemma in _CARRIERS:
            yield from _noun(head, stance, depth + 1)
        elif lemma in words.AUTHORS:
            yield from _author(head, stance)
    elif head.pos_ == "ADJ" and lower == "to" and head.lower_ in words.GLAD | words.LOATH:
        yield from _inclined(head, stance, depth)
    elif head.lower_ in words.PLEASED and lower in {"with", "about", "by"} and is_verbal(head.head):
        yield from _attitude(head.head, stance, "supports", depth, "pleased")
    elif lower in {"for", "against"} and head.pos_ in {"NUM", "NOUN"} and _voting(head) is not None:
        verb = _voting(head)
        assert verb is not None
        yield from _attitude(verb, stance, "decides", depth, "votes")
    elif head.pos_ in {"ADP", "SCONJ"} and head != prep:
        yield from _prep(head, stance, depth + 1)


def _voting(word: Token) -> Token | None:
    """Give the verb of voting whose figures a word belongs to ("voted 29 to 24, with six abstentions, against")."""
    for _ in range(4):
        if word.lemma_.lower() in {"vote", "decide"} and is_verbal(word):
            return word
        if word.head == word:
            return None
        word = word.head
    return None


def _argued(verb: Token, prep: str, stance: str, depth: int) -> Iterator[Held]:
    lemma = verb.lemma_.lower()
    if lemma in {"vote", "decide", "opt"} and prep in {"for", "against"}:
        yield from _attitude(verb, stance, "decides", depth, "votes")
    elif prep in {"for", "against"} and lemma in words.ASKING | {
        "speak",
        "argue",
        "be",
        "come",
        "protest",
        "fight",
        "work",
        "stand",
        "move",
        "vote",
        "rule",
        "wish",
        "hope",
    }:
        yield from _attitude(verb, stance, "demands" if lemma in words.ASKING else "wants", depth, "argues")
    elif prep == "with" and lemma in words.MOVING:
        yield from _attitude(verb, stance, "demands", depth, "moves")
    elif prep == "to" and lemma in {"object"} | words.OPPOSING:
        yield from _attitude(verb, turned(stance), "wants", depth, "against")
    elif prep in {"to", "on", "with", "in"} and lemma in {"agree", "insist", "persist"}:
        yield from _attitude(verb, stance, "wants", depth, "agrees")
