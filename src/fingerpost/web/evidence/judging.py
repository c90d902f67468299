"""Judge findings: accept, correct, reject, unsure, or take that back; accepted ones become facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
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


class NothingToTakeBack(WebError):
    """No judgement of the finding stands."""


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
        verdict: accept, correct, reject, unsure, or undo, which takes the last judgement that stands back.
        seen: the version of the finding that the reviewer saw.
        data: the corrected finding, for ``correct``.
        why: the reason.
        second_reader: whether this finding needs two different reviewers to accept it.

    Raises:
        NotAllowed: ``by`` may not judge.
        Changed: the finding was judged since; nothing was written.
        NothingToTakeBack: no judgement stands.
    """
    require(by, JUDGE)
    with transaction.atomic():
        return _judge(by, finding, verdict, seen, data, why, second_reader)


def judge_together(
    *, by: User, seen: Mapping[Finding, int], verdict: str, second_reader: Callable[[Finding], bool]
) -> None:
    """Give several findings the same judgement: all of them, or none where one was judged since.

    Args:
        by: the reviewer.
        seen: the version of each finding that the reviewer saw.
        verdict: accept, reject, unsure or undo.
        second_reader: whether a finding needs two different reviewers to accept it.

    Raises:
        NotAllowed: ``by`` may not judge.
        Changed: a finding was judged since; nothing was written.
        NothingToTakeBack: no judgement of one stands; nothing was written.
    """
    require(by, JUDGE)
    with transaction.atomic():
        for finding, version in seen.items():
            _judge(by, finding, verdict, version, None, "", second_reader(finding))


def _judge(
    by: User,
    finding: Finding,
    verdict: str,
    seen: int,
    data: dict[str, Any] | None,
    why: str,
    second_reader: bool,
) -> Judgement:
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    if finding.version != seen:
        last = finding.judgements.select_related("by").last()
        who = f"{last.by} judged it ({last.get_verdict_display().lower()})" if last else "It changed"
        raise Changed(f"{who} while you were looking. Look at it again before you judge.")
    if verdict == Judgement.Verdict.UNDO and not finding.standing:
        raise NothingToTakeBack("Nobody has judged this finding, so there is nothing to take back.")
    judgement = Judgement.objects.create(
        finding=finding, verdict=verdict, by=by, at=timezone.now(), why=why, data=data
    )
    stand = finding.standing
    finding.state = _state(finding, stand, second_reader)
    finding.version += 1
    finding.save(update_fields=("state", "version"))
    withdraw_facts(finding)
    if finding.state in {Finding.State.ACCEPTED, Finding.State.CORRECTED}:
        make_fact(finding, stand[-1])
    record(
        by=by,
        action="judge-finding",
        subject=finding,
        payload={"verdict": verdict, "state": finding.state, "data": data},
        why=why,
        source=finding.source,
    )
    return judgement


def needs_second_reader(finding: Finding) -> bool:
    """Tell whether the office wants two readers for this finding: where it says that something was decided."""
    return (
        settings.SECOND_READER
        and finding.kind == Finding.Kind.EVENT
        and finding.data.get("kind") in DECISIONS
    )


DECISIONS = frozenset({"suspended", "ended", "kept", "restored", "renewed", "established", "lapsed", "vote"})

STATES = {
    "accept": Finding.State.ACCEPTED,
    "correct": Finding.State.CORRECTED,
    "reject": Finding.State.REJECTED,
    "unsure": Finding.State.UNSURE,
}
ACCEPTING = frozenset({"accept", "correct"})


def _state(finding: Finding, stand: list[Judgement], second_reader: bool) -> str:
    """Give the state that follows from the judgements that stand."""
    if not stand:
        return Finding.State.OPEN
    if second_reader and stand[-1].verdict in ACCEPTING and not _accepted_by_two(finding, stand):
        return Finding.State.SECOND
    return STATES[stand[-1].verdict]


def _accepted_by_two(finding: Finding, stand: list[Judgement]) -> bool:
    """Tell whether the last two judgements are two reviewers', and both accepted the same words."""
    if len(stand) < 2:
        return False
    before, last = stand[-2:]
    return (
        before.by_id != last.by_id
        and before.verdict in ACCEPTING
        and (before.data or finding.data) == (last.data or finding.data)
    )


def make_fact(finding: Finding, judgement: Judgement) -> None:
    """Make the fact that follows from an accepted finding."""
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
