"""Where a sentence says that a decision lies: with whom, before whom, in whose hands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import child, is_passive, own_subject, prep_object
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import TIE_NOUNS
from fingerpost.reading.powers import Said, denied


def is_question(about: Token) -> bool:
    """Tell whether a subject is a decision, a power or a tie."""
    if about.lower_ == "responsibility":
        return prep_object(about, "for") is not None
    return about.lower_ in words.CHOICES or about.lemma_.lower() in TIE_NOUNS


def rests(verb: Token) -> Iterator[Said]:
    """ "the decision lies with the council", "that is up to the cities", "it is a matter for"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    about = own_subject(verb)
    if about is None:
        return
    if _of_others(verb, about):
        yield Said("cannot_decide", None, verb, "leaves-it-to-others")
    if not is_question(about):
        return
    found, mine = _resting(verb, about)
    if found is None and not mine:
        return
    power = "cannot_decide" if denied(verb) and verb.lemma_ != "lie" else "decides"
    if found is not None:
        yield Said(power, found, verb, "rests-with")
    if power == "decides":
        yield Said("cannot_decide", None, verb, "leaves-it-to-others")


def _of_others(verb: Token, about: Token) -> bool:
    """Tell whether "sister cities are a matter for councils" leaves ties to those who have them."""
    noun = child(verb, "attr") if verb.lemma_ == "be" and not denied(verb) else None
    if noun is None or noun.lower_ not in words.CALLS or about.lower_ in words.CHOICES:
        return False
    whose = prep_object(noun, "for", "of")
    if whose is None or whose.lemma_.lower() not in words.GENERIC:
        return False
    return any(t.lower_ in words.TIES for t in about.subtree)


def arranged(verb: Token) -> Iterator[Said]:
    """ "said that municipalities make their own arrangements"."""
    who = own_subject(verb)
    if who is None or who.tag_ != "NNS" or who.lemma_.lower() not in words.GENERIC or denied(verb):
        return
    present = verb.tag_ in {"VBP", "VBD"} and not is_passive(verb)
    if present and any(t.lower_ in {"own", "themselves"} for t in verb.subtree if t.i > verb.i):
        yield Said("cannot_decide", None, verb, "leaves-it-to-others")


def _resting(verb: Token, about: Token) -> tuple[Token | None, bool]:
    """Give with whom it rests; and whether it is said to be others' without naming them."""
    if verb.lemma_.lower() != "be":
        tie = about.lower_ not in words.CHOICES
        if tie and verb.lemma_.lower() != "belong":
            return None, False
        return prep_object(verb, *words.RESTING_WITH) or _hands(verb), False
    near = prep_object(verb, "with", "before") if about.lower_ in words.CHOICES else None
    found = _up_to(verb) or _for_whom(verb) or near or _hands(verb)  # a tie "with" somebody is no power
    if found is not None:
        return found, False
    noun = child(verb, "attr")
    if noun is None:
        return None, False
    if noun.lower_ in words.CALLS:
        owner = prep_object(noun, "for", "of") or child(noun, "poss")
        return owner, any(c.lower_ in words.LOCAL for c in noun.children)
    following = verb.doc[noun.i + 1] if noun.i + 1 < len(verb.doc) else noun
    owned = following.lower_ in {"'s", "’s"} and about.lower_ in words.CHOICES
    return (noun if owned else None), False


def _hands(verb: Token) -> Token | None:
    """ "is in the hands of the council", "the ball is in the council's court"."""
    noun = prep_object(verb, "in")
    if noun is None or noun.lower_ not in words.HANDS:
        return None
    return prep_object(noun, "of") or child(noun, "poss")


def reserved(verb: Token) -> Iterator[Said]:
    """ "the power is reserved to the council", "is vested in the council"."""
    about = own_subject(verb)
    found = prep_object(verb, "to", "in", "for", "with")
    if about is None or found is None or not is_passive(verb) or denied(verb):
        return
    if is_question(about):
        yield Said("decides", found, verb, "rests-with")


def _up_to(verb: Token) -> Token | None:
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 5, len(doc) - 1)):
        if doc[i].lower_ == "up" and doc[i + 1].lower_ == "to":
            return prep_object(doc[i], "to") or child(doc[i + 1], "pobj")
    return None


