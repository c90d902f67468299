"""What a signpost is made from: a home, and the partners its arms point at. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Standing = Literal["proposed", "active", "suspended", "lapsed", "ended", "historical", "unknown"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)

GONE: frozenset[Standing] = frozenset({"ended", "historical"})
"""Their arms no longer hang on the post."""

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Home:
    """The place where the post stands; degrees, WGS 84."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Partner:
    """The place at the other end of a tie.

    Attributes:
        name: as it is lettered on the arm.
        country: its label, as "Russia"; may be empty.
        latitude, longitude: degrees, WGS 84; None where not known: then no arm can be hung.
        since: the year or date the tie began, as known; empty where not known.
        standing: the tie's formal status on the home side.
        changed: since when it stands so, as known.
        link: where more is told; empty for nowhere.
    """

    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    since: str = ""
    standing: Standing = "active"
    changed: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Arm:
    """A partner as seen from the post.

    Attributes:
        km: length of the shortest way.
        bearing: its direction at the post, degrees clockwise from true north, 0 to below 360.
    """

    partner: Partner
    km: float
    bearing: float

    @property
    def side(self) -> Side:
        """On which side it hangs, for somebody who faces north: everything east of the meridian is right."""
        return "right" if self.bearing < 180 else "left"

    @property
    def from_north(self) -> float:
        """The angle between its direction and north, 0 to 180 degrees, on whichever side."""
        return min(self.bearing, 360 - self.bearing)

    @property
    def gone(self) -> bool:
        """Whether it lies at the foot."""
        return self.partner.standing in GONE


@dataclass(frozen=True, slots=True)
class Signpost:
    """A post with its arms.

    Attributes:
        arms: clockwise from north, the nearer first where two have one direction; those that are gone too.
        unplaced: partners whose position is not known.
        miles_first: whether miles are lettered larger than kilometres.
    """

    home: Home
    arms: tuple[Arm, ...]
    unplaced: tuple[Partner, ...] = ()
    miles_first: bool = True

    @property
    def hung(self) -> tuple[Arm, ...]:
        """The arms on the post."""
        return tuple(arm for arm in self.arms if not arm.gone)

    @property
    def fallen(self) -> tuple[Arm, ...]:
        """The arms at the foot."""
        return tuple(arm for arm in self.arms if arm.gone)
