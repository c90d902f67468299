"""What kind of act a verb tells of: what is done to signs, visits, payments, and by whom to whom it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import antecedent, is_negated, is_passive, own_subject
from fingerpost.reading.en import actions as en

OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
RECALL = 25
"""How many tokens before its sentence a pronoun's thing is looked for."""


def kind_of(verb: Token) -> str | None:
    """Give the class of act that a verb and its nouns make, None where they make none."""
    lemma, objects = verb.lemma_, objects_of(verb)
    nouns = {noun.lower_ for noun in objects}
    subject = own_subject(verb)
    if subject is not None and subject.lower_ in en.NOBODY:
        return None
    if lemma in en.SIGNING and (nouns & en.PAPERS or nouns & en.PRONOUNS):
        return "signing"
    if (nouns & en.DECIDED and lemma not in en.TELLING) or _is_idiom(verb, nouns):
        return None
    if is_offered(verb):
        return "offering" if objects or any(c.dep_ == "prep" for c in verb.children) else None
    for look in _LOOKS.get(lemma, ()):
        why = look(verb, objects, nouns)
        if why:
            return why
    return None


def is_offered(verb: Token) -> bool:
    """Tell whether somebody offers to do it: "has offered to pay for the coach"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in en.OFFERING or verb.lemma_ in en.NO_ACT:
        return False
    return not is_negated(verb.head) and not is_passive(verb.head)


def _is_idiom(verb: Token, nouns: set[str]) -> bool:
    """True for "called the meeting to order" and "put its name to", where nothing is called off or put up."""
    idiom = en.IDIOMS.get(verb.lemma_)
    return idiom is not None and bool(idiom & nouns) and not any(c.dep_ == "prt" for c in verb.children)


def _handles(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read what is done to a sign, a flag or a gift: "will cover the signpost", "removed it from the sign"."""
    things = nouns | {inner.lower_ for noun in objects for inner in _within(noun)}
    alone = verb.lemma_ == "leave" and any(c.lower_ == "alone" for c in verb.children)
    if nouns & en.PRONOUNS and not alone and recalls_symbol(verb):
        things |= {"sign"}
    if verb.lemma_ in en.DETACHING:
        things |= {c.lower_ for prep in verb.children if prep.lower_ in en.OFF for c in prep.children}
    return "handling" if things & en.SYMBOLS else None


def _within(noun: Token) -> Iterator[Token]:
    """Yield the nouns before a noun and those a collection is made of ("a set of lacquer boxes")."""
    for child in noun.children:
        if child.dep_ == "compound":
            yield child
        elif child.lower_ == "of" and noun.lemma_ in en.COLLECTIONS:
            yield from child.children


