"""The words on and about a signpost, in one language at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.places.distance import KM_PER_MILE, POINTS
from fingerpost.signpost.model import GONE, Arm, Partner, Signpost, Standing

_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]+"
)
"""Controls, and marks that turn the direction of writing: no name needs them, and they could garble a page."""

_TOWERS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_LONGEST = 300


@dataclass(frozen=True, eq=False)
class Words:
    """Words and patterns; a translation gives its own."""

    language: str = "en"
    title: str = "Signpost of {home}"
    summary: str = "{arms} arms, clockwise from north."
    one: str = "One arm."
    none: str = "No arm yet."
    since: str = "since {year}"
    until: str = "{since}–{until}"
    miles: str = "mi"
    km: str = "km"
    full: str = "{miles} miles ({km} km) {point}"
    metric: str = "{km} km ({miles} miles) {point}"
    no_place: str = "position not known, so no arm points there"
    thousands: str = ","
    decimal: str = "."
    points: tuple[str, ...] = POINTS
    standings: Mapping[Standing, str] = field(
        default_factory=lambda: {
            "proposed": "proposed",
            "active": "",
            "suspended": "suspended",
            "lapsed": "lapsed",
            "ended": "ended",
            "historical": "historical",
            "unknown": "status not known",
        }
    )
    drawn: Mapping[Standing, str] = field(
        default_factory=lambda: {
            "proposed": "its arm is drawn in dashes",
            "active": "",
            "suspended": "its arm is hooded",
            "lapsed": "its term ran out and its arm hangs loose",
            "ended": "its arm lies at the foot",
            "historical": "its arm lies at the foot",
            "unknown": "its arm is grey",
        }
    )

    def number(self, value: float) -> str:
        """Give a distance: to a tenth below ten."""
        plain = f"{value:,.1f}" if 0 < value < 9.95 else f"{value:,.0f}"
        return plain.translate({ord(","): self.thousands, ord("."): self.decimal})

    def distances(self, km: float, *, miles_first: bool) -> tuple[str, str]:
        """Give both distances for an arm, the larger-lettered first."""
        both = f"{self.number(km / KM_PER_MILE)} {self.miles}", f"{self.number(km)} {self.km}"
        return both if miles_first else (both[1], both[0])

    def stands(self, partner: Partner) -> str:
        """Give how a tie stands, in a word and mostly a year: "suspended 2022"; empty where it is active."""
        word = self.standings[partner.standing]
        when = year(partner.changed) if partner.standing not in {"unknown", *GONE} else ""
        return f"{word} {when}".strip() if word else ""

    def years(self, partner: Partner) -> str:
        """Give since when a tie is, or from when to when it was."""
        since, until = year(partner.since), year(partner.changed)
        if partner.standing in GONE and until:
            return self.until.format(since=since, until=until)
        if partner.standing == "proposed":
            return ""
        return self.since.format(year=since) if since else ""

    def sentence(self, arm: Arm, *, miles_first: bool) -> str:
        """Give all that an arm says, for those who do not see it."""
        pattern = self.full if miles_first else self.metric
        way = pattern.format(
            miles=self.number(arm.km / KM_PER_MILE),
            km=self.number(arm.km),
            point=self.points[round(arm.bearing / 22.5) % 16],
        )
        return f"{full_name(arm.partner)}: {', '.join(filter(None, (way, *self._about(arm.partner))))}"

    def unplaced(self, partner: Partner) -> str:
        """Give what is known of a partner without an arm."""
        about = [one for one in self._about(partner) if one != self.drawn[partner.standing]]
        return f"{full_name(partner)}: {', '.join(filter(None, (self.no_place, *about)))}"

    def description(self, post: Signpost) -> str:
        """Give the whole signpost in sentences."""
        count = len(post.hung)
        first = self.none if not count else self.one if count == 1 else self.summary.format(arms=count)
        arms = [self.sentence(arm, miles_first=post.miles_first) for arm in post.arms]
        return ". ".join([first.rstrip("."), *arms, *map(self.unplaced, post.unplaced)]) + "."

    def _about(self, partner: Partner) -> tuple[str, ...]:
        return self.years(partner), self.stands(partner), self.drawn[partner.standing]


ENGLISH = Words()


def year(when: str) -> str:
    """Give the year of a date as the register keeps it: 1992, 1992-05, 1992-05-14 or 1990s."""
    return when[:5] if when.endswith("s") else when[:4]


def full_name(partner: Partner) -> str:
    """Give name and country."""
    return ", ".join(part for part in (tidy(partner.name), tidy(partner.country)) if part)


def tidy(text: str) -> str:
    """Give a name as it can be lettered: composed, on one line, without invisible marks or towers of accents.

    At most 300 characters of it.
    """
    text = _TOWERS.sub(r"\1", unicodedata.normalize("NFC", _UNWANTED.sub(" ", text[: 4 * _LONGEST])))
    return " ".join(text.split())[:_LONGEST]
