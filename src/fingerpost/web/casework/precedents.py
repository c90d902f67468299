"""What was decided about other ties in the register: those most like the tie of a case first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from fingerpost.briefing.placing import code_name
from fingerpost.casefile import register as plain
from fingerpost.web.casework.ledger import Ledger
from fingerpost.web.casework.values import decided_of
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Decision, Place, Side, Tie

MOST = 5
"""Decisions shown."""

BEGINNINGS = (Decision.Result.ESTABLISHED, Decision.Result.RENEWED, Decision.Result.PROPOSED)
"""Results that set no example for a tie in question."""


def peers_of(ties: Sequence[Tie], on: date, ledger: Ledger) -> tuple[list[plain.Peer], int]:
    """Give decisions about other ties than these up to a day, and how many more there are.

    First those on ties whose other end is in the same country as the partners, then the newest.
    """
    others = _decisions(ties, on)
    country = _country_of(ties)
    alike = Q(side__tie__in=_ties_with(country)) if country else Q(pk__in=())
    shown = list(others.filter(alike)[:MOST])
    near = {decision.pk for decision in shown}
    shown += others.exclude(pk__in=near)[: MOST - len(shown)]
    shown = [decision for decision in shown if decision.side.tie.merged_into_id is None]
    name = code_name(country) if country else ""
    peers = [_peer(decision, ledger, name if decision.pk in near else "") for decision in shown]
    return peers, max(0, others.count() - len(peers))


def _decisions(ties: Sequence[Tie], on: date) -> QuerySet[Decision]:
    return (
        Decision.objects.filter(withdrawn=None, date__gt="", date__lte=on.isoformat())
        .exclude(result__in=BEGINNINGS)
        .exclude(side__tie__in=list(all_merged(Tie, [tie.pk for tie in ties])))
        .select_related("body", "side__place", "side__tie", "source")
        .prefetch_related("side__tie__sides__place")
        .order_by("-date", "-pk")
    )


def _country_of(ties: Sequence[Tie]) -> str:
    """Give the country of the partners; "" where they are in several."""
    partners = Place.objects.filter(sides__tie__in=ties, sides__order=1)
    found = set(partners.order_by().values_list("country", flat=True).distinct())
    return found.pop() if len(found) == 1 else ""


def _ties_with(country: str) -> QuerySet[Side]:
    """Give the ties whose second side is in a country."""
    return Side.objects.filter(order=1, place__country=country).values("tie")


def _peer(decision: Decision, ledger: Ledger, country: str) -> plain.Peer:
    names = list(_names(decision.side.tie))
    return plain.Peer(
        here=names[0],
        there=names[-1],
        alike=f"Also a tie with {country}" if country else "",
        decided=decided_of(decision, ledger),
    )


def _names(tie: Tie) -> Iterator[str]:
    yield from (side.place.name for side in tie.sides.all())
