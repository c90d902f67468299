"""What a dependency parse says of a clause: its subject, its agent, its negation, its modal verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def child(token: Token, *deps: str) -> Token | None:
    """Give the first child with one of the dependency labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_verbal(token: Token) -> bool:
    """Tell whether the token is a verb, or an auxiliary that heads a clause."""
    return token.pos_ in {"VERB", "AUX"}


def is_passive(verb: Token) -> bool:
    """Tell whether the verb stands in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Tell whether the clause says not, never or no longer."""
    for c in verb.children:
        if c.dep_ == "neg" and c.lower_ not in {"only"}:
            return True
        if c.dep_ == "preconj" and c.lower_ == "neither":
            return True
        if c.lower_ == "longer" and any(word.lower_ == "no" for word in c.lefts):
            return True
    return False


def modal(verb: Token) -> str:
    """Give the modal verb of a clause in lower case, or the empty string; joined verbs share it."""
    for _ in range(3):
        own = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), "")
        if own or verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBP"} or own_subject(verb) is not None:
            return own
        if any(c.dep_ == "aux" for c in verb.children):
            return ""
        verb = verb.head
    return ""


def mark(verb: Token) -> str:
    """Give the conjunction or question word that opens a subordinate clause, in lower case."""
    return next((c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i), "")


def own_subject(verb: Token) -> Token | None:
    """Give the word that stands as subject in the verb's own clause.

    Of two, the nearer: the parser takes a dateline ("BATTLE CREEK, Michigan –") for a subject too.
    """
    found = None
    for c in verb.children:
        if c.dep_ in {"nsubj", "nsubjpass"} and (found is None or c.i < verb.i):
            found = c
    return found


def agent(verb: Token) -> Token | None:
    """Give the "by" agent of a passive verb."""
    for c in verb.children:
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and verb.tag_ == "VBN"):
            return child(c, "pobj")
    return None


def antecedent(relative: Token) -> Token:
    """Give the noun that a relative pronoun stands for, or the token itself."""
    verb = relative.head
    for _ in range(4):
        if verb.dep_ in {"relcl", "acl"}:
            noun: Token = verb.head
            of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "from", "for"} else None
            if relative.lower_ == "who" and of is not None and of.head.ent_type_ == "PERSON":
                return of.head  # "Núria Ferrer, of Barcelona, who suspended it"
            while noun.dep_ == "conj" and any(c.lower_ == "both" for c in relative.head.children):
                noun = noun.head  # "Garth and Rudston, who had both voted"
            last = relative.nbor(-2) if relative.i > 1 and relative.nbor(-1).text == "," else noun
            # "members of Neighbors for Peace, which asked": the group asked, not its members.
            return (
                last if noun.tag_ == "NNS" and last.pos_ == "PROPN" and relative.lower_ == "which" else noun
            )
        if verb.dep_ not in {"ccomp", "xcomp", "conj"}:
            break
        verb = verb.head
    # ", which" without a parse: the noun just before the comma.
    if relative.lower_ == "which" and relative.i > 1 and relative.nbor(-1).text == ",":
        before = relative.nbor(-2)
        return before if before.pos_ in {"NOUN", "PROPN", "NUM"} else relative
    return relative


def fate(verb: Token) -> Token | None:
    """Give what became of "a motion to end the agreement", where the parser hangs it on the infinitive.

    It takes the agreement for what "was put by Reed", so the object of *end* is the subject of *put*.
    """
    if verb.tag_ != "VB" or verb.dep_ not in {"acl", "relcl", "xcomp"} or modal(verb):
        return None
    for c in verb.children:
        about = own_subject(c) if c.dep_ == "ccomp" and c.i > verb.i and is_verbal(c) else None
        if about is not None and about.left_edge.i == verb.i + 1 and mark(c) == "":
            return c
    return None


def subject(verb: Token) -> Token | None:
    """Give who does what the verb says: the subject, the passive's agent, or the one inherited.

    None where the clause leaves it open.
    """
    if is_passive(verb):
        found = agent(verb)
        return antecedent(found) if found is not None and found.lower_ in RELATIVE else found
    for _ in range(6):
        found = own_subject(verb)
        if found is not None:
            return antecedent(found) if found.lower_ in RELATIVE else found
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ in {"conj", "xcomp", "advcl", "dep"} and is_verbal(verb.head):
            verb = verb.head
            continue
        if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and is_verbal(verb.head.head):
            verb = verb.head.head  # "I am pleased to vote for it"
            continue
        if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.dep_ == "attr":
            verb = verb.head.head  # "Reed was the only member to vote against it"
            continue
        if verb.dep_ in {"pcomp", "pobj"} and is_verbal(verb.head.head):
            verb = verb.head.head
            continue
        return _beside(verb)
    return None


def _beside(verb: Token) -> Token | None:
    """Give the noun right before a finite main verb that the parser left without a subject."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i <= verb.sent.start:
        return None
    before = verb.nbor(-1)
    return (
        before if before.pos_ in {"NOUN", "PROPN"} and before.dep_ in {"appos", "conj", "npadvmod"} else None
    )


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and those joined to it by "and"."""
    yield token
    for c in token.children:
        # In "A, B, C and D" the parser takes B for an apposition to A.
        listed = c.dep_ == "appos" and c.pos_ == "PROPN" and any(d.dep_ == "conj" for d in c.children)
        if listed or (c.dep_ == "conj" and c.pos_ in {"PROPN", "NOUN", "PRON"}):
            yield from conjuncts(c)


def particles(verb: Token) -> list[str]:
    """Give the particles, prepositions and adverbs that belong to a verb, in lower case."""
    return [c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod", "agent", "dative"}]


def prep_object(token: Token, *preps: str) -> Token | None:
    """Give the object of one of the prepositions that hang on the token."""
    for c in token.children:
        if c.dep_ in {"prep", "agent", "dative"} and c.lower_ in preps:
            found = child(c, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def opens_clause(token: Token) -> bool:
    """Tell whether the word opens a clause without a subject, as in minutes."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return (
        before.text in {",", ";", "/", "(", "|", "—", "–"}
        or before.lower_ in {"and", "was", "it"}
        or before.is_space
    )
