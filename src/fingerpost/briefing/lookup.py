"""Ask the case by id, and put what it holds into the briefing's words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import UNSET

from fingerpost.briefing import words
from fingerpost.briefing.model import Line, Run
from fingerpost.casefile.citing import overlap
from fingerpost.casefile.model import (
    CaseActor,
    Casefile,
    CasePlace,
    CasePosition,
    CaseQuote,
    CaseTie,
    Citation,
)
from fingerpost.casefile.names import is_acronym
from fingerpost.casefile.register import Class, Held, Register, Role
from fingerpost.reading.model import Date, FormalStatus, Stance

OFFICES = frozenset(
    {"mayor", "governor", "premier", "provost", "president", "resident", "deputy", "lord", "minister"}
)
"""Roles that people say with "of": Mayor of Norfolk."""

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame"})
"""Titles that say nothing of what somebody is."""

LONGEST = 340
"""Code points of an exact passage before it is cut at a word."""

_MARKS = "\"“”„'‘’«» \n\t"


class Lookup:
    """The case, by id."""

    def __init__(self, case: Casefile) -> None:
        self.case = case
        self.actors: dict[str, CaseActor] = {actor.id: actor for actor in case.actors}
        self.places: dict[str, CasePlace] = {place.id: place for place in case.places}
        self.quotes: dict[str, CaseQuote] = {quote.id: quote for quote in case.quotes}
        self.tie: CaseTie = next(tie for tie in case.ties if tie.id == case.tie)
        self.home = self.places[case.home]
        self.partner = self.places[case.partner]
        self.american = is_american(case)

    @property
    def register(self) -> Register | None:
        """What the register holds about the case; None where it was put together from sources alone."""
        return self.case.register or None

    @property
    def of_class(self) -> Class | None:
        """The class of ties that the case is about; None where it is about one tie."""
        return self.register.of_class if self.register else None

    @property
    def held(self) -> Held | None:
        """What the register holds about the main tie; None where the case is about a class, which has none."""
        register = self.register
        return register.ties[0] if register and register.ties and not register.of_class else None

    @property
    def roles(self) -> tuple[Role, ...]:
        """The bodies' parts: in the main tie, or in all ties of the place whose class of ties it is about."""
        if self.held:
            return self.held.roles
        first = self.register.ties[:1] if self.register else ()
        return tuple(role for held in first for role in held.roles if role.over)

    @property
    def status(self) -> FormalStatus:
        """The formal status of the side that asks: the register's where it knows, else that of the sources."""
        if self.of_class and self.register:
            statuses = {held.sides[0].status for held in self.register.ties}
            return statuses.pop() if len(statuses) == 1 else "unknown"
        side = self.held.sides[0].status if self.held else "unknown"
        return self.tie.status if side == "unknown" else side

    @cached_property
    def searched(self) -> tuple[int, ...]:
        """The numbers of all sources."""
        return tuple(source.number for source in self.case.sources)

    def silent(self, *runs: Run, lead: str | None = None) -> Line:
        """Give a line that says that something was not found: it stands on all that was searched."""
        records = self.register.records if self.register else UNSET
        return Line(lead=lead, kind="scope", runs=runs, searched=self.searched, records=records)

    def want(self, stance: Stance) -> str:
        """Give what is wanted as a heading: "Keep the tie", "Keep the ties"."""
        return words.WANT[stance].replace("the tie", "the ties") if self.of_class else words.WANT[stance]

    def when(self, date: Date | None) -> str:
        """Give a date as the home country writes it."""
        return words.when(date, american=self.american)

    def day(self, value: str) -> str:
        """Give an ISO value as the home country writes it."""
        return words.day(value, american=self.american)

    def name(self, actor: str) -> str:
        """Give an actor's name, with a great first letter."""
        return words.upper_first(self.actors[actor].name)

    def role(self, actor: str) -> str:
        """Give who an actor is: "Mayor of Norfolk"; "" where the sources do not say or the name says it."""
        who = self.actors[actor]
        role = who.role
        if not role or role.casefold() == who.name.casefold() or role.strip(".").casefold() in COURTESY:
            return ""
        body = self.actors[who.of].name if who.of in self.actors else None
        names_it = any(is_acronym(word) for word in role.split()) or bool(
            body and body.casefold() in role.casefold()
        )
        if body and not names_it:
            return f"{role}, {body}"
        place = self.places[who.place].name if who.place else None
        if not place or names_it or place.casefold() in role.casefold():
            return role
        said_with_of = role.split()[-1].casefold() in OFFICES
        return f"{role} of {place}" if said_with_of else f"{role}, {place}"

    def is_person(self, actor: str) -> bool:
        """Tell a person from a body."""
        return self.actors[actor].kind == "person"

    def people(self, actors: Iterable[str]) -> str:
        """Count people and bodies: "2 people and 1 body"."""
        actors = list(actors)
        persons = sum(self.is_person(actor) for actor in actors)
        bodies = len(actors) - persons
        parts = [words.counted(persons, "person", "people")] if persons else []
        parts += [words.counted(bodies, "body", "bodies")] if bodies else []
        return words.joined(parts)

    def exact(self, position: CasePosition) -> tuple[list[Run], tuple[Citation, ...]]:
        """Give the exact words for a position, with all that they cite.

        The actor's own whole utterances first; else the sentence in which the source reports the position.
        """
        spoken = sorted(self.quotes[q].citation for q in position.quotes if self.quotes[q].kind == "direct")
        cited = (*position.citations, *spoken)
        own = [run for words in spoken[:2] for run in (*quoted(words), Run(" … ", "quiet"))][:-1]
        if overlap(spoken, position.citations):
            return [Run(": "), *own], cited
        reported = [Run(" – as reported: ", "quiet"), *quoted(position.citations[0])]
        return [*reported, *([Run(" ")] if own else []), *own], cited


def is_american(case: Casefile) -> bool:
    """Tell whether the place that asks writes dates, and cuts paper, as people do in the United States."""
    return any(place.id == case.home and place.country == "US" for place in case.places)


def quoted(citation: Citation) -> list[Run]:
    """Give a passage as an exact quote, bare of its own outer marks; a long one is cut at a word."""
    text = citation.text
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    inner = text[start:end]
    if len(inner) > 2 and inner[0] in _MARKS and inner[-1] in _MARKS and not set(inner[1:-1]) & set('"“”'):
        start, end = start + 1, end - 1
    if end > start and text[end - 1] == ",":
        end -= 1
    cut = end - start > LONGEST
    if cut:
        space = text.rfind(" ", start, start + LONGEST)
        end = space if space > start else start + LONGEST
    piece = Citation(citation.source, citation.start + start, citation.start + end, text[start:end])
    runs = [Run(piece.text, "quote", piece)]
    return [*runs, Run(" …", "quiet")] if cut else runs
