"""What governs it: "wants to end", "asked the council to end", "voted against ending"."""

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
    subject,
)
from fingerpost.reading.climb import DEPTH, Climb
from fingerpost.reading.en import stances as words
from fingerpost.reading.held import (
    CARRIERS,
    Held,
    agent,
    all_joined,
    asked_for,
    is_finite,
    is_patient,
    rejects,
    turned,
    voting,
)


class Attitudes(Climb):
    """The steps of a climb over attitudes."""

    def governed(self, verb: Token, head: Token, stance: str, depth: int) -> Iterator[Held]:
        lemma = head.lemma_.lower()
        finite = is_finite(verb, lemma)
        if lemma == "call" and verb.tag_ == "VBG":
            said = {t.lower_ for t in head.subtree if t.i > verb.i}
            found = turned(stance) if said & words.BAD else stance if said & words.GOOD else None
            yield from self.attitude(head, found, "wants", depth, "calls")  # "called ending it a mistake"
            return
        if lemma in words.SAYING - words.ASKING and _is_command(verb):
            who = subject(head)
            if who is not None:
                yield Held(stance, who, "demands", head, "imperative")  # "keep it, I say"
            return
        if head.lower_ == "ought" or (lemma in {"have", "need"} and verb.dep_ == "xcomp"):
            if verb.lemma_ != "approve":
                yield from self.wish(head, stance)
            return
        if lemma == "come" and (due := own_subject(head)) is not None and due.lower_ == "time":
            if not is_negated(head):
                yield from self.wish(head, stance)  # "the time has come to end it"
            return
        if lemma in words.TRANSPARENT and verb.dep_ == "xcomp":
            yield from self.clause(head, stance, depth + 1)
            return
        if lemma in words.LETTING and not finite:
            yield from self.let(head, stance, depth)
            return
        if finite and lemma in words.SAYING:
            yield from self.asserted(verb, stance, depth)
            return
        if finite and lemma not in words.WANTING | words.DECIDING | words.OPPOSING:
            return
        if lemma in words.RUING and modal(head) in words.WILL:
            against = turned(stance)
            if against is not None:
                yield from self.wish(head, against)  # "said the city would regret ending it"
        elif lemma == "fight" and verb.dep_ == "xcomp":
            yield from self.attitude(head, stance, "wants", depth, "wants")  # "fighting to keep it"
        elif lemma in words.OPPOSING or rejects(head, lemma):
            yield from self.attitude(head, turned(stance), "wants", depth, "against")
        elif lemma in words.DECIDING:
            yield from self.attitude(head, stance, "decides", depth, "decides")
        elif lemma in words.ASKING or lemma in words.MOVING:
            yield from self.attitude(head, stance, "demands", depth, "asks")
            first = head.head
            moved = lemma in words.MOVING and head.dep_ == "conj" and first.lemma_.lower() in words.MOVING
            if moved and child(first, "dobj", "ccomp", "xcomp") is None and own_subject(first) is not None:
                yield from self.attitude(
                    first, stance, "demands", depth, "asks"
                )  # "Lee proposed, and Fox seconded,"
        elif lemma in words.LEADING and (led := child(head, "dobj")) and led.lemma_.lower() in CARRIERS:
            yield from self.attitude(head, stance, "wants", depth, "leads")
        elif lemma in words.WANTING:
            yield from self.attitude(head, stance, "wants", depth, "wants")
        elif lemma in words.PLANNING:
            if not is_negated(head):
                yield from self.attitude(head, stance, "plans", depth, "plans")
        elif lemma == "be":
            yield from self.adjective(verb, head, stance, depth)

    def let(self, verb: Token, stance: str, depth: int) -> Iterator[Held]:
        """ "asked the city to let it lapse", "would like to see it ended", "be allowed to lapse"."""
        if verb.lemma_.lower() == "consider" and verb.dep_ not in {"ccomp", "xcomp"}:
            return
        yield from self.clause(verb, stance, depth + 1)

    def adjective(self, verb: Token, copula: Token, stance: str, depth: int) -> Iterator[Held]:
        """ "is to end" (announced), "it is with regret that I dissolve"."""
        if verb.dep_ == "ccomp" and own_subject(verb) is not None:
            yield from self.asserted(verb, stance, depth)
            return
        soon = next((c for c in copula.children if c.lower_ in words.EARLY and c.i < verb.i), None)
        if soon is not None and any(c.lower_ == "too" for c in soon.children):
            yield from self.too_soon(copula, stance)
            return
        thing = own_subject(copula)
        if verb.dep_ == "xcomp" and thing is not None and thing.lower_ in words.COURSES:
            called = {c.lower_ for c in thing.children if c.dep_ == "amod"}
            found = stance if called & words.GOOD else turned(stance) if called & words.BAD else None
            if found is not None and not is_negated(copula):
                yield from self.wish(copula, found)  # "the right thing is to leave it alone"
            return
        judged = child(copula, "acomp", "attr")
        if judged is not None and verb.dep_ == "xcomp":
            yield from self.judged(copula, stance)
        elif verb.dep_ == "xcomp" and not is_negated(copula):
            who = subject(copula)
            if who is not None and not is_patient(who, verb):
                yield Held(stance, who, "plans", copula, "is-to")

    def too_soon(self, copula: Token, stance: str) -> Iterator[Held]:
        """ "said it was too soon to lift it"."""
        found = stance if stance == "defer" else turned(stance)
        if found is not None and not is_negated(copula):
            yield from self.wish(copula, found)

    def attitude(self, verb: Token, stance: str | None, force: str, depth: int, why: str) -> Iterator[Held]:
        """Yield whoever has the attitude that a verb names, on a stance."""
        if stance is None or depth > DEPTH:
            return
        may = modal(verb)
        cannot = may in words.MAYBE and is_negated(verb) and force in {"wants", "supports"}
        if (may in words.MAYBE and not cannot) or mark(verb) in words.HYPOTHETICAL - {
            "after",
            "when",
            "as",
            "while",
            "though",
            "before",
        }:
            return
        if may in words.OBLIGATION and not is_passive(verb):
            yield from self.wish(verb, stance)
            return
        if is_negated(verb) and any(mark(c) == "unless" for c in verb.children if c.dep_ == "advcl"):
            return  # "would not support it unless a partner is found"
        if is_negated(verb):
            if force in {"demands", "decides"} and may not in words.WILL:
                return  # "did not ask", "has not voted": nothing is said of what they want
            stance = turned(stance)
            if stance is None or force == "demands":
                return
        if force == "decides" and may:
            force = "plans"
        bare = verb.tag_ == "VB" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
        if bare and verb.dep_ == "ccomp" and own_subject(verb) is not None:
            # "moved that the Commission recommend": the mover's wish, not yet the Commission's.
            yield from self.governed(verb, verb.head, stance, depth + 1)
            return
        if own_subject(verb) is None and asked_for(verb):
            force = "demands"  # "asked the council to reject it"
        if is_passive(verb):
            who = agent(verb)
            about = own_subject(verb)
            if who is None and verb.lemma_.lower() in {"resolve", "agree", "decide"} and about is not None:
                if about.lower_ == "it":
                    yield Held(stance, None, force, verb, why)  # minutes: "It was agreed that"
                return
            if who is None:
                return
        else:
            who = subject(verb)
        if who is None:
            if verb.lemma_.lower() in {"resolve", "agree", "decide"} and verb.dep_ in {"ROOT", "conj"}:
                yield Held(stance, None, force, verb, why)  # minutes: "RESOLVED that"
            elif verb.dep_ in {"acl", "relcl"}:
                yield from self.on_noun(verb, verb.head, stance, depth + 1)
            elif verb.dep_ == "pcomp":
                yield from self.prep(verb.head, stance, depth + 1)
            elif verb.tag_ == "VB" and verb.dep_ == "ROOT":
                yield Held(stance, None, force, verb, why, speaker=True)
            elif verb.dep_ == "csubj" and is_verbal(verb.head):
                yield from self.wish(verb.head, stance)  # "said voting for it was hard": who says so did it
            return
        if any(c.lower_ in words.NOBODY for c in (who, *who.children)):
            return
        if (
            who.lemma_.lower() in words.MOTION_NOUNS | words.ATTITUDE_NOUNS | {"signature"}
            and who.pos_ == "NOUN"
        ):
            yield from self.noun(who, stance, depth + 1)
            return
        for each in all_joined(who):
            yield Held(stance, each, force, verb, why)

    def governed_by(self, governor: Token, stance: str, depth: int) -> Iterator[Held]:
        lemma = governor.lemma_.lower()
        if lemma in words.ASKING:
            yield from self.attitude(governor, stance, "demands", depth + 1, "asks")
        elif lemma in {"want", "like", "prefer"} or (lemma == "wait" and governor.tag_ == "VBG"):
            yield from self.attitude(governor, stance, "wants", depth + 1, "wants")
        elif lemma in words.DECIDING:
            yield from self.attitude(governor, stance, "decides", depth + 1, "decides")

    def prep(self, prep: Token, stance: str | None, depth: int) -> Iterator[Held]:
        if stance is None or depth > DEPTH:
            return
        lower, head = prep.lower_, prep.head
        felt = head.lower_ in words.DISPLEASED | words.PLEASED
        on = lower == "on" and head.lemma_ in {"insist", "agree", "decide"}
        if lower in words.VAGUE_PREPOSITIONS and not felt and not on:
            return
        if lower == "against":
            stance = turned(stance)
            if stance is None:
                return
        if lower in {"down", "out"} and is_verbal(head) and rejects(head, head.lemma_.lower()):
            yield from self.attitude(
                head, turned(stance), "decides", depth, "against"
            )  # "voted down the motion"
            return
        if is_verbal(head) and head.dep_ == "acomp" and head.lower_ in words.GLAD | words.LOATH:
            yield from self.inclined(head, stance, depth)
        elif is_verbal(head):
            yield from self.argued(head, lower, stance, depth)
        elif (
            head.lower_ in {"favor", "favour", "support"} and head.dep_ == "pobj" and head.head.lower_ == "in"
        ):
            verb = head.head.head
            if is_verbal(verb):
                settles = verb.lemma_ in {"vote", "decide"}
                yield from self.attitude(verb, stance, "decides" if settles else "wants", depth, "for")
        elif head.pos_ == "NOUN" and head.lemma_.lower() not in words.MARGINS:
            lemma = head.lemma_.lower()
            if lemma in CARRIERS:
                yield from self.noun(head, stance, depth + 1)
            elif lemma in words.AUTHORS:
                yield from self.author(head, stance)
        elif (
            head.lemma_.lower() in words.MARGINS
            and head.dep_ == "dobj"
            and head.head.lemma_ in {"use", "cast"}
        ):
            yield from self.attitude(head.head, stance, "decides", depth, "votes")  # "used her casting vote"
        elif head.pos_ == "ADJ" and lower == "to" and head.lower_ in words.GLAD | words.LOATH:
            yield from self.inclined(head, stance, depth)
        elif head.lower_ in words.PLEASED and lower in {"with", "about", "by"} and is_verbal(head.head):
            yield from self.attitude(head.head, stance, "supports", depth, "pleased")
        elif (
            lower in {"for", "against"}
            and head.pos_ in {"NUM", "NOUN"}
            and (verb := voting(head)) is not None
        ):
            yield from self.attitude(verb, stance, "decides", depth, "votes")
        elif head.pos_ in {"ADP", "SCONJ"} and head != prep:
            yield from self.prep(head, stance, depth + 1)

    def argued(self, verb: Token, prep: str, stance: str, depth: int) -> Iterator[Held]:
        lemma = verb.lemma_.lower()
        if lemma in {"vote", "decide", "opt"} and prep in {"for", "against"}:
            yield from self.attitude(verb, stance, "decides", depth, "votes")
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
            yield from self.attitude(
                verb, stance, "demands" if lemma in words.ASKING else "wants", depth, "argues"
            )
        elif prep == "to" and lemma == "come" and any(c.lower_ in {"around", "round"} for c in verb.children):
            yield from self.attitude(verb, stance, "wants", depth, "comes-round")
        elif prep == "with" and lemma in words.MOVING:
            yield from self.attitude(verb, stance, "demands", depth, "moves")
        elif prep == "to" and lemma == "oppose" and is_passive(verb):
            who = own_subject(verb)
            if who is not None and (against := turned(stance)) is not None:
                for each in all_joined(who):
                    yield Held(against, each, "wants", verb, "against")
        elif prep in {"by", "with", "at", "over"} and verb.lower_ in words.DISPLEASED | words.PLEASED:
            who = own_subject(verb)
            found = turned(stance) if verb.lower_ in words.DISPLEASED else stance
            if who is not None and found is not None and not is_negated(verb):
                yield Held(found, who, "supports", verb, "pleased")
        elif prep == "with" and lemma == "live" and modal(verb) in words.MAYBE and not is_negated(verb):
            yield Held(stance, subject(verb), "supports", verb, "lives-with")
        elif prep == "behind" and lemma in words.BEHIND:
            yield from self.attitude(verb, stance, "wants", depth, "for")
        elif (
            prep == "for"
            and lemma in words.LEADING
            and (made := child(verb, "dobj"))
            and made.lemma_ in CARRIERS
        ):
            yield from self.noun(made, stance, depth + 1)  # "made the case for keeping it"
        elif prep in {"to", "in"} and (given := child(verb, "dobj")) and given.lemma_.lower() in CARRIERS:
            yield from self.noun(given, stance, depth + 1)  # "gave its approval to the suspension"
        elif prep == "to" and lemma in {"object"} | words.OPPOSING:
            yield from self.attitude(verb, turned(stance), "wants", depth, "against")
        elif prep in {"to", "on", "with", "in"} and lemma in {"agree", "insist", "persist"}:
            yield from self.attitude(verb, stance, "wants", depth, "agrees")


def _is_command(verb: Token) -> bool:
    """Tell whether a verb commands: a bare form without subject or "to"."""
    helpers = [c for c in verb.children if c.dep_ == "aux"]
    plain = all(c.lower_ in {"do", "please", "let"} for c in helpers)  # "do not end it"
    return verb.tag_ == "VB" and own_subject(verb) is None and plain
