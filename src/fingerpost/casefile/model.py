"""One case: what several readings say about one tie, each finding with its citations.

Plain values. Ids are the case's own ("a1", "p2", ...); sources are numbered from 1, as a reader cites them.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from fingerpost.casefile.citation import Citation as Citation
from fingerpost.casefile.citation import Span as Span
from fingerpost.casefile.register import Register
from fingerpost.documents.model import Document
from fingerpost.reading.model import (
    Account,
    ActionStatus,
    Activity,
    ActorKind,
    ClaimKind,
    Computed,
    Date,
    EventKind,
    Force,
    FormalStatus,
    PlaceKind,
    PlaceStatus,
    Power,
    QuoteKind,
    Said,
    Stance,
    Stated,
    TieClass,
    TieKind,
    Until,
    Verdict,
    Vote,
)


class CaseSource(Struct, frozen=True, kw_only=True):
    """A source of the case. ``copy_of`` is the number of the source that it repeats."""

    number: int
    document: Document
    account: Account
    copy_of: int | None = None
    shared: float = 0.0
    """Share of its wording that stands in ``copy_of``, from 0 (none) to 1 (all)."""


class Unread(Struct, frozen=True):
    """A source that was handed in and could not be read, and why."""

    name: str
    reason: str


class CasePlace(Struct, frozen=True, kw_only=True):
    """A place, merged over the sources. Degrees, WGS 84."""

    id: str
    name: str
    kind: PlaceKind = "populated"
    status: PlaceStatus
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    citations: tuple[Citation, ...] = ()


class CaseActor(Struct, frozen=True, kw_only=True):
    """A person or body, merged over the sources. ``of`` is an actor id, ``place`` a place id."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    of: str | None = None
    place: str | None = None
    aliases: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Dated(Struct, frozen=True, kw_only=True):
    """A date with the citations that give it."""

    date: Date
    citations: tuple[Citation, ...]


class StatusReport(Struct, frozen=True, kw_only=True):
    """The formal status after the newest decision that one source reports."""

    status: FormalStatus
    on: str | None
    source: int
    citations: tuple[Citation, ...]


class CaseTie(Struct, frozen=True, kw_only=True):
    """A tie, merged over the sources. Two entries in ``since`` mean that the sources disagree."""

    id: str
    places: tuple[str, str]
    kind: TieKind
    label: str | None = None
    since: tuple[Dated, ...] = ()
    until: tuple[Dated, ...] = ()
    reports: tuple[StatusReport, ...] = ()
    status: FormalStatus = "unknown"
    activity: Activity = "unknown"
    citations: tuple[Citation, ...] = ()


class CaseQuote(Struct, frozen=True, kw_only=True):
    """Speech with its speaker (actor id); ``citation`` is the words, ``around`` the sentence with its cue."""

    id: str
    speaker: str | None
    kind: QuoteKind
    citation: Citation
    around: Citation | None = None
    said: Said = Said()


class CasePosition(Struct, frozen=True, kw_only=True):
    """What an actor wants done, with the date that orders it (``on``: said, else published)."""

    id: str
    actor: str
    stance: Stance
    force: Force
    tie: str | None = None
    ties: TieClass | None = None
    date: Date | None = None
    on: str | None = None
    condition: str | None = None
    quotes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Stand(Struct, frozen=True, kw_only=True):
    """Where one actor stands: positions oldest first. The last is where they stand now."""

    actor: str
    positions: tuple[CasePosition, ...]
    changed: bool = False
    """True where a later position differs from an earlier one on an earlier date."""


class CaseAuthority(Struct, frozen=True, kw_only=True):
    """Who may decide, who may not, who advises, who carries out."""

    actor: str
    power: Power
    according_to: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class CaseEvent(Struct, frozen=True, kw_only=True):
    """A happening, told by one source or by several."""

    kind: EventKind
    date: Date | None = None
    actor: str | None = None
    tie: str | None = None
    vote: Vote | None = None
    citations: tuple[Citation, ...] = ()


class CaseAction(Struct, frozen=True, kw_only=True):
    """A practical or symbolic act."""

    what: str
    actor: str | None = None
    status: ActionStatus
    until: Until | None = None
    citations: tuple[Citation, ...] = ()


class CaseClaim(Struct, frozen=True, kw_only=True):
    """A checkable figure with the verdict on it."""

    kind: ClaimKind
    stated: Stated
    computed: Computed | None = None
    verdict: Verdict
    citations: tuple[Citation, ...] = ()


class Version(Struct, frozen=True, kw_only=True):
    """One of several values that the sources give for the same thing, in words."""

    value: str
    citations: tuple[Citation, ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Where sources disagree. All versions stay, side by side."""

    about: Literal["since", "vote", "status", "date"]
    event: EventKind | None = None
    versions: tuple[Version, ...]


class Silence(Struct, frozen=True, kw_only=True):
    """What the sources do not say: ``rule`` names how that was established, ``searched`` where."""

    rule: str
    about: str
    """The name of the actor, place or thing concerned, or ``""``."""
    searched: tuple[int, ...]
    records: tuple[int, ...] | UnsetType = UNSET
    """The records of the register searched besides the sources."""


class Question(Struct, frozen=True, kw_only=True):
    """The question of the case: as given, or in the words of a source, or None where neither asks."""

    text: str | None = None
    given: bool = False
    citation: Citation | None = None


class Casefile(Struct, frozen=True, kw_only=True):
    """One case, put together from readings. ``tie`` is the main tie's id; ``home`` the place that asks."""

    now: str
    question: Question
    home: str
    partner: str
    tie: str
    sources: tuple[CaseSource, ...]
    unread: tuple[Unread, ...] = ()
    places: tuple[CasePlace, ...]
    actors: tuple[CaseActor, ...]
    ties: tuple[CaseTie, ...]
    quotes: tuple[CaseQuote, ...] = ()
    stands: tuple[Stand, ...] = ()
    elsewhere: tuple[Stand, ...] = ()
    """Where actors stand on other ties that the sources name."""
    authority: tuple[CaseAuthority, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    actions: tuple[CaseAction, ...] = ()
    claims: tuple[CaseClaim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    silences: tuple[Silence, ...] = ()
    register: Register | UnsetType = UNSET
    """What the register holds; unset, and absent from JSON, where the case was put together from sources alone."""
    reviewed: tuple[Span, ...] | UnsetType = UNSET
    """What people accepted; unset where nobody was asked to review."""
