"""The public form of each kind of record. Dates are reduced ISO 8601 (1992, 1992-05, 1992-05-14); "" is not known."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, TypeVar

from ninja import Field, Schema

Item = TypeVar("Item")


class Page(Schema, Generic[Item]):
    """Part of a list, in order of id."""

    items: list[Item]
    next: str | None = Field(description="Address of the part that follows; null: this is the last.")


class Problem(Schema):
    """Why there is no answer, for people."""

    problem: str


class About(Schema):
    """Whose register it is, and under which terms its data may be used."""

    name: str
    licence: str
    licence_url: str
    contact: str
    version: str = Field(description="Of Fingerpost.")
    edition: str = Field(description="Changes with every change of the register, and each day.")
    lists: dict[str, str] = Field(description="Kind of record to the address of its list.")


class Record(Schema):
    """What every record has."""

    id: int
    url: str = Field(description="Its page for people, where it has one; otherwise its address here.")


class Place(Record):
    name: str
    kind: str
    country: str = Field(description="ISO 3166-1 alpha-2.")
    admin1: str = Field(description="ISO 3166-2.")
    latitude: float | None
    longitude: float | None
    geonames: int | None


class Side(Schema):
    """One end of a tie, with its formal status on the day."""

    id: int
    place: Place
    status: str = Field(description="proposed, active, suspended, lapsed, ended or unknown.")
    since: str
    notes: list[str] = Field(description="What is not certain about the status.")
    decision: int | None = Field(description="The decision that the status rests on.")


class Tie(Record):
    kind: str
    label: str = Field(description="What it is called locally.")
    since: str
    as_of: str
    sides: list[Side]
    kilometres: float | None = Field(description="Along the ellipsoid.")
    bearing: float | None = Field(description="In degrees east of north, from the first side.")


class Body(Record):
    name: str
    kind: str
    place: int | None
    part_of: int | None


class Person(Record):
    name: str


class Involvement(Record):
    body: int
    role: str
    tie: int | None
    place: int | None
    since: str
    until: str
    basis: str
    source: int | None


class Agreement(Record):
    tie: int
    title: str
    parties: str
    signers: str
    signed: str
    begins: str
    ends: str
    term: str
    exit_clause: str
    source: int | None


class Law(Record):
    title: str
    body: int | None
    effect: str
    home_country: str
    home_admin1: str
    partner_country: str
    partner_admin1: str
    since: str
    until: str
    deadline: str
    words: str
    source: int | None


class Exchange(Record):
    tie: int
    direction: str
    date: str
    until: str
    title: str
    people: int | None
    youth: int | None
    volunteers: int | None
    money: float | None
    currency: str
    source: int | None


class Decision(Record):
    tie: int
    side: int
    body: int | None
    motion: int | None
    result: str
    instrument: str
    operative_words: str
    date: str
    effective: str
    condition: str
    review: str
    press_verb: str
    source: int | None


class Case(Record):
    title: str
    question: str
    tie: int | None
    state: str
    vote_due: str
    published: datetime


class Ballot(Schema):
    person: int
    name: str
    choice: str


class Motion(Record):
    case: int
    body: int
    text: str
    mover: int | None
    seconder: int | None
    date: str
    outcome: str
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    absent: int | None
    ballots: list[Ballot]
    source: int | None


class Source(Record):
    title: str
    publisher: str
    author: str
    address: str = Field(description="Where it was published; empty: not known.")
    published: str
    digest: str = Field(description="Of its bytes.")
    shown: str = Field(description="whole: its text is here; passages: only the reviewed passages are.")
    text: str | None = Field(description="Its canonical text, that passages refer to; null: not republished.")


class Passage(Schema):
    """A half-open span of code points of the source's canonical text."""

    start: int
    end: int
    text: str


class Finding(Record):
    source: int
    kind: str
    state: str
    data: dict[str, Any] = Field(
        description="Its form in a reading (fingerpost/reading/1), as last corrected."
    )
    names: dict[str, str] = Field(description="The actors that the data names by their ids in the reading.")
    passages: list[Passage]
    tie: int | None
    person: int | None
    body: int | None
    place: int | None


class Fact(Record):
    predicate: str
    date: str
    data: dict[str, Any]
    finding: int | None
    imported_from: str = Field(
        description="The outside register it came from, unreviewed; empty: it was reviewed."
    )
    tie: int | None
    person: int | None
    body: int | None
    place: int | None
