"""The authority of a page: who decides about ties, who may not, who advises, who carries out.

Label rules: a body that decided decides; a higher power that could cancel decides; a bill not passed is
nothing; an official told to notify acts, and has no power by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple
from typing import cast as typed

from spacy.tokens import Token

from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import (
    antecedent,
    child,
    conjuncts,
    is_negated,
    is_passive,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.deciders import Deciders
from fingerpost.reading.decisions import Decision
from fingerpost.reading.en import authority as words
from fingerpost.reading.en.stances import ASKING, MOTION_NOUNS, SAYING, TIE_NOUNS
from fingerpost.reading.model import Actor, Authority, Power, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.stances import Frames, frames_on
from fingerpost.reading.ties import Ties


class Said(NamedTuple):
    """A power that a sentence gives or denies somebody."""

    power: str
    holder: Token
    why: str


def find_authority(
    page: Page,
    cast: Cast,
    ties: Ties,
    decisions: tuple[Decision, ...],
    quotes: tuple[Quote, ...] = (),
) -> tuple[Authority, ...]:
    """Find the authority of a page, in text order."""
    if not ties.ties:
        return ()
    frames = frames_on(page, ties)
    who = Deciders(page, cast, frames)
    found: dict[tuple[str, str], tuple[int, Authority]] = {}

    def add(actor: str, power: str, token: Token, over: str | None, why: str) -> None:
        if (actor, power) not in found:
            finding = Authority(
                actor=actor,
                power=typed(Power, power),
                over=over,
                passages=(page.sentence(token),),
                why=why,
            )
            found[actor, power] = (token.i, finding)

    for said in _said(page):
        for each in conjuncts(said.holder):
            actor = _speaker(each, quotes, cast) or who.actor(each) or _spoken_for(each, cast)
            if actor is not None and actor.kind not in {"press", "company"}:
                add(actor.id, said.power, said.holder, ties.main.id if ties.main else None, said.why)
    _advisers(frames, who, {d.actor for d in decisions if d.actor}, add)
    bodies = {d.tie for d in decisions if d.actor and not d.town}
    for decision in decisions:
        told_of_body = decision.town and decision.tie in bodies
        if decision.why.startswith("done-to"):
            continue
        if decision.actor and (decision.actor, "advises") not in found and not told_of_body:
            add(decision.actor, "decides", decision.sent.root, decision.tie, "decided")
    if not any(power == "decides" for _, power in found):
        _asked(frames, who, add)
    return tuple(finding for _, finding in sorted(found.values(), key=lambda item: item[0]))


def _speaker(holder: Token, quotes: tuple[Quote, ...], cast: Cast) -> Actor | None:
    """Give who "I" or "we" is inside a quote."""
    if holder.lower_ not in {"i", "we"}:
        return None
    said = next((q for q in quotes if q.start <= holder.idx < q.end), None)
    return cast.by_id.get(said.speaker) if said is not None and said.speaker else None


def _spoken_for(holder: Token, cast: Cast) -> Actor | None:
    """Give the body in "a spokesman for the ministry said it had no say"."""
    if holder.pos_ != "PRON":
        return None
    for verb in holder.head.ancestors:
        if verb.lemma_.lower() in SAYING and (speaker := own_subject(verb)) is not None:
            body = prep_object(speaker, "for", "of")
            return (cast.who(body) if body is not None else None) or cast.who(speaker)
    return None


Add = Callable[[str, str, Token, str | None, str], None]


def _advisers(frames: Frames, who: Deciders, deciders: set[str], add: Add) -> None:
    """A body that recommends, and does not decide, advises."""
    for frame in frames:
        verb, holder = frame.held.at, frame.held.holder
        if holder is None or verb.lemma_.lower() not in {"recommend", "advise"} or is_negated(verb):
            continue
        actor = who.actor(holder)
        hired = holder.lemma_.lower() in {"staff", "officer", "official", "report"}
        if actor is not None and actor.kind != "person" and actor.id not in deciders and not hired:
            add(actor.id, "advises", verb, frame.tie, "recommends")


def _asked(frames: Frames, who: Deciders, add: Add) -> None:
    """A council that is asked to decide is taken to be the one that may, where nothing says otherwise."""
    for frame in frames:
        verb = frame.held.at
        if frame.held.force not in {"demands", "wants"} or verb.lemma_.lower() not in ASKING | {"want"}:
            continue
        for asked in (child(verb, "dobj"), prep_object(verb, "on"), _inner_subject(verb)):
            actor = who.actor(asked) if asked is not None else None
            if actor is not None and actor.kind == "council":
                add(actor.id, "decides", verb, frame.tie, "asked-to-decide")
                return


def _inner_subject(verb: Token) -> Token | None:
    inner = child(verb, "ccomp", "xcomp")
    return own_subject(inner) if inner is not None else None


def _said(page: Page) -> Iterator[Said]:
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
    if noun.dep_ not in {"dobj", "attr"} or verb.lemma_.lower() not in {
        "have",
        "claim",
        "hold",
        "get",
        "play",
    }:
        return
    who = subject(verb)
    if who is None or who.lower_ in {"who", "which"}:
        who = antecedent(who) if who is not None else None
    if who is None:
        return
    lacks = is_negated(verb) or any(c.lower_ in {"no", "little"} for c in noun.children)
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


def _neither(who: Token) -> bool:
    return "neither" in {c.lower_ for c in who.children}


def _only_before(who: Token) -> bool:
    left = who.left_edge.i
    found: bool = left > 0 and who.doc[left - 1].lower_ == "only"
    return found


def _about_tie(verb: Token) -> bool:
    about = child(verb, "dobj")
    if about is None:
        return False
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
