"""Review the sample's sources, once they are read, as its imaginary administrator would; some is left to try out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from fingerpost.web.accounts.models import User
from fingerpost.web.evidence.assigning import assign_finding
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Body, Person, Tie
from fingerpost.web.sample import story
from fingerpost.web.sample.loading import MARK, WHY

AGAIN = timedelta(seconds=3)
"""Wait where another worker still reads one of the sources."""
UNREAD = (Source.State.WAITING, Source.State.READING)


@task()
def review_when_read(user_id: int) -> None:
    """Review what the story names; later, where a source is still being read."""
    if Source.objects.filter(name__in=story.reviewed_files(), state__in=UNREAD).exists():
        review_when_read.using(run_after=timezone.now() + AGAIN).enqueue(user_id)
    else:
        review_sample(User.objects.get(pk=user_id))


def review_sample(user: User) -> int:
    """Accept the findings that the story names and the reader found so; give how many. What was judged stays so."""
    with transaction.atomic():
        return sum(_accept(user, finding, told) for told in story.REVIEWED for finding in _found(told))


def _found(told: story.Reviewed) -> Iterator[Finding]:
    open_ones = Finding.objects.filter(
        source__name=told.file, kind=told.kind, state=Finding.State.OPEN, passages__text__contains=told.words
    )
    for finding in open_ones.distinct():
        if all(finding.data.get(name) == value for name, value in told.says.items()):
            yield finding


def _accept(user: User, finding: Finding, told: story.Reviewed) -> bool:
    tie = Tie.objects.get(sides__place__name=told.tie)
    assign_finding(by=user, finding=finding, record_kind="tie", subject=tie)
    if told.person:
        assign_finding(by=user, finding=finding, record_kind="person", subject=_person(user, told.person))
    if told.body:
        body = Body.objects.get(name=told.body)
        assign_finding(by=user, finding=finding, record_kind="body", subject=body)
    finding.refresh_from_db()
    data: dict[str, Any] | None = {**finding.data, **told.corrected} if told.corrected else None
    verdict = "correct" if data else "accept"
    judge_finding(by=user, finding=finding, verdict=verdict, seen=finding.version, data=data, why=WHY)
    return True


def _person(user: User, name: str) -> Person:
    known = Person.objects.filter(name=name).first()
    return known or keep(by=user, record=Person(), changes={"name": name, "imported_from": MARK}, why=WHY)
