"""Who bears a power: the body behind its members and its spokespeople, and the speaker behind "I" and "it"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from fingerpost.reading.cast import Cast
from fingerpost.reading.clauses import child, conjuncts, own_subject, prep_object
from fingerpost.reading.deciders import Deciders, is_town_name
from fingerpost.reading.en import authority as words
from fingerpost.reading.model import Actor, Quote

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
NO_ACTORS = frozenset({"DATE", "TIME", "CARDINAL"})
BODIES = frozenset({"council", "committee", "government", "association"})
NOT_OF_TOWNS = words.CIVIC | words.NATIONAL | {"councils"}
"""Words in the name of a council that rules no town."""
LONG = 80
"""Tokens of a sentence that is searched no further."""
CLIMB = 6
"""Steps up the clause on the way to who says it."""


class Bearers:
    """Names the actors that a power is given to or denied."""

    def __init__(self, cast: Cast, deciders: Deciders, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.deciders = deciders
        self._quotes = sorted(quotes, key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self._quotes]

    def all_of(self, holder: Token) -> Iterator[Actor]:
        """Yield the actors that a noun, a pronoun or nouns joined by "and" mean."""
        for each in conjuncts(holder):
            actor = self.of(each)
            if actor is not None and actor.kind not in {"press", "company"}:
                yield actor

    def of(self, holder: Token) -> Actor | None:
        """Give the actor that a noun or pronoun means, members standing for their body."""
        low = holder.lower_
        if low in FIRST:
            return self._first(holder)
        if low in words.INDEFINITE or holder.ent_type_ in NO_ACTORS:
            return None
        if holder.pos_ == "PRON" or low in {"it", "its"}:
            return self._pronoun(holder)
        if low == "office" and (owner := child(holder, "poss")) is not None:
            return self.of(owner)
        own = self._own_body(holder)
        if own is not None:
            return own
        if holder.tag_ == "NNS" and holder.lemma_.lower() in words.GENERIC:
            return None
        if low in words.MEMBERS or low == "board":
            body = prep_object(holder, "of", "on") or child(holder, "poss")
            if body is not None and (found := self.of(body)) is not None and found.kind in BODIES:
                return found
        return self._known(self.deciders.actor(holder)) or self._called(low)

    def speaker(self, token: Token) -> Actor | None:
        """Give who says the words around a token, or the body or official spoken for."""
        quote = self._quote_at(token.idx)
        if quote is not None and quote.speaker:
            return self.principal(self.cast.by_id[quote.speaker])
        noun = _sayer(token) or _according_to(token)
        return self._spoken_for(noun) if noun is not None else None

    def principal(self, actor: Actor) -> Actor:
        """Give the body or official that a spokesperson speaks for; anyone else speaks for himself."""
        told = (actor.role or actor.name).lower()
        if actor.kind != "person" or not words.SPOKES & set(told.split()):
            return actor
        whom = told.partition(" for ")[2] or told.partition(" at ")[2]
        whom = whom or " ".join(word for word in told.split() if word not in words.SPOKES)
        key = whom.removeprefix("the ").strip()
        for other in self.cast.actors:
            if key and other.id != actor.id and _is_called(other, key):
                return other
        return self.cast.by_id.get(actor.of or "", actor)

    def is_outsider(self, actor: Actor) -> bool:
        """Tell whether the actor is a higher level of government, or holds office in one."""
        if actor.kind == "government":
            return not is_town_name(actor)
        role = set((actor.role or actor.name).lower().split())
        return actor.kind == "person" and bool(role & words.OUTSIDERS) and "council" not in role

    def body_of_town(self, town: Actor) -> Actor | None:
        """Give the council or government of a town, where the text names it."""
        for other in self.cast.actors:
            if other.id == town.id or other.kind not in {"council", "government"}:
                continue
            named = set(other.name.lower().split())
            if not named & words.RULERS or named & words.CIVIC:
                continue
            if town.name.lower() in other.name.lower() or (town.place and other.place == town.place):
                return other
        return None

    def main_council(self) -> Actor | None:
        """Give the council that the page names most often, told from societies that bear the name."""
        councils = [
            actor
            for actor in self.cast.actors
            if actor.kind == "council" and not {word.lower() for word in actor.name.split()} & NOT_OF_TOWNS
        ]
        return max(councils, key=lambda actor: len(actor.mentions), default=None)

    def _first(self, holder: Token) -> Actor | None:
        speaker = self.speaker(holder) or self.cast.who(holder)
        if speaker is None or holder.lower_ in {"i", "me", "my", "mine"} or speaker.kind != "person":
            return speaker
        if speaker.of is None and set((speaker.role or "").lower().split()) & words.OF_COUNCIL:
            return self.main_council()
        return self.cast.by_id.get(speaker.of or "", speaker)

    def _pronoun(self, holder: Token) -> Actor | None:
        """ "a spokesman for the ministry said it had no say": it is the ministry."""
        quote = self._quote_at(holder.idx)
        if quote is not None and quote.kind != "indirect":
            known = holder.lower_ in {"it", "he", "she"}
            return self._known(self.cast.who(holder)) if known else None
        noun = _sayer(holder)
        if holder.lower_ == "they" and (told := _told(holder)) is not None:
            return self.cast.who(told)
        if noun is not None and noun.lower_ in words.SPOKES and holder.lower_ in {"it", "its", "they"}:
            spoken = self._spoken_for(noun)
            if spoken is not None and spoken.kind != "person":
                return spoken
        found = self._known(self.cast.who(holder))
        if found is None and noun is not None:
            found = self._spoken_for(noun)
        return found

    def _own_body(self, holder: Token) -> Actor | None:
        """Give the speaker's own body where he says "members", "the group" or "the nonprofit"."""
        if holder.lower_ not in words.OWN_BODIES or any(c.dep_ != "det" for c in holder.children):
            return None
        noun = _sayer(holder)
        speaker = self.cast.who(noun) if noun is not None else None
        body = self.cast.by_id.get(speaker.of or "") if speaker is not None else None
        if body is not None and body.kind not in {"council", "government", "person"}:
            return body
        return None if self.cast.who(holder) or holder.lower_ == "members" else self._last_society(holder.idx)

    def _last_society(self, offset: int) -> Actor | None:
        """Give the association or committee named last before an offset."""
        named = [
            (max(m.start for m in actor.mentions if m.start < offset), actor)
            for actor in self.cast.actors
            if actor.kind in {"association", "committee"} and actor.mentions[0].start < offset
        ]
        return max(named, key=lambda found: found[0])[1] if named else None

    def _spoken_for(self, noun: Token) -> Actor | None:
        body = prep_object(noun, *words.FOR_OR_OF)
        if body is not None and noun.lower_ in words.SPOKES and (found := self.cast.who(body)) is not None:
            return self.full(found)
        actor = self.cast.who(noun)
        if noun.lower_ in words.SPOKES:
            for c in noun.children:
                sent = self.cast.who(c) if c.dep_ in {"compound", "poss", "nmod"} else None
                if sent is not None and sent != actor:
                    return self.full(sent)
        return self.principal(actor) if actor is not None else None

    def _called(self, low: str) -> Actor | None:
        """Give the government that bears a common noun as its name ("the province")."""
        return next((a for a in self.cast.actors if a.kind == "government" and a.name == low), None)

    def _known(self, actor: Actor | None) -> Actor | None:
        return self.full(self.principal(actor)) if actor is not None else None

    def _quote_at(self, offset: int) -> Quote | None:
        at = bisect_right(self._starts, offset) - 1
        quote = self._quotes[at] if at >= 0 else None
        return quote if quote is not None and offset < quote.end else None

    def full(self, actor: Actor) -> Actor:
        """Give the named holder of an office that the text first describes ("the mayor of Kumagaya")."""
        if actor.kind != "person" or actor.name[:1].isupper():
            return actor
        office = next((w for w in actor.name.split() if w in words.OFFICE_HOLDERS), None)
        if office is None:
            return actor
        holders = [
            other
            for other in self.cast.actors
            if other.kind == "person"
            and (other.role or "").lower().split()[-1:] == [office]
            and other.place in {None, actor.place}
            and (other.place is not None or other.role == office.title() or other.role == office)
        ]
        return holders[0] if len(holders) == 1 else actor


