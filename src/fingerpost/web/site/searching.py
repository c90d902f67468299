"""Find what is public by the beginnings of words: places by all their names, passages by what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fingerpost.web.evidence.models import Finding
from fingerpost.web.register.models import Place
from fingerpost.web.site import gate
from fingerpost.web.site.arms import Arm, arms
from fingerpost.web.site.source_page import NOT_MARKED
from fingerpost.web.words.finding import find_each
from fingerpost.web.words.models import Kind
from fingerpost.web.words.showing import matching_parts, number_matching, other_name_found

SHOWN = 20
"""How many of each kind are shown."""
ASKED = 3 * SHOWN
"""How many are asked for: several findings can rest on one passage, which is shown once."""


class Hit(NamedTuple):
    """Something found; ``also``: the other name by which it was, ``parts``: a passage with the words that match."""

    record: Any
    also: str = ""
    parts: Sequence[tuple[str, bool]] = ()
    arm: Arm | None = None


class Group(NamedTuple):
    """What was found of one kind; ``more``: there is more than is shown."""

    kind: str
    label: Promise
    hits: list[Hit]
    more: bool


class Shelf(NamedTuple):
    """A kind of record that may be found: its heading, which of it is public, and what goes with it on the page."""

    label: Promise
    public: Callable[[], QuerySet[Any]]
    shown: Callable[[QuerySet[Any]], QuerySet[Any]]


SHELVES: dict[Kind, Shelf] = {
    Kind.TIE: Shelf(_("Ties"), gate.ties, lambda found: found.prefetch_related("sides__place")),
    Kind.PLACE: Shelf(_("Places"), gate.places, lambda found: found),
    Kind.CASE: Shelf(_("Cases"), gate.cases, lambda found: found),
    Kind.FINDING: Shelf(
        _("Passages"),
        lambda: gate.findings().exclude(kind__in=NOT_MARKED),
        lambda found: found.select_related("source").defer("source__text").prefetch_related("passages"),
    ),
    Kind.SOURCE: Shelf(_("Sources"), gate.sources, lambda found: found.defer("text")),
    Kind.BODY: Shelf(_("Bodies"), gate.bodies, lambda found: found),
    Kind.PERSON: Shelf(_("People"), gate.people, lambda found: found),
}
"""In the order in which they are shown."""


def search(typed: str, today: date) -> list[Group]:
    """Give what is found, with a fixed number of queries for each kind; "Norfolk Kaliningrad" finds the tie."""
    among = {kind: shelf.public() for kind, shelf in SHELVES.items()}
    found = find_each(list(SHELVES), typed, ASKED, among=among)
    groups = []
    for kind, shelf in SHELVES.items():
        if ids := found.get(kind):
            records = shelf.shown(among[kind]).in_bulk(ids)
            hits = _hits(kind, [records[pk] for pk in ids if pk in records], typed, today)
            groups.append(Group(kind.name.lower(), shelf.label, hits[:SHOWN], len(hits) > SHOWN))
    return groups


def _hits(kind: Kind, records: list[Any], typed: str, today: date) -> list[Hit]:
    if kind == Kind.FINDING:
        return _passages(records, typed)
    if kind == Kind.TIE:
        seen = {arm.tie.pk: arm for arm in arms(records[: SHOWN + 1], today)}
        return [
            Hit(tie, _also([side.place for side in tie.sides.all()], typed), arm=seen.get(tie.pk))
            for tie in records
        ]
    if kind == Kind.PLACE:
        return [Hit(place, _also([place], typed)) for place in records]
    return [Hit(record) for record in records]


def _also(places: Sequence[Place], typed: str) -> str:
    others = [name for place in places for name in place.other_names.splitlines()]
    return other_name_found([place.name for place in places], others, typed) if others else ""


def _passages(findings: list[Finding], typed: str) -> list[Hit]:
    """Give findings with the passage that matches best, each passage once."""
    hits: dict[tuple[int, int, str], Hit] = {}
    for finding in findings:
        if passages := list(finding.passages.all()):
            best = max(passages, key=lambda passage: number_matching(passage.text, typed))
            key = (finding.source_id, best.start, best.text)
            hits.setdefault(key, Hit(finding, parts=matching_parts(best.text, typed)))
    return list(hits.values())
