"""Everything known of one tie, as of a day, for its page: the database read into plain values, a query per table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fingerpost.web.evidence.models import Fact
from fingerpost.web.register.health import Alert, Thresholds, alerts
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import (
    Agreement,
    Decision,
    Exchange,
    Involvement,
    Letter,
    Post,
    ReceivedReport,
    Side,
    Tenure,
    Tie,
)
from fingerpost.web.register.powers import Check, check_power
from fingerpost.web.register.reach import Bearing, laws_reaching
from fingerpost.web.register.setting import thresholds_set
from fingerpost.web.register.status import Standing
from fingerpost.web.register.succession import Heir, heirs
from fingerpost.web.register.vitals import holder, since_of, stand, vacant_since, vitals_of


@dataclass(frozen=True)
class SideStanding:
    """A side with its formal status on the day, and the decision that status rests on."""

    side: Side
    standing: Standing
    decision: Decision | None
    heirs: tuple[Heir, ...] = ()
    """The places that its place has gone into by that day."""


@dataclass(frozen=True)
class Picture:
    """A tie on a day."""

    tie: Tie
    on: date
    sides: list[SideStanding]
    decisions: list[Decision]
    checks: dict[int, Check]
    """By id of a decision: whether its body had the power."""
    agreements: list[Agreement]
    exchanges: list[Exchange]
    letters: list[Letter]
    reports: list[ReceivedReport]
    involvements: list[Involvement]
    posts: list[tuple[Post, Tenure | None]]
    laws: list[Bearing]
    """The third axis, permission: what law or policy forbids, requires or conditions."""
    facts: dict[str, list[Fact]]
    alerts: list[Alert]

    @property
    def mismatches(self) -> dict[int, str]:
        """Give, by id of a decision, why its body may not have had the power; silent where no rule is known."""
        return {pk: check.why for pk, check in self.checks.items() if check.verdict == "mismatch"}


def picture(tie: Tie, on: date, thresholds: Thresholds | None = None) -> Picture:
    """Give what is known of a tie as of a day, with what was merged into it."""
    ids = merged_ids(tie)
    sides = list(Side.objects.filter(tie=tie).select_related("place"))
    decisions = list(
        Decision.objects.filter(side__tie__in=ids, withdrawn=None)
        .select_related("body", "body__merged_into", "side__place", "motion", "source")
        .order_by("date", "pk")
    )
    agreements = list(Agreement.objects.filter(tie__in=ids).select_related("source"))
    facts: dict[str, list[Fact]] = {}
    for fact in Fact.objects.filter(tie__in=ids, superseded=None).select_related(
        "finding__source", "stated_by"
    ):
        facts.setdefault(fact.predicate, []).append(fact)
    began = min((since for fact in facts.get("tie", []) if (since := since_of(fact))), default="")
    became = heirs([side.place for side in sides], on)
    by_id = {decision.pk: decision for decision in decisions}
    stands = []
    for side in sides:
        held = stand(side, decisions, agreements, on, since=began)
        stands.append(
            SideStanding(side, held, by_id.get(held.decision or 0), tuple(became.get(side.place_id, ())))
        )
    places = [side.place_id for side in sides]
    places += [heir.place.pk for found in became.values() for heir in found]
    involvements = list(
        Involvement.objects.filter(Q(tie__in=ids) | Q(tie=None, place__in=places)).select_related(
            "body", "body__merged_into", "source"
        )
    )
    exchanges = list(Exchange.objects.filter(tie__in=ids).select_related("source")[:200])
    letters = list(Letter.objects.filter(tie__in=ids).select_related("source")[:200])
    reports = list(ReceivedReport.objects.filter(tie__in=ids).select_related("body", "source")[:50])
    posts = _posts(ids, on)
    laws = laws_reaching(sides, tie.kind, on)
    vitals = vitals_of(
        [one.standing for one in stands],
        on,
        decisions=decisions,
        agreements=agreements,
        exchanges=exchanges,
        letters=letters,
        reports=reports,
        vacancies=[(str(post), vacant_since(post)) for post, tenure in posts if tenure is None],
        laws=[law for law, _ in laws],
    )
    return Picture(
        tie=tie,
        on=on,
        sides=stands,
        decisions=decisions,
        checks={decision.pk: check_power(decision, involvements, became) for decision in decisions},
        agreements=agreements,
        exchanges=exchanges,
        letters=letters,
        reports=reports,
        involvements=involvements,
        posts=posts,
        laws=laws,
        facts=facts,
        alerts=list(alerts(vitals, thresholds or thresholds_set(), on)),
    )


def _posts(ids: list[int], on: date) -> list[tuple[Post, Tenure | None]]:
    posts = Post.objects.filter(tie__in=ids).select_related("body").prefetch_related("tenures__person")
    day = on.isoformat()
    held = []
    for post in posts:
        held.append((post, holder(post, day)))
    return held
