"""The public form of a reading: ``fingerpost/reading/1``.

Offsets are half-open and count code points of ``document.text``. Every finding carries at least one
passage whose text equals that slice exactly. The fields ``why`` and ``words`` of a finding go beyond the
published schema, compatibly: the rule (or learned part) that proposed it, and the words that decided.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from fingerpost.documents.model import Document

ActorKind = Literal[
    "person", "council", "committee", "association", "government", "company", "press", "group", "other"
]
PlaceKind = Literal["populated", "admin1", "admin2", "country", "other"]
PlaceStatus = Literal["resolved", "ambiguous", "unresolved"]
TieKind = Literal[
    "sister_city", "twin_town", "friendship_city", "partner_city", "sister_county", "sister_state", "other"
]
FormalStatus = Literal["proposed", "active", "suspended", "lapsed", "ended", "unchanged", "unknown"]
Activity = Literal["active", "waning", "dormant", "unknown"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Stance = Literal["keep", "suspend", "end", "establish", "renew", "restore", "defer", "other"]
Force = Literal["decides", "demands", "wants", "supports", "plans", "considers"]
Power = Literal["decides", "advises", "carries_out", "cannot_decide"]
EventKind = Literal[
    "established",
    "renewed",
    "questioned",
    "called_on",
    "suspended",
    "ended",
    "kept",
    "restored",
    "lapsed",
    "proposed",
    "waned",
    "vacancy",
    "vote",
    "letter",
    "statement",
    "exchange",
    "outside",
]
ActionStatus = Literal["done", "planned", "proposed", "refused"]
ClaimKind = Literal["distance", "duration", "since", "count", "vote"]
Comparator = Literal["exactly", "about", "more_than", "less_than", "at_least", "at_most"]
Verdict = Literal["consistent", "inconsistent", "unverifiable"]
DatePrecision = Literal["day", "month", "year", "decade", "unknown"]
ResolvedFrom = Literal["text", "published", "inferred", "none"]


class Passage(Struct, frozen=True):
    """A half-open span of code points in a document's canonical text, with its text."""

    start: int
    end: int
    text: str


class Date(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date with its precision and its words. ``value`` is reduced ISO 8601; None: only words are known."""

    value: str | None
    precision: DatePrecision
    text: str = ""
    resolved_from: ResolvedFrom = "none"
    passage: Passage | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """A person or body that speaks or acts. ``of`` is an actor id, ``place`` a place id."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    of: str | None = None
    place: str | None = None
    mentions: tuple[Passage, ...]


class Place(Struct, frozen=True, kw_only=True):
    """A place named in the text, with its gazetteer identity where the text settles it. Degrees, WGS 84."""

    id: str
    name: str
    status: PlaceStatus
    kind: PlaceKind = "populated"
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    why: str | None = None
    candidates: tuple[dict[str, object], ...] = ()
    mentions: tuple[Passage, ...]


class Tie(Struct, frozen=True, kw_only=True):
    """A lasting agreed relation between two places (ids), as this one text tells it."""

    id: str
    places: tuple[str, str]
    kind: TieKind
    label: str | None = None
    since: Date | None = None
    until: Date | None = None
    status_after: FormalStatus = "unknown"
    activity: Activity = "unknown"
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""


class Said(Struct, frozen=True, kw_only=True):
    """When, by what means and to whom something was said. ``to`` is the words of the text."""

    date: Date | None = None
    medium: str | None = None
    to: str | None = None


class Quote(Struct, frozen=True, kw_only=True):
    """Speech with its speaker (actor id; None where the text does not say). ``text`` is without the marks."""

    id: str
    speaker: str | None
    kind: QuoteKind
    text: str
    start: int
    end: int
    cue: Passage | None = None
    source_span: Passage | None = None
    said: Said = field(default_factory=Said)
    continues: str | None = None
    score: float | None = None
    why: str = ""


class PlaceClass(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All places in a country or first-level region."""

    admin1: str | None = None
    country: str | None = None


class TieClass(Struct, frozen=True, kw_only=True, rename={"start": "from", "to": "to"}):
    """All ties between one class of places and another ("Virginia × Russia")."""

    start: PlaceClass | None = None
    to: PlaceClass | None = None


class Target(Struct, frozen=True, kw_only=True, rename={"ties": "class"}):
    """What a position is about: one tie (id) or a class of ties."""

    tie: str | None = None
    ties: TieClass | None = None


class Position(Struct, frozen=True, kw_only=True):
    """What an actor wants done about a tie or a class of ties."""

    id: str
    actor: str
    stance: Stance
    force: Force = "wants"
    target: Target = Target()
    date: Date | None = None
    condition: str | None = None
    reported_by: str | None = None
    quotes: tuple[str, ...] = ()
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""
    words: tuple[str, ...] = ()


class Authority(Struct, frozen=True, kw_only=True):
    """Who may decide about ties, who may not, who advises, who carries out."""

    actor: str
    power: Power
    over: str | None = None
    according_to: str | None = None
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""


class Vote(Struct, frozen=True, kw_only=True):
    """A vote's numbers, each None where the text does not give it."""

    for_: int | None = field(name="for", default=None)
    against: int | None = None
    unanimous: bool | None = None


class Event(Struct, frozen=True, kw_only=True):
    """A happening in a tie's history, or outside it with a bearing on it."""

    kind: EventKind
    date: Date | None = None
    actor: str | None = None
    tie: str | None = None
    vote: Vote | None = None
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""


class Until(Struct, frozen=True, kw_only=True):
    """How long an action or decision is to hold, in the exact words of the text."""

    text: str
    kind: Literal["condition", "date", "indefinite"]
    date: Date | None = None


class Action(Struct, frozen=True, kw_only=True):
    """A practical or symbolic act, other than deciding about the tie itself."""

    what: str
    actor: str | None = None
    status: ActionStatus
    until: Until | None = None
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""


class Stated(Struct, frozen=True, kw_only=True):
    """A figure as the text states it."""

    value: float
    unit: str | None = None
    comparator: Comparator = "exactly"


class Computed(Struct, frozen=True, kw_only=True):
    """A figure as computed, and how."""

    value: float
    unit: str | None = None
    method: str


class Claim(Struct, frozen=True, kw_only=True):
    """A checkable figure with the verdict on it."""

    kind: ClaimKind
    stated: Stated
    computed: Computed | None = None
    verdict: Verdict = "unverifiable"
    passages: tuple[Passage, ...]
    score: float | None = None
    why: str = ""


class Account(Struct, frozen=True, kw_only=True):
    """What was read and what was not, or could not be settled."""

    characters: int
    characters_read: int
    quotes_found: int
    quotes_unattributed: int
    places_found: int
    places_unresolved: int
    dates_unresolved: int = 0
    reader: str = ""
    warnings: tuple[str, ...] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """What the reader found in one document."""

    format: Literal["fingerpost/reading/1"] = "fingerpost/reading/1"
    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    ties: tuple[Tie, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    authority: tuple[Authority, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    claims: tuple[Claim, ...] = ()
    account: Account
