"""Everything public of one tie as of a day: how both sides stand, what happened, who says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext

from fingerpost.web.casework.models import Case
from fingerpost.web.dates import earliest, latest
from fingerpost.web.register.health import months_before
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Agreement, Decision, Exchange, Involvement, Post, Tenure, Tie
from fingerpost.web.register.powers import mismatches
from fingerpost.web.register.reach import Bearing
from fingerpost.web.register.setting import thresholds_set
from fingerpost.web.register.standings import Stand
from fingerpost.web.register.succession import Heir
from fingerpost.web.register.vitals import holder, since_of, stand
from fingerpost.web.site import gate
from fingerpost.web.site.arms import Arm, beginning, way_between
from fingerpost.web.site.saying import Saying, names_of, saying, with_words

MOST = 200
"""Of exchanges and of facts; a page with more is no page any more."""


@dataclass(frozen=True)
class Voice:
    """Somebody with what they want done, the latest first."""

    who: str
    says: list[Saying]

    @property
    def now(self) -> Saying:
        """Give their latest position."""
        return self.says[0]

    @property
    def before(self) -> list[Saying]:
        """Give their earlier positions."""
        return self.says[1:]


@dataclass(frozen=True)
class Seat:
    """A post for the tie, and who holds it on the day; None: it is vacant."""

    post: Post
    tenure: Tenure | None
    vacant_since: str


@dataclass(frozen=True)
class Moment:
    """Something in the history of a tie: a decision, an agreement, an exchange or an event that a source tells."""

    date: str
    kind: str
    record: Any


@dataclass(frozen=True)
class TiePage:
    """A tie on a day."""

    arm: Arm
    on: date
    is_past: bool
    """Whether the day has gone by."""
    decisions: list[Decision]
    mismatched: set[int]
    """Ids of the decisions whose body is not one that may decide; of others nobody named who decided."""
    heirs: dict[int, list[Heir]]
    """By id of a side's place: what it is part of on the day."""
    agreements: list[Agreement]
    exchanges: list[Exchange]
    rules: list[Involvement]
    seats: list[Seat]
    laws: list[Bearing]
    voices: list[Voice]
    beginnings: list[Saying]
    """What sources say of the tie itself, side by side."""
    happenings: list[Saying]
    others: list[Saying]
    cases: list[Case]
    quiet: int | None
    """After how many months without an exchange the office looks closer; None: never."""

    @property
    def tie(self) -> Tie:
        """Give the tie."""
        return self.arm.tie

    @property
    def sides(self) -> tuple[Stand, Stand]:
        """Give how both sides stand."""
        return self.arm.here, self.arm.there

    @property
    def ends(self) -> list[tuple[Stand, list[Heir]]]:
        """Give both sides, each with what its place is part of now."""
        return [(stand, self.heirs.get(stand.place.pk, [])) for stand in self.sides]

    @property
    def is_quiet(self) -> bool:
        """Tell whether the last exchange was longer ago than the office finds usual. Nobody decides it."""
        last = latest(self.last_exchange)
        return last is not None and self.quiet is not None and last < months_before(self.on, self.quiet)

    @property
    def quiet_for(self) -> str:
        """Give after how long a tie without an exchange counts as quiet, in words."""
        months = self.quiet or 0
        if months % 12:
            return ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
        return ngettext("%(number)s year", "%(number)s years", months // 12) % {"number": months // 12}

    @property
    def past_cases(self) -> list[Case]:
        """Give the cases that are not open any more."""
        return [case for case in self.cases if case.state != Case.State.OPEN]

    @property
    def open_cases(self) -> list[Case]:
        """Give the cases that are being decided now: none, where the page is of a day gone by."""
        return [] if self.is_past else [case for case in self.cases if case.state == Case.State.OPEN]

    @property
    def history(self) -> list[Moment]:
        """Give what happened, the latest first; what has no date comes last."""
        found = [Moment(one.date, "decision", one) for one in self.decisions]
        found += [Moment(one.signed, "agreement", one) for one in self.agreements if one.signed]
        found += [Moment(one.date, "exchange", one) for one in self.exchanges]
        found += [Moment(one.date, "event", one) for one in self.happenings]
        return sorted(found, key=lambda moment: moment.date, reverse=True)

    @property
    def years_differ(self) -> bool:
        """Tell whether sources disagree about the year in which it began."""
        years = {since_of(one.fact)[:4] for one in self.beginnings} - {""}
        years |= {one.date[:4] for one in self.decisions if one.result == "established"} - {""}
        return len(years) > 1

    @property
    def last_exchange(self) -> str:
        """Give when the last exchange ended or was; empty where none is known."""
        return max((one.until or one.date for one in self.exchanges), default="")


def tie_page(tie: Tie, on: date) -> TiePage:
    """Give what is public of a tie as of a day, with what was merged into it; what came later is left out."""
    ids = list(all_merged(Tie, [tie.pk]))
    sides = sorted(tie.sides.select_related("place"), key=lambda side: side.order)
    decisions = _until(
        on,
        gate.decisions()
        .filter(side__tie__in=ids)
        .select_related("body__merged_into", "side__place", "side__tie__merged_into", "source")
        .defer("source__text")
        .order_by("date", "pk"),
    )
    agreements = [
        one
        for one in gate.agreements().filter(tie__in=ids).select_related("source").defer("source__text")
        if _by(one.signed or one.begins, on)
    ]
    facts = list(with_words(gate.facts().filter(tie__in=ids)).order_by("date", "pk")[:MOST])
    names = names_of(facts)
    said: dict[str, list[Saying]] = defaultdict(list)
    for fact in facts:
        one = saying(fact, names)
        if _by(one.date, on) or fact.predicate == "tie":
            said[fact.predicate].append(one)
    told = [since_of(fact) for fact in facts if fact.predicate == "tie"]
    since = min(filter(None, told), default="")
    here, there = [Stand(side, stand(side, decisions, agreements, on, since=since)) for side in sides]
    rules = list(
        gate.involvements()
        .filter(Q(tie__in=ids) | Q(tie=None, place__in=[side.place_id for side in sides]))
        .select_related("body__merged_into", "tie__merged_into", "source", "place")
        .defer("source__text")
        .order_by("role", "pk")
    )
    became = gate.heirs([side.place for side in sides], on)
    is_past = on < timezone.localdate()
    return TiePage(
        is_past=is_past,
        arm=Arm(
            tie, here, there, beginning(decisions, agreements, told), way_between(here.place, there.place)
        ),
        on=on,
        decisions=decisions,
        mismatched=set(mismatches([one for one in decisions if one.body_id], rules, became)),
        heirs=became,
        agreements=agreements,
        exchanges=_until(
            on, gate.exchanges().filter(tie__in=ids).select_related("source").defer("source__text")[:MOST]
        ),
        rules=[rule for rule in rules if _holds(rule, on)],
        seats=_seats(ids, on, is_past=is_past),
        laws=gate.laws_on(tie, sides, on),
        voices=voices(said["position"]),
        beginnings=said["tie"],
        happenings=said["event"],
        others=[*said["authority"], *said["action"]],
        cases=[
            case
            for case in gate.cases().filter(tie__in=ids).order_by("-opened")[:20]
            if not is_past or _has_begun(case, on)
        ],
        quiet=thresholds_set().exchange,
    )


def voices(positions: Iterable[Saying]) -> list[Voice]:
    """Give positions by who holds them, the latest first; whoever spoke last stands first."""
    by: dict[str, list[Saying]] = defaultdict(list)
    for one in positions:
        by[one.key].append(one)
    found = [
        Voice(says[0].who, sorted(says, key=lambda one: (one.date, one.fact.pk), reverse=True))
        for says in by.values()
    ]
    return sorted(found, key=lambda voice: voice.now.date, reverse=True)


def _by(value: str, on: date) -> bool:
    """Tell whether a date may lie on a day or before it; what has no date may."""
    first = earliest(value)
    return first is None or first <= on


def _until(on: date, records: Iterable[Any]) -> list[Any]:
    return [one for one in records if _by(one.date, on)]


def _holds(rule: Involvement, on: date) -> bool:
    ends = earliest(rule.until)
    return _by(rule.since, on) and (ends is None or ends > on)


def _has_begun(case: Case, on: date) -> bool:
    """Tell whether a case was a case on a day; it may have come to the register after the vote was due."""
    due = earliest(case.vote_due)
    return case.opened.date() <= on or (due is not None and due <= on)


def _seats(ids: Sequence[int], on: date, *, is_past: bool) -> list[Seat]:
    """Give the posts with who held them on the day; of a day gone by, nobody knows which were there and vacant."""
    posts = gate.posts().filter(tie__in=ids).select_related("body").prefetch_related("tenures__person")
    seats = [_seat(post, on.isoformat()) for post in posts]
    return [seat for seat in seats if seat.tenure or seat.vacant_since or not is_past]


def _seat(post: Post, day: str) -> Seat:
    left = (tenure.until for tenure in post.tenures.all() if tenure.until and tenure.until <= day)
    return Seat(post, holder(post, day), max(left, default=""))
