"""Choose what the public sees. Each choice is an action with its entry in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import ADMINISTER, PUBLISH, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Case
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.keeping import merged_ids
from fingerpost.web.register.models import Tie
from fingerpost.web.site.models import Site

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


class NoReason(WebError):
    """Something public is to be taken back without saying why."""


def publish_case(*, by: User | None, case: Case) -> Case:
    """Put a case on the public site; one that is there already stays as it is."""
    require(by, PUBLISH)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        if case.published is None:
            case.published = timezone.now()
            case.save(update_fields=("published",))
            record(by=by, action="publish-case", subject=case)
    return case


def take_back_case(*, by: User | None, case: Case, why: str) -> Case:
    """Take a case off the public site.

    Raises:
        NoReason: ``why`` is empty.
    """
    require(by, PUBLISH)
    _needs_reason(why, f'the case "{case}"')
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        if case.published is not None:
            case.published = None
            case.save(update_fields=("published",))
            record(by=by, action="take-back-case", subject=case, why=why)
    return case


def withhold_tie(*, by: User | None, tie: Tie, withheld: bool, why: str = "") -> Tie:
    """Take a tie off the public site with all that was merged into it, or show it again.

    Raises:
        NoReason: it is to be withheld and ``why`` is empty.
    """
    require(by, PUBLISH)
    if withheld:
        _needs_reason(why, f"the tie {tie}")
    with transaction.atomic():
        tie = Tie.objects.select_for_update().get(pk=tie.pk)
        if tie.withheld != withheld:
            tie.withheld = withheld
            tie.save(update_fields=("withheld",))
            Tie.objects.filter(pk__in=merged_ids(tie)).update(withheld=withheld)
            record(by=by, action="withhold-tie" if withheld else "show-tie", subject=tie, why=why)
    return tie


def show_source(*, by: User | None, source: Source, shown: str, why: str = "") -> Source:
    """Choose whether the public sees a source's whole text, its reviewed passages, or nothing."""
    require(by, PUBLISH)
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source.pk)
        if source.shown != shown:
            payload = {"before": source.shown, "after": Source.Shown(shown).value}
            source.shown = shown
            source.save(update_fields=("shown",))
            record(by=by, action="show-source", subject=source, payload=payload, why=why, source=source)
    return source


def arrange_site(*, by: User | None, changes: dict[str, Any]) -> Site:
    """Change how the public site presents itself, and whether it is open."""
    require(by, ADMINISTER)
    with transaction.atomic():
        site = Site.current()
        before = {name: getattr(site, name) for name in changes}
        for name, value in changes.items():
            setattr(site, name, value)
        site.full_clean()
        site.save()
        if before != changes:
            payload = {"before": before, "after": changes}
            record(by=by, action="arrange-site", subject=site, payload=payload)
    return site


def _needs_reason(why: str, what: str) -> None:
    if not why.strip():
        raise NoReason(f"Say why {what} is taken back. The reason stays in the history.")
