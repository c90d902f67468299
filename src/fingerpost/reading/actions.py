"""The actions of a page: what people do about a tie's signs, visits and payments, besides deciding on it."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token

from fingerpost.reading.acts import Act, acts_on
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import is_passive, own_subject, prep_object
from fingerpost.reading.en import actions as en
from fingerpost.reading.model import Action, ActionStatus, Actor, Quote
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties
from fingerpost.reading.until import until_in
from fingerpost.reading.voice import Voice


def find_actions(
    page: Page, cast: Cast, ties: Ties, calendar: Calendar, quotes: tuple[Quote, ...] = ()
) -> tuple[Action, ...]:
    """Find the actions of a page, in text order. A page without a tie has none."""
    if not ties.ties:
        return ()
    doers = Doers(page, cast, quotes)
    return tuple(_action(page, doers, calendar, act) for act in acts_on(page))


BODIES = frozenset({"government", "association", "council", "committee", "group"})


class Doers:
    """Resolves the word for who does it to an actor."""

    def __init__(self, page: Page, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.quotes = sorted(quotes, key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self.quotes]
        self.voice = Voice(page, cast)

    def who(self, doer: Token) -> str | None:
        """Give the id of the actor meant; "members" and "we" act for the body of the one who says so."""
        word = doer.lower_
        if word in en.ME and self._quote_at(doer) is None:
            return self.voice.of(word)
        if word in en.MEMBERS and word not in en.ME and (body := prep_object(doer, "of")) is not None:
            found = self.cast.who(body)
            return found.id if found else None
        if word in en.ME or word in en.MEMBERS:
            actor = self.cast.by_id.get(self._speaker(doer) or "")
            if actor is not None and (word == "i" or actor.of in self.cast.by_id or word in en.ME):
                return actor.of if word != "i" and actor.of in self.cast.by_id else actor.id
            if word == "members" and (only := self._only_association()):
                return only
        found = self._named(doer) or self.cast.who(doer)
        return self._own(doer) or (found.id if found else self._employer(doer))

    def _named(self, doer: Token) -> Actor | None:
        """Give the first of those named after a description: "two former councillors, Ann Lee and Bob Orr, are"."""
        name = next((c for c in doer.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        found = self.cast.who(name) if name is not None and doer.pos_ == "NOUN" else None
        return found if found is not None and found.kind == "person" else None

    def behind(self, verb: Token, status: ActionStatus = "done") -> str | None:
        """Give whose doing it is that a passive leaves open: the owner of the thing, or the body that says so.

        What should be done is proposed by whoever says so.
        """
        about = own_subject(verb)
        owner = next((c for c in about.children if c.dep_ == "poss"), None) if about is not None else None
        for token in (owner, self._sayer(verb)):
            actor = self.cast.who(token) if token is not None else None
            if actor is not None and (actor.kind in BODIES or (status == "proposed" and token != owner)):
                return actor.id
        return None

    @staticmethod
    def _sayer(verb: Token) -> Token | None:
        """Give the subject of the verb of saying that governs a clause, or stands beside it (", the city said")."""
        above = verb.head.head if verb.dep_ == "xcomp" else verb.head  # "said it ought to be moved"
        for said in (above, *verb.rights):
            if said.lemma_.lower() in en.SAYING and said.pos_ == "VERB" and said != verb:
                return own_subject(said)
        return None

    def _only_association(self) -> str | None:
        bodies = [actor.id for actor in self.cast.actors if actor.kind == "association"]
        return bodies[0] if len(bodies) == 1 else None

    def _employer(self, doer: Token) -> str | None:
        """Give whose staff it is that acts: "told its staff to write"."""
        if doer.lower_ not in en.STAFF:
            return None
        owner = next((child for child in doer.children if child.dep_ == "poss"), None)
        if owner is None and doer.head.lemma_ in en.ORDERING and doer.dep_ in {"dobj", "nsubj"}:
            owner = own_subject(doer.head)  # "the council told staff to stop buying tickets"
        body = self.cast.who(owner) if owner is not None else None
        return body.id if body else None

    def _own(self, doer: Token) -> str | None:
        """Give the body or town of the person meant by "her group" and "his city"."""
        owner = next((child for child in doer.children if child.dep_ == "poss"), None)
        lemma = doer.lemma_.lower()
        if owner is None or owner.lower_ not in en.OWNERS or lemma not in en.OWN | en.OWN_FIRMS:
            return None
        person = self.cast.who(owner)
        if person is None or lemma in en.OWN_FIRMS:
            return person.id if person is not None else None
        if doer.lemma_.lower() not in en.OWN_TOWNS:
            return person.of if person.of in self.cast.by_id else None
        return next((actor.id for actor in self.cast.actors if self._is_town_of(actor, person)), None)

    @staticmethod
    def _is_town_of(actor: Actor, person: Actor) -> bool:
        return actor.kind == "government" and actor.place is not None and actor.place == person.place

    def _quote_at(self, token: Token) -> Quote | None:
        at = bisect_right(self._starts, token.idx) - 1
        quote = self.quotes[at] if at >= 0 else None
        return quote if quote is not None and token.idx < quote.end else None

    def _speaker(self, doer: Token) -> str | None:
        """Give who says a word: the speaker of its quotation, or the subject of the verb of saying above it."""
        quote = self._quote_at(doer)
        if quote is not None:
            return quote.speaker
        for verb in doer.ancestors:
            for said in (verb, *verb.rights):
                if said.lemma_.lower() in en.SAYING and said.pos_ == "VERB" and said.i != doer.head.i:
                    subject = own_subject(said)
                    actor = self.cast.who(subject) if subject is not None and subject != doer else None
                    if actor:
                        return actor.id
        return None


def _action(page: Page, doers: Doers, calendar: Calendar, act: Act) -> Action:
    sent = act.verb.sent
    who = doers.who(act.doer) if act.doer is not None else doers.behind(act.verb, act.status)
    return Action(
        what=_what(page, act),
        actor=who,
        status=act.status,
        until=until_in(page, sent, act.verb.i, calendar),
        passages=(page.passage_of(sent),),
        why=act.why,
    )


def _what(page: Page, act: Act) -> str:
    """Give the verb with what belongs to it, as the text has it, up to where it says how long."""
    verb = act.verb
    passive = is_passive(verb) or act.why == "resting"
    subject = own_subject(verb) if passive else None
    start = subject.left_edge.i if subject is not None else verb.i
    end = verb.right_edge.i + 1
    for at in range(verb.i + 1, end):
        joins = verb.doc[at].dep_ == "cc" and verb.doc[at].head == verb
        if joins or verb.doc[at].lower_ in {"until", "till", "pending", ";"}:
            end = at
            break
    return page.passage_of(verb.doc[start:end]).text.rstrip(' .,;”"’')