def _for_whom(verb: Token) -> Token | None:
    """ "is for the council to decide", "was not for her to say"."""
    about = own_subject(verb)
    for c in verb.subtree:
        if c.lower_ == "for" and c.i > verb.i:
            inner = c.head if c.dep_ == "mark" else None
            if inner is not None and inner.lemma_.lower() in words.DECIDING:
                return own_subject(inner)
            if c.dep_ == "prep" and c.head == verb and about is not None and about.pos_ == "NOUN":
                return child(c, "pobj")
    return None


def not_for(word: Token) -> Iterator[Said]:
    """ "for the full council, and not for the finance committee", "not for me to decide"."""
    if word.i and word.doc[word.i - 1].lower_ in {"not", "never", "n't"}:
        inner = word.head if word.dep_ == "mark" else None
        if inner is not None and inner.lemma_.lower() in words.DECIDING:
            found = own_subject(inner)
        else:
            found = child(word, "pobj") if word.dep_ in {"prep", "conj"} else None
        if found is not None and _is_matter(word):
            yield Said("cannot_decide", found, word, "not-for-them")


def _is_matter(word: Token) -> bool:
    """Tell whether the clause is about a matter or a decision."""
    doc = word.doc
    return any(t.lower_ in words.CHOICES for t in doc[max(word.sent.start, word.i - 20) : word.i])


def not_ours(pronoun: Token) -> Iterator[Said]:
    """ "the charter was never ours", "the decision is not mine"."""
    verb = pronoun.head
    if pronoun.dep_ in {"attr", "acomp"} and verb.lemma_ == "be" and denied(verb):
        about = own_subject(verb)
        if about is not None and is_question(about):
            yield Said("cannot_decide", pronoun, pronoun, "not-ours")


def not_the(word: Token) -> Iterator[Said]:
    """ "the council, not the mayor, decides"."""
    doc = word.doc
    if not word.i or doc[word.i - 1].lower_ not in {",", "and"}:
        return
    noun = next((t for t in doc[word.i + 1 : word.i + 6] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    while noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun is None or noun.left_edge.i not in {word.i, word.i + 1}:
        return
    if any(t.lemma_.lower() in words.SETTLING for t in word.sent if t.i < word.i or t.i > noun.i):
        yield Said("cannot_decide", noun, word, "not-they")


def call(noun: Token) -> Iterator[Said]:
    """ "it's their call, not mine", "ending it is the council's decision", "it was not its place to"."""
    verb = noun.head
    owner = child(noun, "poss")
    if verb.lemma_ != "be" or noun.dep_ not in {"attr", "acomp"}:
        yield from _called(noun)
        return
    if owner is None:
        return
    if any(t.lower_ == "mine" for t in verb.subtree):
        yield Said("cannot_decide", None, noun, "not-mine")
    elif denied(verb):
        yield Said("cannot_decide", owner, noun, "not-theirs")
    elif owner.pos_ != "PRON" and noun.lower_ in words.CALLS:
        yield Said("decides", owner, noun, "rests-with")


def _called(noun: Token) -> Iterator[Said]:
    """ "calling it a local matter"; "decisions are made at the local level"."""
    verb = noun.head
    local = any(t.lower_ in words.LOCAL for t in noun.subtree)
    if noun.dep_ in {"oprd", "dobj", "ccomp", "attr"} and verb.lemma_ in {
        "call",
        "consider",
        "deem",
        "describe",
    }:
        if local:
            yield Said("cannot_decide", None, noun, "leaves-it-to-others")
    elif (
        noun.dep_ == "nsubjpass"
        and verb.lemma_ in {"make", "take"}
        and not denied(verb)
        and any(t.lower_ in words.LOCAL | {"locally"} for t in verb.subtree if t.i > verb.i)
    ):
        yield Said("cannot_decide", None, noun, "leaves-it-to-others")


def his_to_make(pronoun: Token) -> Iterator[Said]:
    """ "the decision was not his to make"."""
    verb = pronoun.head
    if verb.lemma_ == "be" and denied(verb) and pronoun.dep_ in {"attr", "acomp", "nsubj", "poss"}:
        after = pronoun.doc[pronoun.i + 1 : pronoun.i + 3]
        if len(after) == 2 and after[0].lower_ == "to" and after[1].lemma_ in words.DECIDING:
            yield Said("cannot_decide", pronoun, pronoun, "not-theirs")
