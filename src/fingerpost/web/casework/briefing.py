"""A case's briefing, from the register and its sources as reviewed, by the same rules as on the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
from django.db import transaction
from django.utils import timezone

from fingerpost.briefing import Briefing, build
from fingerpost.briefing.formats import FORMATS, rendered
from fingerpost.casefile import Unread, assemble
from fingerpost.printing import NoPdf
from fingerpost.web.accounts.permissions import ISSUE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.holdings import MOST_FURTHER_TIES, register_of
from fingerpost.web.casework.ledger import Ledger
from fingerpost.web.casework.models import Case, Issue, Rendition
from fingerpost.web.casework.readings import (
    accepted_reading,
    accepted_spans,
    further_sources,
    reviewed_reading,
    sources_of,
)
from fingerpost.web.casework.scope import ties_of
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.keeping import merged_ids

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


class NothingToBrief(WebError):
    """A case is about no tie of the register, and has no source that was read."""


def issue_briefing(*, by: User, case: Case, formats: Sequence[str] = FORMATS) -> Issue:
    """Build a case's briefing, and keep it exactly as issued, in every format, with its digest.

    A PDF is kept where one can be made here (see ``NoPdf``).

    Raises:
        NothingToBrief: the case is about no tie of the register, and no source of it was read.
    """
    require(by, ISSUE)
    now = timezone.now()
    briefing = brief(case, timezone.localdate())
    made = render(briefing, formats)
    digest = digest_of(made["json"])
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        number = (case.issues.order_by("-number").values_list("number", flat=True).first() or 0) + 1
        data: dict[str, Any] = msgspec.json.decode(made["json"])
        issue = Issue.objects.create(case=case, number=number, at=now, by=by, digest=digest, briefing=data)
        for name, content in made.items():
            Rendition.objects.create(issue=issue, format=name, digest=digest_of(content), data=content)
        record(by=by, action="issue-briefing", subject=issue, payload={"digest": digest, "number": number})
    return issue


def digest_of(data: bytes) -> str:
    """Give ``sha256:`` and the digest of bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def render(briefing: Briefing, formats: Collection[str]) -> dict[str, bytes]:
    """Give a briefing in each format, and always as JSON; without PDF where none can be made here."""
    made = {}
    for name in (name for name in FORMATS if name in formats or name == "json"):
        try:
            made[name] = rendered(briefing, name)
        except NoPdf:
            if len(formats) == 1:
                raise
    return made


def brief(case: Case, on: date) -> Briefing:
    """Give the briefing of a case as of a day.

    Raises:
        NothingToBrief: the case is about no tie of the register, and no source of it was read.
        NoTie: it is about no tie of the register, and its sources name none.
    """
    ties, _ = ties_of(case, MOST_FURTHER_TIES + 1)
    sources = sources_of(case)
    if not sources and not ties:
        raise NothingToBrief(
            "This case is about no tie of the register, and no source of it has been read. Say which tie it is "
            "about, or add a source and wait until it is read."
        )
    ids = merged_ids(ties[0]) if ties else []
    read = [(source, made) for source in sources if (made := reviewed_reading(source))]
    further = [
        (source, made) for source in further_sources(case, ids) if (made := accepted_reading(source, ids))
    ]
    known = {source.pk: source for source, _ in (*read, *further)}
    numbers = {key: at for at, key in enumerate(known, 1)}
    ledger = Ledger(known, numbers)
    register = register_of(case, ties, on, ledger)
    casefile = assemble(
        [made for _, made in read],
        now=on.isoformat(),
        question=case.question,
        unread=[*_unread(case)],
        beside=[made for _, made in further],
        register=register,
        reviewed=accepted_spans(numbers) | ledger.quoted,
    )
    return build(casefile, title=case.title)


def _unread(case: Case) -> list[Unread]:
    """Give the sources of a case that could not be read, or are not read yet."""
    others = case.sources.exclude(state=Source.State.READ).order_by("pk")
    return [Unread(str(source), source.problem or "It is not read yet.") for source in others]
