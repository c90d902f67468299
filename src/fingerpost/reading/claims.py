"""The claims of a page: figures about its ties that can be checked, each with a verdict."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.reading import checks
from fingerpost.reading.atlas import Atlas
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.counts import counts_in
from fingerpost.reading.durations import durations_in
from fingerpost.reading.measures import Measure, measures_in
from fingerpost.reading.model import Claim, ClaimKind, Stated
from fingerpost.reading.page import Page
from fingerpost.reading.scores import scores_on
from fingerpost.reading.ties import Ties


def find_claims(page: Page, atlas: Atlas, ties: Ties, calendar: Calendar) -> tuple[Claim, ...]:
    """Find the claims of a page, in text order, each figure once. A page without a tie has none."""
    if not ties.ties:
        return ()
    found: dict[tuple[str, float, str | None], Claim] = {}
    claims = [*_since(ties, calendar), *_measured(page, atlas, ties, calendar), *_votes(page)]
    claims = checks.agreed(claims, calendar)
    for claim in sorted(claims, key=lambda claim: claim.passages[0].start):
        found.setdefault((claim.kind, claim.stated.value, claim.stated.unit), claim)
    return tuple(found.values())


def _since(ties: Ties, calendar: Calendar) -> Iterator[Claim]:
    firm = {founding.tie for founding in ties.foundings if not founding.weak}
    for founding in ties.foundings:
        if founding.weak and founding.tie in firm:
            continue
        if founding.date.value and founding.date.passage:
            yield Claim(
                kind="since",
                stated=Stated(value=int(founding.date.value[:4]), unit="year"),
                verdict=checks.since(founding, ties, calendar),
                passages=(founding.date.passage,),
                why=founding.why,
            )


def _measured(page: Page, atlas: Atlas, ties: Ties, calendar: Calendar) -> Iterator[Claim]:
    """Read distances, durations and counts from the numbers of a page that are no dates."""
    dates = {at for when in calendar.whens for at in range(when.start, when.end)}
    measures = [measure for measure in measures_in(page.lower) if measure.start not in dates]
    for measure in measures:
        if measure.unit in {"mi", "km"} and page.is_read(page.doc[measure.start]):
            claim = _claim(page, "distance", measure, "distance")
            yield checks.with_distance(page, claim, atlas, ties, measure)
    for duration, why in durations_in(page, ties, measures):
        claim = _claim(page, "duration", duration, why)
        yield checks.with_duration(page, claim, ties, calendar, duration)
    for count in counts_in(page, measures):
        yield _claim(page, "count", count, f"count-{count.unit.replace(' ', '-')}")


def _claim(page: Page, kind: ClaimKind, measure: Measure, why: str) -> Claim:
    return Claim(
        kind=kind,
        stated=Stated(value=measure.value, unit=measure.unit, comparator=measure.comparator),
        passages=(page.passage_of(page.doc[measure.start : measure.end]),),
        why=why,
    )


def _votes(page: Page) -> Iterator[Claim]:
    for _, score in scores_on(page):
        yield Claim(
            kind="vote",
            stated=Stated(value=score.yes, unit=score.text),
            passages=(page.passage_of(page.doc[score.start : score.end]),),
            why="score",
        )
