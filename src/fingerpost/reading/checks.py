"""Figures checked: distances against geodesics, lengths of time against years."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from fingerpost.reading.atlas import Atlas
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.en import claims as en
from fingerpost.reading.foundings import Founding
from fingerpost.reading.measures import Measure
from fingerpost.reading.model import Claim, Comparator, Computed, Place, Verdict
from fingerpost.reading.page import Page
from fingerpost.reading.ties import Ties

KM_PER_MILE = 1.609344
NEAR = 0.1
"""Share by which a stated distance may miss the geodesic: round figures, and roads or flights."""
WIDE = 0.25
"""The same for "more than" and "less than", which are chosen for effect."""
LONG_YEARS = 10
"""Years from which a length of time that equals a tie's age is taken for it."""
CLOSE_YEARS = 1
"""Years by which an age may miss the difference of two years: anniversaries fall within them."""


def with_distance(page: Page, claim: Claim, atlas: Atlas, ties: Ties, measure: Measure) -> Claim:
    """Compare a stated distance with the geodesic between the two places it is about."""
    sides = _sides(page, atlas, ties, measure)
    if sides is None or None in {sides[0].latitude, sides[1].latitude}:
        return claim
    km = _geodesic_km(*sides)
    unit = claim.stated.unit or "km"
    value = round(km / KM_PER_MILE if unit == "mi" else km)
    verdict = _agrees(claim.stated.value, value, claim.stated.comparator, NEAR, WIDE)
    names = " – ".join(side.name for side in sides)
    method = f"geodesic (WGS 84) {names}; {NEAR:.0%} either way, {WIDE:.0%} beyond a bound"
    return replace(claim, computed=Computed(value=value, unit=unit, method=method), verdict=verdict)


def _sides(page: Page, atlas: Atlas, ties: Ties, measure: Measure) -> tuple[Place, Place] | None:
    """Give the two places of a distance: the sides of its tie, or two others that the sentence names."""
    sent = page.doc[measure.start].sent
    after = page.lower[measure.end : measure.end + 3]
    beyond = page.lower[measure.end : measure.end + 7]
    if en.POINTS.intersection(after) and not en.FROM.intersection(beyond[:4]):
        return None  # "eight miles to the west", of what stands before
    if en.FROM.intersection(after) and en.NO_TOWNS.intersection(beyond):
        return None  # "50 miles from the border"
    named = [
        place for place in atlas.within(sent) if place.kind == "populated" and place.status == "resolved"
    ]
    if en.POINTS.intersection(after) and len(named) < 2:
        return None  # "1,100 kilometres south of the capital"
    tie = ties.about(sent) or ties.in_focus(measure.start)
    sides = [atlas.by_id.get(side) for side in tie.places] if tie else []
    inside = [place for place in named if place in sides]
    if len(named) == 2 and not (len(inside) == 1 and en.AWAY.intersection(after)):
        return named[0], named[1]
    if len(sides) != 2 or (named and not inside) or (len(named) > 2 and len(inside) < 2):
        return None
    first, second = sides
    return (first, second) if first and second else None


def _geodesic_km(first: Place, second: Place) -> float:
    from geographiclib.geodesic import Geodesic

    ends = (first.latitude, first.longitude, second.latitude, second.longitude)
    found: dict[str, Any] = Geodesic.WGS84.Inverse(*ends, Geodesic.DISTANCE)
    return float(found["s12"]) / 1000


def _agrees(stated: float, value: float, comparator: Comparator, near: float, wide: float) -> Verdict:
    if value == 0:
        return "unverifiable"
    share = stated / value
    low, high = 1 - near, 1 + near
    if comparator in {"more_than", "at_least"}:
        low = 1 - wide
    elif comparator in {"less_than", "at_most"}:
        high = 1 + wide
    return "consistent" if low <= share <= high else "inconsistent"


def with_duration(page: Page, claim: Claim, ties: Ties, calendar: Calendar, measure: Measure) -> Claim:
    """Compare the age of a tie with its first year and the year of publication.

    A length that is not said to be an age ("has carried the tie for 31 years") is checked only where it is
    long and agrees: one that differs may be another's. So is "a five-year agreement", which may be a term.
    """
    sent = page.doc[measure.start].sent
    tie = ties.about(page.doc[measure.start : sent.end]) or ties.about(sent) or ties.in_focus(measure.start)
    year = calendar.published
    if claim.stated.unit != "year" or claim.why in _NO_AGES or calendar.published_from == "inferred":
        return claim
    if tie is None or tie.since is None or not tie.since.value or not year:
        return claim
    value = int(year[:4]) - int(tie.since.value[:4])
    agrees = abs(value - claim.stated.value) <= CLOSE_YEARS
    if not agrees and not _is_age(page, claim, measure):
        return claim
    if claim.why != "age" and claim.stated.value < LONG_YEARS:
        return claim
    method = f"published {year[:4]} less {tie.since.value[:4]}; {CLOSE_YEARS} year either way"
    return replace(
        claim,
        computed=Computed(value=value, unit="year", method=method),
        verdict="consistent" if agrees else "inconsistent",
    )


_NO_AGES = frozenset({"notice", "every", "after", "term"})


def _is_age(page: Page, claim: Claim, measure: Measure) -> bool:
    """True for "a 32-year-old tie" and "a relationship of 30 years"."""
    hyphened = page.lower[measure.end - 2] == "-"
    old = page.lower[measure.end : measure.end + 2] == ["-", "old"]
    return claim.why == "age" and (old or not hyphened)


def agreed(claims: list[Claim], calendar: Calendar) -> list[Claim]:
    """Give the claims with each first year called consistent that an age and the publication confirm."""
    year = calendar.published
    if not year or calendar.published_from == "inferred":
        return claims
    firsts = {
        int(year[:4]) - int(claim.computed.value)
        for claim in claims
        if claim.kind == "duration" and claim.verdict == "consistent" and claim.computed
    }
    return [
        replace(claim, verdict="consistent")
        if claim.kind == "since" and claim.verdict == "unverifiable" and claim.stated.value in firsts
        else claim
        for claim in claims
    ]


def since(founding: Founding, ties: Ties, calendar: Calendar) -> Verdict:
    """Tell whether other years given for the start of the same tie agree with this one."""
    others = {
        other.date.value[:4] for other in ties.foundings if other.tie == founding.tie and other.date.value
    }
    if len(others) > 1:
        return "inconsistent"
    published = calendar.published
    if founding.date.value and published and founding.date.value[:4] > published[:4]:
        return "inconsistent"
    return "unverifiable"
