"""Who says what in a case: positions out of its sources' findings, with how far each was reviewed."""

from __future__ import annotations

from typing import NamedTuple

from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding


class Voice(NamedTuple):
    """A position: who, what, when, the words, and the finding it comes from."""

    actor: str
    stance: str
    date: str
    words: str
    finding: Finding
    reviewed: bool


def voices(case: Case) -> dict[str, list[Voice]]:
    """Give the positions of a case by stance, each stance in order of date; rejected findings are left out."""
    findings = (
        Finding.objects.filter(source__cases=case, kind__in=(Finding.Kind.POSITION, Finding.Kind.ACTOR))
        .exclude(state=Finding.State.REJECTED)
        .select_related("source")
        .prefetch_related("passages", "judgements")
        .order_by("source__published", "source_id", "start")
    )
    names: dict[tuple[int, str], str] = {}
    positions = []
    for finding in findings:
        if finding.kind == Finding.Kind.ACTOR:
            names[finding.source_id, finding.data.get("id", "")] = finding.data.get("name", "")
        else:
            positions.append(finding)
    said: dict[str, list[Voice]] = {}
    for finding in positions:
        data = finding.judged
        voice = Voice(
            names.get((finding.source_id, data.get("actor", "")), data.get("note", "somebody")),
            data.get("stance", "other"),
            (data.get("date") or {}).get("value") or finding.source.published,
            next((passage.text for passage in finding.passages.all()), ""),
            finding,
            finding.state in {Finding.State.ACCEPTED, Finding.State.CORRECTED},
        )
        said.setdefault(voice.stance, []).append(voice)
    return {stance: sorted(group, key=lambda voice: voice.date) for stance, group in said.items()}
