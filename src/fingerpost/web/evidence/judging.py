"""Judge findings: accept, correct, reject, unsure; accepted ones become facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import JUDGE, PROPOSE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Fact, Finding, Judgement, Passage, Source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

SUBJECTS = ("tie", "person", "body", "place")
"""The kinds of record a finding can belong to, in order of preference."""

DATED = {Finding.Kind.EVENT, Finding.Kind.POSITION}


class Changed(WebError):
    """Somebody else judged the finding since the page was shown."""


class NoSuchWords(WebError):
    """The words to cite are not in the source."""


def judge_finding(
    *,
    by: User,
    finding: Finding,
    verdict: str,
    seen: int,
    data: dict[str, Any] | None = None,
    why: str = "",
    second_reader: bool = False,
) -> Judgement:
    """Record a judgement on a finding, and the facts that follow from it.

    Args:
        by: the reviewer.
        finding: what is judged.
        verdict: accept, correct, reject or unsure.
        seen: the version of the finding that the reviewer saw.
        data: the corrected finding, for ``correct``.
        why: the reason.
        second_reader: whether this finding needs two different reviewers to accept it.

    Raises:
        NotAllowed: ``by`` may not judge.
        Changed: the finding was judged since; nothing was written.
    """
    require(by, JUDGE)
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding.pk)
        if finding.version != seen:
            last = finding.judgements.select_related("by").last()
            who = f"{last.by} judged it ({last.get_verdict_display().lower()})" if last else "It changed"
            raise Changed(f"{who} while you were looking. Look at it again before you judge.")
        judgement = Judgement.objects.create(
            finding=finding, verdict=verdict, by=by, at=timezone.now(), why=why, data=data
        )
        waits = (
            second_reader
            and verdict in {"accept", "correct"}
            and not _accepted_by_another(finding, judgement)
        )
        finding.state = Finding.State.SECOND if waits else STATES[verdict]
        finding.version += 1
        finding.save(update_fields=("state", "version"))
        withdraw_facts(finding)
        if finding.state in {Finding.State.ACCEPTED, Finding.State.CORRECTED}:
            _make_fact(finding, judgement)
        record(
            by=by,
            action="judge-finding",
            subject=finding,
            payload={"verdict": verdict, "state": finding.state, "data": data},
            why=why,
            source=finding.source,
        )
    return judgement


STATES = {
    "accept": Finding.State.ACCEPTED,
    "correct": Finding.State.CORRECTED,
    "reject": Finding.State.REJECTED,
    "unsure": Finding.State.UNSURE,
}


def _accepted_by_another(finding: Finding, judgement: Judgement) -> bool:
    """Tell whether the judgement just before was another reviewer's, and accepted the same words."""
    before = finding.judgements.exclude(pk=judgement.pk).last()
    return (
        before is not None
        and before.by_id != judgement.by_id
        and before.verdict in {"accept", "correct"}
        and (before.data or finding.data) == (judgement.data or finding.data)
    )


def _make_fact(finding: Finding, judgement: Judgement) -> None:
    data = judgement.data or finding.data
    date = data.get("date") or data.get("since") or {}
    subject = next((name for name in SUBJECTS if getattr(finding, f"{name}_id")), None)
    Fact.objects.create(
        predicate=finding.kind,
        data=data,
        date=(date.get("value") or "") if finding.kind in DATED else "",
        finding=finding,
        judgement=judgement,
        stated_by=judgement.by,
        at=judgement.at,
        **({subject: getattr(finding, subject)} if subject else {}),
    )


def withdraw_facts(finding: Finding) -> None:
    """Supersede the facts that rest on a finding."""
    finding.facts.filter(superseded=None).update(superseded=timezone.now())


def assign_finding(*, by: User, finding: Finding, record_kind: str, subject: models.Model | None) -> None:
    """Say which record of the register a finding belongs to (None: to none).

    Facts already made from the finding move with it, by superseding.
    """
    require(by, JUDGE)
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding.pk)
        setattr(finding, record_kind, subject)
        finding.save(update_fields=(record_kind,))
        facts = list(finding.facts.filter(superseded=None))
        withdraw_facts(finding)
        for fact in facts:
            if fact.judgement:
                _make_fact(finding, fact.judgement)
        record(
            by=by,
            action="assign-finding",
            subject=finding,
            payload={"to": record_kind, "id": subject.pk if subject else None},
            source=finding.source,
        )


def propose_finding(
    *, by: User, source: Source, kind: str, start: int, end: int, text: str, data: dict[str, Any]
) -> Finding:
    """Make a finding of a passage that somebody marked by hand.

    Raises:
        NoSuchWords: ``text`` is not what the source holds between ``start`` and ``end``.
    """
    require(by, PROPOSE)
    if not 0 <= start < end <= len(source.text) or source.text[start:end] != text:
        raise NoSuchWords(
            "The words marked are not where the page said they are. Load the page again and mark anew."
        )
    with transaction.atomic():
        number = source.findings.filter(reading=None).count() + 1
        finding = Finding.objects.create(
            source=source,
            proposed_by=by,
            kind=kind,
            key=f"hand{number}",
            data={**data, "passages": [{"start": start, "end": end, "text": text}]},
            start=start,
        )
        Passage.objects.create(finding=finding, start=start, end=end, text=text)
        record(
            by=by,
            action="propose-finding",
            subject=finding,
            payload={"kind": kind, "data": data},
            source=source,
        )
    return finding
