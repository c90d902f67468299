"""What the register holds about the tie of a case, as of a day: plain values, each with the records it stands on.

A record is a row of the register as it stood when the case was put together; values point at records by number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from fingerpost.casefile.citation import Citation
from fingerpost.reading.model import PlaceKind, TieKind

Records = tuple[int, ...]
"""Numbers of records, in the order in which they matter."""

Part = Literal["decides", "recognises", "carries", "advises"]
"""What a body has to do with a tie."""


class RecordSource(Struct, frozen=True, kw_only=True):
    """The source a record was entered from; ``number`` where it is a source of the case too."""

    title: str
    digest: str
    published: str = ""
    number: int | None = None


class Record(Struct, frozen=True, kw_only=True):
    """A row of the register as it stood. ``fields`` are as recorded, the empty ones left out."""

    number: int
    kind: str
    """What it is a record of: "decision", "agreement", ..."""
    id: int
    fields: dict[str, str]
    digest: str
    """Over kind, id and fields: see ``digest_of``."""
    entry: int | None = None
    """The number of the newest entry about it in the register's history."""
    entered: str = ""
    """The day of that entry, ISO 8601."""
    imported_from: str = ""
    source: RecordSource | None = None
    """None: no source is recorded."""


class Recorded(Struct, frozen=True, kw_only=True):
    """What stands on records, and on the passages they quote where the record's source is a source of the case."""

    records: Records
    citations: tuple[Citation, ...] = ()


class Town(Struct, frozen=True, kw_only=True):
    """A side's place, with its gazetteer identity. Degrees, WGS 84."""

    name: str
    kind: PlaceKind = "populated"
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Decided(Recorded, frozen=True, kw_only=True):
    """A decision about one side (``place``: its name). Dates are reduced ISO 8601; empty where not recorded."""

    place: str
    result: str
    """As the instrument says it: "suspended", "kept", "handed_over", ..."""
    date: str = ""
    effective: str = ""
    body: str = ""
    instrument: str = ""
    words: str = ""
    condition: str = ""
    review: str = ""
    press_verb: str = ""
    mismatch: str = ""
    """Why its body may not have had the power; empty: nothing speaks against it."""


class Side(Recorded, frozen=True, kw_only=True):
    """A side's formal status on the day, and what decided it: a decision, the end of a term, or a fact."""

    place: Town
    status: Literal["proposed", "active", "suspended", "lapsed", "ended", "unknown"]
    since: str = ""
    by: Decided | None = None
    notes: tuple[str, ...] = ()


class Role(Recorded, frozen=True, kw_only=True):
    """A body's part in the tie. ``over``: the place whose ties all are meant; empty: this tie."""

    part: Part
    body: str
    over: str = ""
    since: str = ""
    until: str = ""
    basis: str = ""


class Agreement(Recorded, frozen=True, kw_only=True):
    """A signed document, its parties and signers as they were named then."""

    title: str
    parties: str = ""
    signers: str = ""
    signed: str = ""
    begins: str = ""
    ends: str = ""
    term: str = ""
    exit_clause: str = ""


class Law(Recorded, frozen=True, kw_only=True):
    """A law or policy that binds the tie."""

    title: str
    effect: Literal["forbids", "requires", "conditions"]
    binds: tuple[str, ...] = ()
    """The names of the sides that it binds."""
    body: str = ""
    since: str = ""
    until: str = ""
    deadline: str = ""
    words: str = ""


class Contact(Recorded, frozen=True, kw_only=True):
    """An exchange or a letter. ``way``: how it went, in words ("they came here", "sent")."""

    kind: Literal["exchange", "letter"]
    title: str
    way: str
    date: str = ""
    until: str = ""
    people: int | None = None
    money: str = ""


class Seat(Recorded, frozen=True, kw_only=True):
    """A vacant post of the tie; ``since``: when its last holder left, where that is known."""

    title: str
    body: str
    since: str = ""


class Motion(Recorded, frozen=True, kw_only=True):
    """A motion of the case; numbers are None where none is recorded. ``roll``: choice and names, by choice."""

    body: str
    text: str
    mover: str = ""
    seconder: str = ""
    date: str = ""
    outcome: Literal["pending", "carried", "lost", "deferred", "withdrawn"]
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    absent: int | None = None
    roll: tuple[tuple[str, tuple[str, ...]], ...] = ()
    published: bool = False
    """Whether the clerk has published it: the names then add up to the totals."""


class Task(Recorded, frozen=True, kw_only=True):
    """Something to be done. ``until``: the words; ``due``: the day, where there is one."""

    what: str
    who: str = ""
    until: str = ""
    due: str = ""
    state: Literal["open", "done", "dropped"] = "open"


class Remark(Recorded, frozen=True, kw_only=True):
    """What a reviewer marked by hand and others accepted; ``words`` are the source's."""

    kind: str
    note: str
    words: str


class Alert(Recorded, frozen=True, kw_only=True):
    """Something to look after, and why; computed from the records it stands on."""

    why: str


class Peer(Struct, frozen=True, kw_only=True):
    """What was decided about another tie. ``alike``: what it has in common with this one."""

    here: str
    there: str
    alike: str = ""
    decided: Decided


class Held(Recorded, frozen=True, kw_only=True):
    """One tie: its sides, and all that the register holds of it."""

    kind: TieKind
    label: str = ""
    sides: tuple[Side, ...]
    since: str = ""
    why: tuple[str, ...] = ()
    """Of a tie of a class: a sentence for each part of the rule that it fits."""
    decisions: tuple[Decided, ...] = ()
    roles: tuple[Role, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    laws: tuple[Law, ...] = ()
    exchanges: tuple[Contact, ...] = ()
    """Newest first; ``more_exchanges`` counts the older ones left out."""
    more_exchanges: int = 0
    letters: tuple[Contact, ...] = ()
    more_letters: int = 0
    seats: tuple[Seat, ...] = ()
    remarks: tuple[Remark, ...] = ()
    alerts: tuple[Alert, ...] = ()


class Class(Struct, frozen=True, kw_only=True):
    """The class of ties that a case is about, as it was drawn up."""

    words: str
    """Which ties they are: "active ties of Norfolk with places in Russia"."""
    on: str
    """The day as of which it was drawn up, ISO 8601."""
    number: int
    """How many ties belong to it; ``Register.ties`` holds at most so many."""
    out: tuple[tuple[str, str], ...] = ()
    """Ties that were taken out, each with the reason given."""
    unsure: int = 0
    """How many fit but for their status, which is not known; they do not belong to it."""


class Register(Recorded, frozen=True, kw_only=True):
    """What the register holds about a case on the day ``on``. ``records``: the case's own."""

    on: str
    ties: tuple[Held, ...]
    of_class: Class | None = None
    """None: the case is about one tie, the first."""
    vote_due: str = ""
    motions: tuple[Motion, ...] = ()
    tasks: tuple[Task, ...] = ()
    peers: tuple[Peer, ...] = ()
    more_peers: int = 0
    ledger: tuple[Record, ...] = ()
    """Every record that anything here stands on."""


def digest_of(kind: str, number: int, fields: Mapping[str, str]) -> str:
    """Give the digest of a record as ``sha256:`` and hexadecimal digits, over its JSON with sorted keys."""
    text = json.dumps(
        {"kind": kind, "id": number, "fields": dict(fields)},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
