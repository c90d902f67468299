"""The clause of a verb that does it: "ends the tie", "that the tie be ended", "should end it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.clauses import (
    child,
    is_negated,
    is_passive,
    is_verbal,
    mark,
    modal,
    own_subject,
    particles,
    subject,
)
from fingerpost.reading.climb import Climb
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import (
    CARRIERS,
    Held,
    agent,
    all_joined,
    is_asked,
    is_motion,
    is_patient,
    is_supposed,
    number_of,
    rejects,
    said_beside,
    turned,
    undone,
)

SAYERS = words.SAYING | words.WANTING | words.DECIDING | words.ASKING | words.MOVING | {"fear"}
"""Verbs whose subject wants what is said to be due."""


class Clauses(Climb):
    """The steps of a climb over clauses."""

    def clause(self, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        if is_supposed(verb):
            return
        generic = own_subject(verb)
        if generic is not None and generic.lower_ in words.GENERIC and is_negated(verb):
            against = undone(stance)
            if against == "keep" and stance == "end" and modal(verb) not in words.MAYBE | words.WILL:
                yield Held(against, None, "wants", verb, "generic", speaker=True)
            return
        if is_negated(verb) and verb.lemma_.lower() not in words.HASTE:
            against = undone(stance)
            if against is None:
                return
            stance = against
        if verb.lemma_.lower() in words.REGARDING and stance == "keep" and modal(verb) not in words.MAYBE:
            for each in all_joined(who) if (who := subject(verb)) is not None else ():
                yield Held(stance, each, "wants", verb, "regards")  # "considers it to be still in force"
            return
        head = verb.head
        helper = next(
            (c for c in verb.children if c.dep_ == "aux" and c.lower_ in words.AS_AUXILIARIES), None
        )
        if helper is not None and verb.tag_ == "VBG":
            # "who opposed ending it": the parser takes the verb of wanting for an auxiliary.
            found = turned(stance) if helper.lower_ == "opposed" else stance
            who = subject(verb) or child(helper, "nsubj")
            if found is not None and who is not None:
                yield Held(found, who, "wants", helper, "against" if helper.lower_ == "opposed" else "wants")
            return
        owed = modal(verb) in words.OBLIGATION
        if verb.dep_ == "conj" and own_subject(verb) is None and is_verbal(head) and not owed:
            yield from self.sibling(verb, head, stance, depth)
        elif owed:
            yield from self.wish(verb, stance)
        elif verb.dep_ in {"xcomp", "ccomp"} and is_verbal(head):
            yield from self.governed(verb, head, stance, depth)
        elif verb.dep_ in {"acl", "relcl"}:
            yield from self.on_noun(verb, head, stance, depth)
        elif verb.dep_ == "pcomp":
            yield from self.prep(head, stance, depth)
        elif verb.dep_ in {"csubj", "nsubj", "csubjpass"} and is_verbal(head):
            yield from self.judged(head, stance)
        elif mark(verb) == "for" and is_verbal(head):
            called = next(
                (c for c in head.children if c.dep_ == "dobj" and c.lemma_.lower() in CARRIERS), None
            )
            if called is not None:
                yield from self.noun(called, stance, depth + 1)  # "dismissed calls for it to be scrapped"
            else:
                yield from self.governed_by(head, stance, depth)  # "called for it to be scrapped"
        elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and rejects(head, head.lemma_.lower()):
            yield from self.attitude(head, turned(stance), "wants", depth, "against")  # "ruled out ending it"
        elif verb.dep_ == "advcl" and verb.tag_ == "VB" and own_subject(verb) is None:
            yield from self.purpose(verb, head, stance, depth)
        elif verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"ADJ", "ADV"}:
            yield from self.inclined(head, stance, depth)
        elif verb.dep_ in {"xcomp", "ccomp"}:
            yield from self.noun(head, stance, depth + 1)
        else:
            yield from self.asserted(verb, stance, depth)

    def inclined(self, adjective: Token, stance: str, depth: int) -> Iterator[Held]:
        """ "was ready to sign", "is reluctant to end", "committed to keeping"."""
        if not is_verbal(adjective.head):
            return
        if adjective.lower_ == "worth" or (stance == "defer" and adjective.lower_ in words.GLAD):
            yield from self.wish(adjective.head, stance)  # "is worth keeping", "is not ready to vote"
            return
        if adjective.lower_ in words.GLAD:
            yield from self.attitude(adjective.head, stance, "wants", depth + 1, "glad")
        elif adjective.lower_ in words.EARLY:
            yield from self.too_soon(adjective.head, stance)  # "said it was too early to decide"
        elif adjective.lower_ in words.LOATH:
            yield from self.attitude(adjective.head, turned(stance), "wants", depth + 1, "loath")

    def sibling(self, verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
        """The second of two verbs joined by "and" stands where the first stands."""
        if verb.tag_ in {"VB", "VBG"} and head.tag_ == verb.tag_:
            plain = head
            while plain.dep_ == "conj" and is_verbal(plain.head) and own_subject(plain) is None:
                plain = plain.head
            if plain.dep_ in {"xcomp", "ccomp"} and is_verbal(plain.head):
                yield from self.governed(plain, plain.head, stance, depth)
            elif plain.dep_ in {"acl", "relcl"}:
                yield from self.on_noun(plain, plain.head, stance, depth)
            elif plain.dep_ == "pcomp":
                yield from self.prep(plain.head, stance, depth)
            elif plain.dep_ == "ROOT" or own_subject(plain) is not None:
                yield from self.asserted(plain, stance, depth)
            return
        yield from self.asserted(verb, stance, depth)

    def asserted(self, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        """A main clause: somebody does it, has done it, will or would do it."""
        who = subject(verb)
        may = modal(verb)
        if may in words.MAYBE:
            if is_negated(verb) and who is not None and who.lower_ in {"we", "i"}:
                yield Held(stance, who, "wants", verb, "cannot")  # "we cannot keep this agreement"
            return
        if verb.lemma_.lower() in words.SPENT or verb.lemma_ == "be":
            yield from self.wish(verb, stance)  # "has run its course", "is still our sister"
            return
        if who is None:
            if stance == "defer" and verb.is_sent_start and verb.tag_ in {"VBN", "VBD"}:
                yield Held(stance, None, "decides", verb, "decides")  # minutes: "Laid over to May 6"
            elif is_passive(verb):
                if is_asked(verb) and any(c.lower_ == "resolved" for c in verb.children):
                    yield Held(stance, None, "decides", verb, "decides")  # "RESOLVED by 5 votes to 1 that"
                elif not may and not is_negated(verb) and not is_asked(verb):
                    yield Held(stance, None, "decides", verb, "done-to")
            elif verb.tag_ == "VB" and verb.dep_ in {"ROOT", "ccomp", "conj"} and not may:
                yield Held(stance, None, "demands", verb, "imperative", speaker=True)
            return
        if is_passive(verb) and who.lemma_.lower() in words.ORDERS and (orderer := agent(verb)) is not None:
            who = orderer  # "terminated by executive order of the mayor"
        who = number_of(who)
        if is_motion(who) or who.lemma_.lower() in words.ATTITUDE_NOUNS:
            yield from self.noun(who, stance, depth + 1)
            return
        present = verb.tag_ in {"VBZ", "VBP"} and not may
        if present and verb.lemma_ == "stand" and {"by", "with"} & set(particles(verb)):
            said = verb.head if verb.dep_ in {"ccomp", "conj"} else None
            yield from self.stood(verb, said, stance, who)
            return
        if is_patient(who, verb) and present and stance == "keep":
            yield from self.insisted(verb, stance)
            return
        if is_patient(who, verb) or any(c.lower_ in words.NOBODY for c in (who, *who.children)):
            return
        if may in words.WILL:
            for each in all_joined(who):
                yield Held(stance, each, "plans", verb, "would" if may in {"would", "'d"} else "will")
            return
        if is_negated(verb):
            return  # "did not end it" reports no will
        if verb.lemma_ == "want":
            yield from self.attitude(verb, stance, "wants", depth, "wants")  # "wants out of the agreement"
            return
        if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ != "let" and who.lower_ not in {"i", "we"}:
            return  # "the mayor signs and dissolves such agreements" says who may, not who did
        for each in all_joined(who):
            yield Held(stance, each, "decides", verb, "does")

    def insisted(self, verb: Token, stance: str) -> Iterator[Held]:
        """ "insists that the partnership goes on", "For us the partnership goes on"."""
        head = verb.head
        if verb.dep_ == "ccomp" and head.lemma_.lower() in words.INSISTING and not is_negated(head):
            who = subject(head)
            if who is not None:
                yield Held(stance, who, "wants", head, "insists")
        elif any(
            c.lower_ == "for" and any(d.lower_ in {"us", "me"} for d in c.children) for c in verb.children
        ):
            yield Held(stance, None, "wants", verb, "insists", speaker=True)

    def stood(self, verb: Token, said: Token | None, stance: str, who: Token) -> Iterator[Held]:
        """ "said the city stands by its friendship": whoever says so."""
        if said is not None and is_verbal(said) and said.lemma_.lower() in words.SAYING:
            sayer = subject(said)
            if sayer is not None:
                yield Held(stance, sayer, "wants", verb, "stands-by")
        elif said is not None and is_verbal(said):
            yield Held(stance, None, "wants", verb, "stands-by", speaker=True)
        else:
            yield Held(stance, who, "wants", verb, "stands-by")

    def wish(self, verb: Token, stance: str) -> Iterator[Held]:
        """A clause of duty ("the city should leave it alone"): whoever says so wants it."""
        if verb.lemma_ == "approve" or verb.sent.text.rstrip().endswith("?"):
            return  # "the council must approve any agreement" says who may
        up: Token = verb
        for _ in range(5):
            head = up.head
            if up.dep_ == "ROOT" or head == up:
                break
            if up.dep_ in {"ccomp", "xcomp"} and is_verbal(head):
                lemma = head.lemma_.lower()
                if is_negated(head):
                    against = turned(stance) if lemma in words.BELIEVING else None
                    if against is None:
                        return
                    stance = against
                if lemma in SAYERS:
                    who = subject(head)
                    if who is not None:
                        if who.lemma_.lower() in words.MOTION_NOUNS | words.ATTITUDE_NOUNS:
                            yield from self.noun(who, stance, 1)
                            return
                        force = "decides" if lemma in words.DECIDING - {"agree"} else "wants"
                        yield Held(stance, who, force, head, "should")
                    return
            if up.dep_ == "ccomp" and any(c.lower_ in words.INSISTENT for c in head.children):
                who = subject(head)
                if who is not None:
                    yield Held(stance, who, "wants", head, "should")  # "is adamant that it must stay"
                return
            if (
                up.dep_ not in {"ccomp", "xcomp", "conj", "dep", "parataxis"}
                or mark(up) in words.HYPOTHETICAL
            ):
                return
            up = head
        said = said_beside(up)
        if said is not None:
            yield Held(stance, said, "wants", up, "should")
        else:
            yield Held(stance, None, "wants", verb, "should", speaker=True)

    def judged(self, judging: Token, stance: str) -> Iterator[Held]:
        """The doing is judged: "ending it would hurt", "suspending it is the right step"."""
        said = {judging.lower_}
        for c in judging.children:
            if c.dep_ in {"acomp", "attr", "oprd", "dobj"}:
                said |= {c.lower_, *(d.lower_ for d in c.children if d.dep_ in {"amod", "compound"})}
        if is_negated(judging):
            if "enough" in said and stance == "suspend":
                yield from self.wish(judging, "end")  # "a pause was not enough"
            return
        if judging.lemma_.lower() in words.FUTILE and said & (words.NOBODY | {"one"}):
            said |= {"mistake"}
        if judging.lemma_.lower() in words.HARMING or said & words.BAD:
            found = turned(stance)
        elif said & words.GOOD:
            found = stance
        else:
            return
        if found is not None:
            yield from self.wish(judging, found)

    def purpose(self, verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
        """An infinitive hung on the main verb: its true governor is the nearest word of wanting before it."""
        if head.lemma_.lower() in words.TURNING_UP and stance in {"keep", "end"} and verb.lemma_ != "give":
            yield from self.attitude(head, stance, "wants", depth, "wants")
            return
        if head.lemma_.lower() in words.DECIDING - {"vote"} | words.ASKING:
            yield from self.governed_by(head, stance, depth)
            return
        for i in range(verb.i - 1, max(verb.sent.start, verb.i - 12) - 1, -1):
            word = verb.doc[i]
            lemma = word.lemma_.lower()
            if word.pos_ == "NOUN" and lemma in words.ATTITUDE_NOUNS - {
                "support",
                "statement",
                "law",
                "letter",
            }:
                yield from self.noun(word, stance, depth + 1)
                return
            if word.pos_ == "VERB" and lemma in words.PLANNING and word.tag_ != "VB":
                yield from self.attitude(
                    word, stance, "plans", depth + 1, "plans"
                )  # "pledged to do all he can to"
                return
            if word.pos_ == "VERB" and lemma in words.ASKING | words.DECIDING:
                yield from self.governed_by(word, stance, depth + 1)
                return
