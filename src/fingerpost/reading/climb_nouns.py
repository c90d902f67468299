"""A noun for it: "a motion to end", "the suspension", "his call", "opposition to ending"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import (
    child,
    fate,
    is_negated,
    is_passive,
    is_verbal,
    modal,
    own_subject,
    prep_object,
    subject,
)
from fingerpost.reading.climb import DEPTH, Climb
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import (
    CARRIERS,
    Held,
    agent,
    all_joined,
    is_asked,
    is_motion,
    is_supposed,
    rejects,
    turned,
)


class Nouns(Climb):
    """The steps of a climb over nouns."""

    def on_noun(self, verb: Token, noun: Token, stance: str, depth: int) -> Iterator[Held]:
        """A clause that hangs on a noun: "a motion to end", "the draft, which would end"."""
        if is_motion(noun) or noun.lemma_.lower() in CARRIERS:
            yield from self.noun(noun, stance, depth + 1)
            return
        to = any(c.tag_ == "TO" for c in verb.children)
        if verb.tag_ == "VBN" and not to and noun.dep_ in {"dobj", "nsubj"} and is_verbal(noun.head):
            # "wanted the agreement extended": the parser hangs the participle on the noun.
            governor = noun.head if noun.dep_ == "dobj" else noun.head.head
            if governor.lemma_.lower() in {"want", "like", "prefer", "see"} and noun.i < verb.i:
                yield from self.attitude(governor, stance, "wants", depth + 1, "wants")
            elif governor.lemma_ == "order" and noun.i < verb.i:
                yield from self.attitude(governor, stance, "demands", depth + 1, "asks")
            return
        if noun.dep_ in {"attr", "acomp"} and noun.lower_ in words.BAD | words.GOOD:
            yield from self.judged(noun.head, stance)  # "it would be a mistake to end it"
            return
        if (
            noun.lower_ in words.COURAGE
            and noun.dep_ == "dobj"
            and noun.head.lemma_ in {"have", "show", "find"}
        ):
            yield from self.clause(noun.head, stance, depth + 1)  # "asked it to have the courage to keep it"
            return
        if noun.lower_ == "time" and noun.dep_ == "nsubj" and noun.head.lemma_ == "come":
            if not is_negated(noun.head):
                yield from self.wish(noun.head, stance)  # "the time has come to end it"
            return
        if noun.lower_ == "time" and noun.dep_ == "attr":
            wrong = any(c.lower_ in words.BAD for c in noun.children)
            timely = turned(stance) if is_negated(noun.head) or wrong else stance
            if timely is not None:
                yield from self.wish(noun.head, timely)  # "it is time to end it"
            return
        if verb.dep_ == "relcl" or verb.tag_ == "VBG" or own_subject(verb) is not None:
            yield from self.asserted(verb, stance, depth)
            return
        if verb.tag_ == "VB" and is_verbal(noun.head) and noun.dep_ in {"dobj", "pobj"}:
            # "asked members to reject": the parser hangs the infinitive on the noun.
            yield from self.governed_by(noun.head, stance, depth)
        elif noun.dep_ == "pobj" and (verb.tag_ == "VB" or to):
            # "asked for the question to be put off", "called on the city to end it"
            governor = noun.head.head
            if is_verbal(governor):
                yield from self.governed_by(governor, stance, depth)
            elif governor.lemma_.lower() in words.ATTITUDE_NOUNS:
                yield from self.noun(governor, stance, depth + 1)

    def noun(self, noun: Token, stance: str | None, depth: int) -> Iterator[Held]:
        if stance is None or depth > DEPTH:
            return
        lemma = noun.lemma_.lower()
        none = any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)
        none = none or (lemma in words.NO_REASON and _not_any(noun))
        if none and lemma in words.HASTE and is_verbal(noun.head):
            yield from self.wish(noun.head, stance)  # "said there was no hurry"
            return
        if none and lemma in words.NO_ROOM:
            yield from self.wish(
                noun.head, stance
            )  # "had no business being a sister", "there is no place for it"
            return
        if lemma in words.NO_REASON and not none and lemma != "case":
            return
        if (lemma in words.NO_REASON and none) or lemma in words.OPPOSING_NOUNS:
            stance = turned(stance)
            if stance is None:
                return
            if lemma in words.NO_REASON and is_verbal(noun.head):
                who = subject(noun.head)
                if who is not None and who.lower_ == "it":
                    yield from self.wish(noun.head, stance)  # "said it makes no sense to end it"
                elif who is not None:
                    yield Held(stance, who, "wants", noun, "no-reason")
                else:
                    yield from self.wish(noun.head, stance)  # "there is no reason to"
                return
        elif none:
            return
        yield from self.of_noun(noun, stance)
        if lemma == "veto" and noun.head.lemma_ in {"overturn", "override", "reverse"}:
            against_veto = {"keep": "suspend"}.get(stance, stance)
            yield from self.attitude(noun.head, against_veto, "decides", depth, "overrides")
            return
        yield from self.role(noun, stance, depth)

    def of_noun(self, noun: Token, stance: str) -> Iterator[Held]:
        """Those whom the noun phrase itself names: "his call", "a motion by", "brought by"."""
        owner = child(noun, "poss")
        if (
            owner is not None
            and owner.lemma_.lower() not in words.TIE_NOUNS
            and noun.lemma_.lower() not in words.OPERATION_NOUNS
        ):
            decided = noun.lemma_.lower() in {"decision", "vote", "order"}
            yield Held(stance, owner, "decides" if decided else "demands", noun, "owner")
        proposed = noun.head.lower_ in {"on", "upon", "at"}  # "on the proposal of Councillor Gleeson"
        for prep in ("by", "from", "of") if proposed else ("by", "from"):
            found = prep_object(noun, prep)
            if found is not None and not found.lower_.endswith(("self", "selves")):
                for each in all_joined(found):
                    yield Held(stance, each, "demands", noun, "by")
        maker = child(noun, "compound", "nmod")
        if maker is not None and maker.pos_ == "PROPN" and is_motion(noun):
            yield Held(stance, maker, "demands", noun, "owner")
        for c in noun.children:
            if c.dep_ in {"acl", "relcl"}:
                yield from self.made(c, stance)
        if is_motion(noun):
            # "the resolution to end the agreement, written by Reed": the parser hangs the participle on the tie.
            for c in noun.subtree:
                on_tie = c.tag_ == "VBN" and c.dep_ == "acl" and c.head.lemma_.lower() in words.TIE_NOUNS
                if on_tie and c.lemma_.lower() in words.MOVING | words.SUPPORTING:
                    yield from self.made(c, stance)

    def made(self, verb: Token, stance: str) -> Iterator[Held]:
        """ "brought by Daftari and backed by the mayor", beside a motion."""
        lemma = verb.lemma_.lower()
        if verb.tag_ == "VBN":
            who = agent(verb)
            against = lemma in words.OPPOSING
            found = turned(stance) if against else stance
            if (
                who is not None
                and found is not None
                and (lemma in words.MOVING | words.SUPPORTING | words.OPPOSING or is_put_forward(verb))
            ):
                for each in all_joined(who):
                    yield Held(found, each, "demands", verb, "made-by")
        for c in verb.children:
            if c.dep_ == "conj" and c.tag_ == "VBN":
                yield from self.made(c, stance)

    def role(self, noun: Token, stance: str, depth: int) -> Iterator[Held]:
        """What is done with the motion, the call or the suspension that the noun names."""
        head = noun.head
        told = next((t for c in noun.children if is_verbal(c) and (t := fate(c)) is not None), None)
        if told is not None:
            if is_passive(told):
                yield from self.treated(noun, told, stance, depth)
                for joined in told.children:
                    if joined.dep_ == "conj" and joined.tag_ == "VBN":
                        yield from self.made(joined, stance)
            else:
                yield from self.fared(noun, told, stance)
        elif (named := _named_before(noun)) is not None and depth < DEPTH:
            yield from self.role(named, stance, depth + 1)
        elif noun.dep_ in {"dobj", "nsubjpass"} and is_verbal(head):
            yield from self.treated(noun, head, stance, depth)
            for joined in head.children:
                if joined.dep_ == "conj" and joined.tag_ == "VBN" and noun.dep_ == "nsubjpass":
                    yield from self.made(joined, stance)  # "proposed by Reed and seconded by Lee"
        elif noun.dep_ == "appos" and head.lemma_.lower() in words.MARGINS and is_verbal(head.head):
            yield from self.treated(
                noun, head.head, stance, depth
            )  # "carried, five votes to three, a motion"
        elif noun.dep_ == "nsubj" and is_verbal(head):
            yield from self.fared(noun, head, stance)
        elif noun.dep_ == "appos" and is_motion(head) and depth < DEPTH:
            yield from self.role(head, stance, depth + 1)  # "House Bill 1187, a law that would end it"
        elif noun.dep_ == "pobj" and head.head.lemma_.lower() in words.ENACTING and depth < DEPTH:
            yield from self.role(head.head, stance, depth + 1)  # "block the enforcement of the law"
        elif noun.dep_ == "pobj":
            yield from self.prep(head, stance, depth + 1)
        elif noun.dep_ == "conj":
            yield from self.role(head, stance, depth + 1)
        elif noun.dep_ == "poss" and head.lemma_.lower() in words.AUTHORS:
            yield from self.author(head, stance)

    def author(self, noun: Token, stance: str) -> Iterator[Held]:
        """ "Wilfredo Ticona, the author of both motions", "the bill's author, Lyle Kuykendall"."""
        named = noun.head if noun.dep_ == "appos" else child(noun, "appos")
        yield Held(stance, named if named is not None else noun, "demands", noun, "author")

    def treated(self, noun: Token, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        """Read what was done with it: "adopted the resolution", "opposed the suspension", "was voted down"."""
        lemma = verb.lemma_.lower()
        if is_supposed(verb):
            return
        judged = {t.lower_ for c in verb.children if c.dep_ in {"oprd", "ccomp", "prep"} for t in c.subtree}
        judged |= {c.lower_ for c in noun.children if c.dep_ in {"acl", "amod"} and c.i > noun.i}
        if lemma in words.CALLING and judged & (words.BAD | words.GOOD):
            worse = bool(judged & words.BAD)
            yield from self.attitude(verb, turned(stance) if worse else stance, "wants", depth, "calls")
            return
        praised = {c.lower_ for c in noun.children if c.dep_ == "amod"}
        if lemma == "make" and praised & (words.BAD | words.GOOD):
            found = turned(stance) if praised & words.BAD else stance
            if found is not None:
                yield from self.wish(verb, found)  # "said the council had made the right decision"
            return
        moved = noun.lemma_.lower() in CARRIERS or noun.pos_ == "PRON"
        if lemma in words.DROPPING and moved and is_asked(verb) and verb.head.lemma_.lower() in words.ASKING:
            yield from self.attitude(verb.head, turned(stance), "demands", depth, "drops")
            return  # "demanded that the plan be scrapped"
        if lemma in words.DROPPING and moved and not is_passive(verb):
            yield from self.attitude(verb, turned(stance), "wants", depth, "drops")
            return
        if (
            lemma == "table"
            and not _is_persons(verb)
            and not any(c.lower_ in words.INDEFINITE for c in noun.children)
        ):
            return  # the council tabled it: that puts it off
        if lemma == "need":
            yield from self.wish(verb, stance)  # "said the council needed more time"
            return
        unnamed = is_passive(verb) and agent(verb) is None
        if unnamed and lemma in {"put", "place", "bring"} and is_asked(verb) and moved:
            yield from self.governed(verb, verb.head, stance, depth + 1)
            return  # "asked that a resolution ending it be put on the agenda"
        refused = rejects(verb, lemma)
        if refused or lemma in words.OPPOSING:
            against = turned(stance)
            if not unnamed:
                yield from self.attitude(verb, against, "decides" if refused else "wants", depth, "against")
            elif refused and against is not None and is_motion(noun):
                yield Held(against, None, "decides", verb, "defeated")
        elif unnamed:
            if lemma in words.CARRYING and not is_negated(verb) and not modal(verb):
                yield Held(stance, None, "decides", verb, "carried")
        elif lemma == "carry" and any(c.lower_ == "out" for c in verb.children):
            return  # to carry out a vote is to obey it
        elif lemma in words.COMPLYING:
            if is_negated(verb) or verb.head.lemma_.lower() in words.REFUSING:
                yield from self.defied(verb, turned(stance))
        elif lemma in words.CARRYING | words.SETTING | words.SUPPORTING:
            settles = lemma in words.CARRYING | words.SETTING
            yield from self.attitude(verb, stance, "decides" if settles else "wants", depth, "for")
        elif lemma in words.MOVING:
            if noun.lemma_.lower() not in words.PAPERS or not list(self.of_noun(noun, stance)):
                yield from self.attitude(verb, stance, "demands", depth, "moves")
        elif lemma == "accept" and noun.lemma_.lower() in words.RESULTS:
            return  # to accept an outcome is not to want it
        elif lemma in (words.ASKING - {"call", "tell"}) | {
            "want",
            "seek",
            "prefer",
            "issue",
            "accept",
        } or (lemma == "like" and modal(verb)):
            yield from self.attitude(verb, stance, "demands", depth, "asks")
        elif lemma in words.LEADING:
            yield from self.attitude(verb, stance, "wants", depth, "leads")
        elif lemma in {"consider", "see"} and verb.dep_ in {"ccomp", "xcomp"}:
            yield from self.clause(verb, stance, depth + 1)

    def defied(self, verb: Token, stance: str | None) -> Iterator[Held]:
        """ "will not apply the motion to freeze it", "refused to carry out the order"."""
        who = subject(verb)
        if stance is not None and who is not None:
            for each in all_joined(who):
                yield Held(stance, each, "wants", verb, "defies")

    def fared(self, noun: Token, verb: Token, stance: str) -> Iterator[Held]:
        """Read how it went: "the motion failed", "the resolution passed", "the idea comes from the league"."""
        lemma = verb.lemma_.lower()
        if is_negated(verb) or modal(verb) or is_supposed(verb):
            return
        against = turned(stance)
        if lemma in words.FAILING and against is not None:
            if is_motion(noun):
                yield Held(against, None, "decides", verb, "defeated")
            elif noun.lemma_.lower() in words.ATTEMPTS:
                yield Held(against, None, "decides", verb, "attempt-failed")
        elif lemma in {"pass", "carry", "succeed", "prevail"}:
            glad = verb.head if verb.dep_ == "ccomp" and verb.head.lower_ in words.PLEASED else None
            if glad is not None and is_verbal(glad.head):
                yield from self.attitude(glad.head, stance, "supports", 1, "pleased")
            yield Held(stance, None, "decides", verb, "carried")
        elif lemma in words.WINNING and (won := child(verb, "dobj")) and won.lower_ in {"support", "backing"}:
            for each in all_joined(found) if (found := prep_object(won, "of", "from")) else ():
                yield Held(stance, each, "supports", verb, "for")
        elif lemma == "be":
            yield from self.judged(verb, stance)  # "the decision was a mistake"
        elif lemma == "come":
            for c in verb.children:
                if c.dep_ == "conj" and c.tag_ == "VBN":
                    yield from self.made(c, stance)  # "came from Appleyard and was seconded by Hessle"
            found = prep_object(verb, "from")
            if found is not None:
                for each in all_joined(found):
                    yield Held(stance, each, "demands", verb, "comes-from")


def _not_any(noun: Token) -> bool:
    """True for "could not see any point in"."""
    return any(c.lower_ == "any" for c in noun.children) and is_verbal(noun.head) and is_negated(noun.head)


def _named_before(noun: Token) -> Token | None:
    """Give the bill that a noun explains, where the parser joins that noun to the verb: "Bill 12, a law that"."""
    at = noun.left_edge.i - 1
    if noun.dep_ != "dobj" or at - 1 <= noun.sent.start or noun.doc[at].text != ",":
        return None
    last = noun.doc[at - 1]
    bill = last.head if last.dep_ == "nummod" else last
    return bill if is_motion(bill) and bill != noun and bill.pos_ == "PROPN" else None


def is_put_forward(verb: Token) -> bool:
    """Tell whether it is "put forward", "put down" or "brought forward"."""
    return verb.lemma_ in {"put", "bring"} and any(c.lower_ in {"forward", "down"} for c in verb.children)


def _is_persons(verb: Token) -> bool:
    """Tell whether one person did it, not a body."""
    who = subject(verb) if verb.tag_ != "VB" or modal(verb) else None
    return who is not None and (who.ent_type_ == "PERSON" or who.lower_ in {"he", "she", "who", "i"})
