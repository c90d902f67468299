"""The powers that the sentences of a page give or deny: "lies with", "has no say", "only the council may"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import (
    agent,
    antecedent,
    child,
    is_negated,
    is_passive,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import MOTION_NOUNS, TIE_NOUNS
from fingerpost.reading.page import Page


class Said(NamedTuple):
    """A power that a sentence gives or denies somebody."""

    power: str
    holder: Token
    why: str


def powers_on(page: Page) -> Iterator[Said]:
    """Yield the powers that the sentences of a page give or deny, in text order."""
    for token in page.doc:
        finders = _BY_LEMMA.get(token.lemma_.lower())
        if finders is None or not page.is_read(token):
            continue
        for find in finders:
            yield from find(token)


def _rests(verb: Token) -> Iterator[Said]:
    """ "the decision lies with the council", "that is up to the cities", "it is a matter for"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    about = own_subject(verb)
    if about is None or about.lower_ not in words.CHOICES:
        return
    power = "cannot_decide" if is_negated(verb) else "decides"
    lemma = verb.lemma_.lower()
    found = prep_object(verb, "with", "to") if lemma != "be" else prep_object(verb, "with")
    if found is None and lemma == "be":
        found = _up_to(verb) or _for_whom(verb)
    if found is not None:
        yield Said(power, found, "rests-with")


def _up_to(verb: Token) -> Token | None:
    for c in verb.children:
        if c.lower_ == "up":
            return prep_object(c, "to")
    return None


def _for_whom(verb: Token) -> Token | None:
    """ "is a matter for the council", "is the responsibility of the council", "is for the council"."""
    noun = child(verb, "attr")
    if noun is not None and noun.lower_ in words.CHOICES:
        return prep_object(noun, "for", "of")
    return prep_object(verb, "for") if noun is None else None


def _has_power(noun: Token) -> Iterator[Said]:
    """ "has no power to order it", "does not have the authority", "has the final say"."""
    verb = noun.head
    if noun.dep_ == "attr" or noun.lower_ not in words.POWERS:
        return
    holding = verb.lemma_.lower()
    if noun.dep_ != "dobj" or holding not in words.HOLDING:
        return
    who = subject(verb)
    if who is None or who.lower_ in {"who", "which"}:
        who = antecedent(who) if who is not None else None
    if who is None:
        return
    lacks = holding == "lack" or is_negated(verb) or any(c.lower_ in {"no", "little"} for c in noun.children)
    weak = noun.lower_ in {"role", "part", "voice", "vote", "right"}
    final = any(c.lower_ in words.FINAL for c in noun.children)
    if lacks:
        yield Said("cannot_decide", who, "has-no-power")
    elif final or (not weak and child(noun, "acl") is not None):
        yield Said("decides", who, "has-power")


def _cannot(verb: Token) -> Iterator[Said]:
    """ "could not force them", "cannot cancel the agreements itself"."""
    may = modal(verb)
    if may not in {"can", "could", "may", "ca"} or is_passive(verb):
        return
    who = subject(verb)
    if who is None:
        return
    who = antecedent(who) if who.lower_ in {"who", "which", "that"} else who
    lemma = verb.lemma_.lower()
    if is_negated(verb) or who.lower_ == "neither" or _neither(who):
        about = child(verb, "dobj")
        whom = lemma in words.COMPELLING and about is not None and about.lemma_.lower() not in {"force"}
        if whom or (lemma in words.UNMAKING and _about_tie(verb)):
            yield Said("cannot_decide", who, "cannot")
    elif lemma in words.UNMAKING and _about_tie(verb):
        only = any(c.lower_ == "only" for c in (*who.children, *verb.children)) or _only_before(who)
        if only or lemma in {"cancel", "annul", "overturn", "terminate", "void"}:
            yield Said("decides", who, "only-may" if only else "may")


def _able(word: Token) -> Iterator[Said]:
    """ "is powerless to stop it", "was not entitled to end it", "is empowered to cancel agreements"."""
    verb = word.head if word.dep_ == "acomp" else word
    if verb.pos_ not in {"VERB", "AUX"} or (word.pos_ == "VERB" and not is_passive(word)):
        return
    who = own_subject(verb)
    inner = child(word, "xcomp")
    if who is None or (
        who.lower_ not in {"it", "this", "that"} and inner is None and word.lower_ != "powerless"
    ):
        return
    if inner is not None and inner.lemma_.lower() not in words.COMPELLING | words.UNMAKING | {
        "interfere",
        "block",
    }:
        return
    if word.lower_ in words.UNABLE or is_negated(verb):
        yield Said("cannot_decide", who, "unable")
    elif inner is not None and _about_tie(inner):
        yield Said("decides", who, "empowered")


