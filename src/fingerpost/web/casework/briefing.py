"""A case's briefing, from its sources as reviewed, by the same rules as on the command line."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from django.db import transaction
from django.utils import timezone

from fingerpost.reading.model import Reading
from fingerpost.web.accounts.permissions import ISSUE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.casework.models import Case, Issue, Rendition
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Finding, Source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

LISTS = {
    Finding.Kind.TIE: "ties",
    Finding.Kind.QUOTE: "quotes",
    Finding.Kind.POSITION: "positions",
    Finding.Kind.AUTHORITY: "authority",
    Finding.Kind.EVENT: "events",
    Finding.Kind.ACTION: "actions",
    Finding.Kind.CLAIM: "claims",
}


class NothingToBrief(WebError):
    """A case has no source that was read."""


def reviewed_reading(source: Source) -> Reading:
    """Give the newest reading of a source with the judgements in it.

    Rejected findings are left out, corrected ones stand as corrected. Actors and places stay, since others point at
    them; what nobody has judged yet stays as the reader proposed it.
    """
    reading = source.readings.order_by("-pk").first()
    if reading is None:
        raise NothingToBrief(f"{source} has not been read yet.")
    data: dict[str, Any] = dict(reading.data)
    data["document"] = {**data["document"], "text": source.text}
    judged = {f.key: f for f in source.findings.filter(reading=reading).prefetch_related("judgements")}
    dropped = {key for key, finding in judged.items() if finding.state == Finding.State.REJECTED}
    for kind, name in LISTS.items():
        kept = []
        for number, item in enumerate(data[name]):
            key = item.get("id") or f"{kind}{number}"
            if key in dropped:
                continue
            kept.append(judged[key].judged if key in judged else item)
        data[name] = kept
    return msgspec.convert(_without_dangling(data), Reading, strict=False)


def _without_dangling(data: dict[str, Any]) -> dict[str, Any]:
    """Let no finding point at a tie or quote that was rejected."""
    ties = {tie["id"] for tie in data["ties"]}
    quotes = {quote["id"] for quote in data["quotes"]}
    for position in data["positions"]:
        if position["target"].get("tie") not in ties:
            position["target"] = {**position["target"], "tie": None}
        position["quotes"] = [key for key in position["quotes"] if key in quotes]
    for event in data["events"]:
        event["tie"] = event["tie"] if event["tie"] in ties else None
    for power in data["authority"]:
        power["over"] = power["over"] if power["over"] in ties else None
    return data


def issue_briefing(*, by: User, case: Case, formats: tuple[str, ...] = ("html", "docx", "json")) -> Issue:
    """Build a case's briefing, and keep it exactly as issued, with its digest.

    Raises:
        NothingToBrief: no source of the case was read.
    """
    require(by, ISSUE)
    now = timezone.now()
    rendered, briefing = render(case, formats, now)
    digest = "sha256:" + hashlib.sha256(rendered["json"]).hexdigest()
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        number = (case.issues.order_by("-number").values_list("number", flat=True).first() or 0) + 1
        issue = Issue.objects.create(
            case=case, number=number, at=now, by=by, digest=digest, briefing=briefing
        )
        for name, data in rendered.items():
            own = "sha256:" + hashlib.sha256(data).hexdigest()
            Rendition.objects.create(issue=issue, format=name, digest=own, data=data)
        record(by=by, action="issue-briefing", subject=issue, payload={"digest": digest, "number": number})
    return issue


def render(case: Case, formats: tuple[str, ...], now: datetime) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Give the briefing of a case in each format, and as data."""
    from fingerpost.briefing import build
    from fingerpost.briefing.formats import rendered
    from fingerpost.casefile import assemble

    sources = list(case.sources.filter(state=Source.State.READ).order_by("published", "received", "pk"))
    if not sources:
        raise NothingToBrief("No source of this case has been read yet. Add one, and wait until it is read.")
    readings = [reviewed_reading(source) for source in sources]
    home = next((str(side.place.name) for side in case.tie.sides.all()), None) if case.tie else None
    casefile = assemble(readings, now=now.date().isoformat(), question=case.question, home=home)
    briefing = build(casefile, title=case.title)
    made = {name: rendered(briefing, name) for name in dict.fromkeys((*formats, "json"))}
    return made, msgspec.json.decode(made["json"])
