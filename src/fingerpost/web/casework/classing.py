"""Which ties a case's class holds on a day, and why: drawn up by rule, then put right by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.db.models import Q

from fingerpost.places.codes import code_name
from fingerpost.web.accounts.permissions import OPEN_CASE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Case, Member
from fingerpost.web.dates import day_words, earliest, latest, on_day_words
from fingerpost.web.errors import WebError
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Exchange, Involvement, Side, Tie
from fingerpost.web.register.reach import ties_in
from fingerpost.web.register.sides import with_places
from fingerpost.web.register.standings import Stand, standings
from fingerpost.web.register.status import UNKNOWN

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

AT_ONCE = 500
"""Ties that are looked at together."""
MOST_LISTED = 5_000
"""Ties that an entry of the history names one by one; of a larger class it gives the number."""


class NoClass(WebError):
    """The case is about no class of ties."""


class Found(NamedTuple):
    """A tie that the rule holds, or may hold, with a reason for each part of the rule."""

    tie: Tie
    reasons: list[str]
    sure: bool


def draw_class(*, by: User | None, case: Case, on: date) -> Case:
    """Draw up the members of a case's class as of a day; what was taken out or put in by hand stays so.

    Raises:
        NotAllowed: ``by`` may not.
        NoClass: the case is about no class.
    """
    require(by, OPEN_CASE)
    if not case.of_class:
        raise NoClass("This case is about no class of ties. Say which class first.")
    # read first: no lock is held while a large register is gone through
    found = {one.tie.pk: one for one in class_on(case, on)}
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        by_hand = {one.tie_id: one for one in case.members.exclude(by_hand="")}
        case.members.all().delete()
        members = [_member(case, one, by_hand.get(pk)) for pk, one in found.items()]
        Member.objects.bulk_create(members, batch_size=AT_ONCE)
        case.as_of, case.version = on, case.version + 1
        case.save(update_fields=("as_of", "version"))
        payload = {"as_of": on.isoformat(), "class": case.reach, "number": len(members)}
        if len(members) <= MOST_LISTED:
            payload["ties"] = sorted(found)
        record(by=by, action="draw-class", subject=case, payload=payload)
    return case


def _member(case: Case, found: Found, before: Member | None) -> Member:
    state = Member.State.IN if found.sure else Member.State.UNSURE
    if before:
        state = before.state
    return Member(
        case=case, tie=found.tie, state=state, reasons=found.reasons, by_hand=before.by_hand if before else ""
    )


def move_member(*, by: User, case: Case, tie: Tie, inside: bool, why: str) -> None:
    """Take a tie out of a case's class, or put one in that was taken out or is not sure.

    Raises:
        NoClass: the tie is no member.
        WebError: no reason was given.
    """
    require(by, OPEN_CASE)
    if not why.strip():
        raise WebError(f"Say why {tie} is {'put in' if inside else 'taken out'}.")
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        member = case.members.filter(tie=tie).first()
        if member is None:
            raise NoClass(f"{tie} is not among the ties of this case. Draw up the class again.")
        member.state = Member.State.IN if inside else Member.State.OUT
        member.by_hand = why.strip()
        member.save(update_fields=("state", "by_hand"))
        case.version += 1
        case.save(update_fields=("version",))
        action = "put-in-tie" if inside else "take-out-tie"
        record(by=by, action=action, subject=case, payload={"tie": tie.pk}, why=why)


def class_on(case: Case, on: date) -> Iterator[Found]:
    """Yield the ties that a case's class holds on a day, with reasons; not sure: those whose status is not known."""
    candidates = ties_in(case, own_side=True).order_by("pk")
    if case.carried_by:
        candidates = candidates.filter(_carried(case, on))
    ties = with_places(candidates).iterator(AT_ONCE)
    while batch := list(islice(ties, AT_ONCE)):
        yield from _in_batch(case, batch, on)


def _carried(case: Case, on: date) -> Q:
    day = on.isoformat()
    held = (Q(since="") | Q(since__lte=day)) & (Q(until="") | Q(until__gt=day))
    rules = Involvement.objects.filter(
        held, role=Involvement.Role.CARRIES, body__in=merged_ids(case.carried_by.current)
    )
    over_places = Side.objects.filter(order=0, place__in=rules.filter(tie=None).values("place"))
    return Q(pk__in=rules.exclude(tie=None).values("tie")) | Q(pk__in=over_places.values("tie"))


def _in_batch(case: Case, ties: Sequence[Tie], on: date) -> Iterator[Found]:
    stands = standings(ties, on) if case.status else {}
    last = _last_exchanges(ties, on) if case.quiet_since else {}
    for tie in ties:
        reasons = list(_places(case, tie))
        sure = True
        if case.status:
            own = stands[tie.pk][0]
            if own.standing.status not in {case.status, UNKNOWN}:
                continue
            sure = own.standing.status == case.status
            reasons.append(_standing(own))
        if case.quiet_since:
            if not _is_quiet(last.get(tie.pk, ""), case.quiet_since):
                continue
            reasons.append(_last_exchange(last.get(tie.pk, "")))
        if case.carried_by:
            reasons.append(f"{case.carried_by} carries it.")
        yield Found(tie, reasons or ["Every tie of the register."], sure)


def _places(case: Case, tie: Tie) -> Iterator[str]:
    here, there = (side.place for side in tie.sides.all())
    if case.home_id:
        yield f"It is a tie of {here.name}."
    for place, country, admin1 in (
        (here, case.home_country, case.home_admin1),
        (there, case.partner_country, case.partner_admin1),
    ):
        if country or admin1:
            yield f"{place.name} is in {code_name(admin1 or country)}."
    if case.kind:
        yield f"It is a {tie.get_kind_display().lower()} tie."


def _standing(own: Stand) -> str:
    held = own.standing
    if held.status == UNKNOWN:
        return f"Its formal status in {own.side.place.name} is not known."
    since = f" since {day_words(held.since)}" if held.since else ""
    return f"{held.status.capitalize()} in {own.side.place.name}{since}."


def _last_exchanges(ties: Sequence[Tie], on: date) -> dict[int, str]:
    under = all_merged(Tie, [tie.pk for tie in ties])
    days: dict[int, list[str]] = defaultdict(list)
    rows = Exchange.objects.filter(tie__in=under).values_list("tie", "date", "until")
    for tie, begins, ends in rows:
        days[under[tie]] += [day for day in (begins, ends) if day and day <= on.isoformat()]
    return {tie: max(found) for tie, found in days.items() if found}


def _is_quiet(last: str, since: str) -> bool:
    """Tell whether no exchange can have been since a day: one that may have been that late counts."""
    day, bound = latest(last), earliest(since)
    return day is None or bound is None or day < bound


def _last_exchange(last: str) -> str:
    return f"The last exchange was {on_day_words(last)}." if last else "No exchange is in the register."