def _remit(noun: Token) -> Iterator[Said]:
    """ "the matter is outside its competence", "falls within the council's remit"."""
    owner = child(noun, "poss") or prep_object(noun, "of")
    prep = noun.head
    if owner is None or noun.dep_ != "pobj" or noun.lower_ in {"say", "role", "vote", "part"}:
        return
    if prep.lower_ in {"outside", "beyond"}:
        yield Said("cannot_decide", owner, "outside-remit")
    elif prep.lower_ in {"within", "in"} and noun.lower_ in {
        "remit",
        "competence",
        "purview",
        "jurisdiction",
        "gift",
    }:
        power = "cannot_decide" if is_negated(prep.head) else "decides"
        yield Said(power, owner, "within-remit")


def _for_to(verb: Token) -> Iterator[Said]:
    """ "it is not for me to decide", "that is for the council to say"."""
    opener = next((c for c in verb.children if c.lower_ == "for" and c.dep_ == "mark"), None)
    who = own_subject(verb)
    if opener is None or who is None or verb.head.lemma_ != "be":
        return
    yield Said("cannot_decide" if is_negated(verb.head) else "decides", who, "for-to")


def _approved(verb: Token) -> Iterator[Said]:
    """ "must be approved by the council", "has to be signed off by the ministry"."""
    if modal(verb) not in {"must", "should", "would", "needs"} and not _has_to(verb):
        return
    who = agent(verb)
    about = own_subject(verb)
    if is_passive(verb) and who is not None and about is not None and _is_about_tie(about):
        yield Said("decides", who, "must-be-approved")


def _has_to(verb: Token) -> bool:
    return verb.head.lemma_.lower() in {"have", "need"} and verb.dep_ == "xcomp"


def _subject_to(noun: Token) -> Iterator[Said]:
    """ "subject to the approval of the council", "with the consent of the ministry"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"to", "with", "without"}:
        return
    if prep.lower_ == "to" and prep.head.lower_ != "subject":
        return
    who = prep_object(noun, "of", "from", "by") or child(noun, "poss")
    if who is not None and who.pos_ != "PRON":
        yield Said("decides", who, "subject-to")


def _takes_cue(noun: Token) -> Iterator[Said]:
    """ "takes its direction from the council"."""
    verb = noun.head
    if (noun.dep_ == "dobj" and verb.lemma_ == "take" and prep_object(verb, "from")) or prep_object(
        noun, "from"
    ):
        who = subject(verb) if verb.lemma_ == "take" else None
        if who is not None:
            yield Said("carries_out", who, "takes-direction")


def _neither(who: Token) -> bool:
    return "neither" in {c.lower_ for c in who.children}


def _only_before(who: Token) -> bool:
    left = who.left_edge.i
    found: bool = left > 0 and who.doc[left - 1].lower_ == "only"
    return found


def _about_tie(verb: Token) -> bool:
    about = child(verb, "dobj")
    return about is not None and _is_about_tie(about)


def _is_about_tie(about: Token) -> bool:
    lemma = about.lemma_.lower()
    sister: bool = any(c.lower_ in {"sister", "twin", "partner", "twinning"} for c in about.subtree)
    return lemma in TIE_NOUNS | MOTION_NOUNS or lemma in {"it", "them", "one", "vote", "decision"} or sister


def _needs(verb: Token) -> Iterator[Said]:
    """ "needs the consent of the ministry", "would need a vote of the council"."""
    noun = child(verb, "dobj")
    if noun is None or noun.lower_ not in words.APPROVALS:
        return
    found = prep_object(noun, "of", "from") or child(noun, "poss")
    if found is None:
        return
    yield Said("cannot_decide" if is_negated(verb) else "decides", found, "needs-consent")


def _binds(verb: Token) -> Iterator[Said]:
    """ "the premier's request does not bind the city"."""
    who = own_subject(verb)
    if who is None or not (is_negated(verb) or _binds_nobody(verb)):
        return
    owner = child(who, "poss")
    if owner is not None:
        yield Said("cannot_decide", owner, "binds-no-one")


def _binds_nobody(verb: Token) -> bool:
    about = child(verb, "dobj")
    return about is not None and about.lower_ in {"nobody", "one", "none", "nothing"}


def _soon(verb: Token) -> Iterator[Said]:
    """ "the council will discuss its agreement on 28 March": whose question it is."""
    if modal(verb) not in {"will", "wo", "'ll"} and verb.dep_ != "xcomp":
        return
    who = own_subject(verb) or (
        subject(verb) if verb.head.lemma_ in {"schedule", "expect", "set", "be"} else None
    )
    if who is None or who.lemma_.lower() not in words.SUBJECTS_SOON:
        return
    if verb.lemma_ == "take" and not any(c.lower_ == "up" for c in verb.children):
        return
    if any(
        t.lemma_.lower() in TIE_NOUNS | MOTION_NOUNS | {"matter", "issue", "question"}
        for t in verb.subtree
        if t.i > verb.i
    ) or verb.lemma_ in {"decide"}:
        yield Said("decides", who, "will-decide")


def _advises(verb: Token) -> Iterator[Said]:
    """ "the committee, which only advises", "may only advise", "advises the council on"."""
    if verb.pos_ != "VERB" or is_negated(verb) or is_passive(verb):
        return
    if verb.tag_ not in {"VBZ", "VBP"} and modal(verb) not in {"can", "may", "could"}:
        return
    who = subject(verb)
    if who is not None and child(verb, "xcomp") is None:
        yield Said("advises", who, "advises")


def _advisory(word: Token) -> Iterator[Said]:
    """ "its role is advisory", "the Advisory Board"."""
    if word.dep_ == "acomp" and word.head.lemma_ == "be":
        about = own_subject(word.head)
        if about is not None:
            yield Said("advises", child(about, "poss") or about, "advisory")
    elif word.dep_ in {"compound", "amod"} and word.text[0].isupper() and word.head.pos_ == "PROPN":
        yield Said("advises", word.head, "advisory-name")


def _recommendation(noun: Token) -> Iterator[Said]:
    """ "could only make a recommendation"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ == "make" and modal(verb) in {"can", "could", "may"}:
        who = subject(verb)
        if who is not None:
            yield Said("advises", who, "only-recommends")