def _is_called(actor: Actor, key: str) -> bool:
    role = [words.SHORT.get(word, word) for word in (actor.role or "").lower().split()]
    return actor.name.lower().endswith(key) or key in role


def _saying(token: Token) -> Token | None:
    """Give the verb of saying that governs a token's clause."""
    at = token
    for _ in range(CLIMB):
        head = at.head
        if head == at:
            return None
        if at.dep_ in {"ccomp", "parataxis", "advcl", "prep"} and head.lemma_.lower() in words.TELLING_VERBS:
            return head
        at = head
    return None


def _sayer(token: Token) -> Token | None:
    """Give the subject of the verb of saying that governs a token's clause."""
    verb = _saying(token)
    found = None
    for _ in range(3):
        if verb is None:
            return None
        found = own_subject(verb)
        if found is not None or verb.head == verb:
            break
        verb = verb.head
    return found if found is not None and found != token else None


def _according_to(token: Token) -> Token | None:
    """Give whom a sentence goes by: "according to the ministry"."""
    sent = token.sent
    if len(sent) > LONG:
        return None
    to = next((t for t in sent if t.lower_ == "to" and t.i and t.nbor(-1).lower_ == "according"), None)
    return child(to, "pobj") if to is not None else None


def _told(token: Token) -> Token | None:
    """Give who is told: "reminded members that they could only recommend"."""
    verb = _saying(token)
    return child(verb, "dobj") if verb is not None else None
