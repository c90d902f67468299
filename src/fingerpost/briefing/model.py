"""The briefing as data: sections of groups of lines, each line with the citations it stands on."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from fingerpost.casefile.model import Casefile, Citation

Style = Literal["plain", "strong", "quote", "quiet"]

LineKind = Literal["finding", "computed", "scope", "source", "given"]
"""What a line stands on: passages or records of the register (finding, computed), the sources and records searched
(scope), the source that it describes (source), or what the person who asked for the briefing gave (given)."""


class Run(Struct, frozen=True):
    """Words in one style. A quote says where it stands: ``at.text`` is ``text`` and its source's slice."""

    text: str
    style: Style = "plain"
    at: Citation | None = None

    @property
    def shown(self) -> str:
        """The words as set: a quote in marks, unless it begins with marks of its own."""
        bare = self.style != "quote" or self.text[:1] in '"“„«'
        return self.text if bare else f"“{self.text}”"


class Line(Struct, frozen=True, kw_only=True):
    """One line. ``lead`` is a short word before it (a date, "For"), ``mark`` what it says at a glance."""

    runs: tuple[Run, ...]
    citations: tuple[Citation, ...] = ()
    kind: LineKind = "finding"
    lead: str | None = None
    mark: Literal["holds", "fails", "open"] | None = None
    searched: tuple[int, ...] = ()
    records: tuple[int, ...] | UnsetType = UNSET
    """Numbers of records of the register; unset, and absent from JSON, where the line stands on none."""

    @property
    def text(self) -> str:
        """The line's words, without marks."""
        return "".join(run.text for run in self.runs)


class Group(Struct, frozen=True, kw_only=True):
    """Lines under one heading, or under none."""

    title: str | None = None
    lines: tuple[Line, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A section; ``key`` is its name in addresses and in JSON."""

    key: str
    title: str
    groups: tuple[Group, ...]


class Arm(Struct, frozen=True, kw_only=True):
    """The arm of the signpost: from where to where, how far, and in which direction.

    Distances along the geodesic; ``bearing`` is the azimuth at ``start``, in degrees clockwise from north.
    """

    start: str
    to: str
    latitude: float
    longitude: float
    to_latitude: float
    to_longitude: float
    miles: int
    kilometres: int
    bearing: int
    compass: str


class Briefing(Struct, frozen=True, kw_only=True):
    """The document for the people who decide. ``seal`` is the digest of all the rest (see ``sealing``)."""

    format: Literal["fingerpost/briefing/1"] = "fingerpost/briefing/1"
    title: str
    subtitle: str
    notice: str
    made: str
    arm: Arm | None
    sections: tuple[Section, ...]
    casefile: Casefile
    seal: str = ""