def _arranges(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read what is done to visits, grants and meetings: "has called off the trip"."""
    things = nouns | {inner.lower_ for noun in objects for inner in noun.lefts if inner.dep_ == "compound"}
    if verb.lemma_ == "set" and not any(c.lower_ == "up" for c in verb.children):
        return None
    if verb.lemma_ in en.STOPPING:
        # "stop buying plane tickets"
        done = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG")
        things |= {noun.lower_ for inner in done for noun in objects_of(inner)}
    planned = [noun for noun in objects if noun.lower_ in en.PLANS]
    for noun in planned:
        things |= {inner.lower_ for inner in noun.subtree}  # "shelved plans for a trip"
    known = en.DEALINGS | en.SYMBOLS if planned else en.DEALINGS
    return "arranging" if things & known else None


def _pays(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    if verb.lemma_ in en.PAYING_FOR and not objects:
        bought = (c for prep in verb.children if prep.lower_ == "for" for c in prep.children)
        return "paying" if any(c.lower_ in en.DEALINGS for c in bought) else None
    signs = {"$", "£", "€"}
    for noun in objects:
        for left in noun.subtree:
            if left.tag_ == "$" or left.text[0] in signs or (verb.lemma_ != "give" and left.like_num):
                return "paying"
    return None


def _founds(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read "is setting up an association to take it over"."""
    needs_up = verb.lemma_ == "set" and not any(c.lower_ == "up" for c in verb.children)
    return "founding" if nouns & en.FOUNDED and not needs_up else None


def _announces(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read "announced a sit-in": it is yet to be held."""
    return "announcing" if nouns & en.ANNOUNCED else None


def _tells(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read word to the other side: "will write to the mairie", "will inform Clare County Council"."""
    if verb.lemma_ == "ring" and is_passive(verb):
        return None  # a bell is
    if verb.lemma_ in en.WRITING:
        told = [c for prep in verb.children if prep.lower_ == "to" for c in prep.children]
    else:
        told = objects
    return "telling" if told or _told(verb) & en.TOLD else None


def _asks(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    return "asking" if _asked_for(verb) & en.SYMBOLS else None


def _stays(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read what a thing does by itself: "the flag will stay in storage"."""
    subject = own_subject(verb)
    return "resting" if subject is not None and _rests(verb, subject) else None


def _goes(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read journeys: "will travel to France", "would not go"; "will go on paying" is no journey."""
    if is_passive(verb) or _is_bare_it(verb) or any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        return None
    subject = own_subject(verb)
    if subject is not None and (
        subject.lower_ == "it" or subject.lemma_.lower() in en.DECIDED | en.PAPERS | {"draft", "text"}
    ):
        return None  # "the draft will now go to the ministry"
    return "going" if is_negated(verb) or any(c.dep_ in {"prep", "dobj"} for c in verb.children) else None


def _undertakes(verb: Token, objects: list[Token], nouns: set[str]) -> str | None:
    """Read what needs no further noun: "will sue", "will reply to the mayor", "would take it to court"."""
    needed = en.UNDERTAKING[verb.lemma_]
    if verb.lemma_ == "carry" and (nouns or not any(c.lower_ == "on" for c in verb.children)):
        return None
    if not needed:
        aimless = verb.lemma_ == "travel" and all(c.i < verb.i or c.is_punct for c in verb.children)
        return None if aimless or _is_bare_it(verb) else "undertaking"
    things = nouns | {c.lower_ for prep in verb.children if prep.dep_ == "prep" for c in prep.children}
    return "undertaking" if things & needed else None


def _is_bare_it(verb: Token) -> bool:
    """True for "once it is safe to travel", where "it" is nobody."""
    return any(c.lower_ == "it" for c in verb.head.children if c.dep_ == "nsubj") and verb.head.pos_ in {
        "AUX",
        "ADJ",
    }


_Look = Callable[[Token, list[Token], set[str]], str | None]


def _looks() -> dict[str, tuple[_Look, ...]]:
    groups: tuple[tuple[frozenset[str], _Look], ...] = (
        (en.HANDLING, _handles),
        (en.ARRANGING, _arranges),
        (en.PAYING, _pays),
        (en.FOUNDING, _founds),
        (en.ANNOUNCING, _announces),
        (en.TELLING, _tells),
        (en.ASKING, _asks),
        (en.RESTING, _stays),
        (en.GOING, _goes),
        (frozenset(en.UNDERTAKING), _undertakes),
    )
    lemmas = frozenset[str]().union(*(group for group, _ in groups))
    return {lemma: tuple(look for group, look in groups if lemma in group) for lemma in lemmas}


_LOOKS = _looks()


def bidden_by(verb: Token) -> Token | None:
    """Give the verb by which somebody has it done: "ordered the flag taken down", "to have the sign covered"."""
    noun = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.dep_ != "dobj" or noun.i > verb.i:
        return None
    return noun.head if noun.head.lemma_ in en.HAVING_DONE else None


def objects_of(verb: Token) -> list[Token]:
    """Give what an act is done to; for a passive its subject, through "which" and "is to be"."""
    if bidden_by(verb) is not None:
        return [verb.head]
    found = [antecedent(child) for child in verb.children if child.dep_ in OBJECTS]
    if not found and is_passive(verb) and verb.dep_ in {"xcomp", "conj"}:
        inherited = own_subject(verb.head)
        found = [antecedent(inherited)] if inherited is not None else []
    return found + [other for child in found for other in child.conjuncts]


def recalls_symbol(verb: Token) -> bool:
    """True where a thing that stands for the tie was named a little before "it"."""
    doc = verb.doc
    return any(doc[at].lower_ in en.SYMBOLS for at in range(max(0, verb.sent.start - RECALL), verb.i))


def _told(verb: Token) -> set[str]:
    """Give the nouns that a telling is addressed to: objects, and those after "to" and "in"."""
    found = {child.lower_ for child in objects_of(verb)}
    for child in verb.children:
        if child.dep_ in {"prep", "dative"}:
            found |= {noun.lower_ for noun in child.children}
    return found


def _asked_for(verb: Token) -> set[str]:
    """Give the nouns of what is asked for: "asked for a bench", "asked for the lanterns to stay lit"."""
    found: set[str] = set()
    for child in verb.children:
        if child.lower_ == "for":
            found |= {word.lower_ for word in child.subtree}
        if child.dep_ in {"advcl", "ccomp", "xcomp"} and any(c.lower_ == "for" for c in child.children):
            found |= {word.lower_ for word in child.children}
    return found


_THINGS = en.SYMBOLS | en.DEALINGS | en.TRAVELLERS


def _rests(verb: Token, subject: Token) -> bool:
    if any(c.dep_ == "xcomp" and c.tag_ in {"VB", "VBG"} for c in verb.children):
        return False  # "will continue to regard"
    if subject.lower_ in en.PRONOUNS:
        people: bool = verb.lemma_ == "stay" and subject.lower_ == "they"
        return people or (verb.lemma_ != "continue" and recalls_symbol(verb))
    if subject.lower_ in _THINGS:
        return True
    if subject.pos_ != "NOUN" or subject.lower_ in en.DECIDED or verb.lemma_ not in en.KEEPING_STILL:
        return False
    return any(c.lower_ in en.STILL for c in verb.children) or any(
        c.dep_ == "prep" and c.lower_ in en.WHERE and not {o.lower_ for o in c.children} & en.NO_WHERE
        for c in verb.children
    )