def _carries_out(verb: Token) -> Iterator[Said]:
    """ "will abide by whatever is decided", "follows the direction of the council", "will carry it out"."""
    lemma = verb.lemma_.lower()
    if is_negated(verb) or is_passive(verb) or verb.pos_ != "VERB":
        return
    after = [t.lower_ for t in verb.subtree if t.i > verb.i]
    if lemma == "carry":
        fits = "out" in after[:4] and not set(after) & {"drill", "survey", "attack"}
    elif lemma == "do":
        fits = after[:1] in (["whatever"], ["what"]) and bool(modal(verb))
        fits = fits and any(
            w in after for w in ("council", "commission", "board", "asked", "city", "decides")
        )
    else:
        fits = bool(set(after) & words.CARRIED)
    if not fits:
        return
    who = subject(verb)
    if who is not None:
        yield Said("carries_out", who, "carries-out")


def _on_behalf(noun: Token) -> Iterator[Said]:
    """ "looks after it on the council's behalf"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head
        who = subject(verb)
        if who is not None and verb.lemma_.lower() not in {"sign", "write", "speak", "accept"}:
            yield Said("carries_out", who, "on-behalf")


Finder = Callable[[Token], Iterator[Said]]


def _finders() -> dict[str, tuple[Finder, ...]]:
    by_lemma: dict[str, list[Finder]] = {}
    groups: tuple[tuple[frozenset[str], Finder], ...] = (
        (words.RESTING, _rests),
        (words.POWERS, _has_power),
        (words.COMPELLING | words.UNMAKING, _cannot),
        (frozenset({"need", "require", "want"}), _needs),
        (words.UNABLE | words.ABLE, _able),
        (words.REMITS, _remit),
        (frozenset({"decide", "say", "judge", "make", "answer"}), _for_to),
        (frozenset({"approve", "ratify", "sign", "confirm", "endorse"}), _approved),
        (words.APPROVALS - {"agreement", "vote"}, _subject_to),
        (frozenset({"cue", "direction", "instruction", "lead", "order"}), _takes_cue),
        (frozenset({"bind"}), _binds),
        (words.DECIDING_SOON, _soon),
        (frozenset({"advise"}), _advises),
        (frozenset({"advisory"}), _advisory),
        (frozenset({"recommendation"}), _recommendation),
        (words.CARRYING_OUT | {"carry", "do"}, _carries_out),
        (frozenset({"behalf"}), _on_behalf),
    )
    for lemmas, finder in groups:
        for lemma in lemmas:
            by_lemma.setdefault(lemma, []).append(finder)
    return {lemma: tuple(found) for lemma, found in by_lemma.items()}


_BY_LEMMA = _finders()
