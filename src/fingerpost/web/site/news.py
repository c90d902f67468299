"""What is new in public, for feeds: decisions, motions, cases, agreements, exchanges and what sources say.

Something is as old as its entry in the register, not as the day it happened on: an old letter may be news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from fingerpost.web.casework.models import Case
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Exchange, Tie
from fingerpost.web.site import gate, words
from fingerpost.web.site.dates import written
from fingerpost.web.site.saying import Saying, sayings, with_words

MOST = 40
"""Of each kind, and altogether."""
TOLD = ("position", "event")
"""What sources say that is news by itself."""


@dataclass(frozen=True)
class News:
    """One entry of a feed."""

    at: datetime
    title: str
    text: str
    page: str
    """Name of the page's address."""
    number: int
    fragment: str = ""


def news() -> list[News]:
    """Give what is new on the whole site, the latest first."""
    return _latest(
        _decisions(gate.decisions()),
        _motions(gate.motions()),
        _cases(gate.cases()),
        _agreements(gate.agreements()),
        _exchanges(gate.exchanges()),
        _facts(gate.facts().exclude(tie=None)),
    )


def news_of_tie(tie: Tie) -> list[News]:
    """Give what is new about one tie, the latest first."""
    ids = list(all_merged(Tie, [tie.pk]))
    return _latest(
        _decisions(gate.decisions().filter(side__tie__in=ids)),
        _motions(gate.motions().filter(case__tie__in=ids)),
        _cases(gate.cases().filter(tie__in=ids)),
        _agreements(gate.agreements().filter(tie__in=ids)),
        _exchanges(gate.exchanges().filter(tie__in=ids)),
        _facts(gate.facts().filter(tie__in=ids)),
    )


def news_of_case(case: Case) -> list[News]:
    """Give what is new in one case, the latest first."""
    said = gate.facts().filter(Q(tie=None) | Q(tie=case.tie_id), finding__source__cases=case)
    return _latest(
        _decisions(gate.case_decisions(case).distinct()),
        _motions(gate.motions().filter(case=case)),
        _cases(gate.cases().filter(pk=case.pk)),
        _facts(said),
    )


def _latest(*kinds: Iterable[News]) -> list[News]:
    every = [one for kind in kinds for one in kind]
    return sorted(every, key=lambda one: (one.at, one.page, one.number, one.fragment), reverse=True)[:MOST]


def _decisions(records: QuerySet[Decision]) -> Iterator[News]:
    found = list(
        records.select_related("body", "side__place")
        .prefetch_related("side__tie__sides__place")
        .order_by("-pk")[:MOST]
    )
    times = gate.entered(Decision, [one.pk for one in found])
    for one in found:
        if one.pk in times:
            title = f"{one.side.tie}: {words.RESULT[one.result]} ({one.side.place.name})"
            told = (one.body, one.instrument, written(one.date), one.operative_words)
            yield News(times[one.pk], title, _joined(told), "site:tie", one.side.tie_id, f"d{one.pk}")


def _motions(records: QuerySet[Any]) -> Iterator[News]:
    for one in records.select_related("body", "case").order_by("-published", "-pk")[:MOST]:
        title = _("%(case)s: a motion before %(body)s") % {"case": one.case, "body": one.body}
        told = (words.OUTCOME[one.outcome], written(one.date), one.text)
        yield News(one.published, title, _joined(told), "site:case", one.case_id, f"m{one.pk}")


def _cases(records: QuerySet[Case]) -> Iterator[News]:
    for one in records.order_by("-published", "-pk")[:MOST]:
        yield News(one.published, str(one), one.question, "site:case", one.pk)


def _agreements(records: QuerySet[Agreement]) -> Iterator[News]:
    for one, at in _entered(records):
        told = (one.title, written(one.signed), one.parties)
        title = _("%(tie)s: an agreement") % {"tie": one.tie}
        yield News(at, title, _joined(told), "site:tie", one.tie_id, f"a{one.pk}")


def _exchanges(records: QuerySet[Exchange]) -> Iterator[News]:
    for one, at in _entered(records):
        told = (one.title, words.DIRECTION[one.direction], written(one.date))
        title = _("%(tie)s: an exchange") % {"tie": one.tie}
        yield News(at, title, _joined(told), "site:tie", one.tie_id, f"x{one.pk}")


def _entered(records: QuerySet[Any]) -> Iterator[tuple[Any, datetime]]:
    found = list(records.prefetch_related("tie__sides__place").order_by("-pk")[:MOST])
    times = gate.entered(records.model, [one.pk for one in found])
    return ((one, times[one.pk]) for one in found if one.pk in times)


def _facts(records: QuerySet[Any]) -> Iterator[News]:
    told = with_words(records.filter(predicate__in=TOLD).exclude(finding=None))
    for one in sayings(told.prefetch_related("tie__sides__place").order_by("-pk")[:MOST]):
        yield _said(one)


def _said(one: Saying) -> News:
    what = f"{one.who}: {one.what}" if one.who else one.what
    title = f"{one.fact.tie}: {what}" if one.fact.tie else what
    told = (written(one.date), *(passage.text for passage in one.passages))
    return News(
        one.fact.at,
        title,
        _joined(told),
        "site:source",
        one.fact.finding.source_id,
        f"p{one.fact.finding_id}",
    )


def _joined(told: Iterable[object]) -> str:
    return ". ".join(str(one).rstrip(".") for one in told if one)
